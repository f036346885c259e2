import { describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { Log } from '../../src/core/log.ts'
import type { Pack } from '../../src/corpus/pack.ts'
import { sourceIsArchived } from '../../src/evidence/lint/rules/source-is-archived.ts'
import { settle } from '../../src/evidence/lint/settle.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const pack = (fields: Partial<Pack>) =>
  ({ id: 'p', issued: '2006-01-15', rules: {}, waivers: [], ...fields }) as unknown as Pack
const place = () => ({ file: 'corpus/packs/p.yaml' })
const findings = () => {
  const log = new Log()
  log.report('passage-matches', { file: 'corpus/sources/a.yaml', start: { line: 7, column: 3 } }, 'it changed', {
    subject: 'claim:x',
  })
  log.report(sourceIsArchived, { file: 'corpus/sources/a.yaml', start: { line: 2, column: 1 } }, 'no copy')
  return log.findings
}
const ids = (list: readonly { ruleId: string; fatal?: boolean | null | undefined }[]) =>
  list.map((it) => `${it.fatal ? 'E' : 'W'} ${it.ruleId}`)
const waiver = { rule: 'passage-matches', at: 'claim:x', why: 'Being read again.', by: 'R. Ames', until: '2006-03' }

describe('levels', () => {
  test('a warning can be silenced or raised', () => {
    expect(ids(settle(findings(), pack({ rules: { 'source-is-archived': 'off' } }), place).findings)).toEqual([
      'E passage-matches',
    ])
    const raised = settle(findings(), pack({ rules: { 'source-is-archived': 'error' } }), place).findings
    expect(ids(raised)).toEqual(['E source-is-archived', 'E passage-matches'])
    expect(raised[0]).toMatchObject({ reason: 'no copy', file: 'corpus/sources/a.yaml', line: 2 })
  })

  test('an error cannot be lowered, and the attempt is one', () => {
    const { findings: left } = settle(findings(), pack({ rules: { 'passage-matches': 'off' } }), place)
    expect(ids(left)).toEqual(['E level-is-allowed', 'W source-is-archived', 'E passage-matches'])
  })

  test('the findings given are left as they were', () => {
    const given = findings()
    settle(given, pack({ rules: { 'source-is-archived': 'error' }, waivers: [waiver] }), place)
    expect(ids(given)).toEqual(['W source-is-archived', 'E passage-matches'])
  })
})

describe('a waiver', () => {
  test('names the record that a finding stands in, though it is about what a section prints', () => {
    const log = new Log()
    const at = { file: 'corpus/judgments.yaml', start: { line: 3, column: 3 } }
    log.report(sourceIsArchived, at, 'it stands twice', { subject: 'section:judgments' })
    const waivers = [{ ...waiver, rule: 'source-is-archived', at: 'judgment:border' }]
    const settled = settle(log.findings, pack({ waivers }), place, undefined, {}, () => 'judgment:border')
    expect(settled).toMatchObject({ findings: [], idle: [], waived: [{ waiver: waivers[0] }] })
  })

  test.each([
    ['twice', ['report', 'again'], []],
    ['twice', ['report'], []],
    ['none', ['report', 'again'], ['nothing is waived by the waiver of sentence-stands-once at “section:none”']],
    ['none', ['again'], []],
  ])('that two packs share is idle where neither uses it: section:%s of %j', async (section, packs, told) => {
    const files = readFiles('test/cases/minimal')
    const rule = `{rule: sentence-stands-once, at: "section:${section}", why: To try., by: R. Ames, until: "2099"}`
    files.set('corpus/packs/report.yaml', `${files.get('corpus/packs/report.yaml')}waivers: [${rule}]\n`)
    files.set('corpus/packs/again.yaml', 'extends: report\nsections: [report, twice]\n')
    const sentence = 'This sentence has no date and no name but many words.'
    files.set('templates/twice.md.hbs', `# Twice\n\n${sentence}\n\nHere, again: this is it.\n\n${sentence}\n`)
    const { findings } = await check(memoryHost(files), { packs })
    expect(findings.filter((it) => it.ruleId === 'waiver-is-used').map((it) => it.reason)).toEqual(told)
    expect(findings.filter((it) => it.fatal)).toEqual([])
  })

  test.each(['claim:x', 'corpus/sources/a.yaml', 'corpus/sources/a.yaml:7'])('lets pass what stands at %s', (at) => {
    const used = { ...waiver, at }
    const settled = settle(findings(), pack({ waivers: [used] }), place)
    expect(ids(settled.findings)).toEqual(['W source-is-archived'])
    expect(ids(settled.waived.map(({ finding }) => finding))).toEqual(['E passage-matches'])
    expect(settled.waived[0]!.waiver).toBe(used)
  })

  test.each(['claim:y', 'corpus/sources/a.yaml:8', 'corpus/sources'])('lets nothing pass at %s', (at) => {
    expect(ids(settle(findings(), pack({ waivers: [{ ...waiver, at }] }), place).findings)).toContain(
      'E passage-matches',
    )
  })

  test('ends with its last day, by the date of issue or by SOURCE_DATE_EPOCH, never by the clock', () => {
    const waivers = [{ ...waiver, until: '2006-01-15' }]
    expect(ids(settle(findings(), pack({ waivers }), place).findings)).toEqual(['W source-is-archived'])
    const later = Date.UTC(2006, 0, 16) / 1000
    expect(ids(settle(findings(), pack({ waivers }), place, later).findings)).toEqual([
      'E waiver-is-current',
      'W source-is-archived',
      'E passage-matches',
    ])
  })

  test.each(['2006/..', '../2006', '..'])('without an end is none: %s', (until) => {
    const { findings: left } = settle(findings(), pack({ waivers: [{ ...waiver, until }] }), place)
    if (until === '../2006') expect(ids(left)).toEqual(['W source-is-archived'])
    else expect(ids(left)).toEqual(['E waiver-is-current', 'W source-is-archived', 'E passage-matches'])
  })

  test.each(['field-is-known', 'reference-resolves', 'waiver-is-current', 'level-is-allowed'])(
    'of %s is refused',
    (rule) => {
      const { findings: left } = settle(findings(), pack({ waivers: [{ ...waiver, rule }] }), place)
      expect(left[0]).toMatchObject({ ruleId: 'waiver-is-current', fatal: true, reason: `“${rule}” cannot be waived` })
    },
  )

  test('that lets nothing pass says where the rule finds something', () => {
    const notes = (at: string) => settle(findings(), pack({ waivers: [{ ...waiver, at }] }), place).idle[0]!.note
    expect(notes('x')).toBe('did you mean “claim:x”?')
    expect(notes('judgment:border')).toBe('the rule finds something at claim:x')
  })

  test('of a rule whose name is misspelt lets pass what it was meant for, and is told where the name stands', () => {
    const named = (path: readonly (string | number)[], part?: string) => ({ ...place(), start: at(path, part) })
    const at = (path: readonly (string | number)[], part = 'value') => ({ line: path.length, column: part.length })
    const misspelt = pack({
      rules: { 'source-is-archive': 'off' },
      waivers: [{ ...waiver, rule: 'passage-match' }],
    })
    const { findings: left, waived } = settle(findings(), misspelt, named)
    expect(left).toMatchObject([
      { ruleId: 'level-is-allowed', line: 2, column: 'key'.length, note: 'did you mean “source-is-archived”?' },
      { ruleId: 'waiver-is-current', line: 3, note: 'did you mean “passage-matches”?' },
    ])
    expect(waived).toHaveLength(1)
  })

  test.each([['until'], []])(
    'that is told as faulty already, at %s, is not told to have ended or to do nothing',
    (...path) => {
      const at = (steps: readonly (string | number)[]) => ({
        ...place(),
        start: { line: 1, column: steps.join().length + 1 },
      })
      const log = new Log()
      log.report('date-is-edtf', at(['waivers', 0, ...path]), '“2020-13” is not an EDTF date')
      const { findings: left } = settle(log.findings, pack({ waivers: [{ ...waiver, until: '2000' }] }), at)
      expect(ids(left)).toEqual(['E date-is-edtf'])
    },
  )
})
