import type { Corpus } from '../corpus/corpus.ts'
import { graphOf, partsOf, type RecordName, recordsNamed } from '../evidence/graph.ts'
import type { Log, Place } from '../log.ts'
import { nearest } from '../nearest.ts'
import { UsageError } from './command.ts'

/** The record that a person means by `id` or `kind:id`; a `UsageError` with the choices when it is none or several. */
export function recordMeant(corpus: Corpus, words: string): RecordName {
  const { names } = graphOf(corpus)
  if (names.has(words as RecordName)) return words as RecordName
  const found = recordsNamed(corpus, words)
  if (found.length === 1) return found[0]!
  if (found.length > 1)
    throw new UsageError(`“${words}” names ${found.length} records`, `say which: ${found.join(', ')}`)
  const meant = nearest(words.replace(/^.*:/, ''), new Set([...names].map((name) => partsOf(name).id)))
  throw new UsageError(`there is no record “${words}”`, meant && `did you mean “${meant}”?`)
}

export function formatPlace({ file, start }: Place): string {
  return start ? `${file}:${start.line}:${start.column}` : file
}

/** What a command that only reads must say when the project itself is at fault. */
export function hintAtErrors(log: Log): string {
  const errors = log.findings.filter((it) => it.fatal).length
  return errors === 0 ? '' : `  the project has ${errors} error${errors === 1 ? '' : 's'} (briefpack check)\n`
}
