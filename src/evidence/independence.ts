import { entryOf, grouped, remembered } from '../core/index.ts'
import type { Claim, Corpus, Source } from '../corpus/index.ts'
import { type Author, authorKeys, foldName } from './authors.ts'
import { type Group, Groups, type Tie, type Ties } from './groups.ts'
import { describeReason, type Quotes, type Reason } from './reasons.ts'
import type { SharedRun } from './shared.ts'

export interface Independence {
  readonly groups: readonly Group[]
  /** What is shared between groups and does not join them: a publisher, a quotation of one by the other. */
  readonly remarks: readonly string[]
}

/**
 * The independence groups of some claims (AJP-2.1: reports of one origin are one report). Claims are joined by the
 * author of their source, a declared derivation, an origin that both pass on, or eight words in a row. A claim that
 * one author passes on from another belongs to both: it never adds a group, and it does not make one voice of two
 * authors who also speak for themselves. Groups are connected components: a claim that two authors share, or that derives
 * from both, joins them, and so can lower the count.
 */
export function independenceOf(ids: readonly string[], corpus: Corpus, shared: readonly SharedRun[]): Independence {
  const claims = standingClaims([...new Set(ids)], corpus)
  const byClaim = runsByClaim(shared)
  const tied = claims.map((claim) => ({ claim, ties: tiesOf(claim, corpus, byClaim.get(claim.id) ?? []) }))
  const groups = new Groups()
  for (const { claim, ties } of tied) if (ties.relayed.length === 0) groups.join(claim.id, ties.own)
  const waiting = tied.filter(({ ties }) => ties.relayed.length > 0)
  const free = waiting.filter(({ claim, ties }) => !groups.attach(claim.id, ties))
  const others = new Groups()
  for (const { claim, ties } of free) others.join(claim.id, [...ties.own, ...ties.relayed])
  const all = [...groups.list(), ...others.list()]
  return {
    groups: all,
    remarks: [...remarksOn(all, corpus), ...claims.flatMap((claim) => relayRemarks(claim, corpus))],
  }
}

/** Those of some claims that stand: neither they nor their sources are withdrawn. What is withdrawn carries nothing. */
export function standingClaims(ids: readonly string[], corpus: Corpus): readonly Claim[] {
  return ids
    .flatMap((id) => corpus.claims.get(id) ?? [])
    .filter(({ deprecated, source }) => !deprecated && !corpus.sources.get(source)?.deprecated)
}

/** Sources that count as one. */
export interface SourceGroup {
  /** Their authors; none where no text names one. */
  readonly authors: readonly Author[]
  readonly sources: readonly string[]
  readonly reasons: readonly (Reason | Quotes)[]
}

/** The independence groups of the held sources as wholes: by author, declared derivation and declared authorship. */
export const sourceGroups = remembered((corpus: Corpus): readonly SourceGroup[] => {
  const groups = new Groups()
  for (const source of corpus.sources.values()) {
    if (source.held && !source.deprecated) groups.join(source.id, originTies(source, corpus))
  }
  return groups.list().map(({ claims: sources, reasons }) => {
    const works = sources.map((key) => entryOf(corpus.sources, key))
    const authors = namesByKey(works, corpus.sources)
    const quoted = works.flatMap((work) => foreignQuotes(work, corpus))
    return { authors: [...authors.values()], sources, reasons: [...reasons, ...quoted] }
  })
})

/** Why two claims are not independent of each other; nothing when they are. */
export function linksBetween(a: string, b: string, corpus: Corpus, shared: readonly SharedRun[]): readonly Reason[] {
  const [one, two] = [corpus.claims.get(a), corpus.claims.get(b)]
  if (!one || !two) return []
  const byClaim = runsByClaim(shared)
  const tiesOfOne = tiesOf(one, corpus, byClaim.get(a) ?? [])
  const tiesOfTwo = tiesOf(two, corpus, byClaim.get(b) ?? [])
  const keys = new Set([...tiesOfTwo.own, ...tiesOfTwo.relayed].map(({ key }) => key))
  const common = [...tiesOfOne.own, ...tiesOfOne.relayed].filter(({ key }) => keys.has(key))
  return [...new Map(common.map(({ key, reason }) => [key, reason])).values()]
}

function tiesOf(claim: Claim, corpus: Corpus, runs: readonly Tie[]): Ties {
  const source = corpus.sources.get(claim.source)
  const own = source ? originTies(source, corpus) : []
  const quoted = claim.voice === 'direct' || claim.voice === 'indirect'
  const via = claim.said?.via === undefined ? undefined : corpus.sources.get(claim.said.via)
  const ownKeys = new Set(own.map(({ key }) => key))
  const origin = (via ? originTies(via, corpus) : []).filter(({ key }) => !ownKeys.has(key))
  const relayed = [...origin, ...occasionTies(claim), ...(quoted ? runs : [])]
  return { own: quoted ? own : [...own, ...runs], relayed }
}

/** The source, its authors, and the same of every source that it is declared to derive from. */
function originTies(source: Source, corpus: Corpus, seen = new Set<string>()): readonly Tie[] {
  if (seen.has(source.id)) return []
  seen.add(source.id)
  const authors = authorsOf(source, corpus.sources).map(
    ({ key, ...author }): Tie => ({ key: `author ${key}`, reason: { kind: 'author', ...author } }),
  )
  const { lineage } = source
  const from = [...lineage['derived-from'], ...lineage['same-author-as']].flatMap(
    (key) => corpus.sources.get(key) ?? [],
  )
  const derived = from.flatMap((other) => originTies(other, corpus, seen))
  const own: Tie = { key: `source ${source.id}`, reason: { kind: 'source', source: source.id } }
  return [own, ...authors, ...derived]
}

/** The authors of a source; one whose name is written as one `literal` is the author who has it in two fields elsewhere. */
function authorsOf(source: Source, sources: Corpus['sources']): ReturnType<typeof authorKeys> {
  const keys = keysByWholeName(sources)
  return authorKeys(source).map((author) => ({ ...author, key: keys.get(author.key) ?? author.key }))
}

/** The keys of all authors by their whole names. */
const keysByWholeName = remembered((sources: Corpus['sources']): ReadonlyMap<string, string> => {
  const authors = [...sources.values()].flatMap(authorKeys)
  return new Map(
    authors.filter(({ key, name }) => key !== foldName(name)).map(({ key, name }) => [foldName(name), key]),
  )
})

/** What somebody said on one occasion is one statement, whoever reports it. */
function occasionTies(claim: Claim): readonly Tie[] {
  const date = claim.said?.date ?? (claim.kind === 'statement' ? claim.date?.edtf : undefined)
  if (claim.speaker === undefined || claim.voice === 'author' || date === undefined) return []
  const { speaker } = claim
  return [{ key: `said ${speaker} ${date}`, reason: { kind: 'occasion', speaker, date } }]
}

/** The runs that each claim's passages hold, as ties with the claims of the other text. */
const runsByClaim = remembered((shared: readonly SharedRun[]): ReadonlyMap<string, readonly Tie[]> => {
  const found = shared.flatMap(({ claims, sources, words }, index) => {
    if (claims[0].length === 0 || claims[1].length === 0) return []
    const tie: Tie = { key: `run ${index}`, reason: { kind: 'shared-words', words, sources } }
    return claims.flat().map((id) => ({ id, tie }))
  })
  return new Map([...grouped(found, ({ id }) => id)].map(([id, ties]) => [id, ties.map(({ tie }) => tie)]))
})

function remarksOn(groups: readonly Group[], corpus: Corpus): readonly string[] {
  const remarks = new Set<string>()
  const sourcesOf = groups.map(({ claims }) => [
    ...new Set(claims.flatMap((id) => corpus.claims.get(id)?.source ?? [])),
  ])
  for (const [index, keys] of sourcesOf.entries()) {
    for (const other of sourcesOf.slice(index + 1)) {
      for (const text of remarksBetween(keys, other, corpus)) remarks.add(text)
    }
  }
  return [...remarks]
}

function remarksBetween(keys: readonly string[], others: readonly string[], corpus: Corpus): readonly string[] {
  const sources = (list: readonly string[]) => list.flatMap((key) => corpus.sources.get(key) ?? [])
  return sources(keys).flatMap((one) =>
    sources(others).flatMap((two) => [...quotationRemarks(one, two, corpus), ...publisherRemarks(one, two)]),
  )
}

/** What a claim passes on from an author who is held in his own right. */
function relayRemarks(claim: Claim, corpus: Corpus): readonly string[] {
  const source = corpus.sources.get(claim.source)
  const { via } = claim.said ?? {}
  const foreign =
    source && via !== undefined
      ? foreignQuotes({ ...source, lineage: { ...source.lineage, quotes: [via] } }, corpus)
      : []
  return foreign.map((quotes) => `claim ${claim.id} is not a further voice: ${describeReason(quotes)}`)
}

/** The authors of some works, each under the name that it has first. */
function namesByKey(works: readonly Source[], sources: Corpus['sources']): ReadonlyMap<string, Author> {
  const names = new Map<string, Author>()
  for (const { key, ...author } of works.flatMap((work) => authorsOf(work, sources)))
    if (!names.has(key)) names.set(key, author)
  return names
}

/** The authors of all held works. */
const heldAuthors = remembered((sources: Corpus['sources']): ReadonlyMap<string, Author> => {
  const held = [...sources.values()].filter((it) => it.held)
  return namesByKey(held, sources)
})

/** Works of other held authors that a work quotes: to that extent it is their voice. */
function foreignQuotes(work: Source, corpus: Corpus): readonly Quotes[] {
  const own = new Set(authorsOf(work, corpus.sources).map(({ key }) => key))
  const held = heldAuthors(corpus.sources)
  return work.lineage.quotes.flatMap((id) => {
    const quoted = authorsOf(corpus.sources.get(id) ?? work, corpus.sources).filter(({ key }) => !own.has(key))
    const authors = quoted.flatMap(({ key }) => held.get(key)?.name ?? [])
    return authors.length > 0 ? [{ kind: 'quotes', source: work.id, quoted: id, authors }] : []
  })
}

function quotationRemarks(one: Source, two: Source, corpus: Corpus): readonly string[] {
  return [
    [one, two],
    [two, one],
  ].flatMap(([quoting, quoted]) => {
    const authors = new Set(authorsOf(quoted!, corpus.sources).map(({ key }) => key))
    const quotes = quoting!.lineage.quotes.flatMap((key) => corpus.sources.get(key) ?? [])
    const hits = quotes.filter(
      (it) => it.id === quoted!.id || authorsOf(it, corpus.sources).some(({ key }) => authors.has(key)),
    )
    return hits.map((it) => `${quoting!.id} quotes ${it.id}, which has the origin of ${quoted!.id}`)
  })
}

function publisherRemarks(one: Source, two: Source): readonly string[] {
  const { publisher } = one
  const same = publisher !== undefined && publisher === two.publisher
  return same ? [`${one.id} and ${two.id} share a publisher, ${publisher}`] : []
}
