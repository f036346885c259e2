import { describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { lockFile } from '../../src/evidence/lock.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import { findingsOf, lockOf, projectOf, written } from './project.ts'
import { type Block, readReference } from './reference.ts'

const { base } = readReference()
const yaml = (of: string, text: string): Block => ({ language: 'yaml', of, text })

/** What the rules of quotation say of the small project with some blocks laid over it. */
async function told(...changes: readonly Block[]): Promise<readonly string[]> {
  const findings = await findingsOf(base, changes)
  return findings.filter(({ ruleId }) => ruleId.startsWith('quotation-')).map(written)
}

interface Foreign {
  readonly language: string
  readonly text: string
  readonly quote: string
  readonly ours: string
}

const russian: Foreign = {
  language: 'ru',
  text: 'Комендант порта сказал: «Мы не откроем гавань до весны, если лёд не сойдёт раньше». Больше он ничего не добавил.',
  quote: 'Мы не откроем гавань до весны, если лёд не сойдёт раньше',
  ours: 'We shall not open the harbour before spring unless the ice goes sooner',
}
const kazakh: Foreign = {
  language: 'kk',
  text: 'Айлақ бастығы: «Кемелер көктемге дейін күтеді, бірақ жұмысшылар үйлеріне қайтады», — деді.',
  quote: 'Кемелер көктемге дейін күтеді, бірақ жұмысшылар үйлеріне қайтады',
  ours: 'The ships wait until spring, but the workers go home',
}

function sourceOf({ language, text, quote, ours }: Foreign): Block[] {
  const [first, ...more] = text.split(' ')
  const claim = {
    id: 'told-abroad',
    kind: 'fact',
    gist: 'The harbour stays closed in winter.',
    voice: 'author',
    date: { edtf: '2004', basis: 'inferred' },
    credibility: { proposition: 3, why: 'One voice.' },
    passages: [{ start: `${first} ${more[0]}`, end: more.slice(-2).join(' ') }],
    quote,
    'quote-translation': { language: 'en', text: ours },
  }
  const fields = { type: 'article-newspaper', title: 'Гавань', language, issued: '2004-11', claims: [claim] }
  return [yaml('texts/abroad.txt', text), yaml('source:abroad', JSON.stringify(fields))]
}

const says = (text: string) => yaml('pack:arden', JSON.stringify({ change: [{ text, claims: ['told-abroad'] }] }))

describe.each([russian, kazakh])('a quotation translated from $language', (foreign) => {
  const { ours, quote } = foreign

  test('passes when it is marked and its original is in the text', async () => {
    expect(await told(...sourceOf(foreign), says(`The commandant said: “${ours}” (our translation).`))).toEqual([])
    expect(await told(...sourceOf(foreign), says(`Ол айтты: «${ours}» (біздің аударма: «${quote}»).`))).toEqual([])
  })

  test('is reported when nothing says that it is ours', async () => {
    expect(await told(...sourceOf(foreign), says(`The commandant said: “${ours}.”`))).toEqual([
      expect.stringContaining('is our translation, and the sentence does not say so'),
    ])
  })

  test('is reported when its words are not those of the claim', async () => {
    expect(await told(...sourceOf(foreign), says('He said: “We shall open it at once” (our translation).'))).toEqual([
      expect.stringContaining('no claim that it cites gives the original'),
    ])
  })

  test('is reported when the original is not in the text', async () => {
    const altered = { ...foreign, quote: quote.replace(/ (не|дейін) /, ' ') }
    expect(await told(...sourceOf(altered), says(`The commandant said: “${ours}” (our translation).`))).toEqual([
      expect.stringMatching(/^error quotation-matches claim:told-abroad: .* is not in abroad$/),
    ])
  })

  test('is not cut before what turns it round', async () => {
    const cut = ours.includes('unless') ? ours.slice(0, ours.indexOf(' unless')) : ours.slice(0, ours.indexOf(', but'))
    expect(await told(...sourceOf(foreign), says(`The commandant said: “${cut}” (our translation).`))).toEqual([
      expect.stringMatching(/^warning quotation-is-fair pack:arden: the quotation stops before/),
    ])
  })

  test('has its original quoted whole, too', async () => {
    const cut = { ...foreign, quote: quote.slice(0, quote.indexOf(',')) }
    expect(await told(...sourceOf(cut), says(`The commandant said: “${ours}” (our translation).`))).toEqual([
      expect.stringMatching(/^warning quotation-is-fair pack:arden: the quotation stops before “(если|бірақ)/),
    ])
  })
})

test('a translation into the language of the source itself is none', async () => {
  const fields = 'quote: would not last beyond the summer\nquote-translation: {language: en, text: a short closure}'
  expect(await told(yaml('claim:voss-on-closure', fields))).toEqual([
    'error quotation-matches claim:voss-on-closure: the translation is into en, the language of lind-2004 itself',
  ])
})

describe('a block quotation', () => {
  const body = (block: string) => ({
    language: 'markdown',
    of: 'body',
    text: `# The harbour\n\nOpen again [@ortega-2005]. “Likely” stands for 55–80%.\n\nLind wrote:\n\n${block}\n`,
  })
  const rights = yaml('source:lind-2004', 'rights: {holder: The Arden Courier, quote-words: 60}')
  const toldOf = (block: string) => told(rights, body(block))

  test.each([
    ['> The harbour at Arden was closed on 3 May 2004. [@lind-2004, para. 1]'],
    ['> The harbour at Arden was closed on 3 May 2004.\n>\n> Nobody said for how long. [@lind-2004, para. 1]'],
    ['> Crews waited in their ships until the evening, and some of them until the next day.\n>\n> — Lind [@lind-2004]'],
    ['> Nobody said for how long. — Anna Lind [@lind-2004, para. 1]'],
    ['> “Nobody said for how long.” [@lind-2004, para. 1]'],
    ['> Nobody in it cites anything, as in a definition.'],
  ])('passes: %s', async (block) => {
    expect(await toldOf(block)).toEqual([])
  })

  test.each([
    ['> The harbour at Arden was closed on 4 May 2004. [@lind-2004, para. 1]'],
    ['> Nobody said why. [@lind-2004, para. 1]'],
    ['> “Nobody said why.” [@lind-2004, para. 1]'],
    ['> Nobody said for how long.\n>\n> Somebody knew. [@lind-2004, para. 1]'],
  ])('fails: %s', async (block) => {
    expect(await toldOf(block)).toEqual([
      expect.stringMatching(/^error quotation-matches section:body: .* is not .*lind-2004/),
    ])
  })

  test('has a speaker, in it or in the paragraph before it', async () => {
    const alone = {
      ...body(''),
      text: body('> Nobody said for how long. [@lind-2004]').text.replace('Lind wrote:', 'So:'),
    }
    expect(await told(rights, alone)).toEqual([
      'error quotation-has-speaker section:body: nobody is named for “Nobody said for how long.”',
    ])
  })

  test('counts against what the rights allow', async () => {
    const few = yaml('source:lind-2004', 'rights: {holder: The Arden Courier, quote-words: 3}')
    expect(await told(few, body('> Nobody said for how long. [@lind-2004]'))).toEqual([
      'warning quotation-is-short source:lind-2004: pack arden quotes 5 words of lind-2004, more than 3',
    ])
  })
})

test('what could not be looked up is counted apart from what was found', async () => {
  const statement = 'Voss said that it “would not last beyond the summer” and “the thrid [sic] closure”.'
  const change = yaml('pack:arden', JSON.stringify({ change: [{ text: statement, claims: ['voss-on-closure'] }] }))
  const quote = yaml('claim:voss-on-closure', 'quote: would not last beyond the summer')
  const project = projectOf(base, [change, quote]).set(lockFile, (await lockOf(base))!)
  const { checked } = await check(memoryHost(project))
  expect(checked.quotations).toMatchObject({ found: 3, 'not-found': 0, indeterminate: 0, unchecked: 0 })
  expect(checked.passages).toMatchObject({ ok: 5, unverified: 0, byLock: 0 })

  const without = new Map([...project].filter(([path]) => !path.startsWith('texts/')))
  const blind = await check(memoryHost(without))
  expect(blind.findings.filter(({ fatal }) => fatal)).toEqual([])
  expect(blind.checked.quotations).toMatchObject({ found: 0, 'not-found': 0, indeterminate: 0, unchecked: 3 })
  expect(blind.checked.passages).toMatchObject({ ok: 0, unverified: 5, byLock: 5 })
})
