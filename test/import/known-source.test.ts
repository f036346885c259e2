// The file of a work that a library brought is the text of that source; of another work it is a source of its own.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run, temporaryFolder } from '../cli/run.ts'

const body = '<p>The port was shut on Monday, and nobody said why it was so.</p>'.repeat(3)
const page = (title: string, address: string) =>
  `<html><head><title>${title}</title><link rel="canonical" href="${address}"></head><body><article><h1>${title}</h1>${body}</article></body></html>`

test.each([
  ['its address', 'Port Shut', 'https://www.quay.example/shut/#top', 'corpus/sources/vega2021.yaml'],
  ['its title', 'The Port Is Shut on Monday', 'https://other.example/1', 'corpus/sources/vega2021.yaml'],
  ['a title of one word', 'Report', 'https://other.example/2', undefined],
  ['a title in another script', 'الميناء مغلق يوم الاثنين القادم', 'https://other.example/3', undefined],
])('%s tells of which source a file is', async (_, title, address, known) => {
  const folder = temporaryFolder('minimal')
  try {
    const add = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return run(folder, ['add', join(folder, name)])
    }
    const library = [
      '@online{vega2021, title={The Port is Shut on Monday}, url={http://quay.example/shut}, year={2021}}',
      '@online{nasser2021, title={حركة السفن في الميناء القديم}, year={2021}}',
      '@online{lind2021, title={Report}, year={2021}}',
    ]
    expect((await add('refs.bib', library.join('\n'))).code).toBe(0)
    const { out, err } = await add('page.html', page(title, address))
    if (known) {
      expect(out.split('\n')).toContain(known)
      expect(readFileSync(join(folder, known), 'utf8')).toContain('paragraphs:')
      const saved = page(title, address).replace('<html>', '<html lang="en">')
      expect((await add('page.html', saved)).err, 'the same text, of a file that is another').toContain('its text')
      expect((await add('page.html', saved)).err).toContain('nothing new')
    } else expect(err).toContain('a new source')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
