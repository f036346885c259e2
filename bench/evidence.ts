// Is checking evidence linear? 10,000 claims over 1,000 texts of 1,500 words, and the tenth and the hundredth part of
// that. Run it with `npm run bench -- evidence`; it prints milliseconds, one line a size.

import { sha256 } from '../src/core/digest.ts'
import { Log } from '../src/core/log.ts'
import type { Claim } from '../src/corpus/claim.ts'
import type { Corpus, Registers } from '../src/corpus/corpus.ts'
import type { Judgment } from '../src/corpus/judgment.ts'
import { kinds } from '../src/corpus/kinds.ts'
import type { Source } from '../src/corpus/source.ts'
import { ceilingOf } from '../src/evidence/ceiling.ts'
import { examine } from '../src/evidence/examine.ts'
import { lintCorpus } from '../src/evidence/lint/index.ts'
import { readLock, writeLock } from '../src/evidence/lock.ts'

const claimsPerText = 10
const paragraphsPerText = 30
const wordsPerParagraph = 50

for (const size of [10, 100, 1000]) {
  const { corpus, texts } = makeCorpus(size)
  const log = new Log()
  const start = performance.now()
  const evidence = examine(corpus, texts, undefined, log)
  const examined = performance.now()
  const lock = writeLock(evidence, [])
  const again = examine(corpus, new Map(), readLock(lock, log), log)
  const locked = performance.now()
  for (const judgment of corpus.judgments.values()) ceilingOf(judgment, corpus, again.shared)
  const judged = performance.now()
  lintCorpus({ corpus, evidence, issues: [] }, log)
  const linted = performance.now()
  const steps = { texts: examined - start, lock: locked - examined, ceilings: judged - locked, rules: linted - judged }
  const milliseconds = Object.entries(steps).map(([name, time]) => `${name} ${time.toFixed(0)}`)
  const errors = log.findings.filter(({ fatal, ruleId }) => fatal && ruleId.startsWith('passage')).length
  console.log(
    `${size * claimsPerText} claims, ${size} texts: ${milliseconds.join(', ')} ms; ${errors} passages in doubt`,
  )
}

function makeCorpus(size: number): { corpus: Corpus; texts: Map<string, string> } {
  const texts = new Map<string, string>()
  const sources = new Map<string, Source>()
  const claims = new Map<string, Claim>()
  const judgments = new Map<string, Judgment>()
  for (let index = 0; index < size; index++) {
    const id = `source-${index}`
    const paragraphs = Array.from({ length: paragraphsPerText }, (_, para) => paragraphOf(index, para))
    texts.set(id, paragraphs.join('\n'))
    const own = Array.from({ length: claimsPerText }, (_, at) =>
      claimOf(id, `claim-${index}-${at}`, at * 3, paragraphs),
    )
    for (const claim of own) claims.set(claim.id, claim)
    sources.set(id, sourceOf(id, index, own))
    judgments.set(`judgment-${index}`, judgmentOf(index, own))
  }
  const place = () => ({ file: 'corpus' })
  const registers = Object.fromEntries(kinds.map(({ plural }) => [plural, new Map()])) as unknown as Registers
  return {
    corpus: {
      ...registers,
      sources,
      claims,
      judgments,
      digests: new Map(),
      faulty: new Set(),
      lost: new Set(),
      nameless: new Set(),
      chain: () => [],
      place,
      references: () => [],
    },
    texts,
  }
}

/** Words of a made-up language, another run of them in every paragraph. */
function paragraphOf(source: number, para: number): string {
  let state = source * 7919 + para * 104729 + 1
  const words = Array.from({ length: wordsPerParagraph }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return ['ka', 'lo', 'mi', 'ru', 'te', 'zo', 'ba', 'ne'][state % 8]! + (state % 4093).toString(36)
  })
  return `${words.join(' ')}.`
}

function claimOf(source: string, id: string, para: number, paragraphs: readonly string[]): Claim {
  const words = paragraphs[para]!.split(' ')
  const text = words.slice(5, 30).join(' ')
  const start = words.slice(5, 8).join(' ')
  const end = words.slice(27, 30).join(' ')
  const passage = { para: para + 1, start, end, sha256: sha256(text) }
  return {
    id,
    source,
    kind: 'fact',
    gist: `What stands in paragraph ${para + 1}.`,
    voice: 'author',
    about: [],
    credibility: { proposition: 3, why: 'Made up.' },
    passages: [passage],
    'supported-by': [],
    scheduled: false,
    relations: [],
  }
}

function sourceOf(id: string, index: number, claims: Claim[]): Source {
  return {
    id,
    type: 'report',
    title: `Report ${index}`,
    author: [{ family: `Author${index % 300}`, given: 'A.' }],
    publisher: 'Press',
    issued: '2004-05',
    language: 'en',
    basis: {},
    held: true,
    reliability: { grade: 'B', why: 'Made up.' },
    descriptor: 'a made-up report',
    lineage: { 'derived-from': [], quotes: [], 'same-author-as': [] },
    defects: [],
    claims,
  }
}

function judgmentOf(index: number, claims: readonly Claim[]): Judgment {
  const because = { information: 'Made up.', rigour: 'Made up too.', volatility: 'None at all.' }
  return {
    id: `judgment-${index}`,
    key: false,
    title: `Judgment ${index}`,
    text: 'It was so.',
    confidence: { level: 'low', because },
    horizon: 'past',
    for: claims.map(({ id }) => id),
    against: [],
    'rests-on': index > 0 ? [`judgment-${index - 1}`] : [],
    assumptions: [],
    alternatives: [],
    indicators: [],
  }
}
