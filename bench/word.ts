// The Word writer beside pandoc's, on the same tree: CPU seconds of whole processes, one after the other, medians of five, each
// less what its process costs without the writing (start and reading the tree; for pandoc its JSON written back as JSON).
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

/** CPU seconds of a process, user and system, and what it printed: the median of five. */
function cost(command: readonly string[]): { seconds: number; out: string } {
  const script = `TIMEFORMAT='%U %S'; time "$@"`
  const runs = Array.from({ length: 5 }, () => {
    const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...command], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    const [user, system] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
    return { seconds: user! + system!, out: stdout }
  })
  return runs.sort((a, b) => a.seconds - b.seconds)[2]!
}

async function compare(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-word-'))
  console.log(execFileSync(pandoc, ['--version'], { encoding: 'utf8' }).split('\n')[0])
  for (const pages of sizes) {
    const [markdown, json] = [join(folder, 'report.md'), join(folder, 'report.json')]
    const written = await writeMarkdown(reportOf(pages), context)
    writeFileSync(markdown, written.get('bench.md')!)
    execFileSync(pandoc, ['-f', 'markdown', '-t', 'json', '-o', json, markdown])
    const own = (mode: string) => cost([process.execPath, process.argv[1]!, mode, String(pages)])
    const theirs = (format: string) =>
      cost([pandoc, '-f', 'json', '-t', format, '-o', join(folder, `report.${format}`), json])
    const [write, read] = [own('--write'), own('--read')]
    const [docx, back] = [theirs('docx'), theirs('json')]
    const [ours, pandocs] = [write.seconds - read.seconds, docx.seconds - back.seconds]
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
