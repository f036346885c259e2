import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Fault, faults, type Pair } from './pair.ts'

type Written = { passage: string; language?: string; issued?: string; honest: string[] } & Partial<
  Record<Fault, string>
>

/** The pairs of a file in the order in which they stand. */
export function writtenPairs(path: string): readonly Pair[] {
  if (!existsSync(path)) return []
  return (parse(readFileSync(path, 'utf8')) as Written[]).flatMap((entry) => {
    const base = { passage: entry.passage, language: entry.language ?? 'en', issued: entry.issued }
    const wrong = faults.flatMap((kind) => (entry[kind] === undefined ? [] : [{ ...base, kind, gist: entry[kind] }]))
    return [...entry.honest.map((gist) => ({ ...base, kind: 'honest' as const, gist })), ...wrong]
  })
}
