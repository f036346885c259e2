import type { Corpus } from '../corpus/corpus.ts'
import { type Edtf, parseEdtf } from '../corpus/edtf.ts'
import type { Place } from '../log.ts'

/** A date that a register gives, printed in a chronology, and the claims that it rests on. */
export interface DatedRecord {
  readonly date: Edtf
  readonly claims: readonly string[]
  readonly subject: string
  readonly place: Place
}

/** The dates of events and of the steps of measures. */
export function datedRecords(corpus: Corpus): readonly DatedRecord[] {
  const events = [...corpus.events.values()].flatMap(({ id, date, claims, deprecated }) =>
    deprecated ? [] : record(corpus, 'event', id, ['date'], date, claims),
  )
  const steps = [...corpus.measures.values()].flatMap(({ id, history, deprecated }) =>
    deprecated
      ? []
      : history.flatMap(({ date, claims }, at) => record(corpus, 'measure', id, ['history', at, 'date'], date, claims)),
  )
  return [...events, ...steps]
}

function record(
  corpus: Corpus,
  kind: 'event' | 'measure',
  id: string,
  path: readonly (string | number)[],
  text: string | undefined,
  claims: readonly string[],
): readonly DatedRecord[] {
  const date = text === undefined ? undefined : parseEdtf(text)
  if (!date) return []
  return [
    {
      date,
      claims,
      subject: `${kind}:${id}`,
      get place() {
        return corpus.place(kind, id, path)
      },
    },
  ]
}
