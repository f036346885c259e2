// Each folder of test/cases is a project, or changes to one; test/expected holds all that it writes and says. What axe-core,
// which browsers' own checks are made of, finds in the HTML of each is nothing.
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { loadConfig } from '../src/app/cli/config.ts'
import { pretty } from '../src/app/cli/reporters/pretty.ts'
import { build } from '../src/build.ts'
import { sha256 } from '../src/core/digest.ts'
import { browserTest, faultsOf } from './helpers/browser.ts'
import { caseOf } from './helpers/cases.ts'
import { matchesGolden, readFiles } from './helpers/golden.ts'
import { memoryHost, withoutFonts } from './helpers/memory-host.ts'
import { readableDocx, readableHtml } from './helpers/readable.ts'
import { output, readerTest } from './helpers/readers.ts'

/** The pages of each project, of which those that ask for HTML are held to be as they were. */
const pages = new Map<string, readonly Uint8Array[]>()
const pagesIn = (written: ReadonlyMap<string, Uint8Array>) =>
  [...written].flatMap(([path, bytes]) => (path.endsWith('.html') ? [bytes] : []))

for (const name of readdirSync('test/cases')) {
  const { files, formats, draft } = caseOf(name)
  let pdf: readonly (readonly [string, Uint8Array])[] = []
  test(name, async () => {
    const host = memoryHost(files)
    const { config } = await loadConfig(`test/cases/${name}`)
    const { findings, packs } = await build(host, {
      formats: [...new Set([...formats, 'html']), ...Object.keys(config.writers ?? {})],
      config,
      draft,
      cache: withoutFonts,
    })
    const readLines = async (file: string) => files.get(file)?.split('\n')
    pages.set(`test/cases/${name}`, pagesIn(host.written))
    const isHeld = (path: string) => formats.includes('html') || !path.endsWith('.html')
    const written = [...host.written].filter(([path]) => isHeld(path))
    pdf = written.filter(([path]) => path.endsWith('.pdf'))
    const texts = new Map(written.filter((it) => !pdf.includes(it)).map(([path, bytes]) => readable(path, bytes)))
    texts.set('findings.txt', await pretty(findings, readLines, (_style, text) => text))
    matchesGolden(`test/expected/${name}`, texts)
    expect(packs.every((pack) => pack.sound)).toBe(draft || !findings.some((finding) => finding.fatal))
  })
  if (formats.includes('pdf')) readerTest('pdfinfo', `${name}: the structure of the PDF`, () => matchesPdf(name, pdf))
}

const own = [...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const)
const sample = { folder: 'assets/sample', files: new Map([...readFiles('assets/sample'), ...own]) }
const cases = readdirSync('test/cases').map((name) => ({ folder: `test/cases/${name}`, ...caseOf(name) }))

browserTest('the HTML of packs has no fault of accessibility', async (open) => {
  const page = await open()
  const file = join(mkdtempSync(join(tmpdir(), 'axe-')), 'pack.html')
  const seen = new Set<string>()
  for (const { folder, files } of [sample, ...cases]) {
    const host = memoryHost(files)
    const { config } = await loadConfig(folder)
    // Some cases are there to fail, and write nothing.
    if (!pages.has(folder)) await build(host, { formats: ['html'], config, cache: withoutFonts })
    for (const bytes of pages.get(folder) ?? pagesIn(host.written)) {
      const digest = sha256(bytes)
      if (seen.has(digest)) continue
      seen.add(digest)
      writeFileSync(file, bytes)
      await page.goto(pathToFileURL(file).href)
      expect(await faultsOf(page), folder).toEqual([])
    }
  }
  expect(seen.size).toBeGreaterThan(20)
})

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
