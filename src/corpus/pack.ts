import * as z from 'zod'
import { documentFormats, formats } from '../formats.ts'
import { claimKinds } from './claim.ts'
import type { packDefaults, standIns } from './complete-packs.ts'
import { wrongCountry } from './country.ts'
import { itemTypes } from './csl.ts'
import { disagreementKinds } from './disagreement.ts'
import { date, deprecated, id, language, prose, ref, restsOn, statement, tags, text } from './fields.ts'
import { doi, numbers } from './identifiers.ts'
import { defineKind } from './kind.ts'
import { wrongMarking } from './marking.ts'
import { ofDocx, ofPdf } from './pack-formats.ts'
import { questionStatuses } from './question.ts'
import { confidenceLevels } from './scales.ts'
import { reliabilities } from './source.ts'

/** ISO 3166-1 numeric, as the map data have it, e.g. "398" for Kazakhstan. */
const countryCode = z
  .string()
  .refine((value) => wrongCountry(value) === undefined, { error: ({ input }) => wrongCountry(String(input)) })
const titled = z.strictObject({ title: text, account: z.array(statement).min(1) })
const confidence = z.enum(confidenceLevels)
const ids = (kind: string) => z.array(ref(kind)).optional()
const kinds = <const V extends readonly string[]>(values: V) => z.array(z.enum(values)).optional()
const actors = ids('actor')
const period = date.optional()

const marking = text
  .refine((value) => wrongMarking(value) === undefined, { error: ({ input }) => wrongMarking(String(input)) })
  .optional()

/** Which records of a register a pack prints. Criteria hold together; of the values of one, any is enough. */
const select = z.strictObject({
  sources: z
    .strictObject({ ids: ids('source'), tags, kinds: kinds(itemTypes), period, grades: kinds(reliabilities) })
    .optional(),
  claims: z
    .strictObject({
      ids: ids('claim'),
      tags,
      kinds: kinds(claimKinds),
      actors,
      period,
      grades: z.array(z.int().min(1).max(6)).optional(),
    })
    .optional(),
  actors: z.strictObject({ ids: actors, tags, kinds: ids('actor-kind') }).optional(),
  events: z.strictObject({ ids: ids('event'), tags, kinds: ids('event-kind'), actors, period }).optional(),
  measures: z.strictObject({ ids: ids('measure'), tags, kinds: ids('measure-kind'), actors, period }).optional(),
  threats: z.strictObject({ ids: ids('threat'), tags, actors, period }).optional(),
  judgments: z
    .strictObject({
      ids: ids('judgment'),
      tags,
      kinds: kinds(['key', 'other']),
      period,
      grades: z.array(confidence).optional(),
    })
    .optional(),
  questions: z.strictObject({ ids: ids('question'), tags, kinds: kinds(questionStatuses) }).optional(),
  disagreements: z.strictObject({ ids: ids('disagreement'), tags, kinds: kinds(disagreementKinds) }).optional(),
  basis: z
    .boolean()
    .optional()
    .meta({ description: 'Of the registers not named here, print what the records chosen rest on, and no more' }),
})

/**
 * What to produce, in `corpus/packs/<name>.yaml`; the prose that belongs to the whole stands here, sentence by sentence.
 * A file without sections is no pack: it holds fields that packs share, which name it in `extends`.
 */
const pack = z.strictObject({
  extends: ref('pack')
    .optional()
    .meta({ description: 'The pack or shared file whose fields stand here where this file has none' }),
  title: text.optional(),
  subtitle: text.optional(),
  /** For running heads, where the title is long. */
  'short-title': text.optional(),
  question: text.optional(),
  audience: text.optional(),
  authors: z.array(z.union([text, z.strictObject({ name: text, affiliation: text.optional() })])).optional(),
  organisation: text.optional(),
  logo: text.optional(),
  /** Stands at the head and foot of every page. */
  marking,
  watermark: z.union([z.boolean(), text]).optional(),
  version: text.optional(),
  doi: doi.optional(),
  isbn: numbers.ISBN.refine(isIsbn, 'is not an ISBN: its digits or its check digit are wrong').optional(),
  responsible: text.optional(),
  licence: text.optional(),
  contact: text.optional(),
  acknowledgments: text.optional(),
  disclaimer: text.optional(),
  description: text.optional(),
  keywords: z.array(text).optional(),
  period: date.optional(),
  'cut-off': date.optional(),
  issued: date.optional(),
  scale: z.enum(['icd203', 'phia-2025']).optional(),
  style: text
    .optional()
    .meta({ description: 'A CSL style that ships with the tool, or a path to one', default: 'chicago-notes' }),
  language: language.optional().meta({ default: 'en-GB' }),
  words: z.record(z.string(), text).optional(),
  transliteration: z.enum(['original', 'transliterated', 'both']).optional().meta({ default: 'both' }),
  'numbered-headings': z
    .int()
    .min(1)
    .max(6)
    .optional()
    .meta({ description: 'Headings are numbered down to this level; without it none is' }),
  theme: id.optional().meta({ default: 'default' }),
  formats: z
    .array(z.enum(formats))
    .min(1)
    .optional()
    .meta({ default: [...documentFormats] }),
  cover: z
    .union([z.boolean(), id])
    .optional()
    .meta({ description: 'false: none; a name: the template that is the cover', default: true }),
  contents: z
    .strictObject({
      depth: z
        .int()
        .min(1)
        .max(6)
        .optional()
        .meta({ description: 'The level of headings that the section “contents” goes down to', default: 1 }),
    })
    .optional()
    .meta({ description: 'What the section “contents” lists' }),
  companion: ref('pack')
    .optional()
    .meta({ description: 'The pack that prints what this one refers to and does not print' }),
  /** Without it a pack prints all there is. */
  select: select.optional(),
  /** How the Word file is made. */
  docx: ofDocx,
  /** How the PDF is made. */
  pdf: ofPdf,
  preset: z.enum(['brief', 'report', 'dossier']).optional(),
  /** The templates, in order: `templates/<name>.md.hbs`. */
  sections: z.array(id).min(1).optional(),
  'bottom-line': z.array(statement).optional(),
  /** On the whole base of evidence, for the source summary. */
  base: z
    .strictObject({
      summary: text.optional(),
      strengths: z.array(prose('remark')).default([]),
      weaknesses: z.array(prose('remark')).default([]),
    })
    .optional(),
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
    .optional(),
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
        measures: z.array(restsOn('measure')).default([]),
      }),
    )
    .optional(),
  /** What runs through all phases. */
  threads: z.array(titled).optional(),
  /** Where things are, for the map. */
  places: z
    .array(
      z.strictObject({
        name: text,
        kind: z.enum(['capital', 'city', 'site', 'region']).default('city'),
        lat: z.number().min(-90).max(90),
        lon: z.number().min(-180).max(180),
        note: text.optional().meta({ description: 'Why it matters here, in a few words' }),
      }),
    )
    .optional(),
  map: z
    .strictObject({
      focus: z.array(countryCode).default([]).meta({ description: 'The countries that are shaded and seen whole' }),
      countries: z.array(z.strictObject({ code: countryCode, name: text })).default([]),
    })
    .optional(),
  drivers: z.array(titled).optional(),
  continuity: z.array(statement).optional(),
  change: z.array(statement).optional(),
  /** The threat picture's opening paragraph. */
  threats: z.array(statement).optional(),
  outlook: z.array(statement).optional(),
  /** What a reader should not say on the strength of these sources. */
  cautions: z.array(statement).optional(),
  /** The Berkeley Protocol's six headings for a report on method. */
  method: z
    .strictObject({
      objectives: z.array(text).default([]),
      method: z.array(text).default([]),
      activities: z.array(text).default([]),
      sources: z.array(text).default([]),
      gaps: z.array(text).default([]),
      results: z.array(text).default([]),
    })
    .optional(),
  glossary: z.array(z.strictObject({ term: text, meaning: text })).optional(),
  'also-consulted': z.array(ref('source')).optional(),
  rules: z.record(z.string(), z.enum(['off', 'warning', 'error'])).optional(),
  waivers: z.array(z.strictObject({ rule: text, at: text, why: text, by: text, until: date })).optional(),
  deprecated,
})
/** ISO 2108: thirteen digits whose weighted sum ends in nought; or ten, of which the last may be X. */
function isIsbn(value: string): boolean {
  const digits = [...value.replace(/[\s-]/g, '')].map((digit) => (digit === 'X' ? 10 : Number(digit)))
  if (!/^(?:\d{13}|\d{9}[\dX])$/.test(value.replace(/[\s-]/g, ''))) return false
  const sum = (weigh: (index: number) => number) => digits.reduce((total, digit, i) => total + digit * weigh(i), 0)
  return digits.length === 13 ? sum((i) => (i % 2 ? 3 : 1)) % 10 === 0 : sum((i) => 10 - i) % 11 === 0
}

/** A file of `corpus/packs/` as it is written. */
export type PackFile = z.infer<typeof pack>

type Given = keyof typeof packDefaults | keyof typeof standIns
/** A pack that can be built: with what it extends, and with defaults. */
export type Pack = Omit<PackFile, Given> & { readonly [F in Given]: NonNullable<PackFile[F]> } & { readonly id: string }

export const packKind = defineKind({ name: 'pack', plural: 'packs', kept: 'file', schema: pack, label: 'title' })
