import { grouped, itemAt, type Locale, lastOf } from '../../core/index.ts'
import { edtf, kindLabel, type Measure, measureStatuses } from '../../corpus/index.ts'
import type { ViewContext } from './context.ts'
import { anchorOf, fields } from './names.ts'
import { byFirstDay } from './order.ts'

type MeasureView = ReturnType<typeof measureView>

/** Measures by area of policy, in the order in which the register first names an area; within it by date. */
export function measureAreas(context: ViewContext) {
  const standing = [...context.chosen.measures.values()].filter(({ deprecated }) => !deprecated)
  return [...grouped(standing, ({ area }) => area)].map(([title, some]) => ({
    title,
    measures: some.map((measure) => measureView(measure, context)).sort(byFirstDay),
  }))
}

function measureView(measure: Measure, { corpus, pack, mark, words }: ViewContext) {
  const nameOf = (id: string) => corpus.actors.get(id)?.name ?? id
  const steps = [...measure.history].sort(
    (a, b) => measureStatuses.indexOf(a.status) - measureStatuses.indexOf(b.status),
  )
  const stepView = (step: Measure['history'][number]) =>
    mark(
      {
        status: words.status[step.status],
        date: stepDate(step, corpus),
        ...fields(step, 'claims', 'note'),
      },
      step,
    )
  const dates = measure.history.map((step) => ({ date: stepDate(step, corpus) })).sort(byFirstDay)
  return mark(
    {
      id: measure.id,
      anchor: anchorOf('measure', measure.id),
      title: measure.title,
      instrument: kindLabel(corpus, 'measure-kind', measure.instrument, pack.language),
      area: measure.area,
      body: measure.body ? nameOf(measure.body) : null,
      partners: measure.partners.map(nameOf),
      purpose: measure.purpose,
      /** The first that a source gives for it. */
      date: itemAt(dates, 0).date,
      status: words.status[lastOf(steps).status],
      history: measure.history.map(stepView),
      /** The step that shows the furthest status that a claim shows. */
      latest: stepView(lastOf(steps)),
      drivers: measure.drivers,
      claims: [...new Set(measure.history.flatMap((step) => step.claims))],
      note: measure.note ?? null,
    },
    measure,
  )
}

/** The statuses that some measures have, with what each means: defined once, where they are first used. */
export function statusViews(measures: readonly MeasureView[], words: Locale) {
  const [unknown, ...known] = measureStatuses
  return [...known, unknown].flatMap((it) => {
    const own = measures.filter(({ status }) => status === words.status[it])
    return own.length === 0 ? [] : [{ status: words.status[it], meaning: words.statusMeaning[it], measures: own }]
  })
}

/** When the act took place; where only its report is dated, that it had by then. */
function stepDate({ date, claims }: Measure['history'][number], corpus: ViewContext['corpus']): string | null {
  if (date) return date
  const reports = claims.flatMap((id) => corpus.sources.get(corpus.claims.get(id)?.source ?? '')?.issued ?? [])
  const [last] = reports.flatMap((issued) => edtf(issued).max?.slice(0, 7) ?? []).sort()
  return last ? `../${last}` : null
}

/** The pack's phases, each with the measures that belong to it, and between them the gaps that no source covers. */
export function phaseViews(context: ViewContext) {
  const { corpus, pack, mark } = context
  const gaps = pack.gaps.map((gap, index) =>
    mark(
      {
        anchor: `gap-${index + 1}`,
        gap: true,
        title: null,
        ...fields(gap, 'note', 'period', 'account'),
        parts: [],
        measures: [],
      },
      gap,
    ),
  )
  const phases = pack.phases.map((phase) =>
    mark(
      {
        anchor: `phase-${phase.id}`,
        gap: false,
        title: phase.title,
        note: null,
        ...fields(phase, 'period', 'account', 'parts'),
        measures: phase.measures.flatMap((id) => {
          const measure = corpus.measures.get(id)
          return measure ? [measureView(measure, context)] : []
        }),
      },
      phase,
    ),
  )
  return [...phases, ...gaps].sort((a, b) => byFirstDay({ date: a.period }, { date: b.period }))
}
