// The whole command line on made-up projects of 5, 100 and 1,000 sources (`--large`: 10,000 too), beside pandoc with
// citeproc on the same content where it is installed, in one run: CPU seconds of whole processes, user and system, and ratios.
// Run it with `npm run bench -- project [sources…] [--large]`, after `make dist`.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { madeUpProject } from './made-up-project.ts'

interface Cost {
  readonly seconds: number
  readonly megabytes: number
}

const program = resolve('dist/cli/main.js')
const root = mkdtempSync(join(tmpdir(), 'briefpack-bench-'))
const words = process.argv.slice(2)
const asked = words.map(Number).filter((size) => size > 0)
const sizes = asked.length > 0 ? asked : [5, 100, 1000, ...(words.includes('--large') ? [10_000] : [])]
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0

try {
  console.log(
    `${cpus()[0]?.model}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
  )
  const nothing = median(() => node(root, ['-e', '0']))
  say('node -e 0', nothing)
  say(
    '--version',
    median(() => ours(root, ['--version'])),
    nothing,
  )
  say(
    '--help',
    median(() => ours(root, ['--help'])),
    nothing,
  )
  let before: { size: number; check: Cost; build: Cost } | undefined
  for (const size of sizes) {
    console.log(`\n${size} sources`)
    before = benchProject(size, nothing, before)
  }
} finally {
  rmSync(root, { recursive: true })
}

function benchProject(size: number, nothing: Cost, before: { size: number; check: Cost; build: Cost } | undefined) {
  const folder = join(root, String(size))
  writeProject(folder, size)
  const check = weighed(folder, ['check', '--no-cache'])
  say('check, cold', check, nothing)
  const build = weighed(folder, ['build', '--no-cache'])
  say(`build of md, html, docx, pdf, cold: ${pagesOf(folder)}`, build)
  ours(folder, ['build'])
  ours(folder, ['check'])
  say(
    'nothing changed, build',
    median(() => ours(folder, ['build'])),
    nothing,
  )
  say(
    'nothing changed, check',
    median(() => ours(folder, ['check'])),
    nothing,
  )
  editOne(folder, size)
  say('one record edited, build', ours(folder, ['build']), build)
  say('one record edited, check', ours(folder, ['check']), check)
  if (hasPandoc) besidePandoc(folder)
  if (before) {
    const ratio = (one: Cost, other: Cost, part: keyof Cost) => (one[part] / other[part]).toFixed(1)
    const growth = `check ×${ratio(check, before.check, 'seconds')}, build ×${ratio(build, before.build, 'seconds')} time, ×${ratio(build, before.build, 'megabytes')} memory`
    console.log(`  growth, ×${size / before.size} sources: ${growth}`)
  }
  return { size, check, build }
}

/** Markdown, HTML and Word, which both can write: pandoc from the draft that we write for it. */
function besidePandoc(folder: string): void {
  ours(folder, ['build', '-f', 'pandoc', '-o', 'draft'])
  const draft = join(folder, 'draft')
  for (const [format, target] of [
    ['html', 'html'],
    ['docx', 'docx'],
    ['md', 'markdown'],
  ] as const) {
    const mine = ours(folder, ['build', '--no-cache', '-f', format])
    const pandoc = ['pandoc', '-s', '--citeproc', '-t', target, '-o', `out.${format}`, 'bench.pandoc.md']
    const { seconds } = timed(draft, pandoc)
    const theirs = `pandoc ${seconds.toFixed(2)}, ratio ${(mine.seconds / seconds).toFixed(2)}`
    console.log(`  ${format}, from records to file: ${mine.seconds.toFixed(2)} s; ${theirs}`)
  }
}

function writeProject(folder: string, size: number): void {
  for (const [path, text] of madeUpProject(size)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  cpSync('templates', join(folder, 'templates'), { recursive: true })
}

/** A word of one claim in the middle of the corpus. */
function editOne(folder: string, size: number): void {
  const path = join(folder, 'corpus', 'sources', `source-${Math.floor(size / 2)}.yaml`)
  writeFileSync(path, readFileSync(path, 'utf8').replace('stayed so for a year', 'stayed so for two years'))
}

function pagesOf(folder: string): string {
  const { stdout } = spawnSync('pdfinfo', [join(folder, 'out', 'bench.pdf')], { encoding: 'utf8' })
  return `${/Pages:\s+(\d+)/.exec(stdout ?? '')?.[1] ?? 'unknown number of'} pages`
}

/** A short process from start to end, by the shell's clock: nothing is added to what it loads. */
function node(folder: string, args: readonly string[]): Cost {
  return timed(folder, [process.execPath, ...args])
}

function timed(folder: string, command: readonly string[]): Cost {
  const script = `TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>"$0"`
  const report = join(root, 'errors.txt')
  const { status, stderr } = spawnSync('bash', ['-c', script, report, ...command], { cwd: folder, encoding: 'utf8' })
  if (status !== 0)
    throw new Error(`${command.join(' ')}: exit ${status}\n${readFileSync(report, 'utf8').slice(-2000)}`)
  const seconds = (stderr.trim().split('\n').at(-1) ?? '').split(' ').reduce((sum, part) => sum + Number(part), 0)
  return { seconds, megabytes: 0 }
}

function ours(folder: string, args: readonly string[]): Cost {
  return node(folder, [program, ...args])
}

/** A long process, with the most memory that it held: it says so itself when it leaves. */
function weighed(folder: string, args: readonly string[]): Cost {
  const report = join(root, 'memory.txt')
  const hook = `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS/1024)))`
  const cost = node(folder, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, program, ...args])
  return { ...cost, megabytes: Number(readFileSync(report, 'utf8')) }
}

function median(run: () => Cost): Cost {
  const costs = Array.from({ length: 5 }, run).sort((a, b) => a.seconds - b.seconds)
  return costs[2]!
}

function say(what: string, cost: Cost, against?: Cost): void {
  const ratio = against ? `, ratio ${(cost.seconds / against.seconds).toFixed(2)}` : ''
  const memory = cost.megabytes ? `, ${cost.megabytes.toFixed(0)} MB` : ''
  console.log(`  ${what}: ${cost.seconds.toFixed(2)} s${memory}${ratio}`)
}
