import { describe, expect, test } from 'vitest'
import { type Finding, Log } from '../../src/core/log.ts'
import { countOutcomes } from '../../src/evidence/examine.ts'
import { fingerprintOf } from '../../src/evidence/fingerprint.ts'
import { readLock, writeLock } from '../../src/evidence/lock.ts'
import { examineWith, lockOf, makeCorpus } from './corpus.ts'
import { texts } from './texts.ts'

const made = await makeCorpus(
  {
    gazette: {
      text: texts.english,
      pins: {
        leaflets: ['The river police of', '4 May 2006.'],
        ferries: ['The ferries carry', 'passengers a day.'],
        owners: ['Neither the ministry', 'not reach them.'],
        dorn: ['He has never', '15 per cent.'],
      },
    },
    'gazette-kk': { text: texts.kazakh, pins: { uleshti: ['Орло өзен полициясы', 'үнпарақ таратты.'] } },
  },
  {
    judgments: [
      {
        id: 'few-ferries-watched',
        title: 'Few ferries are watched',
        text: 'Few ferries are watched.',
        horizon: 'past',
        confidence: { level: 'low', because: { information: 'One paper.', rigour: 'No count.', volatility: 'Past.' } },
        for: ['leaflets', 'dorn'],
      },
    ],
  },
)
const lock = lockOf(made)

const say = ({ ruleId, subject, reason, note }: Finding) => [ruleId, subject, reason, note]
const findings = (changed: Record<string, string | undefined>, known = lock) =>
  examineWith(made, changed, known).log.findings.map(say)
const change = (from: string, to: string) => ({ gazette: texts.english.replace(from, to) })

describe('the outcomes', () => {
  test('ok: nothing is said', () => {
    const { evidence, log } = examineWith(made, {}, lock)
    expect(log.findings).toEqual([])
    expect(countOutcomes(evidence)).toMatchObject({ ok: 5, unverified: 0 })
  })

  test('drifted: a number, with what rests on it', () => {
    expect(findings(change('30,000 leaflets', '25,000 leaflets'))).toEqual([
      [
        'passage-matches',
        'claim:leaflets',
        'the passage reads differently now: “30,000” → “25,000”',
        'the change touches a number\nclaim leaflets and judgment few-ferries-watched rest on it',
      ],
    ])
  })

  test('drifted: a negation', () => {
    const [finding] = findings(change('never supported', 'always supported'))
    // The first words are gone, so the lock tells how far the passage went.
    expect(finding![2]).toBe('the passage is no longer in the text; the nearest, in paragraph 4: “never” → “always”')
    expect(finding![3]).toContain('the change touches a negation')
  })

  test('drifted: a negation in Kazakh, a name', () => {
    const kk = { 'gazette-kk': texts.kazakh.replace('ауылдарға', 'Қарсққа') }
    expect(findings(kk)[0]!.slice(2)).toEqual([
      'the passage reads differently now: a word → “Қарсққа”',
      'the change touches a capitalised name\nclaim uleshti rests on it',
    ])
  })

  test('drifted: an ordinary word is shown without its old reading, which the lock does not keep', () => {
    expect(findings(change('nor the police named', 'nor the police gave'))[0]![2]).toBe(
      'the passage reads differently now: a word → “gave”',
    )
  })

  test('drifted without a lock: how it reads now', () => {
    const [finding] = examineWith(made, change('nor the police', 'and the police')).log.findings.map(say)
    expect(finding![2]).toBe('the passage reads differently now')
    expect(finding![3]).toContain('it reads “Neither the ministry and the police named')
  })

  test('moved: a warning at the number, with the right one', () => {
    const { log } = examineWith(made, { gazette: `A new head line.\n${texts.english}` }, lock)
    expect(log.findings.map(({ ruleId, fatal, actual, expected }) => [ruleId, fatal, actual, expected])).toEqual(
      [1, 2, 3, 4].map((para) => ['passage-is-in-place', false, String(para), [String(para + 1)]]),
    )
  })

  test('ambiguous: where the pin is too short and the digest fits no place', () => {
    const twice = texts.english.replace(
      'The ferries carry about 1,200 passengers a day.',
      'The ferries carry few passengers a day. The ferries carry many passengers a day.',
    )
    expect(findings({ gazette: twice })[0]!.slice(0, 3)).toEqual([
      'passage-is-unique',
      'claim:ferries',
      'the passage could be any of 2 places, in paragraph 2',
    ])
  })

  test('lost: nothing like it is left', () => {
    const without = texts.english.split('\n').slice(0, 3).join('\n')
    expect(findings({ gazette: without })[0]!.slice(0, 3)).toEqual([
      'passage-matches',
      'claim:dorn',
      'the passage “He has never … 15 per cent.” is nowhere in the text',
    ])
  })

  test('lost without a lock: which of its ends are left, and where', () => {
    const note = (text: string) => examineWith(made, { gazette: text }).log.findings.map(say)[0]![3]
    expect(note(texts.english.replace('on 4 May 2006', 'on 5 May 2007'))).toContain(
      'its first words are in paragraph 1; its last words “4 May 2006.” are gone',
    )
    expect(note(texts.english.replace('The river police', 'The rivver police'))).toContain(
      'its last words are in paragraph 1; its first words “The river police” are gone\ndid you mean “The rivver police”?',
    )
  })

  test('lost: the nearest stretch is as long as the words that stand for the passage now', () => {
    const shorter = texts.english.replace('Neither the ministry nor', 'Neither')
    expect(findings({ gazette: shorter })[0]![2]).toBe(
      'the passage is no longer in the text; the nearest, in paragraph 3: dropped “… nor …”',
    )
  })

  test('a sign before a number is part of the number', async () => {
    const cold = await makeCorpus({ log: { text: 'It was -15 degrees that day.', pins: { cold: ['It was', 'day.'] } } })
    const [finding] = examineWith(cold, { log: 'It was 15 degrees that day.' }, lockOf(cold)).log.findings
    expect(finding!.note).toContain('the change touches a number')
  })

  test('a passage of many thousand words is compared, and nothing runs out of memory', async () => {
    const words = Array.from({ length: 70_000 }, (_, index) => `w${index}`).join(' ')
    const long = await makeCorpus({ log: { text: `${words} end.`, pins: { long: ['w0', 'end.'] } } })
    const [finding] = examineWith(long, { log: `${words.replaceAll('5', '6')} end.` }, lockOf(long)).log.findings
    expect(finding!.reason).toContain('the passage reads differently now')
  })

  test('unverified: the lock vouches for what it knows', () => {
    const { evidence, log } = examineWith(made, { gazette: undefined, 'gazette-kk': undefined }, lock)
    expect(log.findings).toEqual([])
    expect(countOutcomes(evidence)).toMatchObject({ ok: 0, unverified: 5, byLock: 5 })
  })

  test('unverified: a text that is not at hand and that the lock does not know is one error, which counts what waits', () => {
    const { log } = examineWith(made, { gazette: undefined }, { ...lock, sources: {} })
    expect(log.findings.map(({ ruleId, subject, reason }) => [ruleId, subject, reason])).toEqual([
      ['lock-is-current', 'source:gazette', '4 claims with 4 passages cannot be checked: the text is not at hand'],
    ])
  })
})

describe('the lock', () => {
  test('reads back as it was written, and is not written while a passage is in doubt', () => {
    const { evidence } = examineWith(made, {}, lock)
    expect(readLock(writeLock(evidence, []), new Log())).toEqual(lock)
    expect(writeLock(examineWith(made, change('30,000', '31,000'), lock).evidence, [])).toBeUndefined()
  })

  test('keeps what it knows of sources whose texts are absent', () => {
    expect(readLock(writeLock(examineWith(made, { gazette: undefined }, lock).evidence, []), new Log())).toEqual(lock)
  })

  test('knows every pin of words that several claims pin, and of those that the text repeats', async () => {
    const text = 'The plant was safe. It was old.\nNobody asked.\nThe plant was safe. It burned.'
    const repeated = await makeCorpus({
      log: { text, pins: { one: ['The plant', 'was safe.'], two: ['The plant', 'was safe.'] } },
    })
    const [passage] = repeated.corpus.claims.get('two')!.passages
    Object.assign(passage!, { start: 'The plant was', para: 3 })
    const known = lockOf(repeated)
    expect(examineWith(repeated, { log: undefined }, known).log.findings).toEqual([])
    Object.assign(passage!, { para: 2 })
    const [finding] = examineWith(repeated, { log: undefined }, known).log.findings
    expect(finding!.subject).toBe('claim:two')
  })

  test('does not know a claim with a declaration that nothing needs: it is told of in every run', async () => {
    const support = [{ for: 'Arden', by: 'inference', why: 'No other harbour is meant.' }]
    const text = 'The plant was safe.'
    const declaring = await makeCorpus({
      log: {
        text,
        pins: { one: ['The plant', 'was safe.'] },
        claimFields: { one: { gist: text, 'supported-by': support } },
      },
    })
    expect(examineWith(declaring, {}, lockOf(declaring)).evidence.agreements.get('one')!.declarations).toHaveLength(1)
  })

  test('is not written while a passage has moved: its record says what is no longer so', () => {
    const { evidence } = examineWith(made, { gazette: `A new head line.\n${texts.english}` }, lock)
    expect(writeLock(evidence, [])).toBeUndefined()
  })

  test('of another normalisation says so', () => {
    const log = new Log()
    readLock('{"normalisation": "n9", "sources": {}, "shared": []}', log)
    expect(log.findings[0]!.reason).toBe('the lock is of normalisation n9, and this version reads n1 and n2')
  })

  test('keeps numbers, negations and names, and four bits of any other word', () => {
    expect(fingerprintOf('The police did not stop 12 boats near Karsk.')).toMatch(
      /^[0-9a-f] [0-9a-f] [0-9a-f] =not [0-9a-f] =12 [0-9a-f] [0-9a-f] =Karsk\.$/,
    )
  })

  test.each([
    '{',
    '[]',
    '{"normalisation": "n9", "sources": {}, "shared": []}',
    '{"normalisation": "n1", "sources": {"a": 1}, "shared": []}',
  ])('that cannot be read is reported: %s', (text) => {
    const log = new Log()
    expect(readLock(text, log)).toBeUndefined()
    expect(log.findings.map(({ ruleId }) => ruleId)).toEqual(['lock-is-current'])
  })
})
