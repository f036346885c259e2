// The Word writer beside pandoc's, on the same tree: CPU seconds of whole processes, one after the other, medians of five, each
// less what its process costs without the writing: starting and having the tree; for pandoc, whose filter takes away what it
// read, also an empty file.
// Run it with `npm run bench -- word [pages…]`; PANDOC names a pandoc other than the one that is installed.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDocx } from '../src/write/docx/docx.ts'
import { writeMarkdown } from '../src/write/markdown.ts'
import { defaultTheme } from '../src/write/theme.ts'
import { reportOf } from './pdf-report.ts'

const pandoc = process.env.PANDOC ?? 'pandoc'
const context = { theme: defaultTheme, asset: async () => new Uint8Array(), stats: {}, attachments: [] }

/** Child process: makes the tree, writes it or not, and tells the memory that was needed at most, in MB. */
async function child(pages: number, writes: boolean): Promise<void> {
  const document = reportOf(pages)
  if (writes) await writeDocx(document, context)
  console.log(process.resourceUsage().maxRSS / 1024)
}

/** CPU seconds of processes, user and system, and what each printed: medians of five rounds, so that what else the machine does falls on all alike. */
function costs<N extends string>(commands: Record<N, readonly string[]>): Record<N, { seconds: number; out: string }> {
  const rounds = Array.from({ length: 5 }, () =>
    entries(commands).map(([name, command]) => [name, cost(command)] as const),
  )
  const median = (name: N) =>
    rounds.map((round) => round.find(([one]) => one === name)![1]).sort((a, b) => a.seconds - b.seconds)[2]!
  return Object.fromEntries(entries(commands).map(([name]) => [name, median(name)])) as ReturnType<typeof costs<N>>
}

const entries = <N extends string, V>(record: Record<N, V>) => Object.entries(record) as [N, V][]

function cost(command: readonly string[]): { seconds: number; out: string } {
  const script = `TIMEFORMAT='%U %S'; time "$@"`
  const options = { encoding: 'utf8', maxBuffer: 1e9 } as const
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...command], options)
  const [user, system] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
  return { seconds: user! + system!, out: stdout }
}

async function compare(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-word-'))
  const empty = join(folder, 'empty.lua')
  writeFileSync(empty, 'function Pandoc() return pandoc.Pandoc({}) end')
  console.log(execFileSync(pandoc, ['--version'], { encoding: 'utf8' }).split('\n')[0])
  for (const pages of sizes) {
    const [markdown, json] = [join(folder, 'report.md'), join(folder, 'report.json')]
    const written = await writeMarkdown(reportOf(pages), context)
    writeFileSync(markdown, written.get('bench.md')!)
    execFileSync(pandoc, ['-f', 'markdown', '-t', 'json', '-o', json, markdown])
    const own = (mode: string) => [process.execPath, process.argv[1]!, mode, String(pages)]
    const theirs = [pandoc, '-f', 'json', '-t', 'docx', '-o', join(folder, 'report.docx'), json]
    const { write, read, docx, nothing } = costs({
      ...{ write: own('--write'), read: own('--read') },
      ...{ docx: theirs, nothing: [...theirs, '-L', empty] },
    })
    const [ours, pandocs] = [write.seconds - read.seconds, docx.seconds - nothing.seconds]
    const memory = Number(write.out) - Number(read.out)
    console.log(
      `${pages} pages: ours ${ours.toFixed(2)} s, pandoc ${pandocs.toFixed(2)} s, ratio ${(ours / pandocs).toFixed(2)}, ${memory.toFixed(0)} MB above the tree`,
    )
  }
  rmSync(folder, { recursive: true })
}

const [mode, ...sizes] = process.argv.slice(2)
if (mode === '--write' || mode === '--read') await child(Number(sizes[0]), mode === '--write')
else await compare([mode, ...sizes].flatMap((size) => (size ? [Number(size)] : [])).concat(mode ? [] : [100, 1000]))
