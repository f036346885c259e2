// The corpus that ships with the tool is its acceptance test: two authors, one of whom quotes the other.
import { expect, test } from 'vitest'
import { diskHost } from '../../src/app/cli/host.ts'
import { compose } from '../../src/app/pipeline/compose.ts'
import { draftPacks } from '../../src/app/pipeline/draft.ts'
import { open } from '../../src/app/pipeline/project.ts'
import { Log, type Place } from '../../src/core/log.ts'
import type { Citation, Node } from '../../src/core/tree.ts'
import { nodesOf, walk } from '../../src/core/walk.ts'
import type { Corpus } from '../../src/corpus/corpus.ts'
import { load } from '../../src/corpus/load.ts'
import { ceilingOf } from '../../src/evidence/ceiling.ts'
import { claimsCited } from '../../src/evidence/citations.ts'
import { examine } from '../../src/evidence/examine.ts'
import { independenceOf, sourceGroups } from '../../src/evidence/independence.ts'
import { lintCorpus } from '../../src/evidence/lint/index.ts'
import { corpusWritings, packWritings } from '../../src/evidence/lint/writing.ts'
import { printingsOf } from '../../src/evidence/printing.ts'
import { describeReason } from '../../src/evidence/reasons.ts'

const corpus = await load(diskHost('.'), new Log())
const evidence = examine(corpus, new Map(), undefined, new Log())

test('five texts, two authors, and the quotation of one by the other is named', () => {
  const groups = sourceGroups(corpus)
  expect(groups.map(({ authors, sources }) => [authors.map(({ name }) => name).join(), sources.length])).toEqual([
    ['Roger N. McDermott', 4],
    ['Martin Sieff', 1],
  ])
  expect(groups[0]!.reasons.map(describeReason)).toEqual(['by Roger N. McDermott'])
  expect(groups[1]!.reasons.map(describeReason)).toEqual(['sieff-2013 quotes mcdermott-2013, by Roger N. McDermott'])
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

test('every citation of a statement comes back with the claims that the record gives, and no others', async () => {
  const log = new Log()
  const project = await open(diskHost('.'), log)
  const pack = project.corpus.packs.get('kazakhstan-ct')!
  const { sections, document } = (await compose(project, pack, log))!
  const at = ({ file, start }: Place) => `${file}:${start?.line}:${start?.column}`
  const statements = new Map(
    [...corpusWritings(project.corpus), ...packWritings(pack, project.corpus)]
      .filter(({ role, claims }) => role === 'statement' && claims.length > 0)
      .map(({ place, claims }) => [at(place), new Set(claims)]),
  )
  let count = 0
  for (const section of sections) {
    for (const group of nodesOf(section.tree, 'citeGroup')) {
      const claims = statements.get(at(section.place(group)))
      if (!claims) continue
      expect(new Set(claimsCited(group.children)), at(section.place(group))).toEqual(claims)
      count++
    }
  }
  expect(count).toBeGreaterThan(50)
  const cited = [...walk<Node>(document.body)].flatMap(({ data }) => (data?.citation as Citation | undefined) ?? [])
  expect(cited.length).toBeGreaterThan(count)
  for (const { id, items, claims } of cited) {
    const sources = new Set(claims.map((claim) => project.corpus.claims.get(claim)!.source))
    expect(sources, id).toEqual(new Set(items.map((item) => item.id)))
  }
})

test('a trace names no section that only cites another claim of the same paragraph', async () => {
  const project = await open(diskHost('.'), new Log())
  const printings = await draftPacks(project, new Log())
  const printed = printingsOf('claim:resources-to-domestic-security-2002', project.corpus, printings)
  expect(printed.map(({ section }) => section)).toContain('key-findings')
  expect(printed.map(({ section }) => section)).not.toContain('disagreements')
})
