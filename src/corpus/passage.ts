import * as z from 'zod'
import { text } from './fields.ts'

/** How texts are made alike before they are compared and digests taken (`evidence/normalise.ts`). */
export const normalisations = ['n1', 'n2'] as const
export type Normalisation = (typeof normalisations)[number]

/** Where in a work, as CSL names it (`article` is its `article-locator`), and as the work itself numbers its parts. */
export const placeKinds = [
  'page',
  'paragraph',
  'article',
  'section',
  'chapter',
  'part',
  'line',
  'table',
  'figure',
  'appendix',
  'timestamp',
] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A place in a work as its reader finds it. */
export interface WorkPlace {
  readonly kind: PlaceKind
  readonly value: string
}

const places = Object.fromEntries(placeKinds.map((kind) => [kind, text.optional()])) as Record<
  PlaceKind,
  z.ZodOptional<typeof text>
>

/**
 * A pin into a text that needs no copy of it: the first and last words of the span, just enough to be unique, its
 * 1-based paragraph and the digest of the whole normalised span (see `evidence/normalise.ts`). Without a digest its words
 * stand once in the text, and the lock keeps the digest.
 */
export const passage = z.strictObject({
  para: z.int().positive(),
  at: z
    .strictObject(places)
    .refine((it) => Object.keys(it).length === 1, `is not one place, such as {page: "14"} or {article: "5(2)"}`)
    .optional()
    .meta({ description: 'Where a reader finds it, when not by counting paragraphs: {page: "14"}, {article: "5(2)"}' }),
  start: text,
  end: text,
  sha256: z
    .string()
    .regex(/^(?:n2:)?[0-9a-f]{64}$/, 'is not 64 hexadecimal digits, or n2: and those')
    .optional(),
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
