import type { Details, Place } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import { checkCall } from './arguments.ts'
import type { Helper } from './helpers/helper.ts'
import type { Node } from './nodes.ts'
import { clipped, here, literal, mustache, numberOf, path, placeOf, sourceOf, step } from './syntax.ts'

/** What the rewriter knows and fills. */
export interface Rewriting {
  readonly file: string
  readonly helpers: ReadonlyMap<string, Helper>
  /** Every node gets a number: its index here. */
  readonly nodes: Node[]
  /** The partials that are called, with the place of each call. */
  readonly calls: { readonly name: string; readonly place: Place }[]
  refuse(place: Place, reason: string, details?: Details): void
}

type Ast = hbs.AST.Node
type Expression = hbs.AST.Expression
/** The names of block parameters in scope. */
type Scope = readonly string[]

/** The blocks there are, and how many names each may give: `{{#each list as |item index|}}`. */
const blocks = { if: 0, unless: 0, each: 2, with: 1 } as const
type Block = keyof typeof blocks
const variables = ['root', 'index', 'key', 'first', 'last']

/**
 * Rewrites a program of Handlebars' own syntax tree so that it calls nothing but the steps of `steps.ts`: each literal,
 * field, helper, block and partial becomes a step with the number of its node. No name or text of the template's author
 * reaches the code that Handlebars generates, but the names of block parameters and of named arguments.
 */
export function rewrite(program: hbs.AST.Program, rewriting: Rewriting, scope: Scope = []): hbs.AST.Program {
  const inner = [...scope, ...(program.blockParams ?? [])]
  return {
    ...program,
    body: program.body.flatMap((statement, index) => {
      checkLineEnd(statement, program.body[index + 1], rewriting)
      return rewriteStatement(statement, rewriting, inner)
    }),
  }
}

/** An anchor of a heading or caption is the last thing in it: anywhere else it would print as braces. */
function checkLineEnd(statement: Ast, next: Ast | undefined, it: Rewriting): void {
  const { path: called, params } = statement as hbs.AST.MustacheStatement
  if (statement.type !== 'MustacheStatement' || params.length !== 1 || !next) return
  const helper = it.helpers.get(String((called as hbs.AST.PathExpression).original))
  if (!helper?.endsLine) return
  if (next.type === 'ContentStatement' && /^[ \t]*(\n|$)/.test(String((next as hbs.AST.ContentStatement).original)))
    return
  it.refuse(placeOf(statement, it.file), `${helper.name} with one argument stands at the end of a heading or caption`, {
    notes: [`around words in a line, give them too: {{${helper.name} id words}}`],
  })
}

function rewriteStatement(statement: Ast, it: Rewriting, scope: Scope): hbs.AST.Statement[] {
  switch (statement.type) {
    case 'ContentStatement':
      return rewriteLiteral(statement as hbs.AST.ContentStatement, it)
    case 'CommentStatement':
      return []
    case 'MustacheStatement':
      return rewriteMustache(statement as hbs.AST.MustacheStatement, it, scope)
    case 'BlockStatement':
      return rewriteBlock(statement as hbs.AST.BlockStatement, it, scope)
    case 'PartialStatement':
      return rewritePartial(statement as hbs.AST.PartialStatement, it, scope)
    default:
      it.refuse(placeOf(statement, it.file), 'inline partials, partial blocks and decorators are not supported', {
        notes: ['put the part into a file of templates/partials and call it with {{> name}}'],
      })
      return []
  }
}

function rewriteLiteral(content: hbs.AST.ContentStatement, it: Rewriting): hbs.AST.Statement[] {
  if (content.value === '') return []
  const original = String(content.original)
  const before = original.slice(0, strippedLength(original, content.value)).split('\n')
  const id = it.nodes.push({
    kind: 'literal',
    file: it.file,
    text: content.value,
    line: content.loc.start.line + before.length - 1,
    column: (before.length === 1 ? content.loc.start.column : 0) + before.at(-1)!.length + 1,
  })
  return [mustache('literal', [], id - 1)]
}

/** How much white space Handlebars took from the front of a literal that follows a tag. */
function strippedLength(original: string, value: string): number {
  return /\S/.test(value) ? original.search(/\S/) - value.search(/\S/) : original.length - value.length
}

function rewriteMustache(statement: hbs.AST.MustacheStatement, it: Rewriting, scope: Scope): hbs.AST.Statement[] {
  const place = placeOf(statement, it.file)
  if (!statement.escaped) {
    it.refuse(place, 'a value is printed without escaping', {
      notes: ['write {{…}}; what gives Markdown is a helper, and it is printed as it is'],
    })
    return []
  }
  const expression = isCall(statement)
    ? rewriteCall(statement as unknown as hbs.AST.SubExpression, it, scope)
    : rewriteRead(statement.path as hbs.AST.PathExpression, it, scope)
  if (!expression) return []
  const words = clipped((statement.path as hbs.AST.PathExpression).original)
  const id = it.nodes.push({ kind: 'print', place, expression: words, argument: numberOf(expression) })
  return [mustache('print', [expression], id - 1)]
}

function rewriteBlock(block: hbs.AST.BlockStatement, it: Rewriting, scope: Scope): hbs.AST.Statement[] {
  const place = placeOf(block, it.file)
  const name = String(block.path.original)
  const program = block.program && rewrite(block.program, it, scope)
  const inverse = block.inverse && rewrite(block.inverse, it, scope)
  if (!Object.hasOwn(blocks, name) || !block.program) {
    it.refuse(place, `“${name}” is not a block`, {
      notes: [
        ...didYouMean(name, Object.keys(blocks)),
        'the blocks are #if, #unless, #each and #with, each with {{else}}',
      ],
    })
    return []
  }
  if (block.params.length !== 1 || block.hash) {
    it.refuse(place, `#${name} takes one argument and no named ones, and has ${block.params.length}`)
    return []
  }
  const kind = name as Block
  if ((block.program.blockParams?.length ?? 0) > blocks[kind]) {
    it.refuse(place, `#${name} names ${blocks[kind] || 'no'} value${blocks[kind] === 1 ? '' : 's'} with “as”`)
    return []
  }
  const argument = rewriteExpression(block.params[0]!, it, scope)
  if (!argument) return []
  const id = it.nodes.push({ kind, place, expression: sourceOf(block.params[0]!), argument: numberOf(argument) })
  const params = [argument, literal(id - 1)]
  return [{ ...block, path: path(kind), params, hash: undefined, program, inverse } as unknown as hbs.AST.Statement]
}

function rewritePartial(partial: hbs.AST.PartialStatement, it: Rewriting, scope: Scope): hbs.AST.Statement[] {
  const place = placeOf(partial, it.file)
  if (partial.name.type === 'SubExpression' || partial.params.length > 1) {
    it.refuse(place, 'a partial is called by its name, with at most one context')
    return []
  }
  const name = String((partial.name as hbs.AST.PathExpression).original)
  const context = partial.params[0] ? rewriteExpression(partial.params[0], it, scope) : here()
  const hash = rewriteHash(partial.hash, it, scope)
  if (!context) return []
  it.calls.push({ name, place })
  const id = it.nodes.push({
    kind: 'partial',
    place,
    expression: partial.params[0] ? sourceOf(partial.params[0]) : 'this',
    argument: numberOf(context),
    partial: name,
    indent: partial.indent,
  })
  return [mustache('partial', [context], id - 1, hash)]
}

function rewriteExpression(expression: Expression, it: Rewriting, scope: Scope): Expression | undefined {
  switch (expression.type) {
    case 'SubExpression':
      return rewriteCall(expression as hbs.AST.SubExpression, it, scope)
    case 'PathExpression':
      return rewriteRead(expression as hbs.AST.PathExpression, it, scope)
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return expression
    default:
      it.refuse(placeOf(expression, it.file), 'undefined and null mean nothing here')
      return undefined
  }
}

function rewriteCall(call: hbs.AST.SubExpression, it: Rewriting, scope: Scope): Expression | undefined {
  const place = placeOf(call, it.file)
  const name = String(call.path.original)
  const helper = it.helpers.get(name)
  const params = call.params.map((param) => rewriteExpression(param, it, scope))
  const hash = rewriteHash(call.hash, it, scope)
  if (!helper) {
    it.refuse(place, `“${name}” is not a helper`, {
      notes: [...didYouMean(name, it.helpers.keys()), 'a name with arguments is a helper, a name alone is a field'],
    })
    return undefined
  }
  const problem = checkCall(helper, call)
  if (problem) it.refuse(place, problem, { notes: [`e.g. ${helper.example.template}`] })
  if (problem || !params.every((param) => param !== undefined)) return undefined
  const id = it.nodes.push({ kind: 'call', place, expression: name, helper, reads: params.map(numberOf) })
  return step('call', params, id - 1, hash)
}

function rewriteRead(read: hbs.AST.PathExpression, it: Rewriting, scope: Scope): Expression | undefined {
  const place = placeOf(read, it.file)
  if (read.type !== 'PathExpression') {
    it.refuse(place, `“${String((read as { original?: unknown }).original)}” is not a field`, {
      notes: ['plain text needs no braces'],
    })
    return undefined
  }
  const [first, ...rest] = read.parts
  if (read.data && !variables.includes(first ?? '')) {
    it.refuse(place, `“${read.original}” is not a variable`, {
      notes: [...didYouMean(first ?? '', variables), `the variables are @${variables.join(', @')}`],
    })
    return undefined
  }
  const isScoped = /^\.|^this\b/.test(read.original)
  const isNamed = read.data || (first !== undefined && !read.depth && !isScoped && scope.includes(first))
  const base = isNamed ? { ...read, parts: [first!] } : here()
  const parts = isNamed ? rest : read.parts
  const names = isScoped || read.data ? [] : scope
  const depth = isNamed ? 0 : read.depth
  const id = it.nodes.push({ kind: 'read', place, expression: clipped(read.original), parts, depth, names })
  return step('read', [base], id - 1)
}

function rewriteHash(hash: hbs.AST.Hash | undefined, it: Rewriting, scope: Scope): hbs.AST.Hash | undefined {
  if (!hash) return undefined
  const pairs = hash.pairs.flatMap((pair) => {
    const value = rewriteExpression(pair.value, it, scope)
    if (/^[a-z][A-Za-z0-9-]*$/.test(pair.key)) return value ? [{ ...pair, value }] : []
    it.refuse(placeOf(pair, it.file), `“${pair.key}” cannot name an argument`)
    return []
  })
  return { ...hash, pairs }
}

/** A name with arguments is a helper; a name alone is a field, whatever helpers there are. */
function isCall(statement: hbs.AST.MustacheStatement): boolean {
  return statement.params.length > 0 || statement.hash !== undefined
}
