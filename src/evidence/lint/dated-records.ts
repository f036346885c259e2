import type { Place } from '../../core/index.ts'
import { type Corpus, type Edtf, parseEdtf } from '../../corpus/index.ts'

/** A date that a register gives, printed in a chronology, and the claims that it rests on. */
export interface DatedRecord {
  readonly date: Edtf
  /** How its date is known where it is that of the report. */
  readonly basis: string | undefined
  readonly claims: readonly string[]
  readonly subject: string
  readonly place: Place
}

/** The dates of events and of the steps of measures. */
export function datedRecords(corpus: Corpus): readonly DatedRecord[] {
  const events = [...corpus.events.values()].flatMap(({ id, kind, date, basis, claims, deprecated }) =>
    deprecated
      ? []
      : record(
          corpus,
          'event',
          id,
          ['date'],
          date,
          claims,
          kind === 'publication' ? 'its own date of publication' : basis,
        ),
  )
  const steps = [...corpus.measures.values()].flatMap(({ id, history, deprecated }) =>
    deprecated
      ? []
      : history.flatMap(({ date, basis, claims }, at) =>
          record(corpus, 'measure', id, ['history', at, 'date'], date, claims, basis),
        ),
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
  basis: string | undefined,
): readonly DatedRecord[] {
  const date = text === undefined ? undefined : parseEdtf(text)
  if (!date) return []
  return [
    {
      date,
      basis,
      claims,
      subject: `${kind}:${id}`,
      get place() {
        return corpus.place(kind, id, path)
      },
    },
  ]
}
