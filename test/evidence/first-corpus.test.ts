// The corpus that ships with the tool is its acceptance test: two authors, one of whom quotes the other.
import { expect, test } from 'vitest'
import { diskHost } from '../../src/cli/host.ts'
import type { Corpus } from '../../src/corpus/corpus.ts'
import { load } from '../../src/corpus/load.ts'
import { ceilingOf } from '../../src/evidence/ceiling.ts'
import { examine } from '../../src/evidence/examine.ts'
import { independenceOf, sourceGroups } from '../../src/evidence/independence.ts'
import { lintCorpus } from '../../src/lint/index.ts'
import { Log } from '../../src/log.ts'

const corpus = await load(diskHost('.'), new Log())
const evidence = examine(corpus, new Map(), undefined, new Log())

test('five texts, two authors, and the quotation of one by the other is named', () => {
  const groups = sourceGroups(corpus)
  expect(groups.map(({ label, sources }) => [label, sources.length])).toEqual([
    ['Roger N. McDermott', 4],
    ['Martin Sieff', 1],
  ])
  expect(groups[0]!.reasons).toEqual(['by Roger N. McDermott'])
  expect(groups[1]!.reasons).toEqual(['sieff-2013 quotes mcdermott-2013, by Roger N. McDermott'])
})

test('all claims together come from two groups', () => {
  expect(independenceOf([...corpus.claims.keys()], corpus, evidence.shared).groups).toHaveLength(2)
})

test('no judgment can be held with high confidence', () => {
  expect(corpus.judgments.size).toBeGreaterThan(5)
  for (const judgment of corpus.judgments.values()) {
    expect(ceilingOf(judgment, corpus, evidence.shared).level, judgment.id).not.toBe('high')
  }
})

test('credibility 1 and high confidence are refused wherever they are written', () => {
  const bold: Corpus = {
    ...corpus,
    claims: new Map(
      [...corpus.claims].map(([id, claim]) => [
        id,
        { ...claim, credibility: { ...claim.credibility, proposition: 1 } },
      ]),
    ),
    judgments: new Map(
      [...corpus.judgments].map(([id, it]) => [
        id,
        { ...it, confidence: { ...it.confidence, level: 'high' as const } },
      ]),
    ),
  }
  const log = new Log()
  lintCorpus({ corpus: bold, evidence, issues: [] }, log)
  const subjects = (rule: string) => log.findings.filter(({ ruleId }) => ruleId === rule).map(({ subject }) => subject)
  expect(new Set(subjects('confidence-within-ceiling'))).toEqual(
    new Set([...corpus.judgments.keys()].map((id) => `judgment:${id}`)),
  )
  expect(subjects('credibility-is-earned').length).toBeGreaterThan(corpus.claims.size * 0.9)
})
