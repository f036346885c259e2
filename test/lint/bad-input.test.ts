import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { check } from '../../src/build.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import { findingsIn, lockOf, projectOf } from './project.ts'
import { readReference } from './reference.ts'

const { base } = readReference()
const project = projectOf(base, [])
const lock = await lockOf(base)
const files = [...project.keys()].filter((path) => path.startsWith('corpus/'))

type Path = readonly (string | number)[]

test('a corpus with any field gone or wrong is reported or accepted, and nothing throws', async () => {
  const wrong = fc.constantFrom(undefined, null, 0, '', 'x', [], {}, ['x'], { x: 1 }, '2004-13', 'harbour-closed', '“')
  await fc.assert(
    fc.asyncProperty(fc.nat(files.length - 1), fc.nat(), wrong, async (file, pick, value) => {
      const path = files[file]!
      const spoilt = new Map([...project, [path, spoil(project.get(path)!, pick, value)]])
      expect(Array.isArray(await findingsIn(spoilt, lock))).toBe(true)
    }),
    { numRuns: Number(process.env.BAD_INPUTS ?? 100) },
  )
})

test('a pack is not rendered from thousands of faulty records: it says so, and the records are all told of', async () => {
  const questions = Array.from({ length: 1100 }, (_, index) => `- id: q-${index}\n  txt: Who?\n`).join('')
  const { findings, packs } = await check(memoryHost(new Map([...project, ['corpus/questions.yaml', questions]])))
  expect(packs.map(({ sound }) => sound)).toEqual([false])
  expect(findings.filter(({ ruleId }) => ruleId === 'field-is-known')).toHaveLength(1100)
  expect(findings.find(({ ruleId }) => ruleId === 'section-is-present')!.reason).toBe(
    'the pack was not looked at: 1100 records have errors of form',
  )
})

test('of thousands of references that name nothing each is told, the first with the nearest name', async () => {
  const events = Array.from(
    { length: 700 },
    (_, index) => `- {id: e-${index}, kind: meeting, title: T, date: "2004", participants: [nobody-${index}]}\n`,
  )
  const actors = Array.from(
    { length: 700 },
    (_, index) => `- {id: somebody-${index}, kind: person, name: N ${index}}\n`,
  )
  const spoilt = new Map([
    ...project,
    ['corpus/events/e.yaml', events.join('')],
    ['corpus/actors/a.yaml', actors.join('')],
  ])
  const { findings } = await check(memoryHost(spoilt))
  const told = findings.filter(({ ruleId, reason }) => ruleId === 'reference-resolves' && reason.includes('nobody-'))
  expect(told).toHaveLength(700)
  expect(told.filter(({ note }) => note?.includes('did you mean “somebody-'))).toHaveLength(500)
})

/** A record with one of its fields, at any depth, taken away or made into something else. */
function spoil(text: string, pick: number, value: unknown): string {
  const data = parse(text) as Record<string | number, unknown>
  const paths = pathsOf(data).slice(1)
  const path = paths[pick % paths.length]!
  let at = data
  for (const step of path.slice(0, -1)) at = at[step] as typeof at
  const last = path.at(-1)!
  if (value !== undefined) at[last] = value
  else if (Array.isArray(at)) at.splice(Number(last), 1)
  else delete at[last]
  return stringify(data)
}

function pathsOf(data: unknown, path: Path = []): readonly Path[] {
  if (typeof data !== 'object' || data === null) return [path]
  const inner = Array.isArray(data) ? [...data.entries()] : Object.entries(data)
  return [path, ...inner.flatMap(([key, value]) => pathsOf(value, [...path, key]))]
}
