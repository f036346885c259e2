import type { Source } from '../../../corpus/index.ts'
import { anchor } from '../../anchor.ts'
import type { Evidence } from '../../examine.ts'
import { findQuotation } from '../../quotation.ts'
import { quotationsIn } from '../../quotes.ts'
import { quotedWritings } from '../quoted-writings.ts'
import type { WritingRule } from '../rule.ts'
import { splitSentences } from '../sentences.ts'

type Defect = Source['defects'][number]
const faults: ReadonlySet<Defect['kind']> = new Set(['misspelling', 'missing-negation', 'wrong-fact'] as const)

export const defectIsMarked: WritingRule = {
  id: 'defect-is-marked',
  severity: 'error',
  summary: 'A fault of the source that is quoted is marked.',
  norm: 'Berkeley Protocol, ¶ 208',
  reason: 'A misprint that is quoted unmarked becomes ours; a missing “not” becomes a lie.',
  scope: 'writing',
  fails: {
    'source:lind-2004':
      "defects: [{kind: misspelling, passages: [{start: It was the, end: in ten years.}], note: '“thrid” for “third”'}]",
    'pack:arden':
      "change: [{text: 'The Courier called it “the thrid closure in ten years”.', claims: [voss-on-closure]}]",
  },
  findings: ['pack:arden: the quotation holds a fault of the source: “thrid” for “third”'],
  passes: {
    'source:lind-2004':
      "defects: [{kind: misspelling, passages: [{start: It was the, end: in ten years.}], note: '“thrid” for “third”'}]",
    'pack:arden':
      "change: [{text: 'The Courier called it “the thrid [sic] closure in ten years”.', claims: [voss-on-closure]}]",
  },
  check(input, report) {
    const { corpus, evidence } = input
    for (const { words, writing, sources } of quotedWritings(input)) {
      if (/\[sic\]/i.test(writing.text) || writing.claims.some((id) => corpus.claims.get(id)?.note !== undefined))
        continue
      for (const source of sources.flatMap((key) => corpus.sources.get(key) ?? [])) {
        const defect = source.defects.find((it) => faults.has(it.kind) && holds(words, it, source.id, evidence))
        if (defect)
          report(writing, `the quotation holds a fault of the source: ${firstSentence(defect.note)}`, {
            notes: ['write [sic] after it, or put a note on the claim'],
          })
      }
    }
  },
}

/**
 * Whether a quotation is of the faulty words: those of the passage that the defect's note puts in quotation marks, or
 * any of it. Where a negation is missing every word of the passage says the wrong thing.
 */
function holds(words: string, { kind, passages, note }: Defect, source: string, evidence: Evidence): boolean {
  const texts = passages.flatMap((passage) => anchor(passage, evidence.texts.get(source)).span?.text ?? [])
  if (!texts.some((text) => findQuotation(words, [text]).result === 'found')) return false
  const inText = quotationsIn(note).filter((it) => texts.some((text) => text.includes(it.words)))
  return kind === 'missing-negation' || inText.length === 0 || inText.some((it) => words.includes(it.words))
}

function firstSentence(note: string): string {
  const [first] = splitSentences(note)
  return first ? note.slice(first.from, first.to) : note
}
