import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse as parseLoud } from 'yaml'
import type { RecordKind } from '../../src/corpus/fields.ts'
import { registers } from '../../src/corpus/homes.ts'
import { schemas } from '../../src/corpus/kinds.ts'
import { checkOrder, orderOf } from '../../src/corpus/order.ts'
import { readYaml } from '../../src/corpus/read-yaml.ts'
import { reorder } from '../../src/corpus/reorder.ts'
import { parseYaml } from '../../src/corpus/yaml.ts'
import { Log } from '../../src/log.ts'
import { yamlOf } from './arbitrary-yaml.ts'

const parse = (text: string): unknown => parseLoud(text, { logLevel: 'silent' })

const runs = Number(process.env.ORDER_RUNS ?? 120)

const kinds = Object.keys(schemas).filter((kind) => kind !== 'claim') as RecordKind[]
const files = fc
  .constantFrom(...kinds)
  .chain((kind) =>
    fc.tuple(fc.constant(kind), yamlOf(orderOf(kind), Object.values<RecordKind>(registers).includes(kind))),
  )

test('any records are put in order, and say what they said', () => {
  const property = fc.property(files, ([kind, text]) => {
    const { text: after, left } = reorder(kind, text)
    expect(parse(after)).toEqual(parse(text))
    expect(commentsOf(after)).toEqual(commentsOf(text))
    expect(lettersOf(after)).toEqual(lettersOf(text))
    expect(left).toEqual([])
    expect(findingsOf(kind, after)).toEqual([])
    expect(reorder(kind, after)).toEqual({ text: after, moves: [], left: [] })
    if (findingsOf(kind, text).length === 0) expect(after).toBe(text)
  })
  fc.assert(property, { numRuns: runs })
})

test('a comment stays with its field', () => {
  const property = fc.property(files, ([kind, text]) => {
    const before = ownersOf(text)
    for (const [comment, owner] of ownersOf(reorder(kind, text).text))
      expect([comment, owner]).toEqual([comment, before.get(comment)])
  })
  fc.assert(property, { numRuns: runs })
})

test('whatever stands in a file, it says afterwards what it said, and nothing throws', () => {
  const bits = [
    '? ',
    '&a ',
    '*a',
    '!!str ',
    '|+',
    '\t',
    '#',
    ' # x',
    '{',
    '}',
    ',',
    ': ',
    '\r',
    '\n',
    '- ',
    '\n---\n',
    '\uFEFF',
    '"',
    "'",
    '<<: ',
  ]
  const spoilt = fc
    .tuple(files, fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', ...bits)), { minLength: 1, maxLength: 4 }))
    .map(
      ([[kind, text], edits]) =>
        [kind, edits.reduce((it, [at, cut, bit]) => splice(it, at % (it.length + 1), cut, bit), text)] as const,
    )
  const property = fc.property(spoilt, ([kind, text]) => {
    const { text: after } = reorder(kind, text)
    if (after === text) return
    expect(parse(after)).toEqual(parse(text))
    expect(lettersOf(after)).toEqual(lettersOf(text))
  })
  fc.assert(property, { numRuns: runs })
})

function findingsOf(kind: RecordKind, text: string) {
  const log = new Log()
  checkOrder(kind, parseYaml('x.yaml', text, log, readYaml(text)), log)
  return log.findings.map(({ reason }) => reason)
}

const commentsOf = (text: string) => [...text.matchAll(/#\S* (?:head|above|behind|below) \d+/g)].map(String).sort()
const lettersOf = (text: string) => [...text.replace(/\s/g, '')].sort().join('')
const splice = (text: string, at: number, cut: number, bit: string) => text.slice(0, at) + bit + text.slice(at + cut)

/** By comment: the name of the field below it, or on its line. */
function ownersOf(text: string): ReadonlyMap<string, string | undefined> {
  const lines = text.split(/\r?\n/)
  const owners = lines.map((line, at) => {
    const [comment, where] = /#\S* (above|behind) \d+/.exec(line) ?? []
    const owner = where === 'above' ? lines.slice(at).find((it) => it.trim() !== '' && !/^[- ]*#/.test(it)) : line
    return [comment ?? '', /^[- ]*([^:]*)/.exec(owner ?? '')?.[1]] as const
  })
  return new Map(owners.filter(([comment]) => comment !== ''))
}
