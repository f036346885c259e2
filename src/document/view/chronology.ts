import { compare, must } from '../../core/index.ts'
import { kindLabel } from '../../corpus/index.ts'
import type { ViewContext } from './context.ts'
import { anchorOf, fields } from './names.ts'
import { byFirstDay } from './order.ts'

/** Events and dated steps in the history of measures together, by first possible day. */
export function chronology(context: ViewContext) {
  return [...eventEntries(context), ...measureEntries(context)].sort(
    (a, b) => byFirstDay(a, b) || compare(a.title, b.title),
  )
}

function eventEntries({ corpus, pack, chosen, numbers, mark, words }: ViewContext) {
  return [...chosen.events.values()]
    .filter((event) => !event.deprecated)
    .map((event) =>
      mark(
        {
          id: event.id,
          /** In the timeline; what lies outside its period has none, nor has a later step of a measure. */
          number: numbers.get(`event:${event.id}`) ?? null,
          date: event.date,
          kind: kindLabel(corpus, 'event-kind', event.kind, pack.language),
          title: event.title,
          place: placeBeyond(event.title, event.place),
          measure: null,
          /** The source only looked ahead to it. */
          scheduled: event.status === 'scheduled',
          attribution: event.attribution.map((it) => mark({ ...it, status: words.attribution[it.status] }, it)),
          ...fields(event, 'claims', 'note'),
        },
        event,
      ),
    )
}

/** What of the place the title does not name itself. */
function placeBeyond(title: string, place: string | undefined): string | null {
  const parts = (place ?? '').split(', ').filter((part) => part !== '' && !title.includes(part))
  return parts.join(', ') || null
}

/** Every dated step in the history of a measure, unless an event tells the same claims. */
function measureEntries({ corpus, pack, chosen, numbers, mark, words }: ViewContext) {
  const told = new Set([...chosen.events.values()].flatMap((event) => event.claims))
  return [...chosen.measures.values()]
    .filter((measure) => !measure.deprecated)
    .flatMap((measure) => {
      const dated = measure.history.filter((step) => step.date && !step.claims.some((claim) => told.has(claim)))
      const first = [...dated].sort((a, b) => byFirstDay({ date: a.date ?? null }, { date: b.date ?? null }))[0]
      return dated.map((step) =>
        mark(
          {
            id: measure.id,
            number: step === first ? (numbers.get(`measure:${measure.id}`) ?? null) : null,
            date: must(step.date),
            kind: kindLabel(corpus, 'measure-kind', measure.instrument, pack.language),
            title: `${measure.title}${words.cover.colon}${words.status[step.status]}`,
            place: null,
            /** Where the register of measures tells the step. */
            measure: anchorOf('measure', measure.id),
            scheduled: false,
            attribution: [],
            ...fields(step, 'claims', 'note'),
          },
          step,
        ),
      )
    })
}
