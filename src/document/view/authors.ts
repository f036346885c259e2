import { compare } from '../../core/index.ts'
import type { Corpus, Source } from '../../corpus/index.ts'
import type { ViewContext } from './context.ts'
import { authorNames, howKnown, inRow } from './names.ts'

/** How much of the evidence comes from an author. */
export interface AuthorView {
  readonly name: string
  /** Texts that say so themselves, or whose publisher does. */
  readonly signed: number
  /** Texts that are given as theirs on another ground: a catalogue, an inference, what somebody told us. */
  readonly attributed: number
  readonly claims: number
  readonly percent: number
}

const signs: ReadonlySet<string> = new Set(['text', 'publisher-page'])

/** The authors of the sources held, by the number of claims, and the texts that name none. */
export function authorShares(
  sources: Corpus['sources'],
  { words: { and }, pack }: Pick<ViewContext, 'words' | 'pack'>,
): { authors: AuthorView[]; authorless: { texts: number; claims: number; percent: number } } {
  const held = [...sources.values()].filter((source) => source.held && !source.deprecated)
  const claimsOf = (some: readonly Source[]) => some.reduce((sum, source) => sum + source.claims.length, 0)
  const percent = (claims: number) => Math.round((100 * claims) / Math.max(claimsOf(held), 1))
  const authorless = held.filter((source) => !source.author?.length)
  const shares = new Map<string, { signed: number; attributed: number; claims: number }>()
  for (const source of held.filter((it) => !authorless.includes(it))) {
    const name = inRow(
      authorNames(source, pack).map((it) => it.full),
      and,
    )
    const share = shares.get(name) ?? { signed: 0, attributed: 0, claims: 0 }
    const kind = signs.has(howKnown(source, 'author')) ? 'signed' : 'attributed'
    shares.set(name, { ...share, [kind]: share[kind] + 1, claims: share.claims + source.claims.length })
  }
  const authors = [...shares]
    .map(([name, share]) => ({ name, ...share, percent: percent(share.claims) }))
    .sort((a, b) => b.claims - a.claims || compare(a.name, b.name))
  const claims = claimsOf(authorless)
  return { authors, authorless: { texts: authorless.length, claims, percent: percent(claims) } }
}
