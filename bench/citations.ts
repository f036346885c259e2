// Citing beside pandoc --citeproc, in one run: Markdown with ten citations a work to a resolved document, four styles, user
// CPU seconds and their ratio; then how time grows from a tenth of the works; then reading and printing. Run it
// with `npm run bench -- citations [works]`. Pandoc's column stays empty where it is not installed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Host } from '../src/core/host.ts'
import { Log } from '../src/core/log.ts'
import type { Source } from '../src/corpus/source.ts'
import { parse } from '../src/document/markdown/parse.ts'
import { print } from '../src/document/markdown/print.ts'
import { read } from '../src/document/markdown/read.ts'
import { cslItem } from '../src/document/resolve/csl/item.ts'
import { loadStyle, styles } from '../src/document/resolve/csl/style.ts'
import { resolve } from '../src/document/resolve/resolve.ts'

const works = Number(process.argv[2] ?? 1000)
const folder = mkdtempSync(join(tmpdir(), 'briefpack-bench-'))
const host: Host = {
  list: async () => [],
  read: async () => undefined,
  write: async () => {},
  asset: async (path) => new Uint8Array(readFileSync(`assets/${path}`)),
}

try {
  console.log(`${works} works, ${works * 10} citations; user CPU seconds`)
  for (const name of ['nature', 'ieee', 'chicago-author-date', 'chicago-notes'] as const) {
    const small = await ours(name, Math.ceil(works / 10))
    const large = await ours(name, works)
    const theirs = pandoc(name, works)
    const ratio = theirs === undefined ? '' : `, pandoc ${theirs.toFixed(2)}, ratio ${(large / theirs).toFixed(2)}`
    console.log(`${name}: ${large.toFixed(2)}${ratio}; ×10 works: ×${(large / small).toFixed(1)} time`)
  }
  const markdown = sectionsOf(works).join('\n\n')
  const megabytes = markdown.length / 1e6
  const { tree } = read(markdown)
  const rate = (run: () => unknown) => (megabytes / seconds(run)).toFixed(1)
  console.log(
    `reading ${rate(() => read(markdown))} MB/s, by sections ${rate(() => sectionsOf(works).map((piece) => read(piece)))} MB/s`,
  )
  console.log(`printing ${rate(() => print(tree))} MB/s`)
} finally {
  rmSync(folder, { recursive: true })
}

/** From Markdown to a resolved document, style and locales read before. */
async function ours(name: string, count: number): Promise<number> {
  const log = new Log()
  const style = await loadStyle(host, name, 'en-US', log, { file: 'bench' })
  if (!style) throw new Error(name)
  const sources = sourcesOf(count)
  const texts = sectionsOf(count)
  const time = seconds(() => {
    const sections = texts.map((markdown, index) =>
      parse(
        { name: `s${index}`, markdown, place: () => ({ file: 'bench' }), record: () => undefined },
        log,
        read(markdown),
      ),
    )
    resolve(
      {
        sections,
        sources,
        language: 'en-US',
        style,
        transliteration: 'both',
        alsoConsulted: [],
        drawFigure: (figure) => ({ problems: [{ reason: figure }] }),
        images: new Map(),
      },
      log,
    )
  })
  if (log.failed) throw new Error(log.findings.slice(0, 3).map(String).join('\n'))
  return time
}

function pandoc(name: keyof typeof styles, count: number): number | undefined {
  const [text, library] = [join(folder, 'text.md'), join(folder, 'library.json')]
  writeFileSync(text, sectionsOf(count).join('\n\n').replace('![](list:bibliography)', ''))
  writeFileSync(
    library,
    JSON.stringify(
      [...sourcesOf(count).values()].map((source) => cslItem(source, { policy: 'both', language: 'en-GB' })),
    ),
  )
  const command = `TIMEFORMAT=%U; time pandoc -f markdown-smart --citeproc --csl assets/styles/${styles[name]}.csl --bibliography ${library} -t json -o ${join(folder, 'out.json')} ${text}`
  const { stderr, status } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
  return status === 0 ? Number(stderr.trim().split('\n').at(-1)) : undefined
}

function seconds(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  return process.cpuUsage(before).user / 1e6
}

function sourcesOf(count: number): Map<string, Source> {
  const families = ['Marsh', 'Petrov', 'Akhmetov', 'Olsen', 'Li', 'Okafor', 'Silva', 'Novak']
  const sources = Array.from({ length: count }, (_, index) => {
    const authors = Array.from({ length: 1 + (index % 3) }, (_, at) => ({
      family: `${families[(index * 7 + at) % 8]}${(index * 31) % Math.ceil(Math.sqrt(count) * 2)}`,
      given: ['Ada', 'Pyotr', 'Bo'][(index + at) % 3],
    }))
    return {
      id: `work-${index}`,
      type: ['article-journal', 'book', 'report', 'article-newspaper'][index % 4],
      title: `On the floods and dykes of the lower river, part ${index}`,
      author: authors,
      'container-title': `Journal ${index % 50}`,
      volume: String(index % 40),
      page: `${index % 80}-${(index % 80) + 12}`,
      publisher: 'Press',
      issued: `${1995 + (index % 15)}-0${1 + (index % 9)}`,
      language: 'en',
      held: true,
    } as unknown as Source
  })
  return new Map(sources.map((source) => [source.id, source]))
}

/** A section a work, each with ten citations of which every third has a locator. */
function sectionsOf(count: number): string[] {
  const sections = Array.from({ length: count }, (_, index) => {
    const sentences = Array.from({ length: 10 }, (_, at) => {
      const key = `@work-${(index * 17 + at * at * 29) % count}`
      return `The river rose for *days* before the dyke gave way [${key}${at % 3 === 0 ? `, p. ${1 + ((index + at) % 90)}` : ''}].`
    })
    return `# Section ${index}\n\n${sentences.join(' ')}`
  })
  return [...sections, '# Works\n\n![](list:bibliography)']
}
