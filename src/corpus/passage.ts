import * as z from 'zod'
import { keysOf } from '../core/index.ts'
import { text, why } from './fields.ts'

/** How texts are made alike before they are compared and digests taken (`evidence/normalise.ts`). */
export const normalisations = ['n1', 'n2'] as const
export type Normalisation = (typeof normalisations)[number]

/** Where in a work, as CSL names it (`article` is its `article-locator`), and as the work itself numbers its parts. */
const places = {
  page: text.optional().describe('The page, as the work prints it: "14", "iv"'),
  paragraph: text.optional().describe('The paragraph, as the work numbers it'),
  article: text.optional().describe('The article of a law: "5(2)"'),
  section: text.optional().describe('The section'),
  chapter: text.optional().describe('The chapter'),
  part: text.optional().describe('The part'),
  line: text.optional().describe('The line'),
  table: text.optional().describe('The table'),
  figure: text.optional().describe('The figure'),
  appendix: text.optional().describe('The appendix or annex'),
  timestamp: text.optional().describe('The time from the beginning: "12:30"'),
}
export type PlaceKind = keyof typeof places
export const placeKinds = keysOf(places)

/** A place in a work as its reader finds it. */
export interface WorkPlace {
  readonly kind: PlaceKind
  readonly value: string
}

/**
 * A pin into a text that needs no copy of it: the first and last words of the span, just enough to be unique, its
 * 1-based paragraph and the digest of the whole normalised span (see `evidence/normalise.ts`). Without a digest its words
 * stand once in the text, and the lock keeps the digest.
 */
export const passage = z.strictObject({
  para: z.int().positive().describe('The paragraph, counted from 1 in the normalised text'),
  at: z
    .strictObject(places)
    .refine((it) => Object.keys(it).length === 1, `is not one place, such as {page: "14"} or {article: "5(2)"}`)
    .optional()
    .describe('Where a reader finds it, when not by counting paragraphs: {page: "14"}, {article: "5(2)"}'),
  start: text.describe('The first words of the passage, just enough to be found once'),
  end: text.describe('The last words of the passage'),
  sha256: z
    .string()
    .regex(/^(?:n2:)?[0-9a-f]{64}$/, 'is not 64 hexadecimal digits, or n2: and those')
    .optional()
    .describe(
      'The SHA-256 of the passage under the normalisation that it begins with, e.g. “n2:”, or under n1; left out, its words stand once in the text, and the lock keeps it',
    ),
})
export type Passage = z.infer<typeof passage>

/**
 * Where a reader finds a passage: the place that it gives itself, else the page on which its paragraph begins, where the
 * pages of the text are known, else its paragraph.
 */
export function placeOf(
  { para, at }: Pick<Passage, 'para' | 'at'>,
  pages: Readonly<Record<string, number>> | undefined,
): WorkPlace {
  for (const kind of placeKinds) {
    const value = at?.[kind]
    if (value !== undefined) return { kind, value }
  }
  const begun = Object.entries(pages ?? {}).filter(([, first]) => first <= para)
  const page = begun.sort(([, one], [, other]) => one - other).at(-1)?.[0]
  return page === undefined ? { kind: 'paragraph', value: String(para) } : { kind: 'page', value: page }
}

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
