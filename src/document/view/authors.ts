import { compare } from '../../core/index.ts'
import type { Corpus, Source } from '../../corpus/index.ts'
import { authorKeys } from '../../evidence/index.ts'
import type { ViewContext } from './context.ts'
import { authorNames, howKnown, inRow } from './names.ts'

/** Of more authors than this, those with least claims are told of together. */
const mostNamed = 8

const signs: ReadonlySet<string> = new Set(['text', 'publisher-page'])

/** How the authors of a source are known again. */
const keysOf = (source: Source) => [...new Set(authorKeys(source).map(({ key }) => key))]

/** The authors of the sources held, those who wrote together as one, by the number of claims, those of them that are told of together, and the texts that name none. */
export function authorShares(
  sources: Corpus['sources'],
  { words: { and }, pack }: Pick<ViewContext, 'words' | 'pack'>,
) {
  const held = [...sources.values()].filter((source) => source.held && !source.deprecated)
  const claimsOf = (some: readonly Source[]) => some.reduce((sum, source) => sum + source.claims.length, 0)
  const percent = (claims: number) => Math.round((100 * claims) / Math.max(claimsOf(held), 1))
  const authorless = held.filter((source) => !source.author?.length)
  /** `signed`: texts that say so themselves, or whose publisher does; `attributed`: those given as theirs on another ground. */
  const shares = new Map<string, { signed: number; attributed: number; claims: number; keys: readonly string[] }>()
  for (const source of held.filter((it) => !authorless.includes(it))) {
    const name = inRow(
      authorNames(source, pack).map((it) => it.full),
      and,
    )
    const share = shares.get(name) ?? { signed: 0, attributed: 0, claims: 0, keys: keysOf(source) }
    const kind = signs.has(howKnown(source, 'author')) ? 'signed' : 'attributed'
    shares.set(name, { ...share, [kind]: share[kind] + 1, claims: share.claims + source.claims.length })
  }
  const authors = [...shares]
    .map(([name, share]) => ({ name, ...share, people: share.keys.length, percent: percent(share.claims) }))
    .sort((a, b) => b.claims - a.claims || compare(a.name, b.name))
  const isCrowd = authors.length > mostNamed
  const mainAuthors = isCrowd ? authors.slice(0, mostNamed - 1).filter((it) => it.percent > 0) : authors
  const others = authors.slice(mainAuthors.length)
  const share = (texts: number, claims: number) => ({ texts, claims, percent: percent(claims) })
  const named = new Set(mainAuthors.flatMap(({ keys }) => keys))
  const unnamed = new Set(others.flatMap(({ keys }) => keys.filter((key) => !named.has(key))))
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const textsOfOthers = sum(others.map(({ signed, attributed }) => signed + attributed))
  const shown = ({ keys: _, ...author }: (typeof authors)[number]) => author
  return {
    authors: authors.map(shown),
    /** People and bodies, each once, whoever they wrote with. */
    people: named.size + unnamed.size,
    mainAuthors: mainAuthors.map(shown),
    otherAuthors: { authors: unnamed.size, ...share(textsOfOthers, sum(others.map((it) => it.claims))) },
    authorless: share(authorless.length, claimsOf(authorless)),
  }
}
