import { encode, type Host, itemAt, readText } from '../../core/index.ts'
import { appendRecords, type Corpus, type Passage, readToEdit, type Source, slugOf } from '../../corpus/index.ts'
import { anchor, hasDigest, spanOf } from '../anchor.ts'
import type { Span } from '../lines.ts'
import { normalisePhrase, paragraphsOf } from '../normalise.ts'
import { isTextOf, passageFor, sentenceOver, wholeWords } from '../pin.ts'
import { whyUnpinned } from '../unpinned.ts'
import { type Coding, type Codings, inOneParagraph } from './codings.ts'
import { bareAddress, uniqueSlug } from './slug.ts'

export interface AddedCodings {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The new claims, by source. */
  readonly created: ReadonlyMap<string, readonly string[]>
  /** How many were there already: a claim has their passage. */
  readonly same: number
  /** Codings without a place, and why. */
  readonly problems: readonly string[]
}

/** Makes a passage with an unfinished claim of each coding. What a claim has pinned already is left as it is. */
export async function addCodings(
  host: Host,
  corpus: Corpus,
  { tool, codings }: Codings,
  { source: given, texts }: { readonly source?: string | undefined; readonly texts: string },
): Promise<AddedCodings> {
  const problems: string[] = []
  const claims = new Map<string, ReturnType<typeof claimOf>[]>()
  const taken = new Set(corpus.claims.keys())
  let same = 0
  for (const group of bySpan(codings)) {
    const [first] = group as [Coding, ...Coding[]]
    const source = given ? corpus.sources.get(given) : sourceOf(first, corpus)
    if (!source) {
      problems.push(
        `no source is the text of “${short(first.exact)}” (${first.text.addresses[0] ?? first.text.title ?? 'no address'})`,
      )
      continue
    }
    const text = await readText(host, `${texts}/${source.id}.txt`)
    if (text === undefined) {
      problems.push(`${source.id}: its text is not at hand, so that “${short(first.exact)}” cannot be pinned`)
      continue
    }
    const paragraphs = paragraphsOf(text)
    const found = place(first, paragraphs, source.text?.pages ?? {})
    if (!('passage' in found)) {
      const why = found.why ?? whyUnpinned(text, { start: inOneParagraph(first.exact).words })[0]
      problems.push(`${source.id}: “${short(first.exact)}” ${why ?? 'does not stand in the text'}`)
      continue
    }
    const { passage, note } = found
    const isThere = source.claims.some(({ passages }) =>
      passages.some((it) => {
        const { span } = anchor(it, paragraphs)
        return (
          span !== undefined &&
          span.para === passage.para &&
          passage.sha256 !== undefined &&
          hasDigest(span, passage.sha256)
        )
      }),
    )
    if (isThere) {
      same++
      continue
    }
    const claim = claimOf(group, passage, tool, note, (id) => taken.has(id))
    taken.add(claim.id)
    const before = claims.get(source.id)
    if (before) before.push(claim)
    else claims.set(source.id, [claim])
  }
  const files = new Map<string, Uint8Array>()
  for (const [id, made] of claims) {
    const path = `corpus/sources/${id}.yaml`
    files.set(path, encode(appendRecords(await readToEdit(host, path), 'claims', made)))
  }
  const created = new Map([...claims].map(([id, made]) => [id, made.map((it) => it.id)]))
  return { files, created, same, problems }
}

/** Two people, or two codes, on the same words are one passage. */
function bySpan(codings: readonly Coding[]): readonly (readonly Coding[])[] {
  const groups = new Map<string, Coding[]>()
  for (const it of codings) {
    const key = JSON.stringify([it.text.addresses, it.text.title, it.exact, it.prefix, it.suffix].map(String))
    groups.set(key, [...(groups.get(key) ?? []), it])
  }
  return [...groups.values()]
}

function sourceOf({ text }: Coding, corpus: Corpus): Source | undefined {
  const sources = [...corpus.sources.values()]
  const body = text.body === undefined ? undefined : paragraphsOf(text.body)
  const wanted = text.addresses.map(bareAddress)
  const name = text.title?.replace(/\.\w{2,5}$/, '')
  return (
    sources.find((it) => body !== undefined && isTextOf(body, it.text)) ??
    sources.find(({ library }) => library?.key !== undefined && text.addresses.includes(library.key)) ??
    sources.find(({ URL, archived }) =>
      [URL, archived].some((it) => it !== undefined && wanted.includes(bareAddress(it))),
    ) ??
    sources.find(({ DOI }) => DOI !== undefined && wanted.some((it) => it.endsWith(DOI.toLowerCase()))) ??
    sources.find(
      (it) =>
        name !== undefined && (it.id === slugOf(name) || it.title === text.title || it.text?.file?.name === text.title),
    )
  )
}

type Place = { readonly passage: Passage; readonly note: string } | { readonly why: string | undefined }

/** The place of the words; where they stand more than once, that with the same words around it. */
function place(
  { exact, prefix, suffix, page }: Coding,
  paragraphs: readonly string[],
  pages: Readonly<Record<string, number>>,
): Place {
  const whole = normalisePhrase(exact)
  const { words, isCut } = inOneParagraph(exact)
  if (whole === '') return { why: 'has no words' }
  // What was marked across a line end stands in one paragraph, where the lines of the text were joined.
  const all = spansOf(whole, paragraphs)
  const anywhere = all.length > 0 ? all : spansOf(words, paragraphs)
  const onPage = anywhere.filter(({ para }) => page !== undefined && isOnPage(para, page, pages))
  const spans = onPage.length > 0 ? onPage : anywhere
  if (spans.length === 0) return { why: undefined }
  const best =
    spans.length === 1 ? itemAt(spans, 0) : closest(spans, paragraphs, normalisePhrase(prefix), normalisePhrase(suffix))
  if (!best) return { why: `stands ${spans.length} times in the text, and nothing tells the places apart` }
  const cut = isCut && all.length === 0 ? ' The marked words went over several paragraphs; the longest is pinned.' : ''
  const own = passageFor(best, paragraphs)
  if (own) return { passage: own, note: cut }
  const passage = passageFor(sentenceOver(best, paragraphs), paragraphs)
  return passage
    ? { passage, note: `${cut} The marked words stand twice in their paragraph; their sentence is pinned.` }
    : { why: 'stands twice in its paragraph, and nothing tells the places apart' }
}

/** Whether a paragraph begins on a page, or goes over to it. */
function isOnPage(para: number, page: string, pages: Readonly<Record<string, number>>): boolean {
  const first = pages[page]
  if (first === undefined) return false
  const next = Math.min(...Object.values(pages).filter((it) => it > first))
  return para >= first - 1 && para < next
}

/** Every place of some words, widened where they begin or end inside one. */
function spansOf(words: string, paragraphs: readonly string[]): readonly Span[] {
  return paragraphs.flatMap((text, index) => {
    const places: Span[] = []
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
      places.push(spanOf(text, index + 1, ...wholeWords(text, at, at + words.length)))
    return places
  })
}

function closest(
  spans: readonly Span[],
  paragraphs: readonly string[],
  prefix: string,
  suffix: string,
): Span | undefined {
  const rated = spans.map((span) => {
    const text = itemAt(paragraphs, span.para - 1)
    const [before, after] = [text.slice(0, span.from).trimEnd(), text.slice(span.to).trimStart()]
    return { span, score: common([...before].reverse(), [...prefix].reverse()) + common([...after], [...suffix]) }
  })
  const top = Math.max(...rated.map(({ score }) => score))
  const best = rated.filter(({ score }) => score === top)
  return best.length === 1 ? itemAt(best, 0).span : undefined
}

function common(one: readonly string[], other: readonly string[]): number {
  const end = one.findIndex((sign, at) => sign !== other[at])
  return end === -1 ? one.length : end
}

function claimOf(
  group: readonly Coding[],
  passage: Passage,
  tool: string,
  note: string,
  isTaken: (id: string) => boolean,
) {
  const comment = [...new Set(group.flatMap(({ comment }) => comment ?? []))]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 3900)
  const gist = comment || `To be written: ${short(itemAt(group, 0).exact)}`
  const who = [...new Set(group.map(({ by, on }) => [by, on].filter(Boolean).join(', ')).filter(Boolean))].join('; ')
  const tags = [...new Set(group.flatMap((it) => it.tags).map(slugOf))].filter(Boolean)
  return {
    id: uniqueSlug(gist.split(/\s+/).slice(0, 8).join(' '), isTaken, 'claim'),
    kind: 'fact',
    gist,
    voice: 'author',
    credibility: { proposition: 6, why: 'Not judged yet.' },
    passages: [passage],
    unfinished: `From ${tool}${who ? ` (${who})` : ''}: gist, voice and credibility are to be judged.${note}`,
    ...(tags.length > 0 ? { tags } : {}),
  }
}

const short = (words: string) => {
  const all = words.trim().split(/\s+/)
  return all.length > 7 ? `${all.slice(0, 7).join(' ')} …` : all.join(' ')
}
