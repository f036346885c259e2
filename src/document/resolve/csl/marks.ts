/**
 * The engine builds strings. Ours carry their markup between characters of Unicode's private use area, which no data
 * may have, and are read back as nodes: no HTML, hence nothing to escape and nothing to inject.
 */
import { type Inline, itemAt } from '../../../core/index.ts'

const open = '\uE000'
const named = '\uE002'
const shut = '\uE001'

/** What a stretch of text is. `cite` names the work that it cites, `language` its BCP 47 tag. */
export type Mark =
  | {
      readonly kind:
        | 'emphasis'
        | 'strong'
        | 'superscript'
        | 'smallCaps'
        | 'normal'
        | 'label'
        | 'block'
        | 'other'
        // Of laws, until `settleLaws`.
        | 'law'
        | 'gone'
    }
  | { readonly kind: 'link' | 'cite' | 'locator' | 'entry' | 'language'; readonly value: string }

/** `text` marked, as the engine's output carries it. */
export function mark(kind: Mark['kind'], text: string, value = ''): string {
  return `${open}${kind}:${withoutMarks(value)}${named}${text}${shut}`
}

/** Text without the characters that marks are made of. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uE002]/g, '')
}

/** A stretch of text with all that is said of it, outermost first. */
export interface Run {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** The runs of a marked string. */
export function runsOf(marked: string): Run[] {
  const runs: Run[] = []
  const marks: Mark[] = []
  for (const [token, , kind, value = '', text] of marked.matchAll(
    /(\uE000([^:\uE002]*):([^\uE002]*)\uE002)|\uE001|([^\uE000-\uE002]+)/g,
  )) {
    if (kind !== undefined) marks.push({ kind, value } as Mark)
    else if (token === shut) marks.pop()
    else if (text) runs.push({ text, marks: [...marks] })
  }
  return runs
}

/** An entry of the bibliography without its outermost mark, which names its work. */
export function entryOf(marked: string): { readonly id: string; readonly text: string } {
  const [, id = '', text = ''] = /^\uE000entry:([^\uE002]*)\uE002([\s\S]*)\uE001$/.exec(marked) ?? []
  return { id, text }
}

/** A marked string with each stretch of text changed, by what is said of it. */
export function changeText(marked: string, change: (text: string, marks: readonly Mark['kind'][]) => string): string {
  const marks: Mark['kind'][] = []
  return marked.replace(
    /\uE000([^:\uE002]*):[^\uE002]*\uE002|\uE001|[^\uE000-\uE002]+/g,
    (token, kind?: Mark['kind']) => {
      if (kind !== undefined) marks.push(kind)
      else if (token === shut) marks.pop()
      else return change(token, marks)
      return token
    },
  )
}

/** The words of a marked string, e.g. to sort by or to compare. */
export function textOf(marked: string): string {
  return runsOf(marked)
    .map((run) => run.text)
    .join('')
}

/**
 * Nodes of runs; neighbours with the same mark share a node. Links leave out what is not http, https or `#id`. A block
 * has lines of its own.
 */
export function inlineOf(runs: readonly Run[]): Inline[] {
  return linesOf(runs).flatMap((line, index): Inline[] => {
    const nodes = nest(line.map(({ text, marks }) => ({ text, marks: flatten(marks) })))
    return index === 0 ? nodes : [{ type: 'break' }, ...nodes]
  })
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = []
  let last: Mark | undefined
  for (const run of runs) {
    const block = run.marks.find(({ kind }) => kind === 'block')
    const line = lines.at(-1)
    if (line && block === last) line.push(run)
    else if (line && run.text.trim() === '') continue
    else lines.push([run])
    last = block
  }
  return lines
}

/** Nested italics cancel each other; unknown marks are unwrapped; repeated marks are merged. */
function flatten(marks: readonly Mark[]): Mark[] {
  let flat: Mark[] = []
  for (const mark of marks) {
    if (mark.kind === 'normal') flat = flat.filter(({ kind }) => kind !== 'emphasis')
    else if (isNode(mark) && !flat.some(({ kind }) => kind === mark.kind)) flat.push(mark)
  }
  return flat.sort((a, b) => rank(a) - rank(b))
}

function isNode(mark: Mark): boolean {
  if (mark.kind === 'link') return /^(?:https?:\/\/[^\s]|#)/i.test(mark.value)
  return order.includes(mark.kind)
}

const order: readonly Mark['kind'][] = ['superscript', 'link', 'emphasis', 'strong', 'smallCaps', 'language']
const rank = (mark: Mark) => order.indexOf(mark.kind)

function nest(runs: readonly Run[]): Inline[] {
  const nodes: Inline[] = []
  let index = 0
  while (index < runs.length) {
    const [first] = itemAt(runs, index).marks
    let end = index + 1
    while (end < runs.length && same(itemAt(runs, end).marks[0], first)) end++
    const stretch = runs.slice(index, end)
    if (!first) nodes.push({ type: 'text', value: stretch.map((run) => run.text).join('') })
    else nodes.push(nodeOf(first, nest(stretch.map(({ text, marks }) => ({ text, marks: marks.slice(1) })))))
    index = end
  }
  return nodes
}

function same(a: Mark | undefined, b: Mark | undefined): boolean {
  return a?.kind === b?.kind && JSON.stringify(a) === JSON.stringify(b)
}

function nodeOf(mark: Mark, children: Inline[]): Inline {
  if (mark.kind === 'link') return { type: 'link', url: mark.value, children }
  if (mark.kind === 'language') return { type: 'span', data: { lang: mark.value }, children }
  return { type: mark.kind as 'emphasis' | 'strong' | 'smallCaps' | 'superscript', children }
}
