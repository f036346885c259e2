import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpack } from '../docx/read.ts'
import { paragraphsOf } from '../revisions/settle.ts'
import { run, temporaryFolder } from './run.ts'

const folder = temporaryFolder('minimal')
const git = (...words: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words])
const file = (name: string) => unpack(new Uint8Array(readFileSync(join(folder, name))))
const template = join(folder, 'templates/report.md.hbs')
const build = (...words: string[]) => run(folder, ['build', '-f', 'docx', ...words])

beforeAll(async () => {
  mkdirSync(join(folder, 'templates/themes'), { recursive: true })
  copyFileSync('assets/fonts/SourceSans3-Regular.ttf', join(folder, 'templates/House.ttf'))
  writeFileSync(
    join(folder, 'templates/themes/default.yaml'),
    'families: {House: {regular: templates/House.ttf}}\nfonts: {heading: House}\n',
  )
  expect((await build('--issue', 'first', '-o', 'first')).code).toBe(0)
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'First')
  git('rm', '-q', '--cached', '-r', 'texts', 'corpus/evidence.lock.json')
  git('commit', '-q', '-m', 'Nothing stands for the texts')
  git('tag', 'without-lock')
  git('rm', '-q', '--cached', '-r', 'corpus/sources', 'templates')
  git('commit', '-q', '-m', 'Nothing is asked of them')
  git('tag', 'without-template')
  git('reset', '-q', 'HEAD~2')
  writeFileSync(template, readFileSync(template, 'utf8').replace('had feared a rise', 'had not feared a rise'))
  expect((await build('-o', 'second')).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['an issue', 'first'],
  ['a commit', 'HEAD'],
  ['a file', 'first/report.docx'],
])('compared with %s', async (_, what) => {
  expect(await build('--compare', what, '-o', 'compared')).toMatchObject({ code: 0 })
  const told = file('compared/report.docx')
  expect(paragraphsOf(told, 'rejected')).toEqual(paragraphsOf(file('first/report.docx'), 'accepted'))
  expect(paragraphsOf(told, 'accepted')).toEqual(paragraphsOf(file('second/report.docx'), 'accepted'))
  expect(told.get('word/document.xml')).toMatch(/<w:ins [^>]*w:author="briefpack"[^>]*><w:r><w:t [^>]*>not <\/w:t>/)
})

test.each(['first', 'HEAD'])('a draft shows what changed since %s', async (what) => {
  expect(await build('--draft', '--compare', what, '-o', 'drafted')).toMatchObject({ code: 0 })
  expect(file('drafted/report.draft.docx').get('word/document.xml')).toMatch(/<w:ins [^>]*w:author="briefpack"/)
})

test.each([
  ['nothing', 'no-such-thing', 'git knows no commit “no-such-thing” here\n  issues are first', false],
  ['an issue that is misspelt', 'frist', 'did you mean “first”?', false],
  ['a file that is not there', 'gone.docx', 'There is no file “gone.docx”', false],
  ['a commit without texts and lock', 'without-lock', 'cannot be checked: the text is not at hand', true],
  ['a commit that lacks more than its lock', 'without-template', 'no pack can be built as of', false],
])('compared with %s', async (_, what, reason, isForWantOfLock) => {
  const { code, err } = await build('--compare', what)
  expect(err).toContain(reason)
  expect(err.includes('check --update-lock')).toBe(isForWantOfLock)
  expect(code).toBe(2)
})

test('packs that were issued together are compared with, and issued once', async () => {
  const both = temporaryFolder('minimal')
  writeFileSync(join(both, 'corpus/packs/again.yaml'), 'extends: report\nsections: [report]\n')
  const here = (...words: string[]) =>
    execFileSync('git', ['-C', both, '-c', 'user.name=x', '-c', 'user.email=x@x', ...words])
  try {
    expect((await run(both, ['build', '-f', 'docx', '--issue', '2021-07'])).code).toBe(0)
    here('init', '-q')
    here('add', '.')
    here('commit', '-q', '-m', 'First')
    expect(await run(both, ['build', '-f', 'docx', '--compare', '2021-07'])).toMatchObject({ code: 0 })
    const { code, err } = await run(both, ['build', '--issue', '2021-07'])
    expect(err).toContain('there is an issue “2021-07” already')
    expect(code).toBe(2)
  } finally {
    rmSync(both, { recursive: true })
  }
})
