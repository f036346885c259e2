import { expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

test('the pages of a work are printed as locators are', async () => {
  const pages = [
    ['1,234-1,240', 'pp. 1,234–1,240'],
    ['1,234–1,240', 'pp. 1,234–1,240'],
    ['1,005', 'p. 1,005'],
    ['B12-14', 'pp. B12–14'],
    ['A1-A8', 'pp. A1–A8'],
    ['12--14', 'pp. 12–14'],
    ['12 - 14', 'pp. 12–14'],
    ['3-4, 7-8', 'pp. 3–4, 7–8'],
    ['xii-xiv', 'pp. xii–xiv'],
  ] as const
  const files = new Map(readFiles('test/cases/minimal'))
  const pack = 'corpus/packs/report.yaml'
  files.set(pack, files.get(pack)!.replace(/^style: .*$/m, 'style: apa'))
  for (const [at, [page]] of pages.entries())
    files.set(
      `corpus/sources/part-${at}.yaml`,
      `type: chapter\ntitle: Part ${at}\nauthor: [{family: Birk, given: Bela}]\ncontainer-title: Whole\npublisher: Press\npage: "${page}"\nissued: "200${at}"\nheld: false\n`,
    )
  const cites = pages.map((_, at) => `Part ${at} [@part-${at}].`).join('\n\n')
  files.set(
    'templates/report.md.hbs',
    `# {{pack.title}}\n\n{{says pack.bottomLine}}\n\n${cites}\n\n{{list "bibliography"}}\n`,
  )
  const host = memoryHost(files)
  await build(host, { formats: ['md'] })
  const written = new TextDecoder().decode(host.written.get('out/report.md'))
  expect(pages.map((_, at) => new RegExp(`Part ${at}\\. In \\*Whole\\* \\((.*?)\\)`).exec(written)?.[1])).toEqual(
    pages.map(([, shown]) => shown),
  )
})
