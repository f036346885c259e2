import * as z from 'zod'
import { documentFormats, formats } from '../formats.ts'
import type { packDefaults, standIns } from './complete-packs.ts'
import { wrongCountry } from './country.ts'
import {
  account,
  date,
  deprecated,
  id,
  inTime,
  language,
  prose,
  ref,
  restsOn,
  slugText,
  statement,
  text,
  title,
  why,
} from './fields.ts'
import { doi, numbers } from './identifiers.ts'
import { defineKind } from './kind.ts'
import { wrongMarking } from './marking.ts'
import { select } from './select.ts'

/** ISO 3166-1 numeric, as the map data have it, e.g. "398" for Kazakhstan. */
const countryCode = z
  .string()
  .refine((value) => wrongCountry(value) === undefined, { error: ({ input }) => wrongCountry(String(input)) })
const titled = z.strictObject({
  title,
  account: account.min(1),
})
const marking = text
  .refine((value) => wrongMarking(value) === undefined, { error: ({ input }) => wrongMarking(String(input)) })
  .optional()
  .describe('The handling marking at the head and foot of every page, e.g. TLP:AMBER')

const base = z.strictObject({
  summary: text.optional().describe('One line on the sources'),
  strengths: z.array(prose('remark')).default([]).describe('What it is good for'),
  weaknesses: z.array(prose('remark')).default([]).describe('What it is weak in'),
})

const gap = z.strictObject({
  period: inTime,
  note: text.describe('What is to be said of the stretch'),
  /** What other sources say of it in passing, and what lies outside them. */
  account: account.default([]),
})

const phase = z.strictObject({
  id,
  title: titled.shape.title,
  period: inTime,
  account: titled.shape.account,
  parts: z.array(titled).default([]).describe('What else is to be told, each under a few words of its own'),
  measures: z.array(restsOn('measure')).default([]).describe('The measures of the phase'),
})

const place = z.strictObject({
  name: text.describe('Its name'),
  kind: z.enum(['capital', 'city', 'site', 'region']).default('city').describe('How the place is marked'),
  lat: z.number().min(-90).max(90).describe('Degrees north'),
  lon: z.number().min(-180).max(180).describe('Degrees east'),
  note: text.optional().describe('Why it matters here, in a few words'),
})

const map = z.strictObject({
  focus: z
    .array(countryCode)
    .default([])
    .describe('The countries that are shaded and seen whole, but for far parts without a place'),
  countries: z
    .array(
      z.strictObject({
        code: countryCode.describe('ISO 3166-1 numeric, e.g. "398"'),
        name: text.describe('Its name'),
      }),
    )
    .default([])
    .describe('Countries whose names are written on the map'),
})

const lines = z.array(text).default([])
const method = z.strictObject({
  objectives: lines.describe('What it was made for'),
  method: lines.describe('How it was done'),
  activities: lines.describe('What was done'),
  sources: lines.describe('What it rests on'),
  gaps: lines.describe('What is missing'),
  results: lines.describe('What can be said with it'),
})

const waiver = z.strictObject({
  rule: text.describe('The rule'),
  at: text.describe('Where: a file, or a record as kind:id'),
  why,
  by: text.describe('Who lets it pass'),
  until: date.describe('The last day of the waiver'),
})

const author = z.strictObject({
  name: text.describe('The name as it is printed'),
  affiliation: text.optional().describe('The institution that the author writes for'),
})

/** What a pack says of one of its formats. */
const ofDocx = z.strictObject({
  citations: z
    .enum(['static', 'zotero', 'zotero-bookmark', 'zotero-transfer'])
    .default('static')
    .describe('Citations as words alone, or as Zotero goes on with them'),
  'embed-fonts': z.boolean().optional().describe('Whether the theme’s fonts travel in the file'),
  'reference-doc': text
    .optional()
    .describe('A .docx or .dotx in the project whose styles, page, headers and footers it takes'),
})
const ofPdf = z.strictObject({
  accessibility: z
    .enum(['ua-1', 'ua-2'])
    .default('ua-1')
    .describe('PDF/UA-1 in PDF 1.7, which all readers know, or PDF/UA-2 in PDF 2.0'),
})

const depth = z.int().min(1).max(6).optional()
const prosePart = z.array(statement).optional()

/**
 * What to produce, in `corpus/packs/<name>.yaml`; the prose that belongs to the whole stands here, sentence by sentence.
 * A file without sections is no pack: it holds fields that packs share, which name it in `extends`.
 */
const pack = z.strictObject({
  extends: ref('pack').optional().describe('The pack or shared file whose fields stand here where this file has none'),
  title: text.optional().describe('The title on the cover'),
  subtitle: text.optional().describe('The subtitle'),
  'short-title': text.optional().describe('A short form of the title, for running heads'),
  question: text.optional().describe('The question that the pack answers'),
  audience: text.optional().describe('Whom it is for'),
  authors: z
    .array(z.union([text, author]))
    .optional()
    .describe('Who answers for it: names, or a name with an affiliation'),
  organisation: text.optional().describe('Whose it is'),
  logo: text
    .optional()
    .describe('A picture in the project, SVG, PNG or JPEG, which the cover of PDF, Word and HTML shows'),
  marking,
  watermark: z
    .union([z.boolean(), text])
    .optional()
    .describe('A word across every page; true for “DRAFT” in the language of the pack'),
  version: text.optional().describe('The version, which the cover prints'),
  doi: doi.optional().describe('The DOI of the pack itself'),
  isbn: numbers.ISBN.refine(isIsbn, 'is not an ISBN: its digits or its check digit are wrong')
    .optional()
    .describe('The ISBN of the pack itself'),
  responsible: text.optional().describe('Who answers for what it says'),
  licence: text.optional().describe('Under what licence it may be used'),
  contact: text.optional().describe('Where to write to'),
  acknowledgments: text.optional().describe('Who is thanked'),
  disclaimer: text.optional().describe('What the pack is not answerable for'),
  description: text.optional().describe('One sentence, for the properties of the files'),
  keywords: z.array(text).optional().describe('Keywords, for the properties of the files'),
  period: date.optional().describe('The time that the pack is about'),
  'cut-off': date.optional().describe('The day up to which information was taken in'),
  issued: date.optional().describe('The day of issue, which the cover prints'),
  scale: z.enum(['icd203', 'phia-2025']).optional().describe('The scale that likelihood is worded in: one for a pack'),
  style: text
    .optional()
    .meta({ description: 'A CSL style that ships with the tool, or a path to one', default: 'chicago-notes' }),
  language: language
    .optional()
    .meta({ description: 'The language of the pack, as a tag: en-GB, ru', default: 'en-GB' }),
  words: z
    .record(z.string(), text)
    .optional()
    .describe(
      'The pack’s own words for those of the sections that ship, as their templates have them in English: {Risks: Threat picture}',
    ),
  transliteration: z.enum(['original', 'transliterated', 'both']).optional().meta({
    description: 'How works in another script are printed: as they are, in Latin letters, or both',
    default: 'both',
  }),
  'numbered-headings': depth.describe('Headings are numbered down to this level; without it none is'),
  theme: slugText
    .optional()
    .meta({ description: 'The name of a theme: templates/themes/<name>.yaml', default: 'default' }),
  formats: z
    .array(z.enum(formats))
    .min(1)
    .optional()
    .meta({ description: 'What is written, unless the command line names formats', default: [...documentFormats] }),
  cover: z
    .union([z.boolean(), slugText])
    .optional()
    .meta({ description: 'false: none; a name: the template that is the cover', default: true }),
  contents: z
    .strictObject({
      depth: depth.meta({ description: 'The level of headings that the section “contents” goes down to', default: 1 }),
    })
    .optional()
    .describe('What the section “contents” lists'),
  companion: ref('pack').optional().describe('The pack that prints what this one refers to and does not print'),
  select: select.optional().describe('Which records of each register the pack prints; without it, all'),
  docx: ofDocx.optional().describe('How the Word file is made'),
  pdf: ofPdf.optional().describe('How the PDF is made'),
  preset: z
    .enum(['brief', 'report', 'dossier'])
    .optional()
    .describe(
      'The sections of a pack whose own file lists none: `brief` (one or two pages, in its own theme and without a cover), `report`, or `dossier`, with all registers and the annexes',
    ),
  sections: z
    .array(slugText)
    .min(1)
    .optional()
    .describe('The templates of the sections, in their order: templates/<name>.md.hbs'),
  'bottom-line': prosePart.describe('The answer in at most 60 words'),
  base: base.optional().describe('What the whole evidence is worth'),
  gaps: z.array(gap).optional().describe('Stretches of the period that no source covers'),
  phases: z.array(phase).optional().describe('The phases of the story, told sentence by sentence'),
  threads: z.array(titled).optional().describe('What runs through all phases'),
  places: z.array(place).optional().describe('Where things are, for the map'),
  map: map.optional().describe('How the map is drawn'),
  drivers: z.array(titled).optional().describe('What drove it, by the sources'),
  continuity: prosePart.describe('What stayed'),
  change: prosePart.describe('What changed'),
  threats: prosePart.describe('The opening of the threat picture'),
  outlook: prosePart.describe('What lay ahead at the cut-off'),
  cautions: prosePart.describe('What a reader should not say on the strength of these sources'),
  method: method.optional().describe('How the pack was made, under the Berkeley Protocol’s six headings'),
  glossary: z
    .array(z.strictObject({ term: text.describe('The term'), meaning: text.describe('What it means') }))
    .optional()
    .describe('Terms and what they mean'),
  'also-consulted': z
    .array(ref('source'))
    .optional()
    .describe('Sources that belong in the bibliography though nothing cites them'),
  rules: z
    .record(z.string(), z.enum(['off', 'warning', 'error']))
    .optional()
    .describe('The level of rules for this pack: off, warning or error'),
  waivers: z.array(waiver).optional().describe('Findings that somebody lets pass, with a reason and an end'),
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
