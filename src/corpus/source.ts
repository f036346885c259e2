import * as z from 'zod'
import { claim } from './claim.ts'
import { bibliographic, names, plain } from './csl.ts'
import { type Edtf, parseEdtf } from './edtf.ts'
import { date, deprecated, id, note, ref, restsOn, sha256, tags, text, why, wordsIn } from './fields.ts'
import { webAddress } from './identifiers.ts'
import { defineKind } from './kind.ts'
import { normalisations, passage } from './passage.ts'

export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** Whatever is not `text` is disclosed in the source annex. */
const basis = z.enum(['text', 'publisher-page', 'catalogue', 'inferred', 'told'])

const law = z.strictObject({
  'in-force': date.optional().describe('Since when it holds'),
  amended: z
    .array(date)
    .default([])
    .describe('The days on which it was amended, as far as the text held has the amendments'),
  repealed: date.optional().describe('Since when it no longer holds'),
})

const inLetters = {
  title: plain.optional().describe('A headline of a few words, without a full stop'),
  'container-title': plain.optional().describe('The title of the newspaper, journal or book'),
}

const heldText = z.strictObject({
  sha256: sha256.describe('The SHA-256 of the normalised text, as 64 hexadecimal digits'),
  words: z.int().positive().describe('How many words the normalised text has'),
  paragraphs: z.int().positive().describe('How many paragraphs the normalised text has'),
  normalisation: z
    .enum(normalisations)
    .describe(
      'How the text was made alike before its digest was taken: n2 now; n1 holds, and `briefpack check --update-lock` renews it',
    ),
  pages: z
    .record(z.string(), z.int().positive())
    .optional()
    .describe('The first paragraph that begins on each page, by the page’s label'),
  file: z
    .strictObject({
      name: text.describe('The name of the file that the text was taken from'),
      sha256: sha256.describe('The SHA-256 of the file, as 64 hexadecimal digits'),
      tool: text.describe('What took the text from it'),
      captured: date.optional().describe('The day on which it was taken, as EDTF'),
    })
    .optional()
    .describe('The file that the text was taken from, its digest, and what took it'),
})

const lineage = z.strictObject({
  'derived-from': z.array(restsOn('source')).default([]).describe('Sources that it retells'),
  quotes: z.array(ref('source')).default([]).describe('Sources that it quotes'),
  'same-author-as': z
    .array(ref('source'))
    .default([])
    .describe('Sources by the same hand, where the author fields do not show it'),
})

const defectKinds = wordsIn(
  'misspelling missing-negation wrong-fact inconsistency boilerplate caption-intrusion missing-byline missing-title',
  'missing-date ambiguity truncation',
)
const defect = z.strictObject({
  id: id.optional(),
  kind: z.enum(defectKinds).describe('What kind of fault'),
  passages: z.array(passage).default([]).describe('Where it is'),
  note: text.describe('A remark for readers of the register'),
})

const library = z.strictObject({
  key: text.optional().describe('The key of the item in the library, e.g. in Zotero'),
  'citation-key': text.optional().describe('The key that the library cites it by'),
  other: z
    .record(z.string(), z.string())
    .optional()
    .describe('Fields of the library that CSL has no variable for; kept, never printed'),
})

/** One source, in `corpus/sources/<key>.yaml`: the file name is the citation key. CSL-JSON names where CSL has one. */
export const source = z.strictObject({
  code: z
    .string()
    .regex(/^\p{L}[\p{L}\p{N}.]{0,11}$/u, 'is not a code of a letter and up to eleven letters, digits and dots')
    .optional()
    .describe('How citations call it, e.g. S2; without one a code is made of the key'),
  ...bibliographic,
  bounds: date
    .optional()
    .describe(
      'With `issued: null`: between which dates it must have been made, an EDTF interval such as "2015/2021-05"',
    ),
  law: law.optional().describe('For laws, decrees and the like, which are `issued` on the day of their adoption'),
  transliteration: z
    .strictObject({ ...inLetters, author: names.optional().describe('The authors in Latin letters') })
    .optional()
    .describe('How the work reads in Latin letters'),
  translation: z.strictObject(inLetters).optional().describe('What the title means in the language of the pack'),
  basis: z
    .record(
      z.string(),
      z.union([
        basis,
        z.strictObject({
          how: basis.describe('From the text, a publisher’s page, a catalogue, inferred, or told to us'),
          note: text.describe('A remark for readers of the register'),
        }),
      ]),
    )
    .default({})
    .describe(
      'How each bibliographic datum is known, by the name of its field; what is not from the text is disclosed',
    ),
  held: z.boolean().default(true).describe('false: known only through another source; no text, no claims of its own'),
  text: heldText
    .optional()
    .describe('The text that is held: what passages are pinned to; `briefpack add` and `pin --digest` write it'),
  reliability: z
    .strictObject({
      grade: z.enum(reliabilities).describe('A reliable … E unreliable, F cannot be judged (the Admiralty scale)'),
      why,
    })
    .optional()
    .describe('How far the source is to be trusted in general, apart from any one claim'),
  descriptor: text.optional().describe('What it is, in at most 25 words; printed at first mention'),
  archived: webAddress.optional().describe('The address of a copy of the page in a web archive'),
  assessment: text.optional().describe('What it is good for and what to beware of, for the register of sources'),
  voice: text.optional().describe('Whose voice a reader hears in it'),
  'not-for': text.optional().describe('What it should not be used for'),
  lineage: lineage
    .default({ 'derived-from': [], quotes: [], 'same-author-as': [] })
    .describe('What it owes to other sources: works that hand on each other’s words count as one group'),
  rights: z
    .strictObject({
      holder: text.describe('Who holds the rights'),
      'quote-words': z.int().nonnegative().optional().describe('How many words may be quoted in all'),
      note,
    })
    .optional()
    .describe('Whose it is, and how much may be quoted'),
  defects: z.array(defect).default([]).describe('Faults of the text itself, so that nobody takes them for facts'),
  library: library.optional().describe('Where the record came from in a reference manager'),
  claims: z.array(claim).default([]).describe('What the source says, one thing each'),
  tags,
  deprecated,
})

export type Source = z.infer<typeof source> & { readonly id: string }

export const sourceKind = defineKind({
  name: 'source',
  plural: 'sources',
  kept: 'file',
  schema: source,
  label: 'title',
  facets: (it: Source) => ({ kind: it.type, dates: [it.issued ?? it.bounds], grade: it.reliability?.grade }),
  // Others say how it is cited.
  grave: ['reliability', 'author', 'issued', 'held', 'lineage', 'deprecated', 'defects'],
})

/** When a source was made: its date, or what bounds it; a page that was read cannot be younger than that. */
export function madeWhen({
  issued,
  bounds,
  accessed,
}: Pick<Source, 'issued' | 'bounds' | 'accessed'>): Edtf | undefined {
  const known = issued ?? bounds ?? (accessed && parseEdtf(`../${accessed}`) ? `../${accessed}` : undefined)
  return known === undefined ? undefined : parseEdtf(known)
}
