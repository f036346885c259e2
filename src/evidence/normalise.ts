import { itemAt } from '../core/index.ts'
import type { Normalisation } from '../corpus/index.ts'
import { fold, joined } from './fold.ts'

/**
 * What is pinned today is told by. Each normalisation is frozen, and a change of any step is a new name: `n1` is this file,
 * and cuts a text into its paragraphs; `n2` folds those further (`fold.ts`). A digest under `n1` holds.
 */
export const normalisation = 'n2'

// What a copy of a text gains or loses on its way through browsers, PDF and editors, and no reader sees.
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/
const space = /[\t\p{Zs}]+/gu
const softEnd = /\u00ad[\t\p{Zs}]*$/u

/**
 * A text as `n1` sees it: one line a paragraph, without empty ones. Soft hyphens, zero-width characters and the
 * byte-order mark are dropped before NFC, because they can keep a letter apart from its accent.
 */
export function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = []
  const apart = new Set<number>()
  const glued = new Set<number>()
  for (const raw of text.split(lineBreak)) {
    const line = normaliseLine(raw)
    if (line === '') apart.add(paragraphs.length)
    else if (softEnd.test(raw)) glued.add(paragraphs.length)
    if (line !== '') paragraphs.push(line)
  }
  layouts.set(paragraphs, { apart, glued })
  return paragraphs
}

function normaliseLine(line: string): string {
  return line
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/…/g, '...')
    .replace(space, ' ')
    .trim()
}

/** What the lines of a text no longer show of it. */
export interface Layout {
  /** The indexes of lines behind an empty one. */
  readonly apart: ReadonlySet<number>
  /** Those of lines that ended in a soft hyphen. */
  readonly glued: ReadonlySet<number>
}

const layouts = new WeakMap<readonly string[], Layout>()
const unknown: Layout = { apart: new Set(), glued: new Set() }

/** The layout of a text that `paragraphsOf` has read. */
export function layoutOf(paragraphs: readonly string[]): Layout {
  return layouts.get(paragraphs) ?? unknown
}

/** What a source's `text.sha256` is the digest of: its paragraphs joined by line feeds; under `n2` a line that goes on goes on. */
export function normalise(paragraphs: readonly string[], by: Normalisation): string {
  return by === 'n1' ? paragraphs.join('\n') : itemAt(joined(paragraphs.map(fold)), 0).text
}

/** A phrase that is looked for in a text, on one line. */
export function normalisePhrase(phrase: string): string {
  return paragraphsOf(phrase).join(' ')
}

/** The words of normalised text that records and the lock count by: what stands between spaces, punctuation included. */
export function wordsOf(normalised: string): readonly string[] {
  return normalised.split(/\s+/).filter((word) => word !== '')
}
