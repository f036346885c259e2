// One id in all places that know it, and the files of what is no more.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, run, runProcess, temporaryFolder } from './run.ts'

const textIn = (folder: string) => (path: string) => readFileSync(join(folder, path), 'utf8')

test('a claim, an actor and a source are renamed wherever they are named, and what is printed stays', async () => {
  const folder = temporaryFolder('sources-as-they-are')
  const text = textIn(folder)
  writeFileSync(join(folder, 'corpus/actors.yaml'), `# kept\n${text('corpus/actors.yaml')}`)
  const template = text('templates/report.md.hbs')
  writeFileSync(
    join(folder, 'templates/report.md.hbs'),
    template
      .replace(
        '{{list',
        '{{#if changes.since}}{{link "the law" "source-port-law-2011"}}{{/if}}\n\nOn port-law-2011.\n\n{{list',
      )
      .replace('[@port-law-2011, art. 5]', '[[@port-law-2011, art. 5]]{claims="close-below-two"}'),
  )
  await run(folder, ['check', '--update-lock', '-q'])
  const before = await run(folder, ['build', 'notes', '-q'])
  expect(before.code).toBe(0)
  const printed = text('out/notes.md')

  const dry = await run(folder, ['rename', 'close-below-two', 'closed-below', '--dry-run'])
  expect(dry).toMatchObject({
    code: 0,
    out: 'corpus/sources/port-law-2011.yaml  1 place\ntemplates/report.md.hbs  2 places\n',
  })
  expect(text('templates/report.md.hbs')).toContain('close-below-two')

  for (const [from, to] of [
    ['close-below-two', 'closed-below'],
    ['actor:sorley', 'j-sorley'],
    ['port-law-2011', 'law-2011'],
  ] as const)
    expect((await run(folder, ['rename', from, to])).code).toBe(0)
  expect(text('corpus/actors.yaml')).toMatch(/^# kept\n- \{id: j-sorley, /)
  expect(text('corpus/sources/sorley-mail.yaml')).toContain('speaker: j-sorley,')
  expect(existsSync(join(folder, 'corpus/sources/port-law-2011.yaml'))).toBe(false)
  expect(filesBelow(join(folder, 'texts'))).toContain('law-2011.txt')
  const renamed = text('templates/report.md.hbs')
  expect(renamed).toContain('[[@law-2011, art. 5]]{claims="closed-below"}')
  expect(renamed).toContain('{{link "the law" "source-law-2011"}}')
  // Words are not names.
  expect(renamed).toContain('On port-law-2011.')
  const again = await run(folder, ['check', '--update-lock'])
  expect([again.code, again.err.match(/ error /)]).toEqual([0, null])
  await run(folder, ['build', 'notes', '-q'])
  expect(text('out/notes.md')).toBe(
    printed.replaceAll('ref-port-law-2011', 'ref-law-2011').replaceAll('PorL11', 'Law11'),
  )
})

test('an id that is taken, unknown or no slug is refused, with the right one', async () => {
  const folder = temporaryFolder('sources-as-they-are')
  const refused = async (...words: string[]) => (await run(folder, ['rename', ...words])).err
  expect(await refused('wall', 'leaflet')).toBe(
    'briefpack: the source “leaflet” exists already, at corpus/sources/leaflet.yaml:1:1\n  “leaflet-2” is free\n',
  )
  expect(await refused('leaflt', 'x')).toBe('briefpack: there is no record “leaflt”\n  did you mean “leaflet”?\n')
  expect(await refused('leaflet', 'Big Leaflet')).toContain('did you mean “big-leaflet”?')
  writeFileSync(join(folder, 'texts/paper.txt'), 'Somebody’s own.')
  expect(await refused('leaflet', 'paper')).toContain('there is a file texts/paper.txt already')
  expect(readFileSync(join(folder, 'texts/paper.txt'), 'utf8')).toBe('Somebody’s own.')
})

test('files of a pack that is renamed are stale, and only what was written and not changed is removed', async () => {
  const folder = temporaryFolder('minimal')
  await run(folder, ['build', '-q'])
  writeFileSync(join(folder, 'out/report.txt'), 'Somebody’s own.')
  writeFileSync(join(folder, 'out/report.html'), 'Changed by hand.')
  const { code, err } = await run(folder, ['rename', 'pack:report', 'brief'])
  expect([code, err]).toEqual([0, expect.stringContaining('`briefpack clean --stale` removes it')])
  const below = join(folder, 'corpus/sources')
  mkdirSync(below, { recursive: true })
  const checked = await runProcess(below, ['check'])
  expect(checked.err).toMatch(/^briefpack: the project is \.\.\/\.\.\n/)
  expect(checked.err).toContain('  stale: out/report.html and 1 more, of report, no pack any more')
  const dry = await run(folder, ['clean', '--stale', '--dry-run'])
  expect([dry.out, existsSync(join(folder, 'out/report.md'))]).toEqual(['out/report.md\n', true])
  const cleaned = await run(folder, ['clean', '--stale'])
  expect(cleaned).toMatchObject({ code: 0, out: 'out/report.md\n' })
  expect(cleaned.err).toContain('out/report.html was changed since it was built: it stays')
  expect(filesBelow(join(folder, 'out'))).toEqual(['report.html', 'report.txt'])
  expect((await run(folder, ['clean'])).code).toBe(2)
})
