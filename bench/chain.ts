/**
 * What gives the same formats without us: pandoc with citeproc to HTML, Word and Markdown, and over typst to PDF, from the
 * draft that `build -f pandoc` writes. Both come from the Python registry, in these versions, into a folder of the bench.
 */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Meter } from './measure.ts'

const packages = ['pypandoc_binary==1.17', 'typst==0.15.2']

export interface Chain {
  readonly pandoc: string
  readonly python: string
  readonly versions: string
}

/** Installs the chain where it is not; `undefined`, and a word about it, where it cannot be. */
export function installChain(): Chain | undefined {
  const folder = resolve('out/bench-chain')
  const python = join(folder, 'bin/python')
  const quiet: SpawnSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'] }
  if (!existsSync(python)) spawnSync('python3', ['-m', 'venv', folder], quiet)
  spawnSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], quiet)
  const asked = 'import pypandoc; print(pypandoc.get_pandoc_path(), pypandoc.get_pandoc_version())'
  const { status, stdout } = spawnSync(python, ['-c', asked], { encoding: 'utf8' })
  if (status !== 0) {
    console.log('pandoc and typst could not be installed: nothing is measured beside them')
    return undefined
  }
  const [pandoc = '', version = ''] = stdout.trim().split(' ')
  return { pandoc, python, versions: `pandoc ${version}, typst ${packages[1]!.split('==')[1]}` }
}

export const targets = { html: 'html', docx: 'docx', md: 'markdown' } as const

/** The seconds of each format, of the draft `name` in `folder`. */
export function runChain(chain: Chain, meter: Meter, folder: string, name: string): Record<string, number> {
  const draft = `${name}.pandoc.md`
  // Pandoc 3.9 writes key words into typst as if they were code.
  const text = readFileSync(join(folder, draft), 'utf8').replace(/^keywords:.*\n/m, '')
  writeFileSync(join(folder, draft), text)
  const pandoc = (target: string, out: string) =>
    meter.run(folder, [chain.pandoc, '-s', '--toc', '--citeproc', '-t', target, '-o', out, draft]).seconds
  const made = Object.fromEntries(
    Object.entries(targets).map(([format, target]) => [format, pandoc(target, `chain.${format}`)]),
  )
  const compile = "import typst; typst.compile('chain.typ', output='chain.pdf')"
  const toTypst = pandoc('typst', 'chain.typ')
  const typst = meter.run(folder, [chain.python, '-c', compile]).seconds
  return { ...made, typst, pdf: toTypst + typst }
}
