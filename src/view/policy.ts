import { compareEdtf, edtf } from '../corpus/edtf.ts'
import type { Statement } from '../corpus/fields.ts'
import type { Measure } from '../corpus/measure.ts'
import { measureStatuses } from '../corpus/scales.ts'
import type { ViewContext } from './context.ts'
import { words } from './words.ts'

export interface MeasureView {
  readonly id: string
  readonly anchor: string
  readonly title: string
  readonly instrument: string
  readonly area: string
  readonly body: string | null
  readonly partners: readonly string[]
  readonly purpose: string
  /** The first date that a source gives for it. */
  readonly date: string | null
  /** The furthest status that a claim shows. */
  readonly status: string
  readonly history: readonly { status: string; date: string | null; claims: readonly string[]; note: string | null }[]
  readonly drivers: readonly { text: string; claims: readonly string[] }[]
  readonly claims: readonly string[]
  readonly note: string | null
}

/** Measures by area of policy, in the order in which the register first names an area; within it by date. */
export function measureAreas(context: ViewContext): { title: string; measures: MeasureView[] }[] {
  const areas = new Map<string, MeasureView[]>()
  for (const measure of context.corpus.measures.values()) {
    if (measure.deprecated) continue
    const list = areas.get(measure.area)
    if (list) list.push(measureView(measure, context))
    else areas.set(measure.area, [measureView(measure, context)])
  }
  return [...areas].map(([title, measures]) => ({ title, measures: measures.sort(byFirstDate) }))
}

export const measureAnchor = (id: string) => `measure-${id}`

function measureView(measure: Measure, { corpus, mark }: ViewContext): MeasureView {
  const nameOf = (id: string) => corpus.actors.get(id)?.name ?? id
  const steps = [...measure.history].sort(
    (a, b) => measureStatuses.indexOf(a.status) - measureStatuses.indexOf(b.status),
  )
  const dates = measure.history
    .flatMap((step) => (step.date ? [step.date] : []))
    .sort((a, b) => compareEdtf(edtf(a), edtf(b)))
  return mark(
    {
      id: measure.id,
      anchor: measureAnchor(measure.id),
      title: measure.title,
      instrument: words.instrument[measure.instrument],
      area: measure.area,
      body: measure.body ? nameOf(measure.body) : null,
      partners: measure.partners.map(nameOf),
      purpose: measure.purpose,
      date: dates[0] ?? null,
      status: words.status[steps.at(-1)!.status],
      history: measure.history.map((step) =>
        mark(
          {
            status: words.status[step.status],
            date: step.date ?? null,
            claims: step.claims,
            note: step.note ?? null,
          },
          step,
        ),
      ),
      drivers: measure.drivers,
      claims: [...new Set(measure.history.flatMap((step) => step.claims))],
      note: measure.note ?? null,
    },
    measure,
  )
}

function byFirstDate(a: MeasureView, b: MeasureView): number {
  if (a.date && b.date) return compareEdtf(edtf(a.date), edtf(b.date))
  return (a.date ? 0 : 1) - (b.date ? 0 : 1)
}

export interface PhaseView {
  readonly anchor: string
  readonly title: string
  readonly period: string
  readonly account: readonly Statement[]
  readonly measures: readonly { title: string; date: string | null; status: string; claims: readonly string[] }[]
}

/** The pack's phases, each with the measures that belong to it. */
export function phaseViews(context: ViewContext): PhaseView[] {
  const { corpus, pack, mark } = context
  return pack.phases.map((phase) =>
    mark(
      {
        anchor: `phase-${phase.id}`,
        title: phase.title,
        period: phase.period,
        account: phase.account,
        measures: phase.measures.flatMap((id) => {
          const measure = corpus.measures.get(id)
          return measure ? [measureView(measure, context)] : []
        }),
      },
      phase,
    ),
  )
}
