/** A made-up project of so many sources, the same each time: records of every kind, texts, the templates that ship with the tool. */

import { sha256 } from '../src/core/digest.ts'
import { printYaml } from '../src/corpus/read-yaml.ts'

const claimsPerSource = 4
const paragraphsPerText = 8
const wordsPerParagraph = 45

/** The files of the project but for its templates, by path. */
export function madeUpProject(sources: number): Map<string, string> {
  const files = new Map<string, string>()
  const yaml = (path: string, data: unknown) => files.set(`corpus/${path}.yaml`, printYaml(data))
  for (let index = 0; index < sources; index++) {
    const paragraphs = Array.from({ length: paragraphsPerText }, (_, para) => paragraphOf(index, para))
    files.set(`texts/source-${index}.txt`, `${paragraphs.join('\n\n')}\n`)
    yaml(`sources/source-${index}`, sourceOf(index, paragraphs))
  }
  const some = <T>(part: number, make: (index: number) => T) =>
    Array.from({ length: Math.max(2, Math.ceil(sources / part)) }, (_, index) => make(index))
  const claim = (index: number, at = 0) => claimId(index % sources, at)
  yaml('actors', [
    {
      id: 'agency',
      kind: 'state-body',
      name: 'Harbour Agency',
      account: [{ text: 'It runs the harbours.', claims: [claim(0)] }],
    },
    ...some(5, (index) => ({
      id: `company-${index}`,
      kind: 'company',
      name: `Company ${titled(word(index * 13 + 5))}`,
      relations: [
        {
          kind: 'supplies',
          to: index % 3 ? `company-${index - 1}` : 'agency',
          date: '2020-03',
          claims: [claim(index * 5)],
        },
      ],
    })),
  ])
  yaml(
    'events',
    some(4, (index) => ({
      id: `event-${index}`,
      kind: 'meeting',
      title: `The ${word(index)} ${word(index + 7)} is opened`,
      date: yearOf((index * 4) % sources),
      place: titled(word(index + 3)),
      participants: ['agency'],
      claims: [claim(index * 4)],
    })),
  )
  yaml(
    'measures',
    some(20, (index) => ({
      id: `measure-${index}`,
      title: `The ${word(index * 3)} programme`,
      instrument: 'programme',
      area: ['Gates', 'Yards', 'Networks'][index % 3],
      body: 'agency',
      purpose: 'to know who enters the yard',
      history: [{ status: 'announced', date: yearOf((index * 20) % sources), claims: [claim(index * 20, 1)] }],
    })),
  )
  yaml(
    'judgments',
    some(20, (index) => judgmentOf(index, (at) => claim(index * 20 + at, 2))),
  )
  yaml('threats', [
    {
      ...{ id: 'theft', title: 'Theft', vector: 'False papers', target: 'Containers', actors: ['agency'] },
      account: [{ text: 'Papers were printed in the yard.', claims: [claim(1, 3)] }],
      periods: [{ period: '2020', judgment: 'judgment-0' }],
    },
  ])
  yaml('questions', [
    {
      ...{ id: 'who', text: 'Who printed the papers?', why: 'The answer decides what guards are for.' },
      known: [{ text: 'The logs are gone.', claims: [claim(2, 3)] }],
      candidates: [{ answer: 'Somebody in the yard.', for: [claim(3, 3)] }],
      ...{ 'closes-if': 'Logs from the printer.', judgments: ['judgment-0'] },
    },
  ])
  yaml('packs/bench', packOf(sources, claim))
  return files
}

const yearOf = (source: number) => `20${10 + (source % 10)}`
const claimId = (source: number, at: number) => `claim-${source}-${at}`

function sourceOf(index: number, paragraphs: readonly string[]): object {
  return {
    type: ['report', 'article-magazine', 'book', 'article-newspaper'][index % 4],
    title: `On the ${word(index * 7)} of ${titled(word(index * 11 + 1))}`,
    author: [{ family: titled(word(index * 31 + 2)), given: 'A.' }],
    ...(index % 2 ? { 'container-title': 'The Harbour Courier' } : { publisher: 'Harbour Press' }),
    issued: `20${10 + (index % 10)}-0${1 + (index % 9)}`,
    language: 'en',
    basis: { author: 'text', title: 'text', issued: 'text' },
    text: {
      sha256: sha256(paragraphs.join('\n')),
      words: paragraphsPerText * wordsPerParagraph,
      paragraphs: paragraphsPerText,
      normalisation: 'n1',
    },
    reliability: { grade: 'B', why: 'Made up, and careful about its limits.' },
    descriptor: 'a made-up report',
    assessment: 'Good for the bench and for nothing else.',
    rights: { holder: 'nobody' },
    claims: Array.from({ length: claimsPerSource }, (_, at) => claimOf(index, at, paragraphs[at * 2]!)),
  }
}

function claimOf(source: number, at: number, paragraph: string): object {
  const words = paragraph.split(' ')
  const [start, end] = [words.slice(5, 8).join(' '), words.slice(27, 30).join(' ')]
  return {
    id: claimId(source, at),
    kind: 'fact',
    gist: gistOf(source, at),
    voice: 'author',
    about: ['agency'],
    date: { edtf: yearOf(source), basis: 'explicit' },
    credibility: { proposition: 3, why: 'The author was there.' },
    passages: [{ para: at * 2 + 1, start, end, sha256: sha256(words.slice(5, 30).join(' ')) }],
  }
}

const gistOf = (source: number, at: number) =>
  `The ${word(source * 5 + at)} was ${word(source * 3 + at + 1)} before the ${word(source + at * 2 + 2)} came, and stayed so for a year.`

function judgmentOf(index: number, claim: (at: number) => string): object {
  return {
    id: `judgment-${index}`,
    key: index < 3,
    title: `The ${word(index)} matter`,
    text: `The ${word(index)} {term} came from the yard.`,
    likelihood: 'roughly even chance',
    confidence: {
      level: 'low',
      because: { information: 'One voice says so.', rigour: 'It rests on one inference.', volatility: 'A past event.' },
    },
    horizon: 'past',
    for: [claim(0), claim(1)],
    against: [claim(3)],
    assumptions: [{ text: 'The records are right.', linchpin: true, strength: 'fair', 'if-wrong': 'It would fall.' }],
    alternatives: [{ text: 'It came from outside.', for: [claim(2)], against: [] }],
    indicators: [{ observable: 'An arrest', direction: 'up' }],
    'changes-if': 'A copy of the logs.',
  }
}

function packOf(sources: number, claim: (index: number, at?: number) => string): object {
  const period = `2010/${2009 + Math.min(10, sources)}`
  const statement = (index: number) => ({
    text: `The ${word(index)} came before the ${word(index + 1)}.`,
    claims: [claim(index)],
  })
  return {
    ...{
      title: 'A bench of harbours',
      question: 'How long does it take?',
      audience: 'those who wait',
      authors: ['A. Analyst'],
    },
    ...{
      description: 'Made up for measuring.',
      keywords: ['bench'],
      period,
      'cut-off': '2020-12',
      issued: '2021-07-01',
    },
    ...{ scale: 'icd203', style: 'chicago-notes', language: 'en-GB' },
    sections: sections,
    'bottom-line': [statement(0), statement(1)],
    base: { strengths: ['There are many texts.'], weaknesses: ['All are made up.'] },
    phases: [
      {
        id: 'all',
        title: 'All of it',
        period,
        account: Array.from({ length: sources }, (_, index) => statement(index)),
        measures: ['measure-0', 'measure-1'],
      },
    ],
    threats: [statement(1)],
    outlook: [statement(2)],
    method: {
      ...{ objectives: ['To measure.'], method: ['Made by a program.'], activities: ['None.'] },
      ...{ sources: ['Made-up texts.'], gaps: ['Nothing in it is real.'], results: ['It builds.'] },
    },
  }
}

const sections = [
  ...['contents', 'bottom-line', 'key-judgments', 'how-to-read', 'source-summary', 'chronology', 'actors'],
  ...['threat-picture', 'policy-evolution', 'outlook', 'open-questions', 'judgments'],
  ...['annex-sources', 'annex-claims', 'annex-method', 'annex-names'],
]

/** Words of a made-up language, another run of them in every paragraph. */
function paragraphOf(source: number, para: number): string {
  let state = source * 7919 + para * 104729 + 1
  const words = Array.from({ length: wordsPerParagraph }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return word(state)
  })
  // The words that a claim is pinned to say what it says, and when.
  if (para % 2 === 0) {
    const told = `In ${yearOf(source)} ${gistOf(source, para / 2)
      .replace(/[.,]/g, '')
      .replace(' and', ` ${words[0]} and`)}`.split(' ')
    words.splice(10, told.length, ...told)
  }
  return `${titled(words.join(' '))}.`
}

function word(seed: number): string {
  const mixed = Math.imul(seed + 1, 2654435761) >>> 0
  const syllables = ['ka', 'lo', 'mi', 'ru', 'te', 'zo', 'ba', 'ne', 'do', 'shi', 'va', 'pe', 'gu', 'la', 'ri', 'so']
  return [0, 4, 8, 12].map((shift) => syllables[(mixed >>> (shift + 8)) % 16]).join('')
}

const titled = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
