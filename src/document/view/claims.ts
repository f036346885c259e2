import { baseLanguage, entryOf, itemAt } from '../../core/index.ts'
import { type Claim, type Corpus, formatDate, type PlaceKind, placeOf } from '../../corpus/index.ts'
import type { ViewContext } from './context.ts'
import { anchorOf, fields, referencesTo, sourceName } from './names.ts'

/** The number of each claim of the held sources: that of its source, and its place in the text. */
export function claimCodesOf(corpus: Corpus, sources: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...sources].flatMap(([id, code]) =>
      inTextOrder(corpus, id).map((claim, index) => [claim.id, `${code}.${index + 1}`] as const),
    ),
  )
}

/** Claims as other sections name them, by number and where they stand; in the order of the register. */
export function claimReferences(claims: readonly string[], codes: ReadonlyMap<string, string>) {
  const order = [...codes.keys()]
  const sorted = [...claims].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return referencesTo('claim', sorted, codes)
}

/** The claims of each held source, in the order of its text. */
export function claimRegister(
  context: ViewContext,
  sources: ReadonlyMap<string, string>,
  codes: ReadonlyMap<string, string>,
) {
  const { corpus, chosen, pack, mark } = context
  return [...sources].flatMap(([id, code]) => {
    if (!chosen.sources.has(id)) return []
    const source = entryOf(corpus.sources, id)
    const told = new Set<string>()
    const claims = inTextOrder(corpus, id).filter((claim) => chosen.claims.has(claim.id))
    if (claims.length === 0 && source.claims.length > 0) return []
    const views = claims.map((claim) => mark(claimView(claim, entryOf(codes, claim.id), context, told), claim))
    return mark({ code, name: sourceName(source, pack), source: id, claims: views }, source)
  })
}

function inTextOrder(corpus: Corpus, source: string): Claim[] {
  return entryOf(corpus.sources, source)
    .claims.flatMap(({ id, deprecated }) => (deprecated ? [] : (corpus.claims.get(id) ?? [])))
    .map((claim, index) => ({ claim, index }))
    .sort((a, b) => paraOf(a.claim) - paraOf(b.claim) || a.index - b.index)
    .map(({ claim }) => claim)
}

const paraOf = (claim: Claim) => itemAt(claim.passages, 0).para

function claimView(claim: Claim, code: string, context: ViewContext, told: Set<string>) {
  const { words } = context
  const { utterance, proposition, why } = claim.credibility
  return {
    id: claim.id,
    anchor: anchorOf('claim', claim.id),
    /** `S2.14`: the source and the claim’s place in its text. */
    code,
    para: [...new Set(claim.passages.map((passage) => passage.para))].join(', '),
    place: placesOf(claim, context),
    passages: passagesOf(claim, context),
    gist: claim.gist,
    kind: words.claimKind[claim.kind],
    voice: voiceOf(claim, context),
    occasion: occasionOf(claim, context, told),
    date: claim.date?.edtf ?? null,
    dateBasis: claim.date && claim.date.basis !== 'explicit' ? words.dateBasis[claim.date.basis] : null,
    credibility: utterance === undefined ? String(proposition) : `${utterance}\u00a0/\u00a0${proposition}`,
    why,
    ...fields(claim, 'note', 'quote', 'scheduled'),
  }
}

/** Who speaks, and whether in their own words. */
function voiceOf(claim: Claim, { corpus, words }: ViewContext): string {
  const speaker = claim.speaker ? corpus.actors.get(claim.speaker)?.name : undefined
  return speaker ? `${speaker} (${words.voice[claim.voice]})` : capital(words.voice[claim.voice])
}

/** Role, occasion, and the wire or paper it came through: told once for each speaker in a text, and again when they differ. */
function occasionOf(claim: Claim, { corpus, pack, words }: ViewContext, told: Set<string>): string | null {
  const { said } = claim
  const via = said?.via ? corpus.sources.get(said.via) : undefined
  const occasion = [
    said?.role,
    said?.venue,
    said?.to && words.saidTo(said.to),
    said?.date && formatDate(said.date, pack.language),
    via && words.via.through(sourceName(via, pack)),
  ].filter(Boolean)
  const key = JSON.stringify([claim.speaker, occasion])
  if (occasion.length === 0 || told.has(key)) return null
  told.add(key)
  return occasion.join(words.cover.semicolon)
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The first and last words of each passage, and their language where it is not the pack's. */
function passagesOf({ source, passages }: Claim, { corpus, pack }: ViewContext) {
  const { language } = entryOf(corpus.sources, source)
  const isOther = language !== undefined && baseLanguage(language) !== baseLanguage(pack.language)
  return passages.map(({ start, end }) => ({ words: `${start} … ${end}`, language: isOther ? language : null }))
}

/** The places of a claim's passages, each kind named once: `¶ 4`, `p. 14`. */
function placesOf(claim: Claim, { corpus, words }: ViewContext): string {
  const pages = corpus.sources.get(claim.source)?.text?.pages
  const values = new Map<PlaceKind, Set<string>>()
  for (const { kind, value } of claim.passages.map((passage) => placeOf(passage, pages)))
    values.set(kind, (values.get(kind) ?? new Set()).add(value))
  return [...values]
    .map(([kind, all]) => `${words.place[kind]}\u00a0${[...all].join(', ')}`)
    .join(words.cover.semicolon)
}

/** The tools that proposed some claims, each version and prompt by itself, with how many. */
export function proposedBy(claims: Iterable<Claim>) {
  const found = new Map<string, { tool: string; version: string; prompt: string; claims: number }>()
  for (const { proposed } of claims) {
    if (!proposed) continue
    const key = JSON.stringify([proposed.tool, proposed.version, proposed.prompt])
    const known = found.get(key) ?? { ...proposed, claims: 0 }
    known.claims++
    found.set(key, known)
  }
  return [...found.values()].sort((a, b) => b.claims - a.claims || (a.tool < b.tool ? -1 : 1))
}
