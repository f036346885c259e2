import { describe, expect, test } from 'vitest'
import { diskHost } from '../../src/app/cli/host.ts'
import { Log } from '../../src/core/log.ts'
import type { RecordKind } from '../../src/corpus/fields.ts'
import { kinds } from '../../src/corpus/kinds.ts'
import { load } from '../../src/corpus/load.ts'
import { checkOrder, type Order, orderOf } from '../../src/corpus/order.ts'
import { putInOrder } from '../../src/corpus/put-in-order.ts'
import { readYaml } from '../../src/corpus/read-yaml.ts'
import { parseYaml } from '../../src/corpus/yaml.ts'

function found(kind: RecordKind, text: string) {
  const log = new Log()
  checkOrder(kind, parseYaml('corpus/x.yaml', text, log, readYaml(text)), log)
  return log.findings.map(({ line, column, reason, note }) => ({
    at: `${line}:${column}`,
    reason,
    notes: note?.split('\n'),
  }))
}

describe('fields out of order', () => {
  test('are told once a file, at the first, with what it belongs before', () => {
    const text =
      '- id: a\n  kind: person\n- account: []\n  name: x\n  id: b\n- {id: c, name: y, kind: unit}\n- {id: d, roles: [{of: a, title: z}]}\n'
    expect(found('actor', text)).toEqual([
      {
        at: '4:3',
        reason: '“name” stands after “account”, and belongs before it',
        notes: [
          'in order: id, name, account',
          '`briefpack check --fix` puts them in order',
          '2 more mappings have fields out of order in this file',
        ],
      },
    ])
  })

  test('are told inside fields of one’s own names', () => {
    const reasons = found('source', 'type: book\nbasis: {title: {note: x, how: told}}\n').map(({ at, reason }) => [
      at,
      reason,
    ])
    expect(reasons).toEqual([['2:26', '“how” stands after “note”, and belongs before it']])
  })

  test.each<[RecordKind, string]>([
    ['source', 'type: book\ntitle: x\nbasis: {title: text, author: text}\n'],
    ['source', 'type: book\nmine: 1\ntitle: x\nauthor: [{literal: y}]\n'],
    ['pack', 'rules: {b: off, a: off}\n'],
    ['actor', '[]'],
    ['actor', 'text'],
    ['actor', ''],
    ['actor', '- [[{name: x, id: y}]]\n- null\n- {names: {lang: ru, form: x}}\n'],
  ])('are none in %s %j', (kind, text) => {
    expect(found(kind, text)).toEqual([])
  })
})

test('the id of whatever has one comes first', () => {
  const firsts = (order: Order | undefined): boolean[] =>
    order === undefined
      ? []
      : [
          ...(order.fields.has('id') ? [order.fields.get('id')!.rank === 0] : []),
          ...[...order.fields.values()].flatMap(({ inner }) => firsts(inner)),
          ...firsts(order.others),
          ...firsts(order.entries),
        ]
  const all = kinds.flatMap(({ name: kind }) => firsts(orderOf(kind)))
  expect(all.length).toBeGreaterThan(8)
  expect(all).not.toContain(false)
})

test.each(['.', 'assets/sample'])('the corpus of %s is in order', async (folder) => {
  const log = new Log()
  const corpus = await load(diskHost(folder, {}), log)
  expect(corpus.sources.size).toBeGreaterThan(2)
  expect(log.findings.filter(({ ruleId }) => ruleId === 'fields-are-in-order')).toEqual([])
})

describe('fields are put in order', () => {
  test('as they are written, with their comments', () => {
    const before = `# on top
- text: Who?
  id: who
  # The minutes would tell.
  closes-if: the minutes
  why: It shows. # behind
  candidates: [{for: [a], answer: "the port, {b}"}, {answer: the ministry}]

# of the next
- closes-if: x
  why: |
    long

    text
  text: B?
  # of the status
  status: open
  id: b
# at the end`
    expect(putInOrder('question', before)).toBe(`# on top
- id: who
  text: Who?
  why: It shows. # behind
  candidates: [{answer: "the port, {b}", for: [a]}, {answer: the ministry}]
  # The minutes would tell.
  closes-if: the minutes

# of the next
- id: b
  text: B?
  why: |
    long

    text
  closes-if: x
  # of the status
  status: open
# at the end`)
  })

  test.each(['- {name: x, id: *a}\n- &a y\n', '- name: x\n  id: [', '- name: &n x\n  id: *n\n', 'text', ''])(
    'but not where the text would say something else: %j',
    (text) => expect(putInOrder('actor', text)).toBe(text),
  )

  test('and are then told of no more', async () => {
    const host = diskHost('assets/sample')
    for (const path of await host.list('corpus/sources')) {
      const text = new TextDecoder().decode(await host.read(`corpus/sources/${path.replace(/.*\//, '')}`))
      const turned = text.replace(/^(code: .*\n)([\s\S]*?)(?=^claims:)/m, '$2$1')
      expect(turned).not.toBe(text)
      expect(putInOrder('source', turned)).toBe(text)
    }
  })
})
