// Every kind of source in every style that ships, in every language: the first citation and the entry, as a table to be read.
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Source, source } from '../../src/corpus/source.ts'
import { takeLocator } from '../../src/document/markdown/locator.ts'
import { textOf } from '../../src/document/resolve/csl/marks.ts'
import { render } from '../../src/document/resolve/csl/render.ts'
import { styles } from '../../src/document/resolve/csl/style.ts'
import { worksOf } from '../../src/document/resolve/prepare.ts'
import { styleOf } from './pack.ts'

const records = parse(readFileSync('test/resolve/kinds-of-sources.yaml', 'utf8')) as Record<string, object>
const sources = new Map<string, Source & { id: string }>(
  Object.entries(records).map(([id, record]) => [id, { ...source.parse(record), id }]),
)
const languages = ['en-GB', 'de', 'fr', 'es', 'ru', 'kk']

test.each(languages)('%s', async (language) => {
  const lines: string[] = []
  for (const name of Object.keys(styles)) {
    const style = await styleOf(name, language)
    const works = worksOf({ cited: [...sources.keys()], uncited: [] }, {
      sources,
      transliteration: 'original',
      style,
      language,
    } as never)
    const groups = [...sources.keys()].map((id, at) => ({
      items: [{ id, locator: '14', label: 'page' }],
      narrative: false,
      note: at + 1,
    }))
    const rendered = render({ style, works, ownTerms: false, groups, uncited: [] } as never)
    const entries = new Map(rendered.bibliography.entries.map(({ id, text }) => [id, textOf(text)]))
    lines.push(`## ${name}`, '')
    for (const [at, id] of [...sources.keys()].entries())
      lines.push(`- ${id}`, `  - ${textOf(rendered.groups[at]!.text)}`, `  - ${entries.get(id) ?? '–'}`)
    lines.push('')
  }
  const english =
    /\b(?:n\.d|edited|edition|from|by|to|at|in|and|retrieved|accessed|available|vol|pp|interview|personal|data|version|spring)\b/i
  if (language === 'ru' || language === 'kk')
    expect(lines.filter((line) => line.startsWith('  - ') && english.test(line))).toEqual([])
  const path = `test/resolve/languages/${language}.md`
  const found = `# ${language}\n\n${lines.join('\n')}`
  if (process.env.ACCEPT && !process.env.CI) writeFileSync(path, found)
  else expect(found).toBe(readFileSync(path, 'utf8'))
})

// What is written behind the key; what a note style, an author-date style and that of codes print of it.
const places: readonly (readonly [string, string, string, string, string])[] = [
  ['en-GB', 'pp. iv-vii', 'iv–vii', 'pp. iv–vii', 'pp. iv–vii'],
  ['en-GB', '101–108', '101–8', 'pp. 101–108', 'pp. 101–108'],
  ['en-GB', 'pp. 321-28', '321–28', 'pp. 321–328', 'pp. 321–28'],
  ['en-GB', 'pp. 12–15, 20', '12–15, 20', 'pp. 12–15, 20', 'pp. 12–15, 20'],
  ['en-GB', 'pp. 1,200–1,205', '1,200–1,205', 'pp. 1,200–1,205', 'pp. 1,200–1,205'],
  ['en-GB', 'pp. 5,6–7', '5, 6–7', 'pp. 5, 6–7', 'pp. 5, 6–7'],
  ['en-GB', 'pp. 3.10-3.12', '3.10–3.12', 'pp. 3.10–3.12', 'pp. 3.10–3.12'],
  ['en-GB', 'p. A-12-A-15', 'A-12-A-15', 'pp. A-12-A-15', 'pp. A-12-A-15'],
  ['en-GB', 'p. A-12', 'A-12', 'p. A-12', 'p. A-12'],
  ['en-GB', 'p. 3-1-3-5', '3-1-3-5', 'pp. 3-1-3-5', 'pp. 3-1-3-5'],
  ['en-GB', 'p. 3-1–3-5', '3-1–3-5', 'pp. 3-1–3-5', 'pp. 3-1–3-5'],
  ['en-GB', 'p. 12a-12c', '12a–12c', 'pp. 12a–12c', 'pp. 12a–12c'],
  ['en-GB', 'p. B12-B15', 'B12–B15', 'pp. B12–B15', 'pp. B12–B15'],
  ['en-GB', 'p. B12-14', 'B12–14', 'pp. B12–14', 'pp. B12–14'],
  ['en-GB', 'p. e1234-e1240', 'e1234–e1240', 'pp. e1234–e1240', 'pp. e1234–e1240'],
  ['en-GB', 'fol. 12r-13v', 'fols 12r–13v', 'Folios 12r–13v', 'fols 12r–13v'],
  ['en-GB', 'sec. 3-1', 'sect. 3-1', 'Section 3-1', 'sect. 3-1'],
  ['en-GB', 'ss 5-7', 'sects 5–7', 'Sections 5–7', 'sects 5–7'],
  ['en-GB', 'v. 3:16-18', '3:16–18', '3:16–18', 'vv. 3:16–18'],
  ['en-GB', 'art. 3(2)(a)', 'art. 3(2)(a)', 'Article 3(2)(a)', 'art. 3(2)(a)'],
  ['en-GB', '00:12:30-00:14:00', 'at 00:12:30–00:14:00', '00:12:30–00:14:00', '00:12:30–00:14:00'],
  ['en-GB', '2020-05', '2020-05', 'p. 2020-05', 'p. 2020-05'],
  ['de', '§ 3', '§ 3', '§ 3', '§ 3'],
  ['de', '§§ 3-5', '§§ 3–5', '§§ 3–5', '§§ 3–5'],
  ['de', 'Rn. 12-14', 'Rn. 12–14', 'Rn. 12–14', 'Rn. 12–14'],
  ['de', 'S. A-12-A-15', 'A-12-A-15', 'S. A-12-A-15', 'S. A-12-A-15'],
  ['fr', 'al. 2', 'al. 2', 'al. 2', 'al. 2'],
  ['ru', 'с. 12–14', '12–14', 'с. 12–14', 'с. 12–14'],
  ['ru', 'п. 3.2', 'п. 3.2', 'п. 3.2', 'п. 3.2'],
  ['kk', '12-14-б.', '12–14', 'б. 12–14', 'б. 12–14'],
  ['kk', '5-бап', 'бап 5', 'бап 5', 'бап 5'],
]

test.each([...new Set(places.map(([language]) => language))])('places in works, %s', async (language) => {
  const id = [...sources.values()].find(({ type, URL }) => type === 'book' && !URL)!.id
  const own = places.filter(([it]) => it === language)
  const groups = own.map(([, written], at) => {
    const { locator, rest } = takeLocator(written, language)!
    expect(rest).toBe('')
    const { value, label, word } = locator!
    return { items: [{ id, locator: value, label, word }], narrative: false, note: at + 1 }
  })
  for (const [at, name] of (['chicago-notes', 'apa', 'source-codes'] as const).entries()) {
    const style = await styleOf(name, language)
    const works = worksOf({ cited: [id], uncited: [] }, {
      sources,
      transliteration: 'original',
      style,
      language,
    } as never)
    const rendered = render({ style, works, ownTerms: false, groups, uncited: [] } as never)
    for (const [row, [, , ...printed]] of own.entries()) {
      const text = textOf(rendered.groups[row]!.text).replaceAll('\u00a0', ' ')
      const end = { 'chicago-notes': '.', apa: ')', 'source-codes': ']' }[name]
      expect(text.slice(-printed[at]!.length - 2)).toBe(` ${printed[at]}${end}`)
    }
  }
})
