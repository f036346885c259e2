// Each folder of test/cases is a project, or changes to one; test/expected holds all that it writes and says.
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../src/app/cli/config.ts'
import { pretty } from '../src/app/cli/reporters/pretty.ts'
import { build } from '../src/build.ts'
import { caseOf } from './helpers/cases.ts'
import { matchesGolden } from './helpers/golden.ts'
import { memoryHost, withoutFonts } from './helpers/memory-host.ts'
import { readableDocx, readableHtml } from './helpers/readable.ts'
import { output, readerTest } from './helpers/readers.ts'

for (const name of readdirSync('test/cases')) {
  const { files, formats, draft } = caseOf(name)
  let pdf: readonly (readonly [string, Uint8Array])[] = []
  test(name, async () => {
    const host = memoryHost(files)
    const { config } = await loadConfig(`test/cases/${name}`)
    const { findings, packs } = await build(host, {
      formats: [...formats, ...Object.keys(config.writers ?? {})],
      config,
      draft,
      cache: withoutFonts,
    })
    const readLines = async (file: string) => files.get(file)?.split('\n')
    const written = [...host.written]
    pdf = written.filter(([path]) => path.endsWith('.pdf'))
    const texts = new Map(written.filter((it) => !pdf.includes(it)).map(([path, bytes]) => readable(path, bytes)))
    texts.set('findings.txt', await pretty(findings, readLines, (_style, text) => text))
    matchesGolden(`test/expected/${name}`, texts)
    expect(packs.every((pack) => pack.sound)).toBe(draft || !findings.some((finding) => finding.fatal))
  })
  if (formats.includes('pdf')) readerTest('pdfinfo', `${name}: the structure of the PDF`, () => matchesPdf(name, pdf))
}

function readable(path: string, bytes: Uint8Array): [path: string, text: string] {
  if (path.endsWith('.docx')) return [`${path}.txt`, readableDocx(bytes)]
  const text = new TextDecoder().decode(bytes)
  return path.endsWith('.html') ? [`${path}.txt`, readableHtml(text)] : [path, text]
}

async function matchesPdf(name: string, files: readonly (readonly [string, Uint8Array])[]): Promise<void> {
  expect(files).not.toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-case-'))
  const texts = files.map(async ([path, bytes]) => {
    const file = join(folder, path.replaceAll('/', '-'))
    writeFileSync(file, bytes)
    const structure = await output('pdfinfo', '-struct-text', file)
    return [`${path}.txt`, structure.replace(/Object \d+ 0/g, 'Object')] as const
  })
  matchesGolden(`test/expected/pdf/${name}`, new Map(await Promise.all(texts)))
}
