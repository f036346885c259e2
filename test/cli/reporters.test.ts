// Findings as machines read them: valid, complete, and unharmed by what a file may hold.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { github, gitlab, junit } from '../../src/cli/reporters/ci.ts'
import { findingsData } from '../../src/cli/reporters/finding-data.ts'
import { json, ndjson } from '../../src/cli/reporters/json.ts'
import { pretty } from '../../src/cli/reporters/pretty.ts'
import { sarif } from '../../src/cli/reporters/sarif.ts'
import { Log } from '../../src/log.ts'

const escapeCharacter = String.fromCharCode(27)
const hostile = `“<b>&]]>\r\n::error::x %0A, ${escapeCharacter}[31m\u0000 \u202Ex\u202C \uD800 😀`

function someFindings(linesAbove = 0) {
  const log = new Log()
  const at = (line: number, column: number) => ({ line: line + linesAbove, column })
  log.report('field-is-known', { file: 'corpus/a b,c:ü.yaml', start: at(3, 5), end: at(3, 9) }, `no field ${hostile}`, {
    notes: ['did you mean “kind”?', hostile],
    subject: 'actor:sorley',
  })
  log.report('sentence-is-cited', { file: 'templates/x.md.hbs', start: at(7, 1) }, 'not cited')
  log.report('sentence-is-cited', { file: 'templates/x.md.hbs', start: at(9, 1) }, 'not cited')
  log.report('file-is-present', { file: 'corpus' }, 'there is no corpus')
  return log.findings
}

test('SARIF is valid against its schema, and every rule is described', () => {
  const path = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
  // Draft 4 differs from draft 7, as far as this schema goes, in the name of the identifier only.
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
  expect(JSON.stringify(schema)).not.toMatch(/"exclusive(Minimum|Maximum)":/)
  const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true }).compile(
    schema,
  )
  for (const findings of [someFindings(), []]) {
    const log = JSON.parse(sarif(findings))
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
    const [run] = log.runs
    expect(run.results).toHaveLength(findings.length)
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
  }
  const [, known] = JSON.parse(sarif(someFindings())).runs[0].results
  expect(known).toMatchObject({
    ruleId: 'field-is-known',
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'corpus/a%20b,c:%C3%BC.yaml' },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
        },
      },
    ],
  })
})

test('a finding keeps its fingerprint when lines are added above it, and two alike have two', () => {
  const before = findingsData(someFindings()).map(({ fingerprint }) => fingerprint)
  const after = findingsData(someFindings(12)).map(({ fingerprint }) => fingerprint)
  expect(after).toEqual(before)
  expect(new Set(before).size).toBe(before.length)
})

test('json and ndjson carry the same findings, whole', () => {
  const report = JSON.parse(json(someFindings()))
  expect(report).toMatchObject({ schema: 'briefpack.findings/1', errors: 2, warnings: 2 })
  const lines = ndjson(someFindings()).split('\n')
  expect(lines.pop()).toBe('')
  expect(lines.map((line) => JSON.parse(line))).toEqual(report.findings)
  expect(report.findings[1]).toMatchObject({
    message: `no field ${hostile}`,
    subject: 'actor:sorley',
    start: { line: 3, column: 5 },
  })
  expect(JSON.parse(json([]))).toMatchObject({ errors: 0, warnings: 0, findings: [] })
})

test('GitHub has one command a line, errors first, and no line of its own from a message', () => {
  const lines = github(someFindings()).split('\n')
  expect(lines.pop()).toBe('')
  expect(lines.map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual(['error', 'error', 'warning', 'warning'])
  expect(lines[1]).toMatch(
    /^::error file=corpus\/a b%2Cc%3Aü\.yaml,line=3,endLine=3,col=5,title=field-is-known::no field “<b>&\]\]>%0D%0A::error::x %250A/,
  )
})

test('GitLab has what its code quality report asks for', () => {
  const issues = JSON.parse(gitlab(someFindings()))
  expect(issues).toHaveLength(4)
  for (const issue of issues) {
    expect(issue).toMatchObject({
      description: expect.any(String),
      check_name: expect.any(String),
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}(-\d+)?$/),
      severity: expect.stringMatching(/^(major|minor)$/),
      location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
    })
  }
})

test('JUnit is well-formed, with a case for each file', () => {
  const xml = junit(someFindings(), ['corpus/sound.yaml'])
  // XML 1.0 allows these characters and no others; what is left after tags and entities holds no markup.
  expect(xml).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u)
  const texts = xml.replace(/<\?xml[^>]*\?>|<\/?[a-z-]+(?: [a-z]+="[^"<]*")*\/?>/g, '')
  expect(texts.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toMatch(/[<&]/)
  expect(xml).toContain('tests="4" failures="2"')
  expect(xml.match(/<testcase /g)).toHaveLength(4)
  expect(xml).toContain('<testcase classname="briefpack" name="corpus/sound.yaml"></testcase>')
})

test('what a person reads has the line at fault with a caret, and no control of the terminal', async () => {
  const lines = ['one', 'two', `abc\tkynd${escapeCharacter}[2J`]
  const text = await pretty(
    someFindings(),
    async () => lines,
    (_style, words) => words,
  )
  expect(text).toContain('corpus/a b,c:ü.yaml:3:5  error  field-is-known  no field “<b>&]]>')
  expect(text).toContain('  2 │ two\n  3 │ abc  kynd\uFFFD[2J\n    │      ^^^^\n')
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E]/u)
})
