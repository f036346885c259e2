// Each folder of test/cases is a project, or changes to one; test/expected holds all that it writes and says.
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { build } from '../src/build.ts'
import { loadConfig } from '../src/cli/config.ts'
import { pretty } from '../src/cli/reporters/pretty.ts'
import { matchesGolden, readFiles } from './helpers/golden.ts'
import { memoryHost } from './helpers/memory-host.ts'

for (const name of readdirSync('test/cases')) {
  test(name, async () => {
    const files = caseFiles(name)
    const host = memoryHost(files)
    const { config } = await loadConfig(`test/cases/${name}`)
    const formats = ['md', ...Object.keys(config.writers ?? {})]
    const { findings, packs } = await build(host, { formats, config })
    const readLines = async (file: string) => files.get(file)?.split('\n')
    const texts = new Map([...host.written].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
    texts.set('findings.txt', await pretty(findings, readLines, (_style, text) => text))
    matchesGolden(`test/expected/${name}`, texts)
    expect(packs.every((pack) => pack.sound)).toBe(!findings.some((finding) => finding.fatal))
  })
}

/** The case's own files over those of the case it extends. */
function caseFiles(name: string): Map<string, string> {
  const own = readFiles(`test/cases/${name}`)
  const settings = own.get('case.json')
  own.delete('case.json')
  return settings ? new Map([...caseFiles(JSON.parse(settings).extends), ...own]) : own
}
