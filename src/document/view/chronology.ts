import { compare } from '../../core/index.ts'
import { kindLabel } from '../../corpus/index.ts'
import type { ViewContext } from './context.ts'
import { byFirstDay } from './order.ts'
import { measureAnchor } from './policy.ts'

/** One line of the chronology: an event, or a step in the history of a policy measure. */
export interface ChronologyEntry {
  /** The id of its event or measure. */
  readonly id: string
  /** Its number in the timeline; a later step of a measure has none, nor has what lies outside the period. */
  readonly number: number | null
  readonly date: string
  readonly kind: string
  readonly title: string
  /** What of the place the title does not name itself. */
  readonly place: string | null
  /** Where the register of measures tells the step. */
  readonly measure: string | null
  /** Set when the source only looked ahead to it. */
  readonly scheduled: boolean
  readonly attribution: readonly { to: string; by: string; status: string; claims: readonly string[] }[]
  readonly claims: readonly string[]
  readonly note: string | null
}

/** Events and dated policy steps together, by first possible day. */
export function chronology(context: ViewContext): ChronologyEntry[] {
  return [...eventEntries(context), ...measureEntries(context)].sort(
    (a, b) => byFirstDay(a, b) || compare(a.title, b.title),
  )
}

function eventEntries({ corpus, pack, chosen, numbers, mark, words }: ViewContext): ChronologyEntry[] {
  return [...chosen.events.values()]
    .filter((event) => !event.deprecated)
    .map((event) =>
      mark(
        {
          id: event.id,
          number: numbers.get(`event:${event.id}`) ?? null,
          date: event.date,
          kind: kindLabel(corpus, 'event-kind', event.kind, pack.language),
          title: event.title,
          place: placeBeyond(event.title, event.place),
          measure: null,
          scheduled: event.status === 'scheduled',
          attribution: event.attribution.map((it) => mark({ ...it, status: words.attribution[it.status] }, it)),
          claims: event.claims,
          note: event.note ?? null,
        },
        event,
      ),
    )
}

function placeBeyond(title: string, place: string | undefined): string | null {
  const parts = (place ?? '').split(', ').filter((part) => part !== '' && !title.includes(part))
  return parts.join(', ') || null
}

/** Every dated step in the history of a measure, unless an event tells the same claims. */
function measureEntries({ corpus, pack, chosen, numbers, mark, words }: ViewContext): ChronologyEntry[] {
  const told = new Set([...chosen.events.values()].flatMap((event) => event.claims))
  return [...chosen.measures.values()]
    .filter((measure) => !measure.deprecated)
    .flatMap((measure) => {
      const dated = measure.history.filter((step) => step.date && !step.claims.some((claim) => told.has(claim)))
      const first = [...dated].sort((a, b) => byFirstDay({ date: a.date! }, { date: b.date! }))[0]
      return dated.map((step) =>
        mark(
          {
            id: measure.id,
            number: step === first ? (numbers.get(`measure:${measure.id}`) ?? null) : null,
            date: step.date!,
            kind: kindLabel(corpus, 'measure-kind', measure.instrument, pack.language),
            title: `${measure.title}${words.cover.colon}${words.status[step.status]}`,
            place: null,
            measure: measureAnchor(measure.id),
            scheduled: false,
            attribution: [],
            claims: step.claims,
            note: step.note ?? null,
          },
          step,
        ),
      )
    })
}
