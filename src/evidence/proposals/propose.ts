import { entryOf, itemAt, nearest } from '../../core/index.ts'
import {
  appendRecords,
  type Claim,
  type Corpus,
  claimProposal,
  claim as claimSchema,
  faultsIn,
  madeWhen,
  sentenceProposal,
} from '../../corpus/index.ts'
import { agreement } from '../agree/agree.ts'
import { gapsOf } from '../agree/parts.ts'
import { read } from '../agree/reading.ts'
import { registerOf } from '../agree/register.ts'
import type { Evidence } from '../examine.ts'
import { pin } from '../pin.ts'
import { whyUnpinned } from '../unpinned.ts'

/** What proposals are held against: the records, their evidence and the held texts by source, as they are read. */
export interface Held {
  readonly corpus: Corpus
  readonly evidence: Pick<Evidence, 'byClaim' | 'passages'>
  readonly texts: ReadonlyMap<string, string>
}

/** What came of a proposal: the text of the file with its draft, or why there is none. */
export type Outcome =
  | { readonly isAccepted: true; readonly id: string; readonly file: string; readonly text: string }
  | { readonly isAccepted: false; readonly findings: readonly string[] }

/** What keeps a proposal a draft until a person has read the passage. */
const draft = 'Proposed by a tool and not verified: a person is to read the passage and judge the credibility.'

/**
 * Takes a claim as a draft, when its passage stands once in the held text, and the claim agrees with it without any
 * declaration. `yaml` is the file of its source: nothing of it changes, and a record is added.
 */
export function proposeClaim(
  input: unknown,
  { corpus, texts }: Held,
  yaml: (file: string) => string | undefined,
): Outcome {
  const asked = claimProposal.safeParse(input)
  if (!asked.success) return refused(...faultsIn(asked.error, input, 'proposal'))
  const { source: key, passage: words, by, ...fields } = asked.data
  const source = corpus.sources.get(key)
  if (!source || source.deprecated) return refused(`source: ${unknown('source', key, corpus.sources.keys())}`)
  if (corpus.claims.has(fields.id)) return refused(`id: there is a claim “${fields.id}” already`)
  const twin = [...corpus.claims.values()].find((it) => it.source === key && plain(it.gist) === plain(fields.gist))
  if (twin) return refused(`gist: the claim ${twin.id} says the same`)
  const strange = [fields.speaker, ...fields.about].filter(
    (it) => it !== undefined && !corpus.actors.has(it),
  ) as string[]
  if (strange.length > 0) return refused(...strange.map((it) => `actor: ${unknown('actor', it, corpus.actors.keys())}`))
  const text = texts.get(key)
  if (text === undefined) return refused(`source: the text of ${key} is not at hand, so that nothing can be compared`)
  const pins = pin(text, words)
  if (pins.length === 0) return refused('passage: these words do not stand in the text', ...whyUnpinned(text, words))
  const [only] = pins
  if (pins.length > 1 || !only!.passage)
    return refused(`passage: ${pins.length} passages answer to these words; take longer ones, or \`para\``)
  const record = {
    ...fields,
    credibility: { proposition: 6, why: 'Nobody has judged it yet.' },
    passages: [only!.passage],
    unfinished: draft,
    proposed: by,
  }
  const whole = claimSchema.safeParse(record)
  if (!whole.success) return refused(...faultsIn(whole.error, record, 'proposal'))
  const claim: Claim = { ...whole.data, source: key }
  const passage = read(only!.span.text, source.language)
  const grounds = registerOf(corpus).groundsOf(source, claim)
  const { gaps, isPartial } = gapsOf(claim, read(claim.gist, source.language, 'likely'), passage, grounds, corpus)
  if (gaps.length > 0)
    return refused(
      ...gaps.map(({ part, words, reason }) => `${part}: “${words}” ${reason}`),
      `the passage, para. ${only!.span.para}: ${only!.span.text}`,
    )
  if (isPartial)
    return refused('gist: there are no tables for its language or its passage’s, so that the two cannot be compared')
  const { file } = corpus.place('source', key)
  const before = yaml(file)
  if (before === undefined) return refused(`source: there is no file ${file}`)
  const after = appendRecords(before, 'claims', [sparse(record)])
  if (!isInsertion(before, after))
    return refused(`source: a record cannot be added to ${file} without changing what stands there`)
  return { isAccepted: true, id: claim.id, file, text: after }
}

/** Holds a sentence against the passages of its claims. Nothing is written: where it stands is for its author to say. */
export function proposeSentence(
  input: unknown,
  { corpus, evidence }: Held,
): { readonly markdown?: string; readonly findings: readonly string[] } {
  const asked = sentenceProposal.safeParse(input)
  if (!asked.success) return { findings: faultsIn(asked.error, input, 'proposal') }
  const { text, claims } = asked.data
  const findings: string[] = []
  const passages: string[] = []
  for (const id of new Set(claims)) {
    const claim = corpus.claims.get(id)
    const checks = evidence.byClaim.get(id) ?? []
    if (!claim || claim.deprecated) findings.push(`claims: ${unknown('claim', id, corpus.claims.keys())}`)
    else if (claim.unfinished !== undefined) findings.push(`claims: ${id} is a draft, on which nothing may rest`)
    else if (checks.length === 0 || checks.some(({ verified, anchor }) => !verified || !anchor.span))
      findings.push(`claims: the passages of ${id} are not at hand`)
    else passages.push(...checks.map(({ anchor }) => anchor.span!.text))
  }
  if (findings.length > 0) return { findings }
  const source = entryOf(corpus.sources, entryOf(corpus.claims, itemAt(claims, 0)).source)
  const grounds = {
    ...registerOf(corpus).groundsOf(source, entryOf(corpus.claims, itemAt(claims, 0))),
    issued: madeWhen(source),
  }
  const { gaps, isPartial } = agreement(
    read(text, source.language, 'likely'),
    read(passages.join('\n'), source.language),
    grounds,
  )
  if (gaps.length > 0) return { findings: gaps.map(({ words, reason }) => `“${words}” ${reason}`) }
  if (isPartial) return { findings: ['there are no tables for one of the languages, so that nothing can be compared'] }
  return { markdown: `${text} ${[...new Set(claims)].map((id) => `{{cite "${id}"}}`).join(' ')}`, findings: [] }
}

function refused(...findings: readonly string[]): Outcome {
  return { isAccepted: false, findings }
}

function unknown(kind: string, name: string, known: Iterable<string>): string {
  const near = nearest(name, known)
  return `there is no ${kind} “${name}”${near === undefined ? '' : `; nearest: ${near}`}`
}

/** Whether a text is another one with one run of characters put in. */
export function isInsertion(before: string, after: string): boolean {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  return after.length > before.length && after.endsWith(before.slice(start))
}

/** Without fields that have nothing in them. */
function sparse(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(([, it]) => it !== undefined && !(Array.isArray(it) && it.length === 0)),
  )
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
