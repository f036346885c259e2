import { describe, expect, test } from 'vitest'
import { findingsOf } from './project.ts'
import { type Block, readReference } from './reference.ts'

const { base } = readReference()
const block = (of: string, text: string, language = 'yaml'): Block => ({ language, of, text })

async function run(...changes: readonly Block[]): Promise<readonly string[]> {
  const found = await findingsOf(base, changes)
  return found.map(({ ruleId, fatal, reason }) => `${fatal ? 'error' : 'warning'} ${ruleId}: ${reason}`)
}

/** What the tool says of one sentence that an analyst adds to the pack. */
const ofSentence = (text: string, claims: readonly string[]) =>
  run(block('pack:arden', JSON.stringify({ continuity: [{ text, claims }] })))
const ofBody = (text: string, ...changes: readonly Block[]) =>
  run(
    ...changes,
    block(
      'body',
      `# The harbour of Arden\n\nThe harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%.\n\n${text}`,
      'markdown',
    ),
  )

test('a number that stands as it is in the passage is not approximate', async () => {
  const source = base.find(({ of }) => of === 'corpus/sources/lind-2004.yaml')!.text
  const exact = source
    .replace('gist: About 400 dockers', 'gist: 400 dockers')
    .replace('start: About 400 dockers', 'start: 400 dockers')
  expect(await run(block('corpus/sources/lind-2004.yaml', exact))).toEqual([
    'error claim-agrees: “approximate” is true, and the passage gives the number as it is',
  ])
})

describe('the authors and papers of the works cited are named in the record of the work', () => {
  const actors = base.find(({ of }) => of === 'corpus/actors.yaml')!.text
  const more = [
    '{id: anna, kind: person, name: Anna Lind}',
    '{id: olga, kind: person, name: Olga Lind}',
    '{id: courier, kind: company, name: The Arden Courier}',
    '{id: union, kind: movement, name: Dockers of Arden}',
  ]
  const register = block('corpus/actors.yaml', [actors.trimEnd(), ...more.map((it) => `- ${it}`)].join('\n'))
  const works = block('source:lind-2004', 'author: [{family: Lind, given: Anna}, {literal: Dockers of Arden}]')
  test.each([
    ['Anna Lind', []],
    ['Olga Lind', []],
    ['The Arden Courier', []],
    ['Dockers of Arden', []],
    ['Sea League', ['warning citation-supports: “Sea League” is in no claim that the sentence cites']],
  ])('%s', async (name, expected) => {
    const told = await run(
      ...[register, works],
      block('pack:arden', JSON.stringify({ change: [{ text: `${name} saw ships.`, claims: ['harbour-closed'] }] })),
    )
    expect(told.filter((it) => it.includes('citation-supports'))).toEqual(expected)
  })
})

/** What one rule says of the report of 2004 with some of its words replaced. */
async function ofReport(rule: string, ...changes: readonly (readonly [string, string])[]) {
  const source = base.find(({ of }) => of === 'corpus/sources/lind-2004.yaml')!.text
  const changed = changes.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, source)
  const told = await run(block('corpus/sources/lind-2004.yaml', changed))
  return told.flatMap((it) => (it.includes(` ${rule}: `) ? [it.replace(/^.*?: /, '')] : []))
}

const [venue, on] = ['{role: director, venue: a press briefing}', '    date: {edtf: "2004-05-04", basis: explicit}\n']
test.each([
  ['a speaker', [['    speaker: voss\n', '']], 'speaker'],
  ['a venue', [[venue, '{role: director}']], 'venue'],
  ['a hearer, which will do', [[venue, '{role: director, to: reporters}']], undefined],
  ['a date', [[on, '']], 'date'],
  [
    'a date of the words, which will do',
    [
      [on, ''],
      [venue, '{venue: a press briefing, date: "2004-05-04"}'],
    ],
    undefined,
  ],
  [
    'all of them',
    [
      [on, ''],
      [venue, '{role: director}'],
      ['    speaker: voss\n', ''],
    ],
    'speaker, no venue, no date',
  ],
  [
    'what the source does not say',
    [
      [on, ''],
      [venue, '{role: director}'],
      ['    speaker: voss\n', '    note: Not said.\n'],
    ],
    undefined,
  ],
  ['a rating of the words', [['{utterance: 2, ', '{']], 'utterance in its credibility'],
] as const)('a statement without %s', async (_, changes, missing) => {
  expect(await ofReport('statement-has-speaker', ...changes)).toEqual(
    missing === undefined ? [] : [`the statement has no ${missing}`],
  )
})

test.each([
  ['2002-12-31', false],
  ['2003-01-01', true],
  ['2006-12-31', true],
  ['2007-01-01', false],
  ['2002/2003', true],
  ['2006-12/2007', true],
])('a post that was held from 2003 to 2006, on %s', async (date, isHeld) => {
  expect((await ofReport('role-is-in-date', ['2004-05-04', date])).length).toBe(isHeld ? 0 : 1)
})

test('what a claim says is no advice of ours', async () => {
  const gist = 'gist: Voss said that the closure'
  expect(await ofReport('voice-is-analytic', [gist, 'gist: Everyone knows that the closure'])).toEqual([])
})

describe('a mistake is told once', () => {
  test.each([
    ['Mara Vos spoke of the summer.', 'warning name-is-registered: “Mara Vos” is not in the register of actors'],
    ['The closure, for Mara Foss, was short.', 'error name-is-consistent: “Mara Foss” is a misspelling of “Mara Voss”'],
    [
      'Voss spoke on 7 May 2003.',
      'warning citation-supports: the date “7 May 2003” is in no claim that the sentence cites',
    ],
    [
      'The ships of Voss left before the regime fell.',
      'warning label-is-attributed: “regime” is said in our own voice',
    ],
    ['Clearly the summer would end it.', 'warning voice-is-analytic: “Clearly” leans on a consensus that is not cited'],
  ])('%s', async (text, finding) => {
    expect(await ofSentence(text, ['voss-on-closure'])).toEqual([finding])
  })

  test('a day within the month of the claim', async () => {
    expect(await ofSentence('In the week of 12 March 2005 ships came.', ['harbour-reopened'])).toEqual([
      'error precision-is-kept: “12 March 2005” is more precise than the claim, which has 2005-03',
    ])
  })

  test('a counted number without a claim', async () => {
    expect(await ofSentence('About 16,000 crates were lost.', [])).toEqual([
      'warning sentence-is-cited: nothing is cited for the number “16,000”',
    ])
    expect(await ofSentence('Trade fell by 40 per cent.', [])).toEqual([
      'warning sentence-is-cited: nothing is cited for the number “40 per cent”',
    ])
  })

  test('a citation of a paragraph that the text does not have', async () => {
    expect(await ofBody('It closed in May [@lind-2004, paras. 2-9].')).toEqual([
      'error citation-resolves: lind-2004 has no paragraph 4',
    ])
    expect(await ofBody('It closed in May [@lind-2004, paras. 2-3].')).toEqual([])
  })

  test('an acronym that neither register nor glossary knows', async () => {
    const finding = 'warning acronym-is-expanded: nothing says what “IMCO” stands for'
    expect(await ofBody('The IMCO looked on. IMCO left.')).toEqual([finding])
    expect(await ofBody('The Maritime Office (IMCO) looked on. IMCO left.')).toEqual([])
    expect(await ofBody('In part II the EU and the US looked on.')).toEqual([])
  })

  test('a sentence that stands twice, though the title of a work is in it', async () => {
    const text = 'The report “Harbour shut” tells of the spring in Arden [@lind-2004].'
    expect(await ofBody(`${text} ${text}`)).toEqual([
      'warning sentence-stands-once: this stands in section “body” before: “The report “Harbour shut” tells of the spring in Arden.”',
    ])
  })

  test('a quotation of several sentences is one quotation, and what it says is not ours', async () => {
    const ofQuotation = (quoted: string) =>
      ofBody(
        `Lind wrote: “${quoted}” [@lind-2004].`,
        block('source:lind-2004', 'rights: {holder: Arden Courier, quote-words: 40}'),
      )
    expect(await ofQuotation('The harbour at Arden was closed on 3 May 2004. Nobody said for how long.')).toEqual([])
    expect(await ofQuotation('The harbour at Arden was closed on 3 May 2004. Everybody said for how long.')).toEqual([
      'error quotation-matches: “The harbour at Arden was closed on 3 May 2004. Everybody said for how long.” is not in lind-2004',
    ])
  })

  test('the words that lack a negation, quoted without those that the note names', async () => {
    const passage = { start: 'Nobody said for', end: 'how long.' }
    const defects = [
      { kind: 'missing-negation', note: 'The context, “closed on 3 May”, asks for a not.', passages: [passage] },
    ]
    expect(
      await run(
        block('source:lind-2004', JSON.stringify({ defects })),
        block(
          'pack:arden',
          JSON.stringify({
            continuity: [{ text: 'Lind wrote “nobody said for how long”.', claims: ['harbour-closed'] }],
          }),
        ),
      ),
    ).toEqual([
      'error defect-is-marked: the quotation holds a fault of the source: The context, “closed on 3 May”, asks for a not.',
    ])
  })

  test('likelihood and confidence in one sentence, where it is written', async () => {
    const text = 'In 2005 it was {term}, with low confidence, that the harbour would stay open.'
    expect(await run(block('judgment:harbour-stays-open', JSON.stringify({ text })))).toEqual([
      'error likelihood-apart-from-confidence: “likely” and “low confidence” stand in one sentence',
    ])
  })

  test('a year that a judgment is of, or is to be judged by, needs no claim', async () => {
    const text = 'In {year} it was {term} that the harbour would stay open.'
    const told = async (year: string) => {
      const fields = { text: text.replace('{year}', year), period: '2011', until: '2012' }
      const found = await run(block('judgment:harbour-stays-open', JSON.stringify(fields)))
      return found.filter((it) => it.includes('citation-supports'))
    }
    expect(await told('2011')).toEqual([])
    expect(await told('2012')).toEqual([])
    expect(await told('2013')).toEqual([
      'warning citation-supports: the date “2013” is in no claim that the sentence cites',
    ])
  })

  test('an event is dated finer than, or apart from, its claims', async () => {
    const event = (date: string) =>
      run(
        block(
          'event:reopening',
          JSON.stringify({ title: 'Ships return', kind: 'institutional-change', date, claims: ['harbour-reopened'] }),
        ),
      )
    expect(await event('2005-03-12')).toEqual([
      'error precision-is-kept: “2005-03-12” is more precise than the claim, which has 2005-03',
    ])
    expect(await event('2006-03')).toEqual([
      'warning citation-supports: no claim that it rests on is of 2006-03: they have 2005-03',
    ])
    expect(await event('2005-03')).toEqual([])
    expect(await event('2005')).toEqual([])
  })

  test('a post is known again without the body that it is of', async () => {
    const roles = [
      { title: 'Director of the PAA', of: 'port-authority', from: '2005', to: '2006', claims: ['voss-on-closure'] },
    ]
    const said = { role: 'director of the Port Authority of Arden', venue: 'a press briefing' }
    expect(
      await run(
        block('actor:voss', JSON.stringify({ roles })),
        block('claim:voss-on-closure', JSON.stringify({ said })),
      ),
    ).toEqual([
      'error role-is-in-date: Mara Voss is “director of the Port Authority of Arden” on 2004-05-04, and the register has 2005/2006',
    ])
  })

  test('a statement is rated for being said, too', async () => {
    const credibility = { proposition: 3, why: 'Said in public.' }
    expect(
      await run(block('claim:league-denial', JSON.stringify({ credibility: { ...credibility, utterance: null } }))),
    ).toEqual(['error statement-has-speaker: the statement has no utterance in its credibility'])
  })

  test('a text is as long as its source says, since the register prints it', async () => {
    const text = { sha256: 'SHA', words: 60, paragraphs: 3 }
    const [right] = await findingsOf(base, [
      block('source:lind-2004', JSON.stringify({ text: { ...text, sha256: 'f'.repeat(64) } })),
    ])
    const sha256 = right!.expected![0]!
    expect(await run(block('source:lind-2004', JSON.stringify({ text: { ...text, sha256 } })))).toEqual([
      'error text-matches: the text has 62 words, not 60',
    ])
  })

  test('a source that is not held has its claims told together', async () => {
    expect(await run(block('source:lind-2004', 'held: false\ntext: null'))).toContain(
      'error claim-is-pinned: 3 claims are pinned to lind-2004, whose text is not held',
    )
  })
})

describe('an innocent sentence is left alone', () => {
  test.each([
    'The export-control regime of the port was explained by Voss.',
    'A visa-free regime followed the summer.',
    'Voss spoke in the martyrs’ square of Arden.',
    'The must-have of the summer was patience.',
    'Public confidence in the port was low, and the summer seemed likely to be long.',
    'Voss’s remarks were of the summer.',
    'The words of Voss were clearly reported.',
  ])('%s', async (text) => {
    expect(await ofSentence(text, ['voss-on-closure'])).toEqual([])
  })

  test.each([
    'Voss is the subject of this pack.',
    'What Voss meant is open.',
    'Nothing is known of the year 2003.',
    'The next section turns to 2005.',
    'Two rings of 12 posts stand round it.',
  ])('without a claim: %s', async (text) => {
    expect(await ofSentence(text, [])).toEqual([])
  })

  test('a source’s “must” in a gist, and a key judgment that is named without a heading', async () => {
    const gist = 'The harbour must reopen in summer.'
    const told = await run(block('claim:voss-on-closure', JSON.stringify({ gist })))
    expect(told.filter((it) => it.includes('voice-is-analytic'))).toEqual([])
    const open = { kind: 'interpretive', account: 'They differ.', resolution: 'Open.', touches: ['harbour-stays-open'] }
    const named = await ofBody(
      'How long the harbour stays open is told elsewhere.',
      block(
        'disagreement:open',
        JSON.stringify({ title: 'Open', claims: ['harbour-reopened', 'dockers-sent-home'], ...open }),
      ),
    )
    expect(named.filter((it) => it.includes('disagreement-is-shown'))).toEqual([])
  })
})
