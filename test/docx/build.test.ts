/** Word files of whole projects: what is so only once templates, citations and notes have run. */
import { expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import type { Format } from '../../src/formats.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { onDisk } from './context.ts'
import { named, type Parts, parsePart, unpack } from './read.ts'

/** The Word file of the minimal project with `text` as its report. */
async function wordFile(text: string | undefined, formats: readonly Format[] = ['docx']): Promise<Uint8Array> {
  const files = readFiles('test/cases/minimal')
  if (text) files.set('templates/report.md.hbs', `# Report {{anchor "report"}}\n\n{{says pack.bottomLine}}\n\n${text}`)
  const host = memoryHost(files)
  const { findings } = await build(host, { formats })
  const bytes = [...host.written].find(([path]) => path.endsWith('.docx'))?.[1]
  if (!bytes) throw new Error(findings.map(({ reason }) => reason).join('\n'))
  return bytes
}

const notes = `| Head | Cite |
| --- | --- |
| cell[^g] | cell [@quay-2003] |

: A caption [@quay-2003, p. 9] {{anchor "tab"}}

After the table.[^b] And more.[@quay-2003] Two.[^c][^d]

[^g]: Cell note.

[^b]: Later note.

[^c]: Third note.

[^d]: Fourth note.`

const calls = (parts: Parts) => named(parsePart(parts, 'word/document.xml'), 'w:footnoteReference')

test('Word counts every note for itself, those of captions and cells too', async () => {
  const parts = unpack(await wordFile(notes))
  expect(calls(parts).map(({ attributes }) => attributes)).toEqual(
    Array.from({ length: calls(parts).length }, (_, index) => ({ 'w:id': String(index + 1) })),
  )
})

readerTest('pandoc', 'two calls side by side stay apart', async () => {
  const path = onDisk('calls.docx', await wordFile(notes))
  const text = await output('pandoc', '-f', 'docx', '-t', 'markdown', '--wrap=none', path)
  expect(text).toMatch(/Two\.\[\^\d+\]\^,\^\[\^\d+\]/)
})

test('the Word file is the same whether a PDF was asked for or not', async () => {
  expect(await wordFile(undefined, ['docx'])).toEqual(await wordFile(undefined, ['pdf', 'docx']))
})
