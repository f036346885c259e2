/** Accept all: the new text. Reject all: the old one. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document } from '../../src/core/tree.ts'
import { zip } from '../../src/core/zip.ts'
import { toWordprocessing } from '../../src/write/docx/docx.ts'
import { contentOf } from '../../src/write/ooxml/xml.ts'
import { withRevisions } from '../../src/write/revisions/revisions.ts'
import { context, onDisk, sdkErrors } from '../docx/context.ts'
import { faultsOf } from '../docx/faults.ts'
import { named, parsePart } from '../docx/read.ts'
import { libreOffice, libreOfficeTest } from '../helpers/libreoffice.ts'
import { call, heading, note, paragraph, plainMeta, root, table } from '../helpers/nodes.ts'
import { arbitraryPair, longPair } from './pairs.ts'
import { paragraphsOf } from './settle.ts'

const by = { author: 'briefpack', date: '2000-01-31T00:00:00Z' }
const filesOf = async ([before, after]: readonly [Document, Document]) => {
  const [old, now] = [await toWordprocessing(before, context), await toWordprocessing(after, context)]
  return { old, now, told: withRevisions(old, now, by) }
}

test('for any two documents, by our own reader', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPair, async (pair) => {
      const { old, now, told } = await filesOf(pair)
      expect(paragraphsOf(told, 'accepted')).toEqual(paragraphsOf(now, 'accepted'))
      expect(paragraphsOf(told, 'rejected')).toEqual(paragraphsOf(old, 'accepted'))
      expect(faultsOf(told).filter(({ rule }) => rule !== 'headings-descend')).toEqual([])
    }),
    { numRuns: Number(process.env.PAIRS ?? 20), endOnFailure: true },
  )
})

test('the files are valid', async () => {
  for (const [index, pair] of fc.sample(longPair, { numRuns: 2, seed: 3 }).entries()) {
    expect(await sdkErrors(`revisions-${index}.docx`, zip((await filesOf(pair)).told))).toEqual([])
  }
})

const small = (...blocks: Parameters<typeof root>): Document => ({ meta: plainMeta, body: root(...blocks) })

test('what a reader sees of an edit: a word, a note, a row, a paragraph that moved', async () => {
  const moved = 'The paragraph that moved has words enough to be known again.'
  const before = small(
    heading(1, 'a', 'Level of the river'),
    paragraph(moved),
    paragraph('Nothing else is known of that year.'),
    paragraph(['The level rose by two metres.', call(1)]),
    table([
      ['Year', 'Level'],
      ['2005', '3.10'],
      ['2006', '5.85'],
    ]),
    note(1, paragraph('Marsh, 7.')),
  )
  const after = small(
    heading(1, 'a', 'Level of the river'),
    paragraph('Nothing else is known of that year.'),
    paragraph(moved),
    paragraph(['The level rose by three metres.', call(1)]),
    table([
      ['Year', 'Level'],
      ['2006', '5.85'],
      ['2007', '4.20'],
    ]),
    paragraph(moved),
    note(1, paragraph('Marsh, 9.')),
  )
  const { told } = await filesOf([before, after])
  const main = parsePart(told, 'word/document.xml')
  const words = (name: string, part = main) =>
    named(part, name).map((it) => named(it, 'w:t').concat(named(it, 'w:delText')).map(contentOf).join(''))
  expect(words('w:del').filter(Boolean)).toEqual(expect.arrayContaining(['two']))
  expect(words('w:ins').filter(Boolean)).toEqual(expect.arrayContaining(['three']))
  expect(words('w:moveFrom').filter(Boolean)).toEqual([moved])
  expect(words('w:moveTo').filter(Boolean).join('')).toBe(moved)
  const notes = parsePart(told, 'word/footnotes.xml')
  expect([words('w:del', notes), words('w:ins', notes)]).toEqual([['7'], ['9']])
  const rows = named(main, 'w:trPr').map((it) => [named(it, 'w:del').length, named(it, 'w:ins').length])
  expect(rows).toEqual([
    [0, 0],
    [1, 0],
    [0, 0],
    [0, 1],
  ])
  expect(
    new Set(
      [...named(main, 'w:ins'), ...named(main, 'w:del')].map(
        ({ attributes }) => `${attributes['w:author']} ${attributes['w:date']}`,
      ),
    ),
  ).toEqual(new Set(['briefpack 2000-01-31T00:00:00Z']))
})

libreOfficeTest('for documents at random, by LibreOffice', async () => {
  const runs = Number(process.env.PAIRS ?? 4)
  const jobs = []
  for (const [index, pair] of fc.sample(arbitraryPair, { numRuns: runs, seed: 11 }).entries()) {
    const { old, now, told } = await filesOf(pair)
    const open = (name: string, parts: typeof old) => onDisk(`${name}-${index}.docx`, zip(parts))
    const read = [['text-of'], ['notes-of']] as const
    const path = open('told', told)
    jobs.push({ open: path, do: [['accept-all'], ...read] as const }, { open: open('now', now), do: read })
    jobs.push({ open: path, do: [['reject-all'], ...read] as const }, { open: open('old', old), do: read })
  }
  const answers = await libreOffice(jobs)
  // Letters alone: LibreOffice counts notes and fields itself.
  const words = (answer: unknown[] | undefined) => {
    const [text, notes] = answer!.slice(-2) as [string[], [string, string][]]
    return [text.join('\n'), ...notes.map(([, words]) => words)].map((it) => it.match(/[\p{L}\p{M}]+/gu) ?? [])
  }
  for (let at = 0; at < answers.length; at += 2) expect(words(answers[at]), `job ${at}`).toEqual(words(answers[at + 1]))
})
