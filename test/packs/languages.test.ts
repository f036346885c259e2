// A pack in another language has no English word of ours: every section that ships, over prose in letters that nobody reads.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { build, check } from '../../src/build.ts'
import { localeOf } from '../../src/core/locale/locale.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost, withoutFonts } from '../helpers/memory-host.ts'

const templates = [...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const)
const sections = templates.flatMap(([path]) => /^templates\/([a-z-]+)\.md\.hbs$/.exec(path)?.[1] ?? [])
/** Sections that tell the same records twice are in different packs. */
const packs = {
  brief: ['brief'],
  short:
    'key-findings sources-at-a-glance status-of-measures threats-by-period who-is-who disagreements-in-short questions-in-short timeline how-far-to-trust bibliography policy-evolution'.split(
      ' ',
    ),
  long: [] as string[],
}
packs.long = sections.filter((it) => !packs.short.includes(it) && !packs.brief.includes(it))

/** What machines read, though it looks like prose; and prose, though it looks like an id. */
const plain = new Set('id lineage likelihood quote sha256 URL grade scale'.split(' '))
const prose = new Set('title rank role label area vector target purpose form'.split(' '))
const letters = 'აბგდევზთიკლმნოპჟრსტუფქღყშჩ'
/** The marks that a language sets in its own way are left out, so that those on a page are ours. */
const foreign = (text: string) =>
  text
    .replace(/[:;?!](?=\s|$)/g, ',')
    .replace(/[“”„«»"]/g, '')
    .replace(/\{term\}|[A-Za-z]/g, (it) => (it === '{term}' ? it : letters[it.toLowerCase().charCodeAt(0) - 97]!))

function translated(value: unknown, key = ''): unknown {
  if (plain.has(key)) return value
  if (typeof value === 'string')
    return /^[a-z\d]+(?:-[a-z\d]+)*$/.test(value) && !prose.has(key)
      ? value
      : /^[\d./-]*$/.test(value)
        ? value
        : foreign(value)
  if (Array.isArray(value)) return value.map((it) => translated(it, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [
      name,
      translated(it, key === 'basis' && typeof it === 'string' ? 'id' : name),
    ]),
  )
}

const corpus = [...readFiles('assets/sample')]
  .filter(([path]) => path.endsWith('.yaml') && !path.includes('/packs/'))
  .map(([path, text]) => [path, stringify(translated(parse(text)))] as const)
const common = translated(parse(readFileSync('assets/sample/corpus/packs/common.yaml', 'utf8'))) as object

const packOf = (language: string, style: string, own: readonly string[]) =>
  stringify({
    ...common,
    subtitle: foreign('brief'),
    description: foreign('sample'),
    language,
    style,
    keywords: undefined,
    sections: own,
  })

/** The words that a language can print: those of its catalogue, with those in its sentences, and those of its CSL locale. */
function wordsOf(language: string, region: string): Set<string> {
  const texts: string[] = [
    readFileSync(`assets/locales/locales-${language}-${region}.xml`, 'utf8').replace(/<[^>]*>/g, ' '),
  ]
  const walk = (value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    else if (typeof value === 'function')
      texts.push(
        ...[...String(value).matchAll(/[`'"]([^`'"]*)[`'"]/g)].map(([, words]) => words!.replace(/\$\{[^}]*\}/g, ' ')),
      )
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(localeOf(language))
  return new Set(texts.flatMap(wordsIn))
}
const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []

/** What a reader of the page sees or hears. */
function shown(html: string): string {
  const heard = [...html.matchAll(/\b(?:alt|title|aria-label)="([^"]*)"/g)].map(([, words]) => words!)
  const seen = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<code>[^<]*<\/code>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
  return [seen, ...heard]
    .join('\n')
    .replace(/&\w+;/g, ' ')
    .replace(/https?:\S+/g, ' ')
}

const english = wordsOf('en', 'GB')
/** Names and codes that are the same everywhere, and a word of the sample that looks like an id. */
const codes = new Set(['sha', 'icd', 'phia', 'en', 'gb', 'reporters'])

/** What a language would set otherwise, with what stands around it. */
const misset: Readonly<Record<string, RegExp>> = {
  fr: /.{0,20}(?:[^\s\u202f][:;?!»](?=\s|$)|[ \u00a0][:;?!»]|«(?!\u202f)|[“”„]).{0,9}/gu,
  de: /.{0,20}[«»”].{0,9}/gu,
  es: /.{0,20}[“”„].{0,9}/gu,
  ru: /.{0,20}(?:[“”„]|[ა-ჿ] – ).{0,9}/gu,
  kk: /.{0,20}(?:[“”„]|[ა-ჿ] – ).{0,9}/gu,
}

test.each([
  ['ru', 'RU', 'apa'],
  ['kk', 'KZ', 'chicago-notes'],
  ['de', 'DE', 'ieee'],
  ['fr', 'FR', 'chicago-author-date'],
  ['es', 'ES', 'mla'],
])('in %s', async (language, region, style) => {
  const files = new Map([
    ...templates,
    ...corpus,
    ...Object.entries(packs).map(
      ([name, own]) =>
        [`corpus/packs/${name}.yaml`, packOf(language, name === 'long' ? 'source-codes' : style, own)] as const,
    ),
  ])
  const host = memoryHost(files)
  // A draft, for the passages cannot be held against texts that are not there.
  const { findings } = await build(host, { formats: ['html'], draft: true, cache: withoutFonts })
  expect(
    findings
      .filter(({ fatal, ruleId }) => fatal && ruleId !== 'lock-is-current')
      .map(({ file, line, reason }) => `${file}:${line} ${reason}`),
  ).toEqual([])
  const own = wordsOf(language, region)
  for (const name of Object.keys(packs)) {
    const html = new TextDecoder().decode(host.written.get(`out/${name}.draft.html`))
    const words = [...new Set(wordsIn(shown(html)))]
    expect(words.length, name).toBeGreaterThan(100)
    expect
      .soft(
        shown(html.replace(/<\/?(?:a|em|strong|span|sup|i|b|bdi|cite|q)\b[^>]*>/g, '')).match(misset[language]!),
        name,
      )
      .toBeNull()
    expect(
      words.filter((it) => english.has(it) && !own.has(it) && !codes.has(it)),
      name,
    ).toEqual([])
    if (language === 'ru' || language === 'kk')
      expect(
        words.filter((it) => /^[a-z]+$/.test(it) && !codes.has(it)),
        name,
      ).toEqual([])
  }
})

test('the sample has no finding with every section', async () => {
  const files = new Map([
    ...templates,
    ...readFiles('assets/sample'),
    ...Object.entries(packs).map(
      ([name, own]) =>
        [`corpus/packs/${name}.yaml`, stringify({ extends: 'common', description: 'D', sections: own })] as const,
    ),
  ])
  expect((await check(memoryHost(files), { cache: withoutFonts })).findings.map(String)).toEqual([])
})

test('a pack has words of its own for those of the sections that ship', async () => {
  const pack = (words: object) =>
    stringify({ extends: 'common', description: 'D', words, formats: ['md'], sections: ['threats-by-period'] })
  const files = [...templates, ...readFiles('assets/sample')].filter(([path]) => !path.includes('/packs/port-'))
  const host = memoryHost(
    new Map([...files, ['corpus/packs/own.yaml', pack({ Risks: 'What could go wrong', Risk: 'X' })]]),
  )
  const { findings } = await build(host, { draft: true, packs: ['own'], cache: withoutFonts })
  expect(findings.map(({ line, reason, note }) => `${line}: ${reason}; ${note}`)).toEqual([
    '5: no template says “Risk”; did you mean “Risks”?',
  ])
  expect(new TextDecoder().decode(host.written.get('out/own.draft.md'))).toContain('# What could go wrong')
})
