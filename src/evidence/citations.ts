import { type Cite, didYouMean, grouped, type Log, nodesOf, type Section } from '../core/index.ts'
import { type Claim, type Corpus, type PlaceKind, placeOf } from '../corpus/index.ts'

/**
 * Says of every citation which claims it stands for. One that was made of claims knows them; one that an author wrote by
 * hand stands for the claims of its paragraphs, or of its whole source where it gives none. Claims that it names and that
 * are not there are reported and left out.
 */
export function nameClaims(sections: readonly Section[], corpus: Corpus, log: Log): void {
  const bySource = grouped([...corpus.claims.values()], (claim) => claim.source)
  const placed = new Map([...bySource].map(([id, claims]) => [id, placesOf(claims, pagesOf(id, corpus))]))
  for (const section of sections) {
    for (const cite of nodesOf(section.tree, 'cite')) {
      const there = claimsAt(cite, placed.get(cite.identifier) ?? [])
      const named = cite.claims ?? []
      for (const id of named) {
        const problem = there.includes(id) ? undefined : problemOf(id, cite, corpus)
        if (problem === undefined) continue
        const subject = `section:${section.name}`
        log.report('citation-resolves', section.place(cite), problem.reason, {
          notes: problem.notes,
          subject,
          actual: id,
        })
      }
      const fitting = named.filter((id) => there.includes(id))
      cite.claims = fitting.length > 0 ? fitting : there
    }
  }
}

type Pages = Readonly<Record<string, number>> | undefined

const pagesOf = (source: string, { sources }: Corpus): Pages => sources.get(source)?.text?.pages

interface Placed {
  readonly id: string
  readonly places: readonly { readonly kind: PlaceKind; readonly value: string }[]
}

/** Where each claim of a source is made. */
function placesOf(claims: readonly Claim[], pages: Pages): readonly Placed[] {
  return claims.map(({ id, passages }) => ({
    id,
    places: passages.flatMap((passage) => {
      const place = placeOf(passage, pages)
      // A paragraph may be cited by its number in the text held, whatever the reader is given.
      const counted = { kind: 'paragraph' as const, value: String(passage.para) }
      return passage.at?.paragraph === undefined ? [place, counted] : [place]
    }),
  }))
}

/** The claims made in the places that a citation names; all of its source where it names none, or places that no passage has. */
function claimsAt(cite: Cite, placed: readonly Placed[]): readonly string[] {
  const cited = cite.locator && placesCited(cite.locator)
  const isOf = ({ places }: Placed) => places.some(({ kind }) => kind === cited?.kind)
  if (!cited || !placed.some(isOf)) return placed.map(({ id }) => id)
  return placed
    .filter(({ places }) => places.some(({ kind, value }) => kind === cited.kind && cited.has(value)))
    .map(({ id }) => id)
}

/** Why a claim is not one that the citation can stand for. */
function problemOf(
  id: string,
  { identifier, locator }: Cite,
  corpus: Corpus,
): { readonly reason: string; readonly notes: readonly string[] } | undefined {
  const claim = corpus.claims.get(id)
  if (claim === undefined) {
    return corpus.lost.has('claim') || corpus.nameless.has('claim')
      ? undefined
      : { reason: `“${id}” names no claim`, notes: didYouMean(id, corpus.claims.keys()) }
  }
  if (!corpus.sources.has(identifier)) return undefined
  if (claim.source !== identifier) {
    return { reason: `the claim “${id}” is of ${claim.source}, not of ${identifier}`, notes: [] }
  }
  const pages = pagesOf(identifier, corpus)
  const where = claim.passages.map((passage) => placeOf(passage, pages)).map(({ kind, value }) => `${kind} ${value}`)
  return {
    reason: `the claim “${id}” is not made in the ${locator?.label.replace('-locator', '') ?? 'place'}s cited`,
    notes: [`it is made in ${[...new Set(where)].join(', ')}`],
  }
}

/** The claims that some citations stand for together, each once. */
export function claimsCited(cites: readonly Cite[]): readonly string[] {
  return [...new Set(cites.flatMap(({ claims = [] }) => claims))]
}

/** The places that a locator names: its kind, and whether the number or name of a place is among them. */
function placesCited({
  label,
  value,
}: Required<Cite>['locator'] & object): { readonly kind: PlaceKind; has(place: string): boolean } | undefined {
  const parts = value.split(/\s*[,;&]\s*|\s+(?:and|und|et|y|и|және)\s+/).map((part) => part.replace(/\s/g, ''))
  const ranges = parts.flatMap((part) => {
    const [, from, to] = /^(\d+)[-–](\d+)$/.exec(part) ?? []
    return from && to ? [[Number(from), Number(to)] as const] : []
  })
  return {
    kind: label.replace('-locator', '') as PlaceKind,
    has: (place) =>
      parts.includes(place.replace(/\s/g, '')) ||
      (/^\d+$/.test(place) && ranges.some(([from, to]) => from <= Number(place) && Number(place) <= to)),
  }
}

/** The 1-based paragraphs that a citation's locator names; `undefined` when it names none. */
export function paragraphsCited(cite: Cite): ReadonlySet<number> | undefined {
  if (cite.locator?.label !== 'paragraph') return undefined
  const numbers = new Set<number>()
  for (const [, first, last] of cite.locator.value.matchAll(/(\d+)(?:\s*[-–]\s*(\d+))?/g)) {
    for (let at = Number(first); at <= Math.min(Number(last ?? first), Number(first) + 500); at++) numbers.add(at)
  }
  return numbers
}
