import { type Corpus, kinds, type RecordName, recordsOf } from '../../corpus/index.ts'
import { nameOf } from '../../evidence/index.ts'

/** The record that a line of the corpus is of: the last that begins before it. */
export function recordAt(corpus: Corpus, file: string, line: number): RecordName | undefined {
  let [found, at]: [RecordName | undefined, number] = [undefined, 0]
  for (const { name: kind } of kinds)
    for (const id of recordsOf(corpus, kind).keys()) {
      const { file: own, start } = corpus.place(kind, id)
      if (own !== file || !start || start.line > line || start.line < at) continue
      ;[found, at] = [nameOf(kind, id), start.line]
    }
  return found
}
