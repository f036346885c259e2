// The sample in each language: what the tool and the shipped sections print has no English in it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { build } from '../../src/build.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const stopWords =
  'the of and is are was were in to an what who when where why how not no none with by from for that which this it its as at on or be been has have had we they there their likely unlikely chance certain low moderate high see source sources text date'.split(
    ' ',
  )

function files(): Map<string, string> {
  const all = new Map<string, string>()
  const take = (folder: string, as: string) => {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) {
        const path = join(entry.parentPath, entry.name)
        all.set(`${as}${path.slice(folder.length)}`, readFileSync(path, 'utf8'))
      }
  }
  take('assets/sample', '.')
  take('templates', 'templates')
  return new Map([...all].map(([path, text]) => [path.replace(/^\.\//, ''), text]))
}

/** Every text of the records and sources, the longest first. */
function corpusTexts(all: ReadonlyMap<string, string>): string[] {
  const found: string[] = []
  const walk = (it: unknown): void => {
    if (typeof it === 'string') found.push(...it.split('{term}'))
    else if (typeof it === 'object' && it !== null) Object.values(it).forEach(walk)
  }
  for (const [path, text] of all) if (path.endsWith('.yaml')) for (const it of parseAllDocuments(text)) walk(it.toJS())
  const texts = found.map(plain).filter((it) => it.length > 3)
  return [...new Set(texts)].sort((a, b) => b.length - a.length)
}

const plain = (text: string) =>
  text
    .replace(/[\s.;:,!?„“”"«»‘’'*\\]+/g, ' ')
    .trim()
    .toLowerCase()

test.each(['ru', 'kk', 'fr', 'de', 'es'])('in %s', async (language) => {
  const all = files()
  const common = 'corpus/packs/common.yaml'
  all.set(common, all.get(common)!.replace(/^(style: .*)$/m, `$1\nlanguage: ${language}`))
  const host = memoryHost(all)
  const { findings } = await build(host, { formats: ['md'] })
  expect(findings.map(String)).toEqual([])
  const texts = corpusTexts(all)
  for (const [path, bytes] of host.written) {
    if (!path.endsWith('.md')) continue
    const printed = new TextDecoder()
      .decode(bytes)
      .replace(/^---\n.*?\n---\n/s, '')
      .replace(/<[^>]*>|\]\([^)]*\)|\\\[\[|[[\]]/g, ' ')
    let rest = ` ${plain(printed)} `
    for (const text of texts) rest = rest.split(` ${text} `).join(' ⋯ ').replaceAll(' ⋯ ', ' ⋯  ')
    const found = rest.split(/[^\p{L}]+/u).filter((word) => stopWords.includes(word))
    // Words that are of the language too.
    const own = {
      fr: ['on', 'source', 'sources', 'date', 'or', 'chances', 'chance', 'certain'],
      es: ['no', 'a', 'date'],
      de: ['in', 'text', 'an', 'was', 'not', 'chance'],
    }
    expect(
      found.filter((word) => !(own as Record<string, string[]>)[language]?.includes(word)),
      `${path}: ${rest}`,
    ).toEqual([])
  }
})
