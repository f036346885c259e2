import { itemAt } from '../../core/index.ts'
import { holds, partAt } from './clauses.ts'
import type { Gap } from './gap.ts'
import type { Reading } from './reading.ts'
import { unsettled } from './tables/language.ts'
import { stages } from './tables/stages.ts'
import { lineFinder } from './word-table.ts'

/** `ladder step` by word; a step with `+` is reached, and never claimed by these words. */
const stepsOf = lineFinder(
  stages
    .trim()
    .split('\n')
    .flatMap((ladder, index) =>
      ladder
        .split(' / ')
        .flatMap((step, height) =>
          step.split(' + ').map((words, more) => `${index} ${height + more}${more > 0 ? '+' : ''}: ${words}`),
        ),
    )
    .join('\n'),
  true,
)

/** A step that the passage has not come to: convicted, of those who are charged; signed, of what is adopted. */
export function furtherThan(claim: Reading, passage: Reading): readonly Gap[] {
  for (const [at, { word, text, kind }] of claim.tokens.entries()) {
    if (kind !== 'word') continue
    for (const own of stepsOf(word)) {
      const [ladder, step] = own.split(' ')
      if (!step || step === '0' || step.endsWith('+') || isOpen(claim, at)) continue
      const theirs = passage.tokens.flatMap((it) =>
        it.kind === 'word'
          ? stepsOf(it.word).flatMap((one) =>
              one.startsWith(`${ladder} `) ? [{ text: it.text, step: one.split(' ')[1]! }] : [],
            )
          : [],
      )
      if (theirs.length === 0 || theirs.some((it) => Number.parseInt(it.step, 10) >= Number(step))) continue
      return [{ kind: 'modality', words: text, reason: `is only “${itemAt(theirs, 0).text}” in the passage` }]
    }
  }
  return []
}

/** Whether what stands at a place is denied, to come or said to be so by others. */
function isOpen({ clauses, markers }: Reading, at: number): boolean {
  const part = partAt({ clauses }, at)
  return markers.some(
    (it) => !holds(it, at) && unsettled.some((sign) => it.signs.has(sign)) && partAt({ clauses }, it.from) === part,
  )
}
