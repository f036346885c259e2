import { type Details, didYouMean, fieldOf, isKeyOf, itemAt, lastOf, type Place } from '../../core/index.ts'
import { checkCall } from './arguments.ts'
import type { Helper } from './helpers/helper.ts'
import type {
  CallNode,
  ConstantNode,
  Expression,
  LiteralNode,
  LostNode,
  NamedArguments,
  Program,
  ReadNode,
  Step,
} from './nodes.ts'

/** What the translator knows and fills. */
export interface Translating {
  readonly file: string
  readonly helpers: ReadonlyMap<string, Helper>
  /** The partials that are called, with the place of each call. */
  readonly calls: { readonly name: string; readonly place: Place }[]
  refuse(place: Place, reason: string, details?: Details): void
}

type Ast = hbs.AST.Node
/** Something that is called, with its arguments. */
type Call = hbs.AST.SubExpression | hbs.AST.MustacheStatement

/** The nodes that are read here: to Handlebars' own types each is a `Statement` or an `Expression`, whatever its type says. */
interface Nodes {
  ContentStatement: hbs.AST.ContentStatement
  MustacheStatement: hbs.AST.MustacheStatement
  BlockStatement: hbs.AST.BlockStatement
  PartialStatement: hbs.AST.PartialStatement
  SubExpression: hbs.AST.SubExpression
  PathExpression: hbs.AST.PathExpression
  NumberLiteral: hbs.AST.NumberLiteral
  StringLiteral: hbs.AST.StringLiteral
  BooleanLiteral: hbs.AST.BooleanLiteral
}
const is = <T extends keyof Nodes>(node: Ast, type: T): node is Nodes[T] => node.type === type
/** The names of block parameters in scope. */
type Scope = readonly string[]

/** The blocks there are, and how many names each may give: `{{#each list as |item index|}}`. */
const blocks = { if: 0, unless: 0, each: 2, with: 1 } as const
const variables = ['root', 'index', 'key', 'first', 'last']
export const nothing: Program = { names: [], steps: [] }
const lost: LostNode = { kind: 'lost' }

/**
 * What a program of Handlebars' own syntax tree says, as steps that `execute` can take: the blocks, helpers and paths of
 * the language that templates are written in, and nothing else of Handlebars'. What is not of it is refused, and
 * left out or lost: the rest is still run, so that all that is wrong is told at once.
 */
export function translate(program: hbs.AST.Program, it: Translating, scope: Scope = []): Program {
  const names = program.blockParams ?? []
  const inner = [...scope, ...names]
  const steps = program.body.flatMap((statement, index) => {
    checkLineEnd(statement, program.body[index + 1], it)
    return translateStatement(statement, it, inner)
  })
  return { names, steps }
}

/** An anchor of a heading or caption is the last thing in it: anywhere else it would print as braces. */
function checkLineEnd(statement: Ast, next: Ast | undefined, it: Translating): void {
  if (!is(statement, 'MustacheStatement') || statement.params.length !== 1 || !next) return
  const helper = it.helpers.get(originalOf(statement.path))
  if (!helper?.endsLine) return
  const after = is(next, 'ContentStatement') ? originalOf(next) : '{{'
  if (/^[ \t]*(\n|$)/.test(after)) return
  it.refuse(placeOf(statement, it.file), `${helper.name} with one argument stands at the end of a heading or caption`, {
    notes: [
      /^\s*\]\(/.test(after)
        ? 'of a picture or figure the id stands behind its address: ![Caption](address){#id}'
        : `around words in a line, give them too: {{${helper.name} id words}}`,
    ],
  })
}

function translateStatement(statement: Ast, it: Translating, scope: Scope): Step[] {
  if (is(statement, 'ContentStatement')) return translateLiteral(statement, it)
  if (is(statement, 'MustacheStatement')) return translateMustache(statement, it, scope)
  if (is(statement, 'BlockStatement')) return translateBlock(statement, it, scope)
  if (is(statement, 'PartialStatement')) return translatePartial(statement, it, scope)
  if (statement.type === 'CommentStatement') return []
  it.refuse(placeOf(statement, it.file), 'inline partials, partial blocks and decorators are not supported', {
    notes: ['put the part into a file of templates/partials and call it with {{> name}}'],
  })
  return []
}

function translateLiteral(content: hbs.AST.ContentStatement, it: Translating): LiteralNode[] {
  if (content.value === '') return []
  const original = originalOf(content)
  const before = original.slice(0, strippedLength(original, content.value)).split('\n')
  const line = content.loc.start.line + before.length - 1
  const column = (before.length === 1 ? content.loc.start.column : 0) + lastOf(before).length + 1
  return [{ kind: 'literal', file: it.file, text: content.value, line, column }]
}

/** How much white space Handlebars took from the front of a literal that follows a tag. */
function strippedLength(original: string, value: string): number {
  return /\S/.test(value) ? original.search(/\S/) - value.search(/\S/) : original.length - value.length
}

function translateMustache(statement: hbs.AST.MustacheStatement, it: Translating, scope: Scope): Step[] {
  const place = placeOf(statement, it.file)
  if (!statement.escaped) {
    it.refuse(place, 'a value is printed without escaping', {
      notes: ['write {{…}}; what gives Markdown is a helper, and it is printed as it is'],
    })
    return []
  }
  const value = isCall(statement) ? translateCall(statement, it, scope) : translateRead(statement.path, it, scope)
  return [{ kind: 'print', place, expression: sourceOf(statement), value }]
}

function translateBlock(block: hbs.AST.BlockStatement, it: Translating, scope: Scope): Step[] {
  const place = placeOf(block, it.file)
  const kind = originalOf(block.path)
  const body = block.program && translate(block.program, it, scope)
  const otherwise = block.inverse ? translate(block.inverse, it, scope) : nothing
  if (!isKeyOf(blocks, kind) || !body) {
    it.refuse(place, `“${kind}” is not a block`, {
      notes: [
        ...didYouMean(kind, Object.keys(blocks)),
        'the blocks are #if, #unless, #each and #with, each with {{else}}',
      ],
    })
    return []
  }
  if (block.params.length !== 1 || block.hash) {
    it.refuse(place, `#${kind} takes one argument and no named ones, and has ${block.params.length}`)
    return []
  }
  if (body.names.length > blocks[kind]) {
    it.refuse(place, `#${kind} names ${blocks[kind] || 'no'} value${blocks[kind] === 1 ? '' : 's'} with “as”`)
    return []
  }
  const value = translateExpression(itemAt(block.params, 0), it, scope)
  return [{ kind, place, expression: sourceOf(itemAt(block.params, 0)), value, body, otherwise }]
}

function translatePartial(partial: hbs.AST.PartialStatement, it: Translating, scope: Scope): Step[] {
  const place = placeOf(partial, it.file)
  if (partial.name.type === 'SubExpression' || partial.params.length > 1) {
    it.refuse(place, 'a partial is called by its name, with at most one context')
    return []
  }
  const name = originalOf(partial.name)
  const [context] = partial.params
  const value = context && translateExpression(context, it, scope)
  const options = translateHash(partial.hash, it, scope)
  it.calls.push({ name, place })
  return [{ kind: 'partial', place, name, value, options, indent: partial.indent }]
}

function translateExpression(expression: hbs.AST.Expression, it: Translating, scope: Scope): Expression {
  if (is(expression, 'SubExpression')) return translateCall(expression, it, scope)
  if (is(expression, 'PathExpression')) return translateRead(expression, it, scope)
  if (is(expression, 'NumberLiteral')) return translateNumber(expression, it)
  if (is(expression, 'StringLiteral') || is(expression, 'BooleanLiteral'))
    return { kind: 'constant', value: expression.value }
  it.refuse(placeOf(expression, it.file), 'undefined and null mean nothing here')
  return lost
}

/** Infinity and -0 are no numbers that anybody means, and JSON cannot keep them. */
function translateNumber(number: hbs.AST.NumberLiteral, it: Translating): ConstantNode | LostNode {
  const { value } = number
  if (Number.isFinite(value)) return { kind: 'constant', value: value === 0 ? 0 : value }
  it.refuse(placeOf(number, it.file), 'the number is too large to be told from others')
  return lost
}

function translateCall(call: Call, it: Translating, scope: Scope): CallNode | LostNode {
  const place = placeOf(call, it.file)
  const name = originalOf(call.path)
  const helper = it.helpers.get(name)
  const values = call.params.map((param) => translateExpression(param, it, scope))
  const options = translateHash(call.hash, it, scope)
  if (!helper) {
    it.refuse(place, `“${name}” is not a helper`, {
      notes: [...didYouMean(name, it.helpers.keys()), 'a name with arguments is a helper, a name alone is a field'],
    })
    return lost
  }
  const problem = checkCall(helper, call)
  if (problem) it.refuse(place, problem, { notes: [`e.g. ${helper.example.template}`] })
  if (problem) return lost
  return { kind: 'call', place, helper: name, values, options }
}

function translateRead(read: Ast, it: Translating, scope: Scope): ReadNode | LostNode {
  const place = placeOf(read, it.file)
  if (!is(read, 'PathExpression')) {
    it.refuse(place, `“${originalOf(read)}” is not a field`, { notes: ['plain text needs no braces'] })
    return lost
  }
  const [first, ...rest] = read.parts
  if (read.data && !variables.includes(first ?? '')) {
    it.refuse(place, `“${read.original}” is not a variable`, {
      notes: [...didYouMean(first ?? '', variables), `the variables are @${variables.join(', @')}`],
    })
    return lost
  }
  const isScoped = /^\.|^this\b/.test(read.original)
  const isNamed = !read.data && first !== undefined && !read.depth && !isScoped && scope.includes(first)
  const kind = read.data ? 'variable' : isNamed ? 'parameter' : undefined
  return {
    kind: 'read',
    place,
    expression: clipped(read.original),
    parts: kind ? rest : read.parts,
    depth: read.depth,
    from: kind && { kind, name: first ?? '' },
    names: isScoped || read.data ? [] : scope,
  }
}

function translateHash(hash: hbs.AST.Hash | undefined, it: Translating, scope: Scope): NamedArguments {
  return (hash?.pairs ?? []).flatMap((pair) => {
    const value = translateExpression(pair.value, it, scope)
    if (/^[a-z][A-Za-z0-9-]*$/.test(pair.key)) return [[pair.key, value] as const]
    it.refuse(placeOf(pair, it.file), `“${pair.key}” cannot name an argument`)
    return []
  })
}

/** A name with arguments is a helper; a name alone is a field, whatever helpers there are. */
function isCall(statement: hbs.AST.MustacheStatement): boolean {
  return statement.params.length > 0 || statement.hash !== undefined
}

/** Where a node stands in a file: Handlebars counts columns from 0. */
function placeOf(node: hbs.AST.Node, file: string): Place {
  const { start, end } = node.loc
  return {
    file,
    start: { line: start.line, column: start.column + 1 },
    end: { line: end.line, column: end.column + 1 },
  }
}

/** Words of a template as a message quotes them. */
const clipped = (words: string) => words.slice(0, 100)
const originalOf = (node: Ast) => String(fieldOf(node, 'original'))
const sourceOf = (node: Ast) =>
  clipped(originalOf(is(node, 'SubExpression') || is(node, 'MustacheStatement') ? node.path : node))
