import type { Corpus } from '../../corpus/corpus.ts'
import { formatDate } from '../../corpus/date-words.ts'
import { parseEdtf } from '../../corpus/edtf.ts'
import type { Evidence } from '../../evidence/examine.ts'
import { lockedPassage } from '../../evidence/lock.ts'
import { clearWords } from '../../evidence/print.ts'
import { ownVoice } from '../quotes.ts'
import type { WritingRule } from '../rule.ts'

/** Numbers and names in a cited sentence occur in one of the claims that it cites. */
export const citationSupports: WritingRule = {
  id: 'citation-supports',
  scope: 'writing',
  check({ corpus, evidence, names, writings }, report) {
    const authors = actorsBySource(corpus)
    for (const { role, text, claims, place, subject } of writings) {
      if (claims.length === 0 || (role !== 'statement' && role !== 'gist' && role !== 'judgment')) continue
      const own = ownVoice(text)
      const [numbers, mentions] = [numbersIn(own), role === 'gist' ? [] : names.in(own)]
      if (numbers.length === 0 && mentions.length === 0) continue
      const ground = groundOf(claims, corpus, evidence, authors)
      const rests = { notes: [`it rests on ${claims.join(', ')}`], subject }
      const horizon = role === 'judgment' ? horizonOf(subject, corpus) : undefined
      for (const number of numbers) {
        if (!ground.numbers.has(number) && !horizon?.includes(number))
          report(place, `the number “${number}” is in no claim that the sentence cites`, rests)
      }
      const met = new Set([...ground.actors, ...names.in(ground.text).map(({ actor }) => actor)])
      for (const { actor, form } of mentions) {
        if (met.has(actor)) continue
        met.add(actor)
        report(place, `“${form}” is in no claim that the sentence cites`, rests)
      }
    }
  },
}

/** The day by which a forecast is to be judged is the analyst’s own. */
function horizonOf(judgment: string, corpus: Corpus): string | undefined {
  return corpus.judgments.get(judgment.slice('judgment:'.length))?.until
}

interface Ground {
  readonly text: string
  readonly numbers: ReadonlySet<string>
  readonly actors: ReadonlySet<string>
}

/** All that the claims and their passages say: numbers as digits, actors by id. */
function groundOf(
  ids: readonly string[],
  corpus: Corpus,
  evidence: Evidence,
  authors: ReadonlyMap<string, readonly string[]>,
): Ground {
  const claims = ids.flatMap((id) => corpus.claims.get(id) ?? [])
  const sources = claims.flatMap(({ source }) => corpus.sources.get(source) ?? [])
  const dates = [
    ...claims.flatMap((it) => [it.date?.edtf, it.said?.date, it.value?.['as-of']]),
    ...sources.map(({ issued }) => issued),
  ].filter((text) => text !== undefined)
  const passages = ids.flatMap((id) =>
    (evidence.byClaim.get(id) ?? []).map(
      // The lock keeps the numbers and names of a text that is not at hand.
      ({ anchor, source, passage }) =>
        anchor.span?.text ?? clearWords(lockedPassage(evidence.lock, source, passage.sha256)?.print ?? ''),
    ),
  )
  const prose = claims.flatMap((it) => [
    it.gist,
    it.quote,
    it.note,
    it.date?.note,
    it.said?.role,
    it.said?.venue,
    it.said?.to,
  ])
  const written = dates.filter((date) => parseEdtf(date)).map((date) => formatDate(date))
  const values = claims.flatMap(({ value }) => (value ? String(value.number) : []))
  const titles = sources.flatMap((it) => [it.title, it['container-title'], it.publisher])
  const text = [...prose, ...passages, ...written, ...values, ...dates, ...titles]
    .filter((it) => it !== undefined)
    .join(' \n ')
  const actors = claims.flatMap((it) => [...it.about, ...(it.speaker === undefined ? [] : [it.speaker])])
  const numbers = new Set([...numbersIn(text), ...spelled(text), ...years(dates)])
  return { text, numbers, actors: new Set([...actors, ...sources.flatMap(({ id }) => authors.get(id) ?? [])]) }
}

/** Every year that the dates run through. */
function years(dates: readonly string[]): readonly string[] {
  return dates.flatMap((text) => {
    const date = parseEdtf(text)
    const first = Number((date?.min ?? date?.max ?? '').slice(0, 4))
    const last = Number((date?.max ?? date?.min ?? '').slice(0, 4))
    return first ? Array.from({ length: Math.min(last - first, 200) + 1 }, (_, step) => String(first + step)) : []
  })
}

/** Actors that a source's own record names: its authors and the paper it stands in. */
function actorsBySource(corpus: Corpus): ReadonlyMap<string, readonly string[]> {
  const byName = new Map([...corpus.actors.values()].map(({ id, name }) => [name, id]))
  const byFamily = new Map([...corpus.actors.values()].map(({ id, name }) => [name.split(' ').at(-1)!, id]))
  return new Map(
    [...corpus.sources.values()].map((source) => {
      const families = (source.author ?? []).map((name) => ('family' in name ? name.family : name.literal))
      const names = [source['container-title'], source.publisher].flatMap((name) => name ?? [])
      return [
        source.id,
        [...families.flatMap((it) => byFamily.get(it) ?? []), ...names.flatMap((it) => byName.get(it) ?? [])],
      ]
    }),
  )
}

/** Numbers as bare digits: `30,000`, `30 000` and `30000` are one; the 1st is 1. */
function numbersIn(text: string): readonly string[] {
  const plain = text.replace(/(\d)[,\u00a0\u202f ](?=\d{3}(?!\d))/g, '$1')
  return [...plain.matchAll(/(?<![\p{L}\p{N}.-])\d+(?:\.\d+)?(?!\p{L}*[-–]\p{L})/gu)].map(([number]) =>
    number.replace(/^0+(?=\d)/, ''),
  )
}

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

function spelled(text: string): readonly string[] {
  const all = new Set(text.toLowerCase().split(/[^\p{L}]+/u))
  const ordinals = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, dozen: 12, hundred: 100, thousand: 1000 }
  return [
    ...words.flatMap((word, number) => (all.has(word) ? [String(number)] : [])),
    ...Object.entries(ordinals).flatMap(([word, number]) => (all.has(word) ? [String(number)] : [])),
  ]
}
