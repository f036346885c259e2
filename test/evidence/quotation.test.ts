import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphsOf } from '../../src/evidence/normalise.ts'
import { findQuotation } from '../../src/evidence/quotation.ts'
import { texts } from './texts.ts'

const english = paragraphsOf(texts.english)
const find = (quote: string, text = english) => findQuotation(quote, text)

describe('a quotation is found', () => {
  test.each([
    ['as it stands', 'two boats were stopped in April without papers'],
    ['with its first letter raised', 'Two boats were stopped in April'],
    ['with a bracketed first letter', '[T]wo boats were stopped in April'],
    ['with a cut', 'The mayor of Karsk … called the leaflets a waste of paper'],
    ['with a bracketed cut', 'The mayor of Karsk […] called the leaflets a waste of paper'],
    ['with an insertion for a pronoun', '[Dorn] has never supported the river police'],
    ['with [sic]', 'called the leaflets [sic] a waste of paper'],
    ['with an American comma inside the marks', 'called the leaflets a waste of paper,'],
    ['with a quotation inside it', '“We cannot guard every ferry,” Brandt told the Orlo Gazette'],
    ['with single marks for double ones', '‘We cannot guard every ferry,’ Brandt told the Orlo Gazette'],
    ['over the end of a paragraph', 'expect much from them. “We cannot guard every ferry'],
  ])('%s', (_, quote) => {
    expect(find(quote).result).toBe('found')
  })

  test('in Russian and in Kazakh, whatever the marks', () => {
    expect(find('Мы не можем охранять каждый паром', paragraphsOf(texts.russian)).result).toBe('found')
    expect(find('сказала Брандт газете „Вестник Орло“', paragraphsOf(texts.russian)).result).toBe('found')
    expect(find('деді Брандт ‹Орло жаршысы› газетіне', paragraphsOf(texts.kazakh)).result).toBe('found')
  })

  test('in a hard-wrapped text, over soft breaks and hyphens', () => {
    const wrapped = paragraphsOf('The police sent leaf-\nlets to every vil\u00adlage\non the river.')
    expect(find('sent leaflets to every village on the river', wrapped).result).toBe('found')
  })

  test('in a hard-wrapped text whose word has its own hyphen at the end of a line', () => {
    const wrapped = paragraphsOf('The counter-\nterrorism police and the mili-\ntary agreed.')
    for (const quote of ['The counter-terrorism police', 'The counterterrorism police', 'the military agreed'])
      expect(find(quote, wrapped).result, quote).toBe('found')
  })

  test('whatever the dashes, their spaces and the ligatures of a print', () => {
    const printed = paragraphsOf('The o\ufb03ce—so they say—is closed. No – not yet.')
    for (const quote of [
      'The office – so they say – is closed',
      'The office -- so they say',
      '– so they say',
      'No—not yet',
    ])
      expect(find(quote, printed).result, quote).toBe('found')
  })

  test.each([
    ['vowel signs of Arabic', 'كَتَبَ الْعُمَّالُ رِسَالَةً', 'كتب العمال رسالة'],
    ['vowel signs of Hebrew', 'הַנָּמֵל נִסְגַּר', 'הנמל נסגר'],
    ['a stretched word', 'العمـــال في الميناء', 'العمال في الميناء'],
    ['letters in the forms of print', '\ufe8d\ufedf\ufecc\ufee4\ufe8e\ufedd في الميناء', 'العمال في الميناء'],
    ['a ligature of Arabic', '\ufefbحد في الميناء', 'لاحد في الميناء'],
    ['controls of direction', '\u202bالعمال\u061c في\u202c \u2067الميناء\u2069', 'العمال في الميناء'],
    ['wide digits', '港口于２００５年关闭', '港口于2005年关闭'],
    ['hard-wrapped lines without spaces', '工人直到晚\n上才回到船上', '工人直到晚上才回到船上'],
  ])('with or without %s', (_, text, quote) => {
    expect(find(quote, paragraphsOf(text)).result).toBe('found')
    expect(find(text.replace('\n', ''), paragraphsOf(quote)).result).toBe('found')
  })

  test('in the paragraph that it is of', () => {
    expect(find('two boats were stopped').paragraphs).toEqual([3])
  })
})

describe('a quotation is not found', () => {
  test.each([
    ['with another word', 'two boats were seized in April', 'two boats were stopped in'],
    ['with a word more at a mark of the text', 'We can guard every single ferry', 'We cannot guard every'],
    ['with a dropped negation', 'they did expect much from them', 'did not expect much from them.'],
    ['with other case inside', 'the Ministry Of Waters', undefined],
  ])('%s', (_, quote, nearest) => {
    const found = find(quote)
    expect(found.result).toBe('not-found')
    if (nearest) expect(found.nearest).toContain(nearest.split(' ').slice(0, 3).join(' '))
  })

  test('inside a word', () => {
    expect(find('ever').result).toBe('not-found')
  })

  test.each([
    ['Prices rose by 3', 'Prices rose by 3.5 per cent.'],
    ['some 30', 'There were some 30,000 men.'],
    ['000 men', 'There were some 30,000 men.'],
    ['15 degrees', 'It was -15 degrees.'],
    ['We can', 'We can’t guard it.'],
    ['state actors', 'Non-state actors did it.'],
    ['terrorist law', 'An anti-terrorist law was passed.'],
  ])('“%s” in “%s”: part of a number or a word', (quote, line) => {
    expect(find(quote, paragraphsOf(line)).result).toBe('not-found')
  })

  test('in a long text whose first part stands everywhere, in time that grows with the text', () => {
    const many = Array.from({ length: 20_000 }, () => 'The police said the plant was safe.')
    expect(find('The police […] the mayor said no', many).result).toBe('not-found')
  })
})

test('parts in another order are indeterminate, and so is nothing but brackets', () => {
  expect(find('called the leaflets a waste of paper … two boats were stopped').result).toBe('indeterminate')
  expect(find('[the police]').result).toBe('indeterminate')
})

test('without the text a quotation is unchecked', () => {
  expect(findQuotation('anything', undefined).result).toBe('unchecked')
})

describe('a cut that drops', () => {
  test.each([
    ['a negation', 'The police', ['The police could not stop them.'], ['could not stop them.']],
    ['a limit', 'Trade is open', ['Trade is open only on Mondays.'], ['only on Mondays']],
    ['a number', 'They sent leaflets', ['They sent leaflets 12 times a day.'], ['12 times a']],
    ['a limit, by a full stop of our own', 'Trade is open.', ['Trade is open, except on Mondays.'], ['except']],
    ['a limit after a dash', 'Trade is open', ['Trade is open - but not on Mondays.'], ['-but']],
    ['at least', 'They sent leaflets', ['They sent leaflets, at least to the villages.'], ['at']],
    ['a Kazakh limit', 'Ол келісті', ['Ол келісті, бірақ қол қойған жоқ.'], ['бірақ']],
    [
      'a negation at the far end of it',
      'The minister did […] support it',
      ['The minister did, after long talks with the parties and the army, not support it.'],
      ['not'],
    ],
  ])('%s is told', (_, quote, text, dropped) => {
    expect(find(quote, text).dropped[0]?.split(' ')[0]).toBe(dropped[0]!.split(' ')[0])
  })

  test('is told without the quotation marks of the text, whose form is lost', () => {
    const told = (text: string) => find('the calendar stays', [text]).dropped
    expect(told('Officials: «the calendar stays» but not "for ever".')).toEqual(['but not for'])
    expect(told("\"The calendar stays,\" not 'changes', said Orlov's aide.")).toEqual(['not changes, said'])
    expect(told("The calendar stays, but Orlov's aide left.")).toEqual(["but Orlov's aide"])
  })

  test.each([
    ['a whole sentence', 'Trade is open.', ['Trade is open. Not all agree.']],
    ['a clause that turns nothing', 'Trade is open', ['Trade is open, the mayor said.']],
  ])('%s is none', (_, quote, text) => {
    expect(find(quote, text).dropped).toEqual([])
  })
})

test('any run of words of a text is found in it, and a run with one more word is not', () => {
  const words = english.join(' ').split(' ')
  fc.assert(
    fc.property(fc.nat(words.length - 6), fc.integer({ min: 3, max: 5 }), (from, length) => {
      const run = words.slice(from, from + length)
      const longer = [...run.slice(0, 2), 'xylophone', ...run.slice(2)].join(' ')
      return find(run.join(' ')).result !== 'not-found' && find(longer).result === 'not-found'
    }),
  )
})
