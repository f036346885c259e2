import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect } from 'vitest'

export type Files = ReadonlyMap<string, string>

/** Holds `actual` against the folder `expected`. `make accept` makes it the new expectation; in CI nothing does. */
export function matchesGolden(expected: string, actual: Files): void {
  if (process.env.ACCEPT && !process.env.CI) {
    writeFiles(expected, actual)
    return
  }
  const wanted = readFiles(expected)
  expect([...actual.keys()].sort(), `files in ${expected}`).toEqual([...wanted.keys()].sort())
  for (const [name, text] of actual)
    expect(text, `${expected}/${name}: run \`make accept\` if you mean this change`).toBe(wanted.get(name))
}

/** The texts of all files below a folder, by their path in it. */
export function readFiles(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(folder, path), readFileSync(path, 'utf8')]
    }),
  )
}

function writeFiles(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
