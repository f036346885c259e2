import { didYouMean } from '../core/index.ts'
import { type Corpus, idsOf } from './corpus.ts'
import { folder } from './corpus-layout.ts'
import type { RecordKind } from './fields.ts'
import { kindOf } from './kinds.ts'
import { findFields } from './references.ts'
import { presetIds } from './vocabulary.ts'

/** The nearest that there is; of kinds of events, actors and measures, which are few, else all of them and where more are written. */
export function notesOn(value: string, to: RecordKind, known: readonly string[]): readonly string[] {
  const notes = didYouMean(value, known)
  if (presetIds(to) === undefined) return notes
  const all = notes.length > 0 ? notes : [`there are ${known.join(', ')}`]
  return [...all, `the list of a project’s own is ${folder}/${kindOf(to).plural}.yaml`]
}

/** What a new record says of the kinds of events, actors and measures that no list has; other records may come after it. */
export function unknownKinds(kind: RecordKind, record: object, corpus: Corpus): readonly string[] {
  return findFields(kind, record).references.flatMap(({ value, to }) => {
    if (presetIds(to) === undefined) return []
    const known = idsOf(corpus, to)
    return known.includes(value) ? [] : [[`there is no ${to} “${value}”`, ...notesOn(value, to, known)].join('\n')]
  })
}
