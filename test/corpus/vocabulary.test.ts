// The kinds of events, actors and measures: the corpus' own lists, or the preset.
import { expect, test } from 'vitest'
import { build, check } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const start = new Map<string, string>([
  ...readFiles('assets/start/common'),
  ...readFiles('assets/start/en'),
  ...[...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const),
])
const pack = (language: string) => `title: T
description: D
period: "2024"
cut-off: "2024"
issued: "2024"
scale: icd203
style: source-codes
language: ${language}
sections: [timeline, chronology, actors, status-of-measures]
rules: {section-has-two-sources: off}
`
const records = {
  'corpus/events.yaml': `
- {id: a, kind: recall, title: A batch, date: "2024-05", claims: [broken-tie-is-told]}
- {id: b, kind: inspection, title: A plant, date: "2024-06", claims: [broken-tie-is-told]}
`,
  'corpus/actors.yaml': `
- {id: plant, kind: company, name: Plant}
- {id: lab, kind: company, name: Laboratory, relations: [{kind: supplies, to: plant, claims: [broken-tie-is-told]}]}
- {id: clinic, kind: clinic, name: Clinic, relations: [{kind: partner-of, to: plant, claims: [broken-tie-is-told]}]}
`,
  'corpus/measures.yaml': `
- id: m
  title: M
  instrument: order
  area: A
  purpose: P
  history: [{status: adopted, date: "2024-07", claims: [broken-tie-is-told]}]
`,
}
const event = '- {id: recall, label: {en: Recall, ru: Отзыв партии}, mark: diamond}\n'
const actor = '- {id: clinic, label: Клиники, mark: box}\n'

async function built(language: string, own: Readonly<Record<string, string>> = {}) {
  const files = new Map([
    ...start,
    ...Object.entries(records),
    ['corpus/packs/pack.yaml', pack(language)],
    ['corpus/event-kinds.yaml', start.get('corpus/event-kinds.yaml')! + event],
    ['corpus/actor-kinds.yaml', start.get('corpus/actor-kinds.yaml')! + actor],
    ...Object.entries(own),
  ] as const)
  const host = memoryHost(files)
  const { findings } = await build(host, { formats: ['md'] })
  const read = (path: string) => new TextDecoder().decode(host.written.get(path))
  return {
    findings: findings.map(({ file, line, reason, note }) => `${file}:${line} ${reason}${note ? ` (${note})` : ''}`),
    text: read('out/pack.md'),
    timeline: read('out/pack.figures/timeline.svg'),
    network: read('out/pack.figures/network.svg'),
  }
}

test('kinds of one’s own are printed and drawn, each in the words of the language', async () => {
  const { findings, text, timeline, network } = await built('ru')
  expect(findings).toEqual([])
  expect(text).toContain('## Клиники')
  expect(text).toContain('## Компании')
  expect(text).toContain('*Распоряжение.*')
  for (const lane of ['Отзыв партии', 'Проверка']) expect(timeline).toContain(`>${lane}<`)
  for (const group of ['Клиники', 'Компании']) expect(network).toContain(`>${group}<`)
  expect(text).not.toContain('Нападения')
})

test('a kind without a word in the language is told once, and printed as it is', async () => {
  const { findings, timeline } = await built('kk')
  expect(findings).toEqual([
    'corpus/event-kinds.yaml:14 the event-kind “recall” has no label in kk, and is printed as it is (write label: {kk: …})',
  ])
  expect(timeline).toContain('>Recall<')
})

test('an unknown kind is one finding, with the nearest right one and where to write more', async () => {
  const { findings } = await built('ru', {
    'corpus/events.yaml': records['corpus/events.yaml'].replace('inspection', 'inspektion').replace('recall', 'attack'),
  })
  expect(findings).toEqual([
    expect.stringMatching(
      /^corpus\/events.yaml:2 there is no event-kind “attack” \(there are incident, .*event-kinds.yaml\)$/s,
    ),
    expect.stringMatching(/^corpus\/events.yaml:3 there is no event-kind “inspektion” \(did you mean “inspection”\?/),
  ])
})

test('without a list the preset holds', async () => {
  const files = new Map(start)
  for (const kind of ['event', 'actor', 'measure']) files.delete(`corpus/${kind}-kinds.yaml`)
  files.set('corpus/packs/pack.yaml', pack('en-GB'))
  files.set('corpus/events.yaml', '- {id: a, kind: attack, title: A, date: "2024-05", claims: [broken-tie-is-told]}\n')
  expect((await check(memoryHost(files))).findings.map(String)).toEqual([])
})
