// Every kind of source in every style that ships, in every language: the first citation and the entry, as a table to be read.
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Source, source } from '../../src/corpus/source.ts'
import { textOf } from '../../src/resolve/csl/marks.ts'
import { render } from '../../src/resolve/csl/render.ts'
import { styles } from '../../src/resolve/csl/style.ts'
import { worksOf } from '../../src/resolve/prepare.ts'
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
    /\b(?:n\.d|edited|edition|from|by|to|at|in|and|retrieved|accessed|available|vol|pp|interview|personal|data|version)\b/i
  if (language === 'ru' || language === 'kk')
    expect(lines.filter((line) => line.startsWith('  - ') && english.test(line))).toEqual([])
  const path = `test/resolve/languages/${language}.md`
  const found = `# ${language}\n\n${lines.join('\n')}`
  if (process.env.ACCEPT && !process.env.CI) writeFileSync(path, found)
  else expect(found).toBe(readFileSync(path, 'utf8'))
})
