import { describe, expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { parse } from '../../src/document/markdown/parse.ts'
import { read } from '../../src/document/markdown/read.ts'
import { nameClaims } from '../../src/evidence/citations.ts'
import { differences } from '../../src/evidence/differences.ts'
import { impact } from '../../src/evidence/impact.ts'
import { readIssue, recordIssue } from '../../src/evidence/issue.ts'
import { findPrintings, printingsOf } from '../../src/evidence/printing.ts'
import { type TraceNode, trace } from '../../src/evidence/trace.ts'
import { examineWith, lockOf, makeCorpus, type TestSource } from './corpus.ts'
import { texts } from './texts.ts'

const because = { information: 'One paper.', rigour: 'No count.', volatility: 'Past.' }
const judgment = (id: string, fields: object) => ({
  id,
  title: id,
  text: `On ${id}.`,
  horizon: 'past',
  confidence: { level: 'low', because },
  ...fields,
})

const gazette: TestSource = {
  title: 'Leaflets',
  reliability: { grade: 'B', why: 'It names its sources.' },
  text: texts.english,
  pins: { leaflets: ['The river police of', '4 May 2006.'], dorn: ['The mayor of Karsk,', 'waste of paper.'] },
}
const registers = {
  judgments: [
    judgment('few-watched', { for: ['leaflets'], against: ['dorn'] }),
    judgment('no-funds', { 'rests-on': ['few-watched'] }),
  ],
  questions: [
    {
      id: 'how-many',
      text: 'How many boats?',
      why: 'It matters.',
      candidates: [{ answer: 'Two.', for: ['dorn'] }],
      'closes-if': 'Counted.',
      judgments: ['no-funds'],
    },
  ],
}
const made = await makeCorpus({ gazette }, registers)
const lock = lockOf(made)
const { evidence } = examineWith(made, {}, lock)
const markdown =
  'Leaflets were sent [@gazette, para. 1]. Again [[@gazette, paras. 1, 3-4]]{claims=leaflets}. A waste [@gazette, paras. 3-4].\n\nOn few-watched.'
const section = parse(
  {
    name: 'body',
    markdown,
    place: (offset) =>
      markdown.slice(offset).startsWith('On ')
        ? made.corpus.place('judgment', 'few-watched', ['text'])
        : { file: 'templates/body.md.hbs' },
    record: (offset) => (markdown.slice(offset).startsWith('On ') ? 'judgment:few-watched' : undefined),
  },
  new Log(),
  read(markdown),
)
nameClaims([section], made.corpus, new Log())
const printings = findPrintings([{ pack: 'orlo', sections: [section] }])

const tree = ({ name, by, children }: TraceNode): unknown[] => [`${by} ${name}`, ...children.map(tree)]

describe('trace', () => {
  test('leads from a judgment to its passages', () => {
    const { restsOn } = trace('judgment:no-funds', made.corpus, evidence, printings)
    expect(restsOn.map(tree)).toEqual([
      [
        'rests-on judgment:few-watched',
        ['for claim:leaflets', ['source source:gazette']],
        ['against claim:dorn', ['source source:gazette']],
      ],
    ])
    const [claim] = restsOn[0]!.children
    expect(claim!.passages).toMatchObject([{ source: 'gazette', para: 1, outcome: 'ok', verified: true }])
    expect(claim!.passages[0]!.text).toMatch(/^The river police of Orlo .* 2006\.$/)
  })

  test('leads from a source to all that rests on it', () => {
    const { carries, restsOn } = trace('source:gazette', made.corpus, evidence, printings)
    expect(restsOn).toEqual([])
    expect(carries.map(tree)).toEqual([
      [
        'source claim:leaflets',
        ['for judgment:few-watched', ['rests-on judgment:no-funds', ['judgments question:how-many']]],
      ],
      [
        'source claim:dorn',
        ['against judgment:few-watched', ['rests-on judgment:no-funds', ['judgments question:how-many']]],
        ['for an answer question:how-many'],
      ],
    ])
  })

  test('ends where judgments rest on each other in a ring', async () => {
    const ring = await makeCorpus(
      { gazette },
      { judgments: [judgment('a', { 'rests-on': ['b'] }), judgment('b', { 'rests-on': ['a'], for: ['dorn'] })] },
    )
    const { restsOn } = trace('judgment:a', ring.corpus, examineWith(ring, {}).evidence, new Map())
    expect(restsOn.map(tree)).toEqual([['rests-on judgment:b', ['for claim:dorn', ['source source:gazette']]]])
  })

  test('says where a record is printed: by its words, by a citation of the claim, or by one of its paragraph alone', () => {
    const at = (name: Parameters<typeof printingsOf>[0]) =>
      printingsOf(name, made.corpus, printings).map(({ times }) => times)
    expect(at('claim:leaflets')).toEqual([2])
    expect(at('claim:dorn')).toEqual([1])
    expect(at('judgment:few-watched')).toEqual([1])
    expect(at('judgment:no-funds')).toEqual([])
    expect(printingsOf('source:gazette', made.corpus, printings)).toMatchObject([{ pack: 'orlo', section: 'body' }])
  })
})

describe('impact', () => {
  const before = { corpus: made.corpus, evidence }
  const names = (result: ReturnType<typeof impact>) => result.doubts.map(({ name }) => name)

  test('nothing changed: nothing is in doubt', () => {
    expect(impact(before, before, printings, [])).toEqual({ edits: [], doubts: [], issues: [] })
  })

  test('a text that changed under a passage puts its claim and all above in doubt, each with its reason', () => {
    const changed = texts.english.replace('30,000', '20,000')
    const result = impact(
      before,
      { ...before, evidence: examineWith(made, { gazette: changed }, lock).evidence },
      printings,
      [],
    )
    expect(result.edits.map(({ name, what, grave }) => [name, what, grave])).toEqual([
      ['source:gazette', ['its text has changed'], false],
      ['claim:leaflets', ['passage 1 reads differently now'], true],
    ])
    expect(names(result)).toEqual(['claim:leaflets', 'judgment:few-watched', 'judgment:no-funds', 'question:how-many'])
    expect(result.doubts[1]!.reasons).toEqual(['it rests on claim:leaflets (for), which is in doubt'])
    expect(result.doubts[0]!.printed).toMatchObject([{ pack: 'orlo', section: 'body', times: 2 }])
  })

  test('a grade that went down puts every claim of the source in doubt; a title does not', async () => {
    const graded = await makeCorpus(
      { gazette: { ...gazette, reliability: { grade: 'D', why: 'It was paid.' } } },
      registers,
    )
    const result = impact(before, { ...graded, evidence: examineWith(graded, {}, lock).evidence }, printings, [])
    expect(result.edits[0]!.what[0]).toBe('reliability.grade: “B” → “D”')
    expect(names(result)).toContain('claim:dorn')
    expect(names(result)).toContain('question:how-many')
    const retitled = await makeCorpus({ gazette: { ...gazette, title: 'Leaflets sent' } }, registers)
    const light = impact(before, { ...retitled, evidence: examineWith(retitled, {}, lock).evidence }, printings, [])
    expect(light.edits).toMatchObject([{ name: 'source:gazette', grave: false }])
    expect(light.doubts).toEqual([])
  })

  test('a claim that is gone leaves what rested on it in doubt', async () => {
    const without = await makeCorpus(
      { gazette: { ...gazette, pins: { leaflets: gazette.pins!.leaflets! } } },
      {
        judgments: [
          judgment('few-watched', { for: ['leaflets'] }),
          judgment('no-funds', { 'rests-on': ['few-watched'] }),
        ],
      },
    )
    const result = impact(before, { ...without, evidence: examineWith(without, {}, lock).evidence }, printings, [])
    expect(result.edits).toContainEqual(expect.objectContaining({ name: 'claim:dorn', what: ['removed'], grave: true }))
    expect(names(result)).toContain('judgment:few-watched')
  })

  test('an issued pack is in doubt with its reasons, and is read back as it was recorded', async () => {
    const issue = recordIssue('first', 'orlo', made.corpus, evidence, printings)
    expect(readIssue('corpus/issues/first.json', JSON.stringify(issue), new Log())).toEqual(issue)
    expect(impact(before, before, printings, [issue]).issues).toEqual([])
    const graded = await makeCorpus(
      { gazette: { ...gazette, reliability: { grade: 'D', why: 'It was paid.' } } },
      registers,
    )
    const changed = examineWith(graded, { gazette: texts.english.replace('30,000', '20,000') }, lock).evidence
    expect(impact(before, { ...graded, evidence: changed }, printings, [issue]).issues).toEqual([
      {
        issue: 'first',
        pack: 'orlo',
        reasons: ['a passage of claim leaflets no longer stands', 'source gazette was graded B and is graded D'],
      },
    ])
  })

  test('a file that is no record of an issue is reported', () => {
    for (const text of ['{', '{}', '{"name": 1}']) {
      const log = new Log()
      expect(readIssue('corpus/issues/x.json', text, log)).toBeUndefined()
      expect(log.findings).toHaveLength(1)
    }
  })
})

describe('what an edit is called', () => {
  const changes = (was: object, is: object, renamed = new Map()) =>
    [...differences(was, is, renamed)].map(({ text }) => text)

  test.each([
    [{ for: ['a', 'b'] }, { for: ['a', 'c'] }, ['for: without “b”, with “c”']],
    [{ for: ['a', 'b'] }, { for: ['b', 'a'] }, ['for: in another order']],
    [
      { account: [{ text: 'One.', claims: ['a'] }, { text: 'Two.' }] },
      { account: [{ text: 'One.', claims: ['b'] }, { text: 'Two.' }] },
      ['account.1.claims: without “a”, with “b”'],
    ],
    [{ account: [{ text: 'One.' }] }, { account: [{ text: 'One.' }, { text: 'Two.' }] }, ['account: with “Two.”']],
    [{ a: 1 }, { a: 1, deprecated: { why: 'It was withdrawn.' } }, ['withdrawn: It was withdrawn.']],
    [
      { text: 'The first deputy chairman of the committee held that the threat was real.' },
      { text: 'The first deputy chairman of the committee held that the threat was grave.' },
      ['text: “… the threat was real.” → “… the threat was grave.”'],
    ],
  ])('%j', (was, is, expected) => {
    expect(changes(was, is)).toEqual(expected)
  })

  test('a reference that follows a new id is no edit', () => {
    expect(changes({ for: ['a', 'b'] }, { for: ['a', 'new'] }, new Map([['b', 'new']]))).toEqual([])
  })
})

describe('impact of what an author does in a day', () => {
  const before = { corpus: made.corpus, evidence }
  const issue = recordIssue('first', 'orlo', made.corpus, evidence, printings)
  const stateOf = async (source: TestSource, records: Parameters<typeof makeCorpus>[1]) => {
    const corpus = await makeCorpus({ gazette: source }, records)
    return { ...corpus, evidence: examineWith(corpus, {}, lock).evidence }
  }

  test('a claim that is renamed with all that names it puts nothing in doubt, nor an issue', async () => {
    const pins = { leaflets: gazette.pins!.leaflets!, mayor: gazette.pins!.dorn! }
    const renamed = JSON.parse(JSON.stringify(registers).replaceAll('"dorn"', '"mayor"'))
    const state = await stateOf({ ...gazette, pins }, renamed)
    const gist = (state.corpus.claims.get('mayor') as { gist: string }).gist
    const was = (made.corpus.claims.get('dorn') as { gist: string }).gist
    const result = impact(before, state, printings, [issue])
    if (gist === was) expect(result.edits.map(({ what }) => what)).toEqual([['renamed: it was claim:dorn']])
    expect(result.issues).toEqual([])
  })

  test('a judgment that is worded anew puts its issue in doubt', async () => {
    const [first, ...others] = registers.judgments
    const state = await stateOf(gazette, {
      ...registers,
      judgments: [{ ...first, text: 'On some who watch.' }, ...others],
    })
    expect(impact(before, state, printings, [issue]).issues).toEqual([
      { issue: 'first', pack: 'orlo', reasons: ['judgment few-watched is worded differently now: “On few-watched.”'] },
    ])
  })

  test('a claim for an alternative is not told as one for the judgment', async () => {
    const alternatives = [{ text: 'Many watched.', for: ['dorn'], against: [] }]
    const { corpus } = await stateOf(gazette, {
      judgments: [judgment('few-watched', { for: ['leaflets'], alternatives })],
    })
    const { restsOn } = trace('judgment:few-watched', corpus, evidence, printings)
    expect(restsOn.map(({ by, name }) => `${by} ${name}`)).toEqual([
      'for claim:leaflets',
      'for an alternative claim:dorn',
    ])
  })

  test('a source is known by its title', () => {
    expect(trace('source:gazette', made.corpus, evidence, printings).label).toBe('Leaflets')
  })
})
