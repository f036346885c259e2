import * as z from 'zod'
import { slugOf } from './slug.ts'

export type { RecordKind, RecordName } from './kinds.ts'

export const notASlug = 'is not a slug of lower-case letters, digits and single hyphens'
const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const isSlug = (text: string) => slug.test(text)

/** The slug that is meant by a path where a name is wanted, or by a name as people write it. */
export function slugMeant(text: string): string[] {
  const meant = slugOf(text.replace(/^.*\/|\.(?:ya?ml|csl|md\.hbs)$/g, ''))
  return isSlug(meant) ? [`did you mean “${meant}”?`] : []
}

/** A word or several with hyphens, and what names a record. */
export const slugText = z.string().regex(slug, notASlug).describe('A readable slug, unique among records of its kind')
export const id = slugText.describe('A slug of its own, never reused: `border-law-2012`')

/** One line of plain text, without markup: what it says is what is printed. */
export const text = z
  .string()
  .trim()
  .min(1, 'is empty')
  .max(4000, 'is longer than 4,000 characters')
  .regex(/^[^\n]*$/, 'has a line break; write it as one line (YAML: >-)')

/** An EDTF string; `load` parses it and reports `date-is-edtf`. */
export const date = z
  .string()
  .min(1)
  .meta({ description: 'EDTF level 0 or 1, quoted, e.g. "2004-05", "2004-03~", "2003/2005"', format: 'edtf' })

export const inTime = date.describe('The time that it is about, as an EDTF interval: "2002/2005"')
export const when = date.optional().describe('When, as an EDTF date: "2004-05", "2004-03~", "../2004-05"')

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not 64 hexadecimal digits')
export const notALanguage = 'is not a language tag such as en-GB, ru or kk-Latn'
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, notALanguage)
  .refine(hasLanguage, 'is no language tag: there is no such language or country')

/** Of the codes of two letters all are known; of those of three many are not, and taken. */
function hasLanguage(tag: string): boolean {
  const known = (type: 'language' | 'region', code: string) =>
    new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code) !== undefined
  const [, code = '', region] = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?$/.exec(tag) ?? []
  return (code.length !== 2 || known('language', code)) && (region === undefined || known('region', region))
}

/** A mention of another record, by its kind and id: `load` reports `reference-resolves` when it names none. */
export const ref = (kind: string) => slugText.meta({ refersTo: kind })
/** A reference to a record that this one rests on: traces and doubts follow it. */
export const restsOn = (kind: string) => slugText.meta({ refersTo: kind, evidential: true })

/**
 * What a text of ours is for: a `statement` asserts and is cited, a `judgment` concludes, a `gist` retells claims, an
 * `account` weighs claims against each other, a `remark` is about method, limits or what would come.
 */
export type Role = 'statement' | 'judgment' | 'gist' | 'account' | 'remark'
/**
 * A text in our own words, which is linted as such. It rests on the claims that these fields beside it name, at any depth;
 * `id` is the claim that it is of.
 */
export const prose = (role: Role, ...on: readonly string[]) =>
  text.meta({ prose: role, on: on.length > 0 ? on : ['claims'] })

/** Claims that something rests on, and those of what cannot be without. */
export const claims = z.array(restsOn('claim')).default([]).describe('The claims that it rests on, by id')
export const someClaims = z.array(restsOn('claim')).min(1).describe('The claims that it rests on, by id')

/** A sentence in the analyst's own words and the claims it rests on. A definition or a remark on method may rest on none. */
export const statement = z.strictObject({
  text: prose('statement').describe('A sentence in our own words'),
  claims,
  judgment: restsOn('judgment').optional().describe('The judgment that the sentence repeats'),
})
export type Statement = z.infer<typeof statement>
export const account = z
  .array(statement)
  .describe('What is said of it, sentence by sentence, each with the claims that it rests on')

/** What packs choose records by (see `select` of a pack). */
export const tags = z.array(slugText).optional().describe('Words of your own, as slugs, by which packs choose records')

/** A record is never deleted: it is deprecated, with the reason. */
export const deprecated = z
  .strictObject({
    why: text.describe('Why it no longer holds'),
    by: slugText.optional().describe('The record that takes its place'),
  })
  .optional()
  .describe('Set when the record no longer holds: it carries nothing, and what rests on it is an error')

export const title = text.describe('A headline of a few words, without a full stop')
export const why = text.describe('The reason, in a sentence')
export const note = text.optional().describe('A remark for readers of the register')

type Word<S extends string, Found = never> = S extends `${infer First} ${infer Rest}`
  ? Word<Rest, Found | First>
  : Found | S

/** The words of some lines, which the compiler knows. */
export const wordsIn = <const S extends string>(...lines: readonly S[]) =>
  lines.flatMap((line) => line.split(' ')) as Word<S>[]
