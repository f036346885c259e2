// The whole command line on the first corpus and on made-up projects of 5, 100 and 1,000 sources (`--large`: 10,000 too), beside
// the chain of pandoc and typst that gives the same formats: CPU seconds of whole processes, user and system, and ratios. Writes
// its table of bench/README.md. Run it with `npm run bench -- project [sources…] [--large]`, after `make dist`.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Chain, installChain, runChain } from './chain.ts'
import { madeUpProject } from './made-up-project.ts'
import { type Cost, Meter } from './measure.ts'
import { cell, circumstances, writeTable } from './table.ts'

/** A project to measure: one pack, and a file with words that an edit changes. */
interface Subject {
  readonly title: string
  readonly folder: string
  readonly pack: string
  readonly edited: string
  readonly from: string
  readonly to: string
}

interface Targets {
  readonly whole?: number
  readonly format?: number
  readonly pdf?: number
  readonly edit?: number
  readonly check?: number
  readonly checkEdited?: number
  readonly warmCheck?: number
  readonly warmHtml?: number
  readonly warmAll?: number
  readonly memory?: number
  readonly page?: number
}

/** What was measured; seconds where nothing else is said. */
interface Measured {
  readonly pages: number
  readonly check: Cost
  readonly checkEdited: Cost
  readonly build: Cost
  readonly edited: Cost
  readonly unchanged: readonly [build: number, check: number]
  readonly formats: Readonly<Record<string, number>>
  readonly chain: Readonly<Record<string, number>> | undefined
  readonly warm: Readonly<Record<'check' | 'html' | 'all', number>>
}

const program = resolve('dist/cli/main.js')
const root = mkdtempSync(join(tmpdir(), 'briefpack-bench-'))
const meter = new Meter(root)
const words = process.argv.slice(2)
const asked = words.map(Number).filter((size) => size > 0)
const sizes = asked.length > 0 ? asked : [5, 100, 1000, ...(words.includes('--large') ? [10_000] : [])]
const four = 'md,html,docx,pdf'

try {
  const chain = installChain()
  const nothing = meter.median(() => meter.run(root, [process.execPath, '-e', '0'])).seconds
  const measured = [firstCorpus(), ...sizes.map(madeUp)].map((subject) => {
    console.log(subject.title)
    return measure(subject, chain)
  })
  const columns = ['first corpus', ...sizes.map((size) => `${size} sources`)]
  writeTable('project', circumstances(...(chain ? [chain.versions] : [])), columns, rowsOf(measured, nothing))
} finally {
  rmSync(root, { recursive: true })
}

function measure({ folder, pack, edited, from, to }: Subject, chain: Chain | undefined): Measured {
  const ours = (...args: readonly string[]) => meter.run(folder, [process.execPath, program, ...args])
  const check = meter.weigh(folder, [program, 'check', '--no-cache'])
  const build = meter.weigh(folder, [program, 'build', pack, '-f', four, '--no-cache'])
  const pages = pagesOf(join(folder, 'out', `${pack}.pdf`))
  const formats = Object.fromEntries(
    ['md', 'html', 'docx', 'pdf'].map((format) => [format, ours('build', pack, '-f', format, '--no-cache').seconds]),
  )
  ours('build', pack, '-f', 'pandoc', '-o', 'draft', '--no-cache')
  const theirs = chain && runChain(chain, meter, join(folder, 'draft'), pack)
  const again = (...args: readonly string[]) => {
    for (let run = 0; run < 2; run++) ours(...args)
    return meter.median(() => ours(...args)).seconds
  }
  const unchanged = [again('build', pack, '-f', four), again('check')] as const
  const [file, text] = [join(folder, edited), readFileSync(join(folder, edited), 'utf8')]
  if (!text.includes(from)) throw new Error(`${edited} has no “${from}” to edit`)
  writeFileSync(file, text.replace(from, to))
  const costs = { edited: ours('build', pack, '-f', four), checkEdited: ours('check') }
  const warm = warmly({ folder, pack, file, text, from, to })
  return { pages, check, build, formats, chain: theirs, unchanged, ...costs, warm }
}

/** The same in a process that stays, after it ran each command once; every command after another edit. */
function warmly({
  folder,
  pack,
  file,
  text,
  from,
  to,
}: Omit<Subject, 'title' | 'edited'> & Record<'file' | 'text', string>) {
  const edition = (number: number) => [file, text.replace(from, `${to}${','.repeat(number)}`)]
  const commands = [['check'], ['build', pack, '-f', 'html'], ['build', pack, '-f', four]]
  const steps = [0, 1].flatMap((round) => commands.map((command, at) => [command, ...edition(round * 3 + at)]))
  const list = join(root, 'steps.json')
  writeFileSync(list, JSON.stringify(steps))
  const started = [resolve('bench/warm.mjs'), resolve('dist/cli/program.js'), list]
  const { stdout, stderr } = spawnSync(process.execPath, started, { cwd: folder, encoding: 'utf8' })
  if (!stdout) throw new Error(stderr)
  const [check = 0, html = 0, all = 0] = (JSON.parse(stdout) as number[]).slice(3)
  return { check, html, all }
}

function rowsOf(all: readonly Measured[], nothing: number) {
  const row = (
    what: string,
    unit: string,
    value: (it: Measured) => number | undefined,
    target: keyof Targets | number | '' = '',
  ) => ({
    what,
    cells: all.map((it, at) => {
      const limit = typeof target === 'number' ? target : target && targetsOf(it, at)[target]
      return cell(value(it), unit, limit === '' ? undefined : limit)
    }),
  })
  const total = (of: Readonly<Record<string, number>> | undefined) =>
    of && ['html', 'docx', 'md', 'pdf'].reduce((sum, format) => sum + of[format]!, 0)
  const beside = (it: Measured, format: string) => it.chain && it.formats[format]! / it.chain[format]!
  return [
    { what: 'pages of the PDF', cells: all.map(({ pages }) => String(pages)) },
    row('four formats, cold', 's', (it) => it.build.seconds),
    row('the chain: pandoc to HTML, Word, Markdown, and over typst to PDF', 's', (it) => total(it.chain)),
    row('four formats beside the chain', '×', (it) => it.chain && it.build.seconds / total(it.chain)!, 'whole'),
    row('HTML beside pandoc', '×', (it) => beside(it, 'html'), 'format'),
    row('Word beside pandoc', '×', (it) => beside(it, 'docx'), 'format'),
    row('Markdown beside pandoc', '×', (it) => beside(it, 'md')),
    row('PDF beside pandoc and typst', '×', (it) => beside(it, 'pdf'), 'pdf'),
    row('a page of PDF, above Markdown', 'ms', (it) => ((it.formats.pdf! - it.formats.md!) * 1000) / it.pages, 'page'),
    row('`check`, cold', 's', (it) => it.check.seconds, 'check'),
    row('`check`, one record edited', 's', (it) => it.checkEdited.seconds, 'checkEdited'),
    row('`check` in a process that stays, one record edited', 's', (it) => it.warm.check, 'warmCheck'),
    row('four formats, one record edited, beside cold', '×', (it) => it.edited.seconds / it.build.seconds, 'edit'),
    row('HTML in a process that stays, one record edited', 's', (it) => it.warm.html, 'warmHtml'),
    row('four formats in a process that stays, one record edited', 's', (it) => it.warm.all, 'warmAll'),
    row('nothing changed, `build` beside `node -e 0`', '×', (it) => it.unchanged[0] / nothing, 3),
    row('nothing changed, `check` beside `node -e 0`', '×', (it) => it.unchanged[1] / nothing, 3),
    row('most memory of `check`', 'MB', (it) => it.check.megabytes),
    row('most memory of four formats', 'MB', (it) => it.build.megabytes, 'memory'),
  ]
}

/** What should be, of the first corpus and by the number of sources. */
function targetsOf({ pages }: Measured, column: number): Targets {
  const page = pages >= 400 ? { page: 5, pdf: 0.5 } : pages >= 60 ? { pdf: 1 } : {}
  if (column === 0)
    return { ...page, format: 1.5, check: 0.8, checkEdited: 0.5, warmCheck: 0.15, edit: 0.3, warmHtml: 0.3, warmAll: 1 }
  const size = sizes[column - 1]!
  if (size >= 10_000) return { ...page, memory: 2000 }
  if (size >= 1000) return { ...page, whole: 0.6, format: 0.8, edit: 0.2, memory: 500 }
  return { ...page, whole: size >= 100 ? 0.8 : 1 }
}

function firstCorpus(): Subject {
  const folder = join(root, 'first')
  mkdirSync(folder)
  for (const name of ['corpus', 'templates', 'texts'])
    if (existsSync(name)) cpSync(name, join(folder, name), { recursive: true })
  const [edited, from, to] = ['corpus/sources/sieff-2013.yaml', 'Washington analysts', 'Analysts of Washington']
  return { title: 'first corpus', folder, pack: 'kazakhstan-ct', edited, from, to }
}

function madeUp(size: number): Subject {
  const folder = join(root, String(size))
  for (const [path, text] of madeUpProject(size)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  cpSync('templates', join(folder, 'templates'), { recursive: true })
  const edited = `corpus/sources/source-${Math.floor(size / 2)}.yaml`
  const [from, to] = ['stayed so', 'stayed thus']
  return { title: `${size} sources`, folder, pack: 'bench', edited, from, to }
}

function pagesOf(path: string): number {
  const { stdout } = spawnSync('pdfinfo', [path], { encoding: 'utf8' })
  return Number(/Pages:\s+(\d+)/.exec(stdout ?? '')?.[1] ?? Number.NaN)
}
