import * as z from 'zod'
import { text, why } from './fields.ts'
import { passage } from './passage.ts'

/** Why a part of a claim stands although its passage does not say it. */
export const support = z
  .strictObject({
    for: text.describe(
      'The words of the gist that the passage does not have, or the words of the passage that the gist leaves out; or the field: gist, speaker, date, value, quote',
    ),
    by: z
      .enum(['context', 'inference', 'calculation'])
      .describe(
        'context: another passage says it; calculation: a sum of numbers of the passages; inference: our conclusion',
      ),
    passage: passage.optional().describe('For context: the other passage of the same text'),
    sum: text.optional().describe('For calculation: e.g. `12 + 35 = 47`'),
    why,
  })
  .refine(
    (it) => (it.by === 'context') === (it.passage !== undefined),
    'a `passage` goes with `by: context`, and only with it',
  )
  .refine(
    (it) => (it.by === 'calculation') === (it.sum !== undefined),
    'a `sum` goes with `by: calculation`, and only with it',
  )
export type Support = z.infer<typeof support>
