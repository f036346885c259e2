/** A small corpus, and the whole way from Markdown to a plain tree, for the tests of `resolve`. */
import { readFileSync } from 'node:fs'
import { encode, type Host } from '../../src/core/host.ts'
import { Log } from '../../src/core/log.ts'
import type { Section } from '../../src/core/tree.ts'
import { type Source, source } from '../../src/corpus/source.ts'
import { parse } from '../../src/document/markdown/parse.ts'
import { read } from '../../src/document/markdown/read.ts'
import { loadStyle, type Style } from '../../src/document/resolve/csl/style.ts'
import type { Resolved } from '../../src/document/resolve/passes.ts'
import type { ResolveInput } from '../../src/document/resolve/prepare.ts'
import { resolve } from '../../src/document/resolve/resolve.ts'

const records: Readonly<Record<string, object>> = {
  'marsh-2005': {
    type: 'article-magazine',
    title: 'The Selm in flood: what the gauges say',
    author: [{ family: 'Marsh', given: 'Ada B.' }],
    'container-title': 'River Quarterly',
    volume: '12',
    issue: '3',
    page: '4-19',
    issued: '2005-06-23',
    URL: 'https://example.org/selm?a=1&b=2',
  },
  'marsh-2005-dykes': {
    type: 'article-magazine',
    title: 'Why <i>dykes</i> fail & *other* questions',
    author: [{ family: 'Marsh', given: 'Ada B.' }],
    'container-title': 'River Quarterly',
    issued: '2005-09/2005-10',
    DOI: '10.1000/x"onmouseover="y',
  },
  petrov: {
    type: 'book',
    language: 'ru',
    title: 'Половодье на Сельме',
    author: [{ family: 'Петров', given: 'Пётр' }],
    transliteration: { title: 'Polovod’e na Sel’me', author: [{ family: 'Petrov', given: 'Pyotr' }] },
    translation: { title: 'High water on the Selm' },
    publisher: 'Наука',
    'publisher-place': 'Москва',
    issued: '2003~',
  },
  'water-board': {
    type: 'report',
    title: 'Annual report',
    author: [{ literal: 'Water Board' }],
    issued: '2009',
    URL: 'https://example.org/report',
  },
  wire: {
    type: 'article-newspaper',
    title: 'Dyke gives way',
    'container-title': 'Selm Press',
    issued: '2005-06-17',
    held: false,
  },
  'old-map': { type: 'document', title: 'Map of the lower Selm', issued: '198X' },
}

const sources: ReadonlyMap<string, Source> = new Map(
  Object.entries(records).map(([id, record]) => [id, { ...source.parse(record), id }]),
)

/** Reads the project's own assets, and other files from a map. */
export function hostOf(files: Readonly<Record<string, string>> = {}): Host {
  return {
    list: async () => Object.keys(files),
    read: async (path) => (files[path] === undefined ? undefined : encode(files[path])),
    write: async () => {},
    asset: async (path) => new Uint8Array(readFileSync(`assets/${path}`)),
  }
}

const loaded = new Map<string, Promise<Style>>()

/** A style that ships with the tool, or one of `test/resolve/styles` by its path. */
export function styleOf(name: string, language = 'en-GB'): Promise<Style> {
  const key = `${name} ${language}`
  const known = loaded.get(key)
  if (known) return known
  const made = (async () => {
    const log = new Log()
    const files = name.endsWith('.csl') ? { [name]: readFileSync(name, 'utf8') } : {}
    const style = await loadStyle(hostOf(files), name, language, log, { file: 'pack.yaml' })
    if (!style) throw new Error(log.findings.map(String).join('\n'))
    return style
  })()
  loaded.set(key, made)
  return made
}

function sectionOf(markdown: string, log: Log, name = 'section'): Section {
  const place = (offset: number) => {
    const lines = markdown.slice(0, offset).split('\n')
    return { file: `${name}.md`, start: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 } }
  }
  return parse({ name, markdown, place, record: () => undefined }, log, read(markdown))
}

export interface Options extends Partial<ResolveInput> {
  readonly styleName?: string
}

export async function inputOf(
  markdown: string | readonly string[],
  log: Log,
  options: Options = {},
): Promise<ResolveInput> {
  const { styleName = 'chicago-notes', language = 'en-GB' } = options
  return {
    sections: [markdown].flat().map((text, index) => sectionOf(text, log, `s${index + 1}`)),
    sources,
    language,
    style: await styleOf(styleName, language),
    transliteration: 'both',
    alsoConsulted: [],
    drawFigure: (name) =>
      name === 'timeline'
        ? {
            svg: '<svg/>',
            width: 100,
            height: 50,
            alt: 'A line of years',
            table: { columns: ['Year'], rows: [['2005']] },
          }
        : { problems: [{ reason: `There is no figure “${name}”` }] },
    images: new Map(),
    ...options,
  }
}

export interface Outcome extends Resolved {
  readonly problems: readonly string[]
}

export async function resolved(markdown: string | readonly string[], options: Options = {}): Promise<Outcome> {
  const log = new Log()
  const result = resolve(await inputOf(markdown, log, options), log)
  const problems = log.findings.map(
    (finding) => `${finding.name} ${finding.ruleId}: ${finding.reason}${finding.note ? ` (${finding.note})` : ''}`,
  )
  return { ...result, problems }
}
