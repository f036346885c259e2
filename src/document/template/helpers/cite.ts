import { inRanges, itemAt, localeOf } from '../../../core/index.ts'
import { type Claim, type PlaceKind, placeOf } from '../../../corpus/index.ts'
import { sourceName } from '../../view/index.ts'
import { escapeMarkdown } from '../escape.ts'
import { Markdown } from '../markdown.ts'
import { type Helper, type HelperContext, helper, isRecord, unknownRecord } from './helper.ts'

/** A claim, the id of one, or a list of these. */
const claims = {
  name: 'claims',
  expects: 'a claim, the id of one, or a list of them',
  accepts: (value: unknown): value is unknown =>
    typeof value === 'string' || isClaim(value) || (Array.isArray(value) && value.every((it) => claims.accepts(it))),
} as const

export const citing: readonly Helper[] = [
  helper('cite', {
    name: 'cite',
    summary:
      'Cites claims as one group: a source is named once, with the paragraphs of their passages, and with the wire or paper it quotes. The group keeps the claims’ ids, which print shows nothing of.',
    example: {
      template: '{{cite "toll-kept" "toll-raised"}}',
      gives: '[[@harbour-2003, paras. 2, 4]]{claims="toll-kept toll-raised"}',
    },
    takes: [],
    rest: claims,
    least: 1,
    run: (values, _options, context) => {
      const group = citeGroup(values.flat(Number.POSITIVE_INFINITY), context)
      if (group === '') return context.refuse('template-is-valid', 'cite is given no claims')
      return typeof group === 'string' ? new Markdown(group) : group
    },
  }),
]

/**
 * `[[@source, paras. 2, 5; @other, para. 3, quoting Interfax, 17 June 2005]]{claims="kept raised; shut"}`, in the order of the
 * claims (see `markdown/claims.ts`). No claims give nothing; a claim that is not in the corpus is reported and gives the sign
 * of that.
 */
export function citeGroup(wanted: readonly unknown[], context: HelperContext): string | symbol {
  const found: Claim[] = []
  for (const it of wanted) {
    const claim = isClaim(it) ? it : context.corpus.claims.get(String(it))
    if (!claim) return unknownRecord('claim', String(it), context.corpus.claims.keys(), context)
    found.push(claim)
  }
  return citationOf(found, context)
}

/** The group that cites claims of the corpus; no claims give nothing. */
export function citationOf(found: readonly Claim[], context: Pick<HelperContext, 'corpus' | 'pack'>): string {
  const works = worksOf(found)
  if (works.length === 0) return ''
  const group = works.flatMap((work) => {
    const places = [...placesIn(work.claims, context)]
    // A work that is cited by pages and by paragraphs too is named for each.
    return places.map(([kind, values], index) => {
      const via = index === places.length - 1 ? quotedWork(work, context) : ''
      return {
        words: `@${itemAt(work.claims, 0).source}, ${locator(kind, [...values.keys()])}${via}`,
        claims: [...values.values()].flat(),
      }
    })
  })
  const claims = group.map((cite) => [...new Set(cite.claims)].join(' ')).join('; ')
  return `[[${group.map(({ words }) => words).join('; ')}]]{claims=${/ /.test(claims) ? `"${claims}"` : claims}}`
}

/** What a group names once: a source, or a source with a work that it quotes. `isPart`: some of its claims are the source's own. */
interface Work {
  readonly claims: readonly Claim[]
  readonly isPart: boolean
}

/**
 * Claims of one source through one work go together, and so do its own claims from no other paragraphs than theirs. Where a
 * claim only likely comes from the work, so it is said of others from its paragraphs: once, and the weaker.
 */
function worksOf(claims: readonly Claim[]): readonly Work[] {
  const byWork = new Map<string, Claim[]>()
  for (const claim of claims) {
    const { via, 'via-basis': basis } = claim.said ?? {}
    const key = `${claim.source} ${via ?? ''} ${via ? basis : ''}`
    byWork.set(key, [...(byWork.get(key) ?? []), claim])
  }
  for (const [key, stated] of byWork) {
    const likely = byWork.get(key.replace(/ stated$/, ' likely'))
    if (likely === undefined || likely === stated || !isWithin(stated, likely)) continue
    likely.push(...stated)
    byWork.delete(key)
  }
  const groups = [...byWork.values()]
  const isOwn = ([claim]: readonly Claim[]) => claim?.said?.via === undefined
  const hosts = new Map<readonly Claim[], readonly Claim[]>()
  for (const own of groups.filter(isOwn)) {
    const host = groups.find((it) => !isOwn(it) && itemAt(it, 0).source === itemAt(own, 0).source && isWithin(own, it))
    if (host) hosts.set(own, host)
  }
  return groups
    .filter((it) => !hosts.has(it))
    .map((group) => {
      const guests = [...hosts].flatMap(([own, host]) => (host === group ? own : []))
      return { claims: claims.filter((it) => group.includes(it) || guests.includes(it)), isPart: guests.length > 0 }
    })
}

function isWithin(some: readonly Claim[], others: readonly Claim[]): boolean {
  const paragraphs = paragraphsOf(others)
  return [...paragraphsOf(some)].every((it) => paragraphs.has(it))
}

const paragraphsOf = (claims: readonly Claim[]): ReadonlySet<number> =>
  new Set(claims.flatMap(({ passages }) => passages.map(({ para }) => para)))

/** The places of the claims' passages by kind, each with the claims that are made there. */
function placesIn(
  claims: readonly Claim[],
  { corpus }: Pick<HelperContext, 'corpus'>,
): Map<PlaceKind, Map<string, string[]>> {
  const kinds = new Map<PlaceKind, Map<string, string[]>>()
  for (const { id, source, passages } of claims)
    for (const passage of passages) {
      const { kind, value } = placeOf(passage, corpus.sources.get(source)?.text?.pages)
      const values = kinds.get(kind) ?? new Map<string, string[]>()
      kinds.set(kind, values.set(value, [...(values.get(value) ?? []), id]))
    }
  return kinds
}

function isClaim(value: unknown): value is Claim {
  return isRecord(value) && typeof value.source === 'string' && Array.isArray(value.passages)
}

/**
 * The wire or paper through which a source has some claims: “quoting” only where it quotes the words of each. By codes it is
 * named without its date, which the register of claims gives.
 */
function quotedWork({ claims, isPart }: Work, { corpus, pack }: Pick<HelperContext, 'corpus' | 'pack'>): string {
  const through = claims.filter(({ said }) => said?.via !== undefined)
  const said = through[0]?.said
  const via = said?.via === undefined ? undefined : corpus.sources.get(said.via)
  if (!via) return ''
  const full = sourceName(via, pack)
  const name = (pack.style === 'source-codes' ? (via['container-title'] ?? full) : full).replace(/\s+/g, ' ')
  const stated = through.every(({ voice }) => voice === 'direct') ? 'quoting' : 'citing'
  const words = localeOf(pack.language).via
  const isLikely = through.some(({ said }) => said?.['via-basis'] === 'likely')
  const verb = words[isLikely ? 'probably' : stated]
  return `, ${escapeMarkdown(`${isPart ? `${words.partly} ` : ''}${verb} ${name}`)}`
}

/**
 * `para. 3`, `paras. 2, 5-7`, `{articles 5(2), 7}`: the label is Pandoc's, in English; the citation style prints it in the
 * pack's language. Values that are no numbers stand in braces, in the order of the claims.
 */
function locator(kind: PlaceKind, values: readonly string[]): string {
  const label = kind === 'paragraph' ? 'para.' : kind
  const some = kind === 'paragraph' ? 'paras.' : kind === 'appendix' ? 'appendices' : `${kind}s`
  if (values.some((value) => !/^[1-9]\d{0,8}$/.test(value)))
    return `{${values.length === 1 ? label : some} ${values.join(', ').replace(/[{}]/g, '')}}`
  const sorted = values.map(Number).sort((a, b) => a - b)
  return `${sorted.length === 1 ? label : some} ${inRanges(sorted)}`
}
