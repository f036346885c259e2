// A pack refers to what its companion prints: the links lead into the file beside it, in every format.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost, withoutFonts } from '../helpers/memory-host.ts'
import { type Dictionary, PdfObjects } from '../helpers/pdf-objects.ts'
import { checkPdfUa } from '../helpers/pdf-ua.ts'
import { readerTest } from '../helpers/readers.ts'

const sample = [...readFiles('assets/sample')].filter(([path]) => !path.startsWith('corpus/packs/'))
const files = new Map<string, string>([
  ...sample,
  [
    'templates/findings.md.hbs',
    '# Findings\n\n{{#each keyJudgments}}\n- {{title}}: see {{link code anchor}}{{#each for}}; {{ref (concat "claim-" this)}}{{/each}}.\n{{/each}}\n\n{{#if (prints "register")}}The companion has the register.{{/if}}\n',
  ],
  [
    'templates/register.md.hbs',
    '# Register\n\n{{#each judgments}}\n## {{code}} {{title}} {{anchor anchor label=code}}\n\n{{text}}{{#each disputes}} *{{title}}*{{/each}}\n\n{{/each}}\n{{#each claims}}{{#each claims}}\n- {{anchor anchor code}} {{gist}}\n{{/each}}{{/each}}\n',
  ],
  ['templates/front.md.hbs', '# The port {{anchor "front" listed=false}}\n\nA cover of our own.\n'],
  [
    'corpus/packs/common.yaml',
    `title: The port of Alder
description: A sample.
period: "2020/2021"
cut-off: "2021-06"
issued: "2021-07-01"
scale: icd203
`,
  ],
  ['corpus/packs/brief.yaml', 'extends: common\ncover: front\ncompanion: evidence\nsections: [findings]\n'],
  ['corpus/packs/evidence.yaml', 'extends: common\ncover: false\nsections: [register]\n'],
])

const host = memoryHost(files)
const result = await build(host, { cache: withoutFonts })
const bytes = (name: string) => host.written.get(`out/${name}`)!
const text = (name: string) => new TextDecoder().decode(bytes(name))

test('the packs build without an error', () => {
  expect(result.findings.filter(({ fatal }) => fatal).map(({ message }) => message)).toEqual([])
})

test('Markdown and HTML link to the file beside, where the ids are', () => {
  for (const format of ['md', 'html']) {
    const links = [...text(`brief.${format}`).matchAll(/evidence\.(?:md|html)#([a-z0-9-]+)/g)].map(([, id]) => id!)
    expect(links).toContain('judgment-fields-fed-wells')
    expect(links.some((id) => id.startsWith('claim-'))).toBe(true)
    for (const id of links) expect(text(`evidence.${format}`)).toMatch(new RegExp(`(?:id="|#)${id}\\b`))
  }
  expect(text('brief.md')).toContain('The companion has the register.')
})

test('Word links to a bookmark of the file beside', () => {
  const brief = unzipSync(bytes('brief.docx'))
  const document = strFromU8(brief['word/document.xml']!)
  const relations = strFromU8(brief['word/_rels/document.xml.rels']!)
  const evidence = strFromU8(unzipSync(bytes('evidence.docx'))['word/document.xml']!)
  const links = [...document.matchAll(/<w:hyperlink r:id="(\w+)" w:anchor="(\w+)"/g)]
  expect(links.length).toBeGreaterThan(3)
  for (const [, id, anchor] of links) {
    expect(relations).toMatch(
      new RegExp(`Id="${id}"[^>]*Target="evidence.docx" TargetMode="External"|Target="evidence.docx"[^>]*Id="${id}"`),
    )
    expect(evidence).toContain(`w:name="${anchor}"`)
  }
})

test('PDF goes to a named destination of the file beside', () => {
  const evidence = objectsOf(bytes('evidence.pdf'))
  const tree = evidence.dictionary(evidence.dictionary(evidence.catalog['/Names'])['/Dests'])
  const kids = [tree, ...evidence.array(tree['/Kids']).map((kid) => evidence.dictionary(kid))]
  const named = kids.flatMap((kid) => evidence.array(kid['/Names'])).filter((name) => typeof name === 'string')
  const actions = objectsOf(bytes('brief.pdf')).dictionaries.flatMap((it) =>
    '/A' in it ? [it['/A'] as Dictionary] : [],
  )
  const remote = actions.filter((action) => action['/S'] === '/GoToR')
  expect(remote.length).toBeGreaterThan(3)
  for (const action of remote) {
    expect((action['/F'] as Dictionary)['/UF']).toBe('u:evidence.pdf')
    expect(named).toContain(action['/D'])
  }
})

readerTest('qpdf', 'both files keep PDF/UA and PDF/A, though one leads into the other', async () => {
  for (const name of ['brief', 'evidence']) expect(checkedOf(bytes(`${name}.pdf`)).failures).toEqual([])
})

test('a cover can be a template’s, or none', () => {
  expect(text('brief.html')).not.toContain('class="cover"><h1>The port of Alder')
  expect(text('brief.html')).toContain('A cover of our own.')
  expect(text('evidence.html')).not.toContain('<header class="cover">')
  expect(text('evidence.html')).toContain('<h1 id="register">Register')
})

const objectsOf = (pdf: Uint8Array) => ofFile(pdf, (path) => new PdfObjects(path))
const checkedOf = (pdf: Uint8Array) => ofFile(pdf, checkPdfUa)

function ofFile<T>(pdf: Uint8Array, read: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'companion-'))
  try {
    writeFileSync(join(folder, 'x.pdf'), pdf)
    return read(join(folder, 'x.pdf'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
