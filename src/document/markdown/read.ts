import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { type Draft, messageOf } from '../../core/index.ts'
import type { Parsed } from './parse.ts'
import { offsetsOnly } from './pieces.ts'
import type { Problem } from './problem.ts'
import { type MarkdownPlugins, processorWith } from './processor.ts'

/** The chain of a section, with what a cache has no use for taken out. */
const kept = (plugins?: MarkdownPlugins) => processorWith(plugins)().use(offsetsOnly).freeze()

const ours = kept()

/** Markdown → tree with sugar, without the places that only the caller knows. Locators are in the words of `language`. */
export function read(markdown: string, language = 'en'): Parsed {
  const excess = excessOf(markdown)
  const file = new VFile({ value: excess ? '' : markdown, data: { language } })
  return parsedOf(ours.runSync(ours.parse(file), file), file, excess)
}

/** The same with the plugins of a project, which may take their time. Where one fails that is reported, and none is used. */
export async function readWith(plugins: MarkdownPlugins, markdown: string, language = 'en'): Promise<Parsed> {
  const excess = excessOf(markdown)
  const file = new VFile({ value: excess ? '' : markdown, data: { language } })
  try {
    const processor = kept(plugins)
    return parsedOf(await processor.run(processor.parse(file), file), file, excess)
  } catch (error) {
    const reason = `A plugin of the project failed: ${messageOf(error)}`
    const { tree, problems } = read(markdown, language)
    return { tree, problems: [{ rule: 'markdown-is-supported', offset: 0, reason }, ...problems] }
  }
}

function parsedOf(tree: Draft, { messages }: VFile, excess: Excess | undefined): Parsed {
  if (excess === undefined) return { tree, problems: messages.map(problemOf) }
  return {
    tree,
    problems: [{ rule: 'markdown-is-supported', ...excess, reason: `${excess.reason}, and the text is left out` }],
  }
}

/**
 * micromark holds each mark in a paragraph against all before it, and moves what it found for each; and for each underline of a
 * heading it looks back to the beginning. More than this is no text that somebody reads.
 */
const mostMarks = 5000
const mostUnderlines = 2000

/**
 * Where a line ends a quotation or list, or goes on in one without its mark, micromark goes through all that it read before. More
 * steps than this take it seconds.
 */
const mostSteps = 10_000_000

type Excess = Omit<Problem, 'rule'>

/** Of what there is too much, and where. A row of a table, an item of a list and a definition stand by themselves. */
function excessOf(markdown: string): Excess | undefined {
  let [marks, ends, underlines, from, at] = [0, 0, 0, 0, 0]
  let above = ''
  for (const line of markdown.split('\n')) {
    if (/^[\s>]*(?:$|\||[-*+] |\d+[.)] |\[[^\]]*\]:)/.test(line)) [marks, ends] = [0, 0]
    if (marks + ends === 0) from = at
    marks += line.match(/\*+|_+|~+|\[/g)?.length ?? 0
    ends += line.match(/\]|<\?/g)?.length ?? 0
    if (marks > mostMarks || ends > mostMarks)
      return { offset: from, reason: `A paragraph has more than ${mostMarks} “*”, “_”, “~” and “[”, or “]” and “<?”` }
    if (above.trim() !== '' && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line) && ++underlines > mostUnderlines)
      return { offset: at, reason: `There are more than ${mostUnderlines} headings with a line of “=” or “-” below` }
    above = line
    at += line.length + 1
  }
  return leavesTooOften(markdown)
}

/** The line that ends the last quotation or list that can be read, or goes on in it. */
function leavesTooOften(markdown: string): Excess | undefined {
  let [read, steps, left, at] = [0, 0, 0, 0]
  let open = { isQuotation: false, column: 0, gap: false }
  for (const line of markdown.split('\n')) {
    const [lead = ''] = /^(?:[ \t]*(?:>|(?:[-*+]|\d+[.)])(?=[ \t]|$)))*/.exec(line) ?? []
    const isBlank = line.trim() === ''
    // A list stays open over empty lines.
    const column = isBlank ? (open.isQuotation ? 0 : open.column) : lead ? lead.length : line.search(/\S/)
    if (column < open.column) {
      left++
      steps += read
      if (steps > mostSteps)
        return {
          offset: at,
          reason: `${left} lines end a quotation or list, or go on in one without its mark, which is too many`,
          notes: ['put “>” before every line of a quotation, and headings between parts of a long section'],
        }
      if (isBlank || open.gap) open = { isQuotation: false, column: 0, gap: false }
    }
    if (lead) open = { isQuotation: lead.trimStart().startsWith('>'), column, gap: false }
    else if (isBlank) open.gap = true
    read += 1 + (lead.match(/>|[^\s>]+/g)?.length ?? 0)
    at += line.length + 1
  }
  return undefined
}

function problemOf({ ruleId, source, place, reason, note }: VFileMessage): Problem {
  const start = place && 'start' in place ? place.start : place
  const rule = [source === 'briefpack' ? '' : (source ?? 'plugin'), ruleId].filter(Boolean).join('/')
  const problem = { rule, offset: start?.offset ?? 0, reason }
  return note === undefined ? problem : { ...problem, notes: note.split('\n') }
}
