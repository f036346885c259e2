import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import type { Document, Inline, Node } from '../../src/core/tree.ts'
import { walk } from '../../src/core/walk.ts'
import { print } from '../../src/document/markdown/print.ts'
import { read } from '../../src/document/markdown/read.ts'
import { resolveForPandoc } from '../../src/document/resolve/pandoc.ts'
import { toMarkdown, writeMarkdown } from '../../src/write/markdown.ts'
import { writePandoc } from '../../src/write/pandoc.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { arbitraryDocument, tally, wordsIn, wordsOf } from '../helpers/arbitrary-tree.ts'
import { readerTest } from '../helpers/readers.ts'
import { sampleDocument } from '../helpers/sample-document.ts'
import { inputOf, resolved } from '../resolve/pack.ts'

const context = { theme: defaultTheme, asset: async () => new Uint8Array(), stats: {}, attachments: [] }
const sample = readFileSync('test/resolve/sample.md', 'utf8')

/** The Markdown after the metadata. */
const bodyOf = (markdown: string) => markdown.replace(/^---\n[\s\S]*?\n---\n\n?/, '')
const runs = Number(process.env.PROPERTY_RUNS ?? 30)

/** What is written with care, and its Markdown. */
const plainTexts = [
  ['C:\\Документы\\x', 'C:\\\\Документы\\\\x'],
  ['C:\\ x', 'C:\\\\ x'],
  ['C:\\Users\\1', 'C:\\\\Users\\\\1'],
  ['https://x.org/?a=1&b=2&copy=3', 'https://x.org/?a=1&b=2&copy=3'],
  ['AT&T; R&D, &amp; &#38; &#x26;', 'AT\\&T; R&D, \\&amp; \\&#38; \\&#x26;'],
] as const

describe('the Markdown of a document', () => {
  test('figures stand beside it, as it names them', async () => {
    const files = await writeMarkdown(sampleDocument(), context)
    const [name, ...figures] = [...files.keys()]
    const text = new TextDecoder().decode(files.get(name!))
    expect(figures.length).toBeGreaterThan(0)
    for (const figure of figures) expect(text).toContain(`](${figure})`)
  })

  test('formatted twice is formatted once', () => {
    const once = bodyOf(toMarkdown(sampleDocument(), 'x.figures').markdown)
    expect(print(read(once).tree)).toBe(once)
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const markdown = bodyOf(toMarkdown(document, 'x.figures').markdown)
        expect(print(read(markdown).tree)).toBe(markdown)
      }),
      { numRuns: runs, seed: 1 },
    )
  })

  test.each([
    ['github', /<a id="([^"]+)" name="\1"><\/a>/g],
    ['myst', /<span id="([^"]+)"><\/span>/g],
  ] as const)('for %s every link inside the document has its target, and no attribute shows', (reader, target) => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const markdown = bodyOf(toMarkdown(document, 'x.figures', reader).markdown)
        const ids = new Set([...markdown.matchAll(target)].map(([, id]) => id))
        const known = new Set([...walk<Node>(document.body)].flatMap(({ data }) => data?.id ?? []))
        for (const [, id = ''] of markdown.matchAll(/\]\(#([^)]+)\)/g)) if (known.has(id)) expect(ids).toContain(id)
        expect(markdown).not.toMatch(/(?<!\\)\{[#.]|\]\{/)
      }),
      { numRuns: runs, seed: 1 },
    )
  })

  test('on GitHub what is raised, lowered or in another language is HTML, and the metadata are plain', () => {
    const { meta } = sampleDocument()
    const text = (value: string) => ({ type: 'text' as const, value })
    const children: Document['body']['children'] = [
      {
        type: 'paragraph',
        children: [
          text('CO'),
          { type: 'subscript', children: [text('2')] },
          text(', m'),
          { type: 'superscript', children: [text('2')] },
          text(', '),
          { type: 'span', data: { lang: 'ru' }, children: [text('порт')] },
        ],
      },
    ]
    const document: Document = { meta: { ...meta, authors: ['A. Analyst'] }, body: { type: 'root', children } }
    const { markdown } = toMarkdown(document, 'x', 'github')
    expect(markdown).toContain('CO<sub>2</sub>, m<sup>2</sup>, <span lang="ru">порт</span>\n')
    expect(markdown).toContain('author: ["A. Analyst"]\n')
    expect(toMarkdown(document, 'x', 'myst').markdown).toContain('authors: ["A. Analyst"]\naffiliations: [')
    expect(toMarkdown(document, 'x').markdown).toContain('CO~2~, m^2^, [порт]{lang=ru}\n')
  })

  test.each(plainTexts)('%s is printed so that GitHub and pandoc read it as it is', (value, printed) => {
    expect(bodyOf(toMarkdown(paragraphOf({ type: 'text', value }), 'x').markdown)).toBe(`${printed}\n`)
  })

  test('a hard break stays in emphasis, and beside it at its edge', () => {
    const text = (value: string) => ({ type: 'text' as const, value })
    const line = { type: 'break' as const }
    const strong = { type: 'strong' as const, children: [text('b'), line, text('- c')] }
    const emphasis = { type: 'emphasis' as const, children: [line, text('a '), line, strong, line] }
    const { markdown } = toMarkdown(paragraphOf(text('x '), emphasis, text(' y')), 'x')
    expect(bodyOf(markdown)).toBe('x\\\n*a\\\n__b\\\n\\- c__*\\\ny\n')
  })

  test('no word is lost', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const { markdown } = toMarkdown(document, 'x.figures')
        const printed = new Map(tally(wordsIn(textOf(read(bodyOf(markdown)).tree))))
        for (const [word, count] of tally(wordsOf(document.body))) {
          expect(printed.get(word) ?? 0, word).toBeGreaterThanOrEqual(count)
        }
      }),
      { numRuns: runs, seed: 2 },
    )
  })
})

function paragraphOf(...children: Inline[]): Document {
  const meta = { ...sampleDocument().meta, cover: false as const }
  return { meta, body: { type: 'root', children: [{ type: 'paragraph', children }] } }
}

function textOf(node: object): string {
  const { value, alt, children = [] } = node as { value?: string; alt?: string; children?: object[] }
  return [value ?? alt ?? '', ...children.map(textOf)].join(' ')
}

describe('beside pandoc', () => {
  readerTest('pandoc', 'reads the same headings, words, notes and links', async () => {
    for (const document of [sampleDocument(), await documentOf(sample)]) {
      const { markdown } = toMarkdown(document, 'x.figures')
      const native = pandoc(['-f', 'markdown-smart', '-t', 'json'], markdown)
      const printed = new Set(wordsIn(stringsIn(JSON.parse(native)).join(' ')))
      for (const word of wordsOf(document.body)) expect(printed.has(word), word).toBe(true)
      const count = (type: string) => native.split(`"t":"${type}"`).length - 1
      expect(count('Header')).toBe(document.body.children.filter(({ type }) => type === 'heading').length)
      expect(count('Note')).toBe(JSON.stringify(document.body).split('"footnoteReference"').length - 1)
      for (const id of [...markdown.matchAll(/\]\(#([\w-]+)\)/g)].map(([, found]) => found)) {
        expect(native, id).toContain(`["${id}",`)
      }
      expect(native).not.toMatch(/"t":"(?:RawInline|RawBlock|Math|Cite)"/)
    }
  })

  readerTest('pandoc', 'reads plain words as they are, and those of the metadata', async () => {
    const strange = 'A *star* of_the_sea: #1 "q" С:\\Документы $5 <b> & @k [x] ^2^ ~t~ `c` &copy;'
    for (const value of [strange, ...plainTexts.map(([text]) => text)]) {
      const { meta, body } = paragraphOf({ type: 'text', value })
      const { markdown } = toMarkdown({ meta: { ...meta, title: value }, body }, 'x')
      const plain = pandoc(['-f', 'markdown-smart', '-t', 'plain', '--wrap=none', '--standalone'], markdown)
      expect(plain.split(value).length - 1, value).toBe(2)
    }
  })

  readerTest('pandoc', 'builds the draft for pandoc without a warning', async () => {
    const log = new Log()
    const input = await inputOf(sample, log, { alsoConsulted: ['old-map', 'water-board'] })
    const { body, works, uncited } = resolveForPandoc(input, log)
    expect(log.findings).toEqual([])
    const { meta } = sampleDocument()
    const files = writePandoc({ meta: { ...meta, name: 'pack' }, body, works, uncited, style: input.style.xml })
    expect([...files.keys()]).toEqual(['pack.pandoc.md', 'pack.csl.json', 'pack.csl', 'pack.figures/timeline.svg'])
    const folder = mkdtempSync(join(tmpdir(), 'briefpack-'))
    try {
      for (const [path, bytes] of files) writeFileSync(join(folder, path.replace('/', '-')), bytes)
      const flags = ['-f', 'markdown-smart', '--citeproc', '--standalone', '--wrap=none', '-t', 'html']
      const { stdout, stderr } = spawnSync('pandoc', [...flags, 'pack.pandoc.md'], { cwd: folder, encoding: 'utf8' })
      // Chicago lists no document that says nowhere how to get it, which newer versions tell.
      expect(stderr.replace(/^.*Bibliography entry with no printed form: old-map\n/, '')).toBe('')
      const text = stdout.replace(/<[^>]*>/g, '')
      expect(text).toContain('Ada B. Marsh, ‘The Selm in Flood')
      expect(text).toMatch(/Selm Press\. ‘?Dyke Gives Way/)
      expect(stdout).toContain('id="refs"')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

async function documentOf(markdown: string): Promise<Document> {
  const { body } = await resolved(markdown)
  return { meta: sampleDocument().meta, body }
}

const pandoc = (flags: readonly string[], input: string) =>
  execFileSync('pandoc', flags, { input, maxBuffer: 1e8 }).toString()

/** Every word and code of pandoc's tree. */
function stringsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(stringsIn)
  if (typeof node !== 'object' || node === null) return []
  const { t, c } = node as { t?: string; c?: unknown }
  if (t === 'Str') return [String(c)]
  if (t === 'Code' || t === 'CodeBlock') return [String((c as unknown[])[1])]
  return Object.values(node).flatMap(stringsIn)
}
