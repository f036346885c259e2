import * as z from 'zod'
import { date, deprecated, id, language, prose, ref, restsOn, slugText, tags, text, why } from './fields.ts'
import { defineKind } from './kind.ts'
import { passage, support } from './passage.ts'
import { proposed } from './proposal.ts'

const grade = z.int().min(1).max(6)
const when = date.optional()

export const claimKinds = ['fact', 'statement', 'judgment', 'forecast', 'figure'] as const

const said = z.strictObject({
  role: text.optional().describe('The speaker’s role in the source’s words'),
  to: text.optional().describe('To whom it was said'),
  venue: text.optional().describe('Where it was said'),
  date: when.describe('When it was said, as an EDTF date'),
  via: restsOn('source').optional().describe('The wire or paper that it came through: a source that need not be held'),
  'via-basis': z
    .enum(['stated', 'likely'])
    .default('stated')
    .describe('Whether the source says that it came through there, or only its context makes that likely'),
})

const value = z.strictObject({
  number: z.number().describe('The number itself, without its unit'),
  unit: text.describe('The unit, as it is printed: persons, tonnes, US dollars'),
  measures: slugText.describe('What is measured, as a slug: claims with the same one are one series'),
  'as-of': when.describe('The dates at which a source shows it, as EDTF'),
  approximate: z
    .boolean()
    .default(false)
    .describe('true for “about”, “some”, “more than” in the passage, and only then'),
})

const relation = z.strictObject({
  corroborates: ref('claim').optional().describe('A claim that it makes likelier, from elsewhere'),
  repeats: ref('claim').optional().describe('A claim that it only hands on'),
  contradicts: ref('claim')
    .optional()
    .describe('A claim that cannot be so if it is; where both can be so, it only qualifies'),
  qualifies: ref('claim').optional().describe('A claim that it limits or puts in another light'),
  updates: ref('claim').optional().describe('A claim about the same thing that it brings up to date'),
  note: text.optional().describe('A remark for readers of the register'),
})

/** One thing that a source says, in our own words. Cited as `[@source, para. N]` or `{{cite "claim-id"}}`. */
export const claim = z.strictObject({
  id,
  kind: z.enum(claimKinds).describe('A fact, a statement of somebody, a judgment, a forecast, or a figure'),
  gist: prose('gist', 'id').describe('What is said, in our own words, attributed where it is somebody’s'),
  voice: z
    .enum(['author', 'direct', 'indirect', 'unattributed'])
    .describe('Who speaks in the text: its author, somebody quoted, somebody paraphrased, nobody who is named'),
  speaker: ref('actor').optional().describe('The actor who says it'),
  said: said.optional().describe('The circumstances of a statement, as the source gives them'),
  about: z.array(ref('actor')).default([]).describe('The actors that it is about'),
  date: z
    .strictObject({
      edtf: date.describe('The date: "2004-05", "2004-03~", "2003/2005"'),
      basis: z
        .enum(['explicit', 'year-resolved', 'relative', 'inferred'])
        .describe('Whether the day stands in the text, got its year from the text’s, is relative, or is inferred'),
      note: text.optional().describe('A remark for readers of the register'),
    })
    .optional()
    .describe('When the thing happened or held: not when it was reported'),
  credibility: z
    .strictObject({
      utterance: grade.optional().describe('That it was said: 1 confirmed … 5 improbable, 6 cannot be judged'),
      proposition: grade.describe('That it is so: 1 confirmed … 5 improbable, 6 cannot be judged'),
      why,
    })
    .describe('How far this one thing is to be believed, apart from the source'),
  passages: z.array(passage).min(1).describe('Where the text says it; `briefpack pin` writes them'),
  'supported-by': z
    .array(support)
    .default([])
    .describe('What of the claim has its ground outside its passage, and why that is right'),
  value: value.optional().describe('The figure, for claims of kind `figure`: charts are drawn from it'),
  quote: text.optional().describe('A few words of the source, verbatim, that carry the point'),
  'quote-translation': z
    .strictObject({ language: language.describe('A language tag'), text: text.describe('The translation') })
    .optional()
    .describe('Our translation of `quote`, which packs in its language may print as such'),
  scheduled: z
    .boolean()
    .default(false)
    .describe(
      'true when the act was planned or due, and still to come, when the source wrote; a mere possibility is none',
    ),
  relations: z.array(relation).default([]).describe('How it stands to other claims'),
  'not-evidence': text
    .optional()
    .describe('Why it may be told, but never counted for or against a judgment or an answer'),
  note: text
    .optional()
    .describe('What a reader must know to use the claim: an error of the source, a limit of the wording'),
  unfinished: text.optional().describe('What is still to be written; until it is taken away no pack prints the claim'),
  proposed: proposed
    .optional()
    .describe('The tool that proposed the claim, and the digest of what it was asked: packs tell how many there are'),
  tags,
  deprecated,
})

export type Claim = z.infer<typeof claim> & { readonly source: string }

export const claimKind = defineKind({
  name: 'claim',
  plural: 'claims',
  kept: 'inside',
  schema: claim,
  label: 'gist',
  facets: (it: Claim) => ({
    kind: it.kind,
    actors: [...it.about, it.speaker],
    dates: [it.date?.edtf ?? it.said?.date],
    grade: it.credibility.proposition,
  }),
})
