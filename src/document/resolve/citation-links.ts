import type { CollectedGroup } from './collect.ts'
import { type Mark, type Run, runsOf } from './csl/marks.ts'
import type { RenderedEntry } from './csl/render.ts'

/** Where citations lead besides the bibliography. */
export interface CitationLinks {
  /** Whether the document, or its companion, has this id. */
  leads(id: string): boolean
  /** The companion that has the id, where the document itself has not. */
  packOf(id: string): string | undefined
  /** The work that makes a claim, in which places, as citations name them, and what it says. */
  claim(id: string): { readonly source: string; readonly places: readonly string[]; readonly gist: string } | undefined
  /** Says “there”, of what the note before cites; absent where the style has a word of its own for it, or no notes. */
  readonly ibid?: string | undefined
  /** Works lead to the entry of their source first. */
  readonly toCards: boolean
}

export interface Context extends Pick<CitationLinks, 'leads' | 'packOf' | 'claim' | 'toCards'> {
  readonly listed: ReadonlySet<string>
  readonly numbers: ReadonlyMap<string, string>
}

/**
 * Makes links of the first thing said of each work, its author, title, number or code, to the bibliography or the entry
 * of the source; and of each place to the claim that is made there. Where the style marks nothing, a number in
 * brackets is the link, or, for one work, all of its words. A style that prints no places has its works lead to the claims.
 */
export function link(runs: readonly Run[], group: CollectedGroup, context: Context): Run[] {
  const linked = linkWorks(runs, group, context)
  if (linked.some(({ marks }) => marks.some((mark) => mark.kind === 'link' && mark.value.startsWith('#claim-'))))
    return linked
  const cites = group.node.children.filter(({ locator }) => locator !== undefined)
  const claimOf = (mark: Mark) => {
    if (mark.kind !== 'link') return undefined
    const cite = cites.find(({ identifier }) => mark.value === targetOf(identifier, context))
    return cite?.claims?.find((id) => context.leads(`claim-${id}`))
  }
  const toClaim = (mark: Mark): Mark => {
    const claim = claimOf(mark)
    return claim === undefined ? mark : { kind: 'link', value: `#claim-${claim}` }
  }
  return linked.map(({ text, marks }) => ({ text, marks: marks.map(toClaim) }))
}

/** The same, but that works always lead to their entries: for the author whom a sentence names. */
export function linkWorks(runs: readonly Run[], group: CollectedGroup, context: Context): Run[] {
  let last: string | undefined
  let first: Mark | undefined
  const linked = runs.flatMap(({ text, marks }): Run[] => {
    const cite = marks.find(({ kind }) => kind === 'cite' || kind === 'locator')
    const others = marks.filter((mark) => mark !== cite)
    if (cite?.kind === 'locator') return linkPlaces(text, others, cite.value, group, context)
    if (cite?.kind !== 'cite') return [{ text, marks: others }]
    if (cite.value !== last) first = cite
    last = cite.value
    const target =
      cite === first && !others.some(({ kind }) => kind === 'link') ? targetOf(cite.value, context) : undefined
    return [{ text, marks: target === undefined ? others : [{ kind: 'link', value: target }, ...others] }]
  })
  const isLed = ({ marks }: Run) => marks.some(({ kind }) => kind === 'link')
  return linked.flatMap((run) => (isLed(run) ? [run] : linkNumbers(run, group, context.listed, context.numbers)))
}

/** Where a work has its entry: in the bibliography, or in the register of sources. */
export function targetOf(work: string, { listed, leads, toCards }: Context): string | undefined {
  const card = `source-${work}`
  if (listed.has(work) && !(toCards && leads(card))) return `#ref-${work}`
  return leads(card) ? `#${card}` : undefined
}

/** Each place leads to the claim cited that is made there, or begins there. */
function linkPlaces(
  text: string,
  marks: readonly Mark[],
  work: string,
  group: CollectedGroup,
  { leads, claim }: Context,
): Run[] {
  const claims = group.claims.flatMap((id) => {
    const made = claim(id)
    return made?.source === work && leads(`claim-${id}`) ? [{ id, places: made.places }] : []
  })
  if (claims.length === 0 || marks.some(({ kind }) => kind === 'link')) return [{ text, marks: [...marks] }]
  const parts = text.split(/([\p{L}\p{N}][\p{L}\p{N}().:]*(?:[–-]\d+)?)/u).filter((part) => part !== '')
  return parts.map((part): Run => {
    const [from = Number.NaN, to = from] = part.split(/[–-]/).map(Number)
    const isThere = (place: string) => place === part || (from <= Number(place) && Number(place) <= to)
    const found = claims.find(({ places }) => places.some(isThere))
    return { text: part, marks: found ? [{ kind: 'link', value: `#claim-${found.id}` }, ...marks] : [...marks] }
  })
}

function linkNumbers(
  { text, marks }: Run,
  group: CollectedGroup,
  listed: ReadonlySet<string>,
  numbers: ReadonlyMap<string, string>,
): Run[] {
  const keys = new Set(group.items.map(({ id }) => id))
  return text
    .split(/((?<=\[)\d+(?=\]))/)
    .map((part): Run => {
      const key = numbers.get(part)
      const isNumber = key !== undefined && keys.has(key) && listed.has(key)
      return { text: part, marks: isNumber ? [{ kind: 'link', value: `#ref-${key}` }, ...marks] : marks }
    })
    .filter((run) => run.text !== '')
}

/** The works by the number that a numeric style gives them. */
export function numbersOf(entries: readonly RenderedEntry[]): Map<string, string> {
  return new Map(
    entries.flatMap(({ id, text }) => {
      const label = runsOf(text)
        .filter(({ marks }) => marks.some(({ kind }) => kind === 'label'))
        .map((run) => run.text)
        .join('')
      const number = /\d+/.exec(label)?.[0]
      return number ? [[number, id] as const] : []
    }),
  )
}
