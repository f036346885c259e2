// In the finished files, a citation leads to the entry of its claim in one step, and the entry back to all that uses it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import { bookmarkName } from '../../src/write/docx/bookmarks.ts'
import { run, sampleFolder, temporaryFolder } from '../cli/run.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost, withoutFonts } from '../helpers/memory-host.ts'
import { type Dictionary, PdfObjects } from '../helpers/pdf-objects.ts'
import { readerTest } from '../helpers/readers.ts'

/** What `init` writes, built; in the second project a brief leads into a pack. */
async function built(folder: string, ...options: string[]) {
  const { code, err } = await run(folder, ['build', '-q', ...options])
  expect(err).toBe('')
  expect(code).toBe(0)
  return (file: string) => readFileSync(join(folder, 'out', file))
}
async function project(...options: string[]) {
  const folder = temporaryFolder()
  await run(folder, ['init', '.', ...options])
  return folder
}
const start = await built(await project())
const sample = await built(await sampleFolder())
const packs = [
  { name: 'pack', read: start, register: 'pack' },
  { name: 'alder-water', read: sample, register: 'alder-water' },
  { name: 'alder-water-brief', read: sample, register: 'alder-water' },
]

type Page = ReturnType<typeof page>
type Marked = Pick<Page, 'querySelectorAll'>

/** Each citation of a statement with the addresses that it links to; of one that is a note, those in the note. */
function citations(document: Page): Map<string, string[]> {
  const linksIn = (node: Marked) => [...node.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '')
  // The line below a figure names works as a whole.
  const marks = [...document.querySelectorAll('[id^="cite-"]')].filter((mark) => !mark.closest('.source-note'))
  return new Map(
    marks.map((mark) => {
      const links = linksIn(mark)
      const note = links.length === 1 && links[0]!.startsWith('#note_') && document.getElementById(links[0]!.slice(1))
      return [mark.id, note ? linksIn(note) : links]
    }),
  )
}

const page = (bytes: Uint8Array) => parseHTML(new TextDecoder().decode(bytes)).document

test.each(packs)('HTML of $name', ({ name, read, register }) => {
  const document = page(read(`${name}.html`))
  const rows = page(read(`${register}.html`))
  const found = citations(document)
  expect(found.size).toBeGreaterThan(2)
  const [out, back] = [name === register ? '' : `${register}.html`, name === register ? '' : `${name}.html`]
  for (const [id, links] of found) {
    const entries = links.filter((link) => link.startsWith(`${out}#claim-`)).map((link) => link.split('#')[1]!)
    expect(entries, id).not.toEqual([])
    for (const entry of entries) {
      const row = rows.getElementById(entry)?.closest('tr')
      expect(row?.textContent, entry).toMatch(/\(.+ … .+\)/)
      expect([...row!.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toContain(`${back}#${id}`)
    }
  }
  for (const a of rows.querySelectorAll('tr a')) {
    const [file, id] = a.getAttribute('href')!.split('#')
    if (file === back) expect(document.getElementById(id!), id).not.toBeNull()
  }
})

test.each(packs)('Markdown of $name', ({ name, read, register }) => {
  const [text, rows] = [name, register].map((it) => read(`${it}.md`).toString())
  for (const [, id] of text!.matchAll(/\]\(#([^)\s]+)\)/g)) expect(text).toContain(`<a id="${id}"`)
  const out = name === register ? '' : `${register}.md`
  const cited = [...text!.matchAll(/\]\(([^)#\s]*)#(claim-[a-z0-9-]+)\)/g)].filter(([, file]) => file === out)
  expect(cited.length).toBeGreaterThan(2)
  for (const [, , id] of cited) expect(rows).toContain(`<a id="${id}"`)
  const back = [...rows!.matchAll(/\]\(([^)#\s]*)#(cite-\d+)\)/g)]
  const mine = back.filter(([, file]) => file === (name === register ? '' : `${name}.md`))
  expect(mine.length).toBeGreaterThan(2)
  for (const [, , id] of mine) expect(text).toContain(`<a id="${id}"`)
})

test.each(packs)('Word of $name', ({ name, read, register }) => {
  const partsOf = (file: string) => {
    const parts = unzipSync(read(`${file}.docx`))
    return ['word/document.xml', 'word/footnotes.xml'].map((it) => strFromU8(parts[it] ?? new Uint8Array())).join('')
  }
  const [text, rows] = [partsOf(name), partsOf(register)]
  const links = new Set([...text.matchAll(/w:anchor="(claim_\w+)"/g)].map(([, anchor]) => anchor!))
  expect([...links]).toEqual(expect.arrayContaining([...entriesIn(name, read)].map(bookmarkName)))
  for (const anchor of links) expect(rows).toContain(`w:name="${anchor}"`)
  for (const [, anchor] of rows.matchAll(/w:anchor="(cite_\d+)"/g)) expect(rows + text).toContain(`w:name="${anchor}"`)
})

readerTest('qpdf', 'PDF', async () => {
  for (const { name, read, register } of packs) {
    const [text, rows] = [objectsOf(read(`${name}.pdf`)), objectsOf(read(`${register}.pdf`))]
    const links = destinationsOf(text).filter((it) => it.startsWith('claim-'))
    expect([...new Set(links)].sort()).toEqual(expect.arrayContaining([...entriesIn(name, read)].sort()))
    for (const id of links) expect(namesIn(rows)).toContain(id)
    for (const id of destinationsOf(rows).filter((it) => it.startsWith('cite-')))
      expect([...namesIn(rows), ...namesIn(text)]).toContain(id)
  }
})

/** The entries that the citations of a page lead to. */
function entriesIn(name: string, read: (file: string) => Uint8Array): ReadonlySet<string> {
  const links = [...citations(page(read(`${name}.html`))).values()].flat()
  return new Set(links.flatMap((link) => /#(claim-.+)/.exec(link)?.[1] ?? []))
}

function objectsOf(pdf: Uint8Array): PdfObjects {
  const path = join(temporaryFolder(), 'x.pdf')
  writeFileSync(path, pdf)
  return new PdfObjects(path)
}

/** Where links lead, here or in the file beside. */
const destinationsOf = (pdf: PdfObjects) =>
  pdf.dictionaries
    .flatMap((it) => [it['/Dest'], (it['/A'] as Dictionary | undefined)?.['/D']])
    .flatMap((it) => (typeof it === 'string' ? it.replace(/^[ub]:/, '') : []))

function namesIn(pdf: PdfObjects): string[] {
  const tree = pdf.dictionary(pdf.dictionary(pdf.catalog['/Names'])['/Dests'])
  const kids = [tree, ...pdf.array(tree['/Kids']).map((kid) => pdf.dictionary(kid))]
  return kids
    .flatMap((kid) => pdf.array(kid['/Names']))
    .flatMap((it) => (typeof it === 'string' ? it.replace(/^[ub]:/, '') : []))
}

test.each(['nature', 'ieee', 'apa', 'mla'])('a citation leads to its claim in the style %s', async (style) => {
  const host = memoryHost(readFiles(await project('--style', style)))
  await build(host, { formats: ['html'], cache: withoutFonts })
  const found = citations(page(host.written.get('out/pack.html')!))
  expect(found.size).toBe(3)
  for (const [id, links] of found)
    expect(
      links.some((link) => link.startsWith('#claim-')),
      id,
    ).toBe(true)
})
