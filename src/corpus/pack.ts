import * as z from 'zod'
import { date, deprecated, id, language, ref, statement, text } from './fields.ts'
import { documents, formats } from './formats.ts'

const titled = z.strictObject({ title: text, account: z.array(statement).min(1) })

/** What to produce, in `corpus/packs/<name>.yaml`; the prose that belongs to the whole stands here, sentence by sentence. */
export const pack = z.strictObject({
  title: text,
  subtitle: text.optional(),
  question: text,
  audience: text,
  authors: z.array(text).default([]),
  organisation: text.optional(),
  description: text,
  keywords: z.array(text).default([]),
  period: date,
  'cut-off': date,
  issued: date,
  scale: z.enum(['icd203', 'phia-2025']),
  style: text.default('chicago-notes').meta({ description: 'A CSL style that ships with the tool, or a path to one' }),
  language: language.default('en-GB'),
  transliteration: z.enum(['original', 'transliterated', 'both']).default('both'),
  theme: id.default('default'),
  formats: z
    .array(z.enum(formats))
    .min(1)
    .default([...documents]),
  /** The templates, in order: `templates/<name>.md.hbs`. */
  sections: z.array(id).min(1),
  'bottom-line': z.array(statement).min(1),
  /** On the whole base of evidence, for the source summary. */
  base: z.strictObject({ summary: text.optional(), strengths: z.array(text).min(1), weaknesses: z.array(text).min(1) }),
  /** What is said of each stretch of the period that no source covers. */
  gaps: z
    .array(
      z.strictObject({
        period: date,
        note: text,
        /** What other sources say of it in passing, and what lies outside them. */
        account: z.array(statement).default([]),
      }),
    )
    .default([]),
  /** The policy's phases, told sentence by sentence. */
  phases: z
    .array(
      z.strictObject({
        id,
        title: text,
        period: date,
        account: z.array(statement).min(1),
        /** What else is to be told of the phase, each under a few words of its own. */
        parts: z.array(titled).default([]),
        measures: z.array(ref('measure')).default([]),
      }),
    )
    .default([]),
  /** What runs through all phases. */
  threads: z.array(titled).default([]),
  drivers: z.array(titled).default([]),
  continuity: z.array(statement).default([]),
  change: z.array(statement).default([]),
  /** The threat picture's opening paragraph. */
  threats: z.array(statement).default([]),
  outlook: z.array(statement).default([]),
  /** What a reader should not say on the strength of these sources. */
  cautions: z.array(statement).default([]),
  /** The Berkeley Protocol's six headings for a report on method. */
  method: z.strictObject({
    objectives: z.array(text),
    method: z.array(text),
    activities: z.array(text),
    sources: z.array(text),
    gaps: z.array(text),
    results: z.array(text),
  }),
  glossary: z.array(z.strictObject({ term: text, meaning: text })).default([]),
  'also-consulted': z.array(ref('source')).default([]),
  rules: z.record(z.string(), z.enum(['off', 'warning', 'error'])).default({}),
  waivers: z.array(z.strictObject({ rule: text, at: text, why: text, by: text, until: date })).default([]),
  deprecated,
})
export type Pack = z.infer<typeof pack> & { readonly id: string }
