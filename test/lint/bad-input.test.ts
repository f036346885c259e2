import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
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
