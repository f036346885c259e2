// The first ten minutes: what init writes has no finding, builds, and is as it was asked for.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { filesBelow, run, temporaryFolder } from './run.ts'

const settings = [
  ['en-GB', 'chicago-notes', 'A4'],
  ['en-US', 'source-codes', 'Letter'],
  ['de', 'ieee', 'A4'],
  ['es', 'mla', 'Letter'],
  ['fr', 'nature', 'A4'],
  ['kk', 'chicago-author-date', 'Letter'],
  ['ru', 'apa', 'A4'],
] as const

test.each(settings)('in %s, with %s, on %s', async (language, style, paper) => {
  const folder = temporaryFolder()
  const subject = `Water: "the valley" & ${language}`
  const words = ['--subject', subject, '--language', language, '--style', style, '--paper', paper]
  expect((await run(folder, ['init', 'mine', ...words])).code).toBe(0)
  const project = join(folder, 'mine')
  expect(await run(project, ['check', '--strict', '-q'])).toMatchObject({ code: 0, err: '' })
  expect((await run(project, ['check', '--fix'])).err).not.toContain('correction')
  // All formats in two languages; in the others those that are looked at below.
  const formats = ['en-GB', 'kk'].includes(language) ? [] : ['-f', 'html', '-f', 'docx']
  expect(await run(project, ['build', '-q', ...formats])).toMatchObject({ code: 0, err: '' })
  const pack = parse(readFileSync(join(project, 'corpus/packs/pack.yaml'), 'utf8'))
  expect(pack).toMatchObject({ title: subject, language, style })
  const page = readFileSync(join(project, 'out/pack.html'), 'utf8')
  expect(page).toContain('briefpack desk')
  // The sample speaks the language of the pack, all of it.
  const seen = page
    .replaceAll('the valley', '')
    .replace(/<(style|script)\b[\s\S]*?<\/\1>|<code>[^<]*<\/code>|<[^>]*>/g, ' ')
  const english = seen.match(/\b(?:the|and|what|with|your|from|text|pack)\b/gi) ?? []
  if (language.startsWith('en')) expect(english).not.toEqual([])
  else expect(english.filter((word) => !(language === 'de' && word === 'Text'))).toEqual([])
  const word = unzipSync(readFileSync(join(project, 'out/pack.docx')))
  expect(/<w:pgSz [^>]*w:w="(\d+)"/.exec(strFromU8(word['word/document.xml']!))?.[1]).toBe(
    paper === 'A4' ? '11906' : '12240',
  )
  expect(filesBelow(join(project, 'corpus/sources'))).toEqual(['first-steps.yaml'])
  rmSync(folder, { recursive: true })
})

test('in a script every question has its default, and a wrong answer is told with the right ones', async () => {
  const folder = temporaryFolder()
  expect((await run(folder, ['init', 'water-in-the-valley'])).code).toBe(0)
  const pack = parse(readFileSync(join(folder, 'water-in-the-valley/corpus/packs/pack.yaml'), 'utf8'))
  expect(pack).toMatchObject({ title: 'Water in the valley', language: 'en-GB', style: 'chicago-notes' })
  expect(await run(folder, ['init', 'other', '--paper', 'A3'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('A4'),
  })
  rmSync(folder, { recursive: true })
})

test.each(['brief', 'report', 'dossier'])('a new project can begin with the sections of a %s', async (preset) => {
  const folder = temporaryFolder()
  expect((await run(folder, ['init', 'mine', '--preset', preset, '--language', 'fr', '-q'])).code).toBe(0)
  const project = join(folder, 'mine')
  expect(await run(project, ['check', '--errors-only', '-q'])).toMatchObject({ code: 0, out: '' })
  expect(parse(readFileSync(join(project, 'corpus/packs/pack.yaml'), 'utf8'))).toMatchObject({ preset })
  rmSync(folder, { recursive: true })
})
