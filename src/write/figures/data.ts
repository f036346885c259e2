import { compare, entryOf, lastOf, numberText } from '../../core/index.ts'
import {
  type Claim,
  type Corpus,
  type Edtf,
  type Event,
  edtf,
  formatDate,
  type LikelihoodScale,
  likelihoodIn,
  type Measure,
  type Pack,
  printedAuthors,
  printedTitle,
  type Source,
  scaleIn,
  type Threat,
  vocabularyOf,
} from '../../corpus/index.ts'
import { actorItems, ties } from './actors.ts'
import { known } from './dates.ts'
import type {
  Dated,
  FigureData,
  Lane,
  MeasureItem,
  PhaseItem,
  SeriesItem,
  SourceItem,
  Span,
  ThreatItem,
  TimelineItem,
} from './figure.ts'
import { lanes, ownNames } from './own-names.ts'
import { type FigureWords, figureWords } from './words.ts'

/** What a pack's figures are drawn from: the corpus as plain lists, in the pack's language, without deprecated records. */
export function figureData(corpus: Corpus, pack: Omit<Pack, 'id'>): FigureData {
  const language = pack.language
  const words = figureWords(language)
  const scale = scaleIn(pack.scale, language)
  const period = { ...span(edtf(pack.period), everyDate(corpus)), text: formatDate(pack.period, language) }
  const date = (text: string) => dated(text, period, language)
  const phases = pack.phases.map((phase) => ({ ...date(phase.period), title: phase.title, lists: phase.measures }))
  const measures = live(corpus.measures).map((measure) => measureItem(measure, phases, date, words))
  const events = live(corpus.events)
  const marks = new Map(vocabularyOf(corpus, 'event-kind').map(({ id, mark }) => [id, mark]))
  const laneOf = (kind: string) => lanes[marks.get(kind) ?? 'hexagon']
  return {
    ...ownNames(corpus, language),
    period,
    gaps: pack.gaps.map((gap) => date(gap.period)),
    items: [...events.map((event) => eventItem(event, laneOf(event.kind), date, words)), ...untold(measures, corpus)],
    measures,
    threats: live(corpus.threats).map((threat) => threatItem(threat, corpus, scale, date)),
    actors: actorItems(live(corpus.actors), corpus),
    ties: ties(live(corpus.actors), words),
    sources: sourceItems(
      live(corpus.sources).map((source) => inLetters(source, pack.transliteration)),
      date,
    ),
    scale,
    phases,
    series: seriesItems(corpus, pack),
    map: pack.places.length > 0 ? { places: pack.places, ...pack.map } : undefined,
  }
}

/** The measures whose beginning no event tells already: a thing stands once on a timeline. */
function untold(items: readonly MeasureItem[], corpus: Corpus): MeasureItem[] {
  const told = new Set(live(corpus.events).flatMap((event) => event.claims))
  const begun = new Set(
    live(corpus.measures)
      .filter(({ history }) => history.some((step) => step.date && !step.claims.some((claim) => told.has(claim))))
      .map(({ id }) => `measure:${id}`),
  )
  return items.filter(({ key }) => key === undefined || begun.has(key))
}

/** An EDTF text as figures take it; an open end stands at the end of `period`. */
export function dated(text: string, period: Span, language: string): Dated {
  const date = edtf(text)
  const { from, to } = span(date, period)
  const loose = (mark: 'approximate' | 'uncertain') =>
    date.kind === 'date' ? date[mark] : Boolean(date.from?.[mark] || date.to?.[mark])
  const open = date.kind === 'interval' && (!date.from ? 'from' : !date.to && 'to')
  return {
    from,
    to: compare(to, from) < 0 ? from : to,
    precision:
      date.kind === 'interval'
        ? 'range'
        : date.precision === 'day' || date.precision === 'month'
          ? date.precision
          : 'year',
    approximate: loose('approximate'),
    uncertain: loose('uncertain'),
    ...(open && { open }),
    text: formatDate(date, language),
  }
}

function span(date: Edtf, whole: Span): Span {
  return { from: date.min ?? whole.from, to: date.max ?? whole.to }
}

/** From the first day to the last that any event or measure has, for a pack whose period has an open end. */
function everyDate(corpus: Corpus): Span {
  const texts = [
    ...live(corpus.events).map((event) => event.date),
    ...live(corpus.measures).flatMap((measure) => measure.history.flatMap((step) => step.date ?? [])),
  ]
  const dates = texts.map(edtf)
  const days = dates.flatMap((date) => [date.min, date.max].filter((day) => day !== undefined)).sort(compare)
  return { from: days[0] ?? '2000-01-01', to: days.at(-1) ?? '2000-12-31' }
}

function live<R extends { deprecated?: unknown }>(records: ReadonlyMap<string, R>): R[] {
  return [...records.values()].filter((record) => !record.deprecated)
}

/** What a source only asks for, plans, or names without saying what became of it. */
const pendingStatuses: ReadonlySet<Measure['history'][number]['status']> = new Set(['unknown', 'proposed', 'announced'])

function eventItem(event: Event, lane: Lane, date: (text: string) => Dated, words: FigureWords): TimelineItem {
  const pending = event.status === 'scheduled'
  const item = {
    key: `event:${event.id}`,
    title: event.title,
    lane,
    date: date(event.date),
    claims: event.claims,
    pending,
  }
  return pending ? { ...item, status: words.pending } : item
}

/** A measure stands at the first date that a claim gives it, and is pending while no claim shows more than a plan. */
function measureItem(
  measure: Measure,
  phases: readonly PhaseWithList[],
  date: (text: string) => Dated,
  words: FigureWords,
): MeasureItem {
  const steps = measure.history.flatMap((step) => (step.date ? [{ ...step, at: date(step.date) }] : []))
  const [first] = steps.sort((a, b) => compare(a.at.from, b.at.from) || compare(a.at.to, b.at.to))
  const last = lastOf(measure.history)
  const pending = measure.history.every((step) => pendingStatuses.has(step.status))
  const phase = phaseOf(measure.id, first?.at, phases)
  return {
    ...(phase !== undefined && { phase }),
    key: `measure:${measure.id}`,
    title: measure.title,
    area: measure.area,
    lane: 'measures' as const,
    ...(first && { date: first.at }),
    claims: measure.history.flatMap(({ claims }) => claims),
    pending,
    status: words.statuses[last.status],
  }
}

type PhaseWithList = PhaseItem & { readonly lists: readonly string[] }

/** The phase that lists a measure; else the one in which its known date falls whole. */
function phaseOf(id: string, date: Dated | undefined, phases: readonly PhaseWithList[]): number | undefined {
  const listed = phases.findIndex((phase) => phase.lists.includes(id))
  if (listed >= 0 || !date) return listed >= 0 ? listed : undefined
  const { from, to } = known(date)
  const within = phases.findIndex((phase) => phase.from <= from && to <= phase.to)
  return within >= 0 ? within : undefined
}

function threatItem(threat: Threat, corpus: Corpus, scale: LikelihoodScale, date: (text: string) => Dated): ThreatItem {
  const assessments = threat.periods.flatMap(({ period, judgment: id }) => {
    const judgment = corpus.judgments.get(id)
    if (!judgment) return []
    const step = likelihoodIn(scale, judgment.likelihood)
    const claims = [...judgment.for, ...judgment.against]
    return { period: date(period), confidence: judgment.confidence.level, claims, ...(step && { likelihood: step }) }
  })
  const named = threat.named.map((one) => ({ date: date(one.date), by: one.by, claims: one.claims }))
  return { title: threat.title, vector: threat.vector, target: threat.target, assessments, named }
}

/** What claims with a value say, by what it measures, in the order of time. */
function seriesItems(corpus: Corpus, { language, transliteration }: Omit<Pack, 'id'>): SeriesItem[] {
  const series = new Map<string, { unit: string; values: (SeriesItem['values'][number] & { at: string })[] }>()
  for (const { id, value, date, source } of live(corpus.claims)) {
    const text = value?.['as-of'] ?? date?.edtf
    if (!value || !text) continue
    const own = series.get(value.measures) ?? { unit: value.unit, values: [] }
    series.set(value.measures, own)
    if (own.unit !== value.unit) continue
    own.values.push({
      number: value.number,
      text: `${value.approximate ? '≈ ' : ''}${numberText(value.number, language)}`,
      date: formatDate(text, language),
      source: printedTitle(entryOf(corpus.sources, source), 'title', transliteration) ?? source,
      claim: id,
      at: edtf(text).min ?? '',
    })
  }
  return [...series].map(([measures, { unit, values }]) => ({
    measures,
    unit,
    values: values.sort((a, b) => compare(a.at, b.at)).map(({ at: _, ...it }) => it),
  }))
}

/** A source as the bibliography names it. */
const inLetters = (source: Source, policy: Pack['transliteration']): Source => ({
  ...source,
  title: printedTitle(source, 'title', policy),
  'container-title': printedTitle(source, 'container-title', policy),
  author: printedAuthors(source, policy),
})

function sourceItems(sources: readonly Source[], date: (text: string) => Dated): SourceItem[] {
  const items = sources
    .filter((source) => source.held && source.claims.length)
    .map((source) => ({ ...sourceItem(source, date), where: source['container-title'] }))
  const shared = (label: string) => items.filter((item) => item.label === label).length > 1
  return items
    .map(({ where, ...item }) => (where && shared(item.label) ? { ...item, label: `${item.label}, ${where}` } : item))
    .sort((a, b) => compare(a.issued?.from ?? '9999', b.issued?.from ?? '9999') || compare(a.label, b.label))
}

function sourceItem(source: Source, date: (text: string) => Dated): SourceItem {
  const [author] = source.author ?? []
  const who = author
    ? 'family' in author
      ? author.family
      : author.literal
    : (source['container-title'] ?? source.title ?? source.descriptor)
  const year = source.issued?.slice(0, 4)
  const dates = source.claims.filter((claim) => !claim.deprecated).map(claimDate)
  return {
    label: [who ?? source.type, year].filter(Boolean).join(' '),
    ...(source.issued && { issued: date(source.issued) }),
    claims: dates.flatMap((text) => (text ? [date(text)] : [])),
    undated: dates.filter((text) => !text).length,
  }
}

const claimDate = (claim: Omit<Claim, 'source'>) => claim.date?.edtf ?? claim.said?.date
