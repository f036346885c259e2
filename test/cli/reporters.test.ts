// Findings as machines read them: valid, complete, and unharmed by what a file may hold.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { github, gitlab } from '../../src/app/cli/reporters/ci.ts'
import { findingsSchema } from '../../src/app/cli/reporters/findings-schema.ts'
import { json, ndjson } from '../../src/app/cli/reporters/json.ts'
import { junit } from '../../src/app/cli/reporters/junit.ts'
import { closing, pretty } from '../../src/app/cli/reporters/pretty.ts'
import { type Report, uncheckedOf } from '../../src/app/cli/reporters/report.ts'
import { sarif } from '../../src/app/cli/reporters/sarif.ts'
import { type Finding, Log, plainFinding } from '../../src/core/log.ts'
import { rules } from '../../src/evidence/lint/lint.ts'

const escapeCharacter = String.fromCharCode(27)
const hostile = `“<b>&]]>\r\n::error::x %0A, [a](javascript:x) ${escapeCharacter}[31m\u0000 \u202Ex\u202C \uD800 😀`

function someFindings(linesAbove = 0) {
  const log = new Log()
  const at = (line: number, column: number) => ({ line: line + linesAbove, column })
  log.report(
    'field-is-known',
    { file: 'corpus/a b,c:ü#?.yaml', start: at(3, 5), end: at(3, 9) },
    `no field ${hostile}`,
    {
      notes: ['did you mean “kind”?', hostile],
      subject: 'actor:sorley',
    },
  )
  log.report(rules.get('sentence-is-cited')!, { file: 'templates/x.md.hbs', start: at(7, 1) }, 'not cited')
  log.report(rules.get('sentence-is-cited')!, { file: 'templates/x.md.hbs', start: at(9, 1) }, 'not cited')
  log.report('file-is-present', { file: 'corpus' }, 'there is no corpus')
  return log.findings
}

const none = { ok: 0, moved: 0, drifted: 0, ambiguous: 0, lost: 0, unverified: 0, byLock: 0 }
const place = { file: 'corpus/sources/quay.yaml', start: { line: 2, column: 3 } }

/** A report in which everything was looked up and nothing found, but for what is given. */
const reportOf = (parts: Partial<Report> = {}): Report => ({
  findings: [],
  waived: [],
  hidden: [],
  files: ['corpus/sound.yaml'],
  checked: {
    passages: { ...none, ok: 2 },
    claims: { agreed: 1, declared: 1, disagreed: 0, unchecked: 0, byLock: 0 },
    quotations: { found: 1, 'not-found': 0, indeterminate: 0, unchecked: 0, byLock: 0 },
    doubtful: [],
    foreign: [],
    absent: [],
    unread: [],
  },
  strict: false,
  prefix: '',
  at: new Date(Date.UTC(2006, 2, 1, 12, 30, 5, 250)),
  ...parts,
})

/** Nothing is wrong, and two quotations could not be looked up. */
const unchecked = reportOf({
  checked: {
    passages: { ...none, unverified: 2, byLock: 2 },
    claims: { agreed: 2, declared: 0, disagreed: 0, unchecked: 0, byLock: 2 },
    quotations: { found: 0, 'not-found': 0, indeterminate: 0, unchecked: 2, byLock: 0 },
    doubtful: [],
    foreign: [],
    absent: [{ source: 'quay', place }],
    unread: [{ source: 'quay', place }],
  },
})

test('claims whose passages are gone, and those of a language without tables, are told apart from those without text', () => {
  const { checked, ...report } = reportOf()
  const claims = { ...checked.claims, unchecked: 2 }
  const texts = uncheckedOf({ ...report, checked: { ...checked, claims, foreign: [{ claim: 'road', place }] } })
  expect(texts.map(({ text }) => text)).toEqual([
    '1 of 4 claims could not be held against their passages: these are no longer in the texts',
    '1 of 4 claims could not be told: the language of their passages is none that claims are compared in: road',
  ])
})

function waivedFinding(): Report['waived'][number] {
  const log = new Log()
  log.report(rules.get('quotation-matches')!, { file: 'corpus/a.yaml', start: { line: 4, column: 2 } }, 'not in quay', {
    subject: 'claim:x',
  })
  const waiver = { pack: 'report', by: 'R. Ames', why: `Read again. ${hostile}`, until: '2006-03' }
  return { finding: plainFinding(log.findings[0]!), waivers: [waiver] }
}

const everything = reportOf({
  ...unchecked,
  findings: someFindings(),
  waived: [waivedFinding()],
  hidden: someFindings().slice(0, 1),
})

const reports = { sound: reportOf(), unchecked, everything }

let validate: ReturnType<typeof sarifSchema> | undefined

function sarifSchema() {
  const path = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
  // Draft 4 differs from draft 7, as far as this schema goes, in the name of the identifier only.
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
  expect(JSON.stringify(schema)).not.toMatch(/"exclusive(Minimum|Maximum)":/)
  return new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true }).compile(schema)
}

test.each(Object.entries(reports))('SARIF of a report that is %s is valid against its schema', async (_, report) => {
  validate ??= sarifSchema()
  const log = JSON.parse(sarif(report))
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
  const [run] = log.runs
  for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
})

test('SARIF has what GitHub needs to show a result, and to know it again', async () => {
  const all = [...rules.values()].map((rule) => {
    const log = new Log()
    log.report(rule, { file: 'corpus' }, `about ${rule.id}`)
    return log.findings[0] as Finding
  })
  const [run] = JSON.parse(sarif(reportOf({ findings: all }))).runs
  for (const rule of run.tool.driver.rules) {
    expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024)
    expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024)
    expect(rule.help.markdown ?? rule.help.text).not.toBe('')
    expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level)
  }
  expect(run.results).toHaveLength(all.length + 1)
  for (const { message, locations, partialFingerprints } of run.results.slice(0, -1)) {
    expect(message.text).toMatch(/^about .*\.$/)
    expect(locations[0].physicalLocation.region).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 })
    expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{32}$/)
  }
})

test('SARIF has the place from the root of the repository, percent-encoded, and no link that a message brings', async () => {
  const [run] = JSON.parse(sarif({ ...everything, prefix: 'packs/ä/' })).runs
  expect(run.results[1]).toMatchObject({
    ruleId: 'field-is-known',
    level: 'error',
    suppressions: [],
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'packs/%C3%A4/corpus/a%20b%2Cc%3A%C3%BC%23%3F.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
        },
        logicalLocations: [{ fullyQualifiedName: 'actor:sorley' }],
      },
    ],
  })
  expect(run.results[1].message.text).toContain('[a\\](javascript:x)')
  const suppressed = run.results.filter((it: { suppressions: object[] }) => it.suppressions.length)
  expect(suppressed).toMatchObject([
    {
      ruleId: 'quotation-matches',
      level: 'note',
      suppressions: [{ kind: 'external', status: 'accepted', properties: { by: 'R. Ames', until: '2006-03' } }],
    },
  ])
})

test('what could not be checked is in every format, and nothing of the kind where all was', async () => {
  const texts = async (report: Report) => [
    closing(report),
    closing(report, { quiet: true }),
    json(report),
    ndjson(report),
    sarif(report),
    github(report),
    gitlab(report),
    junit(report),
  ]
  const sentence =
    '2 of 2 quotations could not be checked: no text, and the lock does not know them: quay; `briefpack check --update-lock`, where the texts are, writes what stands for them'
  for (const text of await texts(unchecked)) expect(text).toContain(sentence)
  for (const text of await texts(reportOf())) expect(text).not.toMatch(/could not be checked|skipped="1"/)
  expect(JSON.parse(json(unchecked))).toMatchObject({
    errors: 0,
    complete: false,
    checked: { passages: { all: 2, byLock: 2 }, quotations: { all: 2, unchecked: 2 }, absentTexts: ['quay'] },
  })
  expect(JSON.parse(json(reportOf())).complete).toBe(true)
  expect(JSON.parse(ndjson(unchecked).trimEnd().split('\n').at(-1)!)).toMatchObject({
    type: 'summary',
    complete: false,
  })
  expect(JSON.parse(sarif(unchecked)).runs[0]).toMatchObject({
    invocations: [{ toolExecutionNotifications: [{ level: 'warning', message: { text: `${sentence}.` } }] }],
    results: [{ kind: 'open', level: 'none', message: { text: `${sentence}.` } }],
  })
  expect(github(unchecked)).toBe(`::notice title=briefpack check::${sentence}\n`)
  expect(JSON.parse(gitlab(unchecked))).toMatchObject([
    { severity: 'info', description: sentence, location: { path: place.file, lines: { begin: 2 } } },
  ])
  expect(junit(unchecked)).toContain(`<skipped message="${sentence}"/></testcase>`)
  expect(junit(unchecked)).toContain('tests="2" failures="0" errors="0" skipped="1"')
  expect(junit({ ...unchecked, strict: true })).toContain('tests="2" failures="0" errors="1" skipped="0"')
})

test('a file with errors of form was not checked further, even where the error itself is not shown', () => {
  const report = JSON.parse(json(reportOf({ hidden: someFindings() })))
  expect(report).toMatchObject({ complete: false, errors: 0, hidden: { errors: 2, warnings: 2 } })
  expect(report.unchecked).toEqual([
    'records with errors of form or reference could not be checked further, in 2 files: corpus, corpus/a b,c:ü#?.yaml',
  ])
})

test('what is waived is in every format, and fails none', async () => {
  const report = reportOf({ waived: [waivedFinding()] })
  for (const text of [closing(report), ndjson(report), sarif(report), github(report), gitlab(report), junit(report)])
    expect(text).toContain('R. Ames')
  expect(JSON.parse(json(report))).toMatchObject({
    errors: 0,
    findings: [],
    waived: [{ rule: 'quotation-matches', severity: 'error', waivers: [{ pack: 'report', until: '2006-03' }] }],
  })
  expect(junit(report)).toContain('failures="0"')
  expect(github(report)).toMatch(
    /^::notice file=corpus\/a\.yaml,line=4,col=2,title=quotation-matches::not in quay%0Awaived/,
  )
})

test.each(Object.entries(reports))('json and ndjson of a report that is %s are as their schema says', (_, report) => {
  const validate = new Ajv2020({ allErrors: true }).compile(findingsSchema)
  const whole = JSON.parse(json(report))
  expect(validate(whole), JSON.stringify(validate.errors)).toBe(true)
  const lines = ndjson(report)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const of = (wanted: string) => lines.flatMap(({ type, ...it }) => (type === wanted ? [it] : []))
  expect({ ...of('summary')[0], findings: of('finding'), waived: of('waived'), files: report.files }).toEqual(whole)
})

test('a finding keeps its fingerprint when lines are added above it, and two alike have two', () => {
  const fingerprints = (findings: readonly Finding[]) =>
    JSON.parse(json(reportOf({ findings }))).findings.map((it: { fingerprint: string }) => it.fingerprint)
  const before = fingerprints(someFindings())
  expect(fingerprints(someFindings(12))).toEqual(before)
  expect(new Set(before).size).toBe(before.length)
})

test('json has a finding whole; half a surrogate pair, which many readers refuse, is replaced', () => {
  const report = JSON.parse(json(everything))
  expect(report).toMatchObject({ schema: 'briefpack.findings/1', errors: 2, warnings: 2 })
  expect(report.findings[1]).toMatchObject({
    message: `no field ${hostile.replace('\uD800', '\uFFFD')}`,
    subject: 'actor:sorley',
    start: { line: 3, column: 5 },
  })
})

test('GitHub has one command a line, errors first, and no line of its own from a message', () => {
  const lines = github({ ...everything, prefix: 'sub/' }).split('\n')
  expect(lines.pop()).toBe('')
  const levels = lines.map((line) => /^::(\w+) /.exec(line)?.[1])
  expect(levels).toEqual(['error', 'error', 'warning', 'warning', 'notice', 'notice', 'notice', 'notice'])
  expect(lines[1]).toMatch(
    /^::error file=sub\/corpus\/a b%2Cc%3Aü#\?\.yaml,line=3,endLine=3,col=5,endColumn=9,title=field-is-known::no field “<b>&\]\]>%0D%0A::error::x %250A/,
  )
  expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E]/u)
})

test('GitLab has what its code quality report asks for', () => {
  const issues = JSON.parse(gitlab({ ...everything, prefix: 'sub/' }))
  expect(issues).toHaveLength(4 + 2 + 1)
  for (const issue of issues) {
    expect(issue).toMatchObject({
      description: expect.any(String),
      check_name: expect.any(String),
      fingerprint: expect.any(String),
      severity: expect.stringMatching(/^(major|minor|info)$/),
      location: { path: expect.stringMatching(/^sub\//), lines: { begin: expect.any(Number) } },
    })
  }
  expect(new Set(issues.map((it: { fingerprint: string }) => it.fingerprint)).size).toBe(issues.length)
})

/** What Ant's schema (github.com/windyroad/JUnit-Schema) asks of each element: its attributes, and what is in it, in order. */
const parts: Record<string, { attributes: readonly string[]; values?: Record<string, RegExp>; inside: RegExp }> = {
  testsuites: { attributes: [], inside: /^(testsuite )*$/ },
  testsuite: {
    attributes: 'id package name hostname timestamp time tests failures errors skipped'.split(' '),
    values: {
      timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
      'id|time|tests|failures|errors|skipped': /^\d+$/,
      'name|hostname': /\S/,
    },
    inside: /^properties (testcase )*system-out system-err $/,
  },
  properties: { attributes: [], inside: /^(property )*$/ },
  testcase: {
    attributes: ['classname', 'name', 'time'],
    values: { time: /^\d+$/ },
    inside: /^((skipped|error|failure) )?$/,
  },
  failure: { attributes: ['type', 'message'], inside: /^$/ },
  error: { attributes: ['type', 'message'], inside: /^$/ },
  skipped: { attributes: ['message'], inside: /^$/ },
  'system-out': { attributes: [], inside: /^$/ },
  'system-err': { attributes: [], inside: /^$/ },
}

test.each([...Object.values(reports), { ...unchecked, strict: true }])('JUnit is as Ant’s schema asks', (report) => {
  const seen: Record<string, number> = { testcase: 0, failure: 0, error: 0, skipped: 0 }
  let counts: Record<string, unknown> = {}
  visit(fromXml(junit(report)), 'element', ({ name, attributes, children }) => {
    const { values = {}, inside, ...asked } = parts[name]!
    expect(Object.keys(attributes)).toEqual(asked.attributes)
    for (const [names, form] of Object.entries(values))
      for (const it of names.split('|')) expect(attributes[it]).toMatch(form)
    expect(children.map((it) => (it.type === 'element' ? `${it.name} ` : '')).join('')).toMatch(inside)
    if (name in seen) seen[name]!++
    if (name === 'testsuite') counts = attributes
  })
  expect(counts).toMatchObject({
    tests: `${seen.testcase}`,
    failures: `${seen.failure}`,
    errors: `${seen.error}`,
    skipped: `${seen.skipped}`,
  })
})

/** XML 1.0 allows these characters and no others; what is left after tags and entities holds no markup. */
const allowedInXml = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
const tagsAndEntities = /<\?xml[^>]*\?>|<\/?[a-z-]+(?: [a-z]+="[^"<]*")*\/?>|&(?:amp|lt|gt|quot|apos|#\d+);/g

test('JUnit is well-formed, with a case for each file and for what could not be checked', () => {
  const xml = junit(everything)
  expect(xml).toMatch(allowedInXml)
  expect(xml.replace(tagsAndEntities, '')).not.toMatch(/[<&]/)
  expect(xml).toContain('tests="7" failures="2" errors="0" skipped="2"')
  expect(xml.match(/<testcase /g)).toHaveLength(7)
  expect(xml).toContain('<testcase classname="briefpack" name="corpus/sound.yaml" time="0"></testcase>')
  expect(xml).toContain('&gt;&#13;&#10;::error')
})

test('a JUnit case has one failure, with all that failed; warnings fail where they are to', () => {
  const xml = junit(reportOf({ findings: someFindings(), strict: true }))
  expect(xml).toContain('failures="3"')
  expect(xml).toContain('<failure type="sentence-is-cited" message="not cited (and 1 more)">templates/x.md.hbs:7:1')
})

const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 })
const anyFinding = fc.record({ file: words, reason: words, note: words, subject: words, line: fc.nat(3) })

test('no text of a finding breaks a format', async () => {
  validate ??= sarifSchema()
  const isValidJson = new Ajv2020().compile(findingsSchema)
  const property = fc.asyncProperty(fc.array(anyFinding, { maxLength: 4 }), async (given) => {
    const log = new Log()
    for (const { file, reason, note, subject, line } of given) {
      const place = { file, ...(line > 0 ? { start: { line, column: 1 } } : {}) }
      log.report('field-is-known', place, reason, { notes: [note], subject })
    }
    const report = { ...everything, findings: log.findings }
    expect(validate!(JSON.parse(sarif(report)))).toBe(true)
    expect(isValidJson(JSON.parse(json(report)))).toBe(true)
    expect(JSON.parse(gitlab(report))).toHaveLength(log.findings.length + 3)
    expect(github(report)).toMatch(/^(?:::(?:error|warning|notice) [^\n\r]*\n)+$/)
    expect(junit(report)).toMatch(allowedInXml)
    expect(junit(report).replace(tagsAndEntities, '')).not.toMatch(/[<&]/)
    const text = await pretty(log.findings, async () => given.map(({ reason }) => reason), plain)
    expect((text + closing(report)).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E]/u)
  })
  await fc.assert(property, { numRuns: 60 })
})

const plain = (_style: unknown, words: string) => words

test('what a person reads has the line at fault with a caret, and no control of the terminal', async () => {
  const lines = ['one', 'two', `abc\tkynd${escapeCharacter}[2J`]
  const text = await pretty(someFindings(), async () => lines, plain)
  expect(text).toContain('corpus/a b,c:ü#?.yaml:3:5  error  field-is-known  no field “<b>&]]>')
  expect(text).toContain('  2 │ two\n  3 │ abc  kynd\uFFFD[2J\n    │      ^^^^\n')
  expect((text + closing(everything)).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E]/u)
})

test.each([
  ['tabs', '\t\tkynd: x', 'kynd', '    kynd: x', '    ^^^^'],
  ['wide letters', '名前: 東京, kynd', 'kynd', '名前: 東京, kynd', '            ^^^^'],
  ['what is wide itself', 'a: 東京', '東京', 'a: 東京', '   ^^^^'],
  ['marks on letters', 'e\u0301te\u0301: kynd', 'kynd', 'e\u0301te\u0301: kynd', '     ^^^^'],
  ['emoji', '👩🏽‍🚀 👍: kynd', 'kynd', '👩🏽‍🚀 👍: kynd', '       ^^^^'],
  ['controls of direction', '\u202Eab\u202C kynd', 'kynd', '\uFFFDab\uFFFD kynd', '     ^^^^'],
  ['a zero-width space', 'a\u200Bb kynd', 'kynd', 'a\u200Bb kynd', '   ^^^^'],
])('the caret stands under what is meant after %s', async (_, line, word, shown, caret) => {
  expect(await frameOf(line, word)).toEqual([`  1 │ ${shown}`, `    │ ${caret}`])
})

test('of a long line the stretch around the fault is shown', async () => {
  const [line, caret] = await frameOf(`${'東'.repeat(50_000)}kynd${'x'.repeat(100_000)}`, 'kynd')
  expect(line).toMatch(/^ {2}1 │ …東{27}kyndx{50,}…$/)
  expect(caret).toBe(`    │ ${' '.repeat(55)}^^^^`)
  const [start] = await frameOf(`kynd${'x'.repeat(300)}`, 'kynd')
  expect(start).toMatch(/^ {2}1 │ kyndx{105}…$/)
})

async function frameOf(line: string, word: string): Promise<string[]> {
  const log = new Log()
  const column = line.indexOf(word) + 1
  const at = { start: { line: 1, column }, end: { line: 1, column: column + word.length } }
  log.report('field-is-known', { file: 'a.yaml', ...at }, 'x')
  const text = await pretty(log.findings, async () => [line], plain)
  return text.trimEnd().split('\n').slice(1)
}

test('of many warnings of one rule a person reads ten and the count; all of them when only they are asked for', async () => {
  const log = new Log()
  for (let line = 1; line <= 25; line++) {
    log.report(
      rules.get('source-is-archived')!,
      { file: 'corpus/sources/quay.yaml', start: { line, column: 1 } },
      `line ${line}`,
    )
    log.report('field-is-known', { file: 'corpus/actors.yaml', start: { line, column: 1 } }, `line ${line}`)
  }
  const plain = (_style: unknown, words: string) => words
  const read = async () => undefined
  const lines = (await pretty(log.findings, read, plain)).trimEnd().split('\n')
  expect(lines.filter((it) => it.includes('warning  source-is-archived'))).toHaveLength(10)
  expect(lines.filter((it) => it.includes('error  field-is-known'))).toHaveLength(25)
  expect(lines.at(-1)).toBe('… and 15 more warnings of source-is-archived: briefpack check --select source-is-archived')
  const some = log.findings.filter(({ ruleId }) => ruleId === 'source-is-archived')
  expect((await pretty(some, read, plain)).trimEnd().split('\n')).toHaveLength(25)
})
