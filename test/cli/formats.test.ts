// One check of one project, in every format that machines read: the whole output, to be read when it changes.
import { expect, test } from 'vitest'
import { github, gitlab } from '../../src/app/cli/reporters/ci.ts'
import { json, ndjson } from '../../src/app/cli/reporters/json.ts'
import { junit } from '../../src/app/cli/reporters/junit.ts'
import { closing, pretty, summary } from '../../src/app/cli/reporters/pretty.ts'
import { sarif } from '../../src/app/cli/reporters/sarif.ts'
import { check } from '../../src/build.ts'
import { version } from '../../src/core/version.ts'
import { matchesGolden, readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

/** An error, a warning, a waived error, and a quotation that cannot be looked up for want of its text. */
function project(): Map<string, string> {
  const files = readFiles('test/cases/minimal')
  const change = (path: string, was: string, is: string) => {
    expect(files.get(path)).toContain(was)
    files.set(path, files.get(path)!.replace(was, is))
  }
  files.delete('texts/quay-2003.txt')
  files.delete('corpus/evidence.lock.json')
  change('corpus/sources/quay-2003.yaml', 'voice: author', 'voice: auther')
  change('corpus/sources/quay-2003.yaml', '  - id: rise-feared', '    quote: said on\n  - id: rise-feared')
  change('corpus/sources/quay-2003.yaml', '\nbasis:', '\naccessed: "2003-06"\nURL: https://example.org/toll\nbasis:')

  const waiver =
    '{rule: lock-is-current, at: "source:quay-2003", why: The text is on its way., by: R. Ames, until: "2099"}'
  files.set('corpus/packs/report.yaml', `${files.get('corpus/packs/report.yaml')}waivers: [${waiver}]\n`)
  return files
}

test('the formats of a check', async () => {
  const files = project()
  const { findings, waived, files: read, checked } = await check(memoryHost(files))
  const report = {
    findings,
    waived,
    files: read,
    checked,
    hidden: [],
    strict: false,
    prefix: 'packs/one/',
    at: new Date(0),
  }
  const readLines = async (file: string) => files.get(file)?.split('\n')
  const plain = (_style: unknown, words: string) => words
  // The help of a rule is its section in the reference, which has tests of its own.
  const sections = /^( +"(?:text|markdown)": ")(?:[^"\\]|\\.){300,}"/gm
  const texts = new Map([
    ['pretty.txt', `${await pretty(findings, readLines, plain)}${summary(findings)}\n${closing(report)}`],
    ['findings.json', json(report)],
    ['findings.ndjson', ndjson(report)],
    ['findings.sarif', sarif(report).replace(sections, '$1…"')],
    ['github.txt', github(report)],
    ['gitlab.json', gitlab(report)],
    ['junit.xml', junit(report)],
  ])
  for (const [name, text] of texts) texts.set(name, text.replaceAll(version, '0.0.0'))
  matchesGolden('test/expected/formats', texts)
})
