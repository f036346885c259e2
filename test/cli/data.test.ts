import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { run, temporaryFolder } from './run.ts'

test('what a template sees is printed as YAML or JSON, whole or for a section', async () => {
  const folder = temporaryFolder('minimal')
  const whole = await run(folder, ['data'])
  expect(whole.code).toBe(0)
  expect(parse(whole.out)).toMatchObject({ pack: { title: 'The north quay toll' }, counts: { held: 1, claims: 2 } })
  const section = await run(folder, ['data', 'report', 'report', '--json'])
  expect(Object.keys(JSON.parse(section.out) as object)).toEqual(['pack', 'sources'])
})

test('a pack or section that is not there is refused, with the nearest', async () => {
  const folder = temporaryFolder('minimal')
  const refused = async (...words: string[]) => (await run(folder, ['data', ...words])).err
  expect(await refused('reprt')).toContain('there is no pack “reprt”\n  did you mean “report”?')
  expect(await refused('report', 'reprt')).toContain('there is no section “reprt”\n  did you mean “report”?')
})
