import { ofBoth } from '../../core/index.ts'
import { type Claim, edtfFault, formatDate, parseEdtf } from '../../corpus/index.ts'
import { bareWord, wordsIn } from '../../evidence/index.ts'
import type { Choices, ClaimFields, Draft } from './api.ts'

/** The values of the form's fields, and what they mean. Grades are those of AJP-2.1. */
export const choices: Choices = {
  kinds: [
    { value: 'fact', meaning: 'something that is so, or happened' },
    { value: 'statement', meaning: 'that somebody said it' },
    { value: 'judgment', meaning: 'what somebody concludes' },
    { value: 'forecast', meaning: 'what somebody expects' },
    { value: 'figure', meaning: 'a number' },
  ],
  voices: [
    { value: 'author', meaning: 'the text’s author' },
    { value: 'direct', meaning: 'somebody quoted' },
    { value: 'indirect', meaning: 'somebody paraphrased' },
    { value: 'unattributed', meaning: 'nobody who is named' },
  ],
  grades: [
    'confirmed by other sources',
    'probably true',
    'possibly true',
    'doubtful',
    'improbable',
    'cannot be judged',
  ].map((meaning, index) => ({ value: String(index + 1), meaning })),
  bases: [
    { value: 'explicit', meaning: 'the text gives it' },
    { value: 'year-resolved', meaning: 'its year comes from the text’s date' },
    { value: 'relative', meaning: '“yesterday”, “last week”' },
    { value: 'inferred', meaning: 'we conclude it' },
  ],
}

export function fieldsOf(claim: Claim): ClaimFields {
  const { kind, gist, voice, speaker, about, date, credibility, unfinished } = claim
  return {
    kind,
    gist,
    voice,
    speaker,
    about,
    date: date && { edtf: date.edtf, basis: date.basis },
    grade: credibility.proposition,
    why: credibility.why,
    unfinished,
  }
}

/** The form’s fields as the record has them; `undefined` where it has none. Without a gist it is to be written. */
export function recordOf(
  { kind, gist, voice, speaker, about, date, grade, why, unfinished }: ClaimFields,
  words: string,
) {
  const isWritten = gist.trim() !== '' || words === ''
  return {
    kind,
    gist: isWritten ? gist.trim().replace(/\s+/g, ' ') : `To be written: ${words.split(' ').slice(0, 7).join(' ')} …`,
    voice,
    speaker: speaker?.trim() || undefined,
    about: about.length > 0 ? [...about] : undefined,
    date: date?.edtf.trim() ? { edtf: date.edtf.trim(), basis: date.basis } : undefined,
    credibility: { proposition: grade, why: why.trim() },
    unfinished: isWritten ? unfinished : 'The gist, the voice and the credibility are to be judged.',
  }
}

/** What a new claim begins with: what the words show, and what the last claim of the source had. */
export function defaults(words: string, last: Claim | undefined): ClaimFields {
  const isQuoted = /["«»]/.test(words)
  return {
    kind: isQuoted ? 'statement' : 'fact',
    gist: '',
    voice: isQuoted ? 'direct' : 'author',
    speaker: isQuoted ? last?.speaker : undefined,
    about: [],
    grade: 6,
    why: 'Not judged yet.',
  }
}

/** The longest run of words that one text has from another, punctuation and case aside. */
export function copiedWords(gist: string, words: string): number {
  const [one, other] = ofBoth([gist, words], (it) => wordsIn(it).map(bareWord).filter(Boolean))
  let longest = 0
  let row: number[] = []
  for (const word of one) {
    row = other.map((it, at) => (it === word ? (row[at - 1] ?? 0) + 1 : 0))
    longest = Math.max(longest, ...row)
  }
  return longest
}

export function readDate(edtf: string | undefined): Draft['date'] {
  if (!edtf?.trim()) return undefined
  if (parseEdtf(edtf.trim())) return { reads: formatDate(edtf.trim()) }
  const { reason, notes } = edtfFault(edtf.trim())
  return { fault: [reason, ...notes].join('; ') }
}
