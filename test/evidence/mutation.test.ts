import { expect, test } from 'vitest'
import { fold } from '../../src/evidence/fold.ts'
import { paragraphsOf } from '../../src/evidence/normalise.ts'
import { passageFor } from '../../src/evidence/pin.ts'
import { examineWith, lockOf, makeCorpus } from './corpus.ts'
import { texts } from './texts.ts'

/** Mutations a run; an issue asks for 1,000: `MUTATIONS=1000 npx vitest run test/evidence/mutation.test.ts`. */
const count = Number(process.env.MUTATIONS ?? 150)

/** A small generator with a seed (mulberry32): the same mutations on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Every second sentence of a text is pinned. */
function pinsOf(text: string): Record<string, readonly [string, string]> {
  const sentences = paragraphsOf(text).flatMap((paragraph) => paragraph.match(/.+?[.!?]["'»]?(?= |$)/gu) ?? [])
  const pinned = sentences.filter((_, index) => index % 2 === 0)
  return Object.fromEntries(pinned.map((sentence, index) => [`s${index}`, [sentence, sentence] as const]))
}

const kinds = {
  character: (words: string[], at: number, any: (below: number) => number) => {
    const letters = [...words[at]!]
    const where = any(letters.length)
    letters[where] = letters[where] === 'x' ? 'y' : 'x'
    words[at] = letters.join('')
  },
  word: (words: string[], at: number) => {
    words[at] = 'перемена'
  },
  digit: (words: string[], at: number) => {
    words[at] = words[at]!.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
  },
  negation: (words: string[], at: number) => {
    words.splice(at, 0, 'not')
  },
  name: (words: string[], at: number) => {
    if (/^\p{Lu}/u.test(words[at]!)) words[at] = 'Ерлан'
  },
  dropped: (words: string[], at: number) => {
    words.splice(at, 1)
  },
} as const

const key = (language: string) => language
const sources = Object.fromEntries(
  Object.entries(texts).map(([language, text]) => {
    const pins = Object.entries(pinsOf(text)).map(([id, ends]) => [`${language}-${id}`, ends] as const)
    return [key(language), { text, pins: Object.fromEntries(pins) }]
  }),
)
const made = await makeCorpus(sources)
const lock = lockOf(made)

/** The claims whose pinned words are no longer in the text as they were. */
function touched(language: string, text: string): readonly string[] {
  const now = paragraphsOf(text).map(fold)
  const before = paragraphsOf(texts[language as keyof typeof texts]).map(fold)
  return [...made.corpus.claims.values()].flatMap(({ id, source, passages }) => {
    const span = before.flatMap((line) => {
      const words = passages[0]!
      const from = line.indexOf(words.start)
      const to = line.indexOf(words.end, from)
      return from === -1 || to === -1 ? [] : [line.slice(from, to + words.end.length)]
    })[0]
    return source === language && !now.some((line) => line.includes(span!)) ? [id] : []
  })
}

test(`${count} seeded changes: each that touches a passage is reported, and nothing else is an error`, () => {
  const any = generator(20130714)
  const languages = Object.keys(texts) as (keyof typeof texts)[]
  let reported = 0
  for (let step = 0; step < count; step++) {
    const language = languages[any(languages.length)]!
    const kind = (Object.keys(kinds) as (keyof typeof kinds)[])[any(Object.keys(kinds).length)]!
    const lines = texts[language].split('\n')
    const line = any(lines.length)
    const words = lines[line]!.split(' ')
    kinds[kind](words, any(words.length), any)
    lines[line] = words.join(' ')
    const text = lines.join('\n')
    const { log } = examineWith(made, { [language]: text }, lock)
    const errors = log.findings.filter(({ fatal }) => fatal).map(({ subject }) => subject!.replace('claim:', ''))
    expect([...new Set(errors)].sort(), `${kind}: ${lines[line]}`).toEqual([...touched(language, text)].sort())
    reported += errors.length
  }
  // About half of the sentences are pinned: a run that reports next to nothing has tested nothing.
  expect(reported).toBeGreaterThan(count / 4)
})

test('paragraphs in another order: every passage has moved, none is in doubt', () => {
  for (const [language, text] of Object.entries(texts)) {
    const turned = text.split('\n').reverse().join('\n')
    const { log } = examineWith(made, { [language]: turned }, lock)
    expect(log.findings.filter(({ fatal }) => fatal)).toEqual([])
    expect(log.findings.length).toBeGreaterThan(0)
    expect(new Set(log.findings.map(({ ruleId }) => ruleId))).toEqual(new Set(['passage-is-in-place']))
  }
})

test('a copy in another form is the same text: nothing is said', () => {
  const forms = [
    (text: string) => text.normalize('NFD'),
    (text: string) => text.replace(/\n/g, '\r\n\r\n'),
    (text: string) => `\ufeff${text.replace(/ /g, '\u00a0')}`,
    (text: string) => text.replace(/“|”/g, '"').replace(/—/g, '–'),
  ]
  for (const form of forms) {
    const changed = Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, form(text)]))
    expect(examineWith(made, changed, lock).log.findings).toEqual([])
  }
})

test('every pinned sentence is told from every other by its first and last words', () => {
  for (const [language, text] of Object.entries(texts)) {
    const paragraphs = paragraphsOf(text)
    for (const [sentence] of Object.values(pinsOf(text))) {
      const para = paragraphs.findIndex((line) => line.includes(sentence)) + 1
      const from = paragraphs[para - 1]!.indexOf(sentence)
      const span = { para, from, to: from + sentence.length, text: sentence }
      expect(passageFor(span, paragraphs), `${language}: ${sentence}`).toBeDefined()
    }
  }
})
