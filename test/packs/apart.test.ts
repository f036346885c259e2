// An error in the file of one pack stops that pack and what is made with it, and no other; what a part lacks is told of no one else.
import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const minimal = readFiles('test/cases/minimal')
const report = minimal.get('corpus/packs/report.yaml')!
const common = report.replace(/^sections: .*\n/m, '')
const packs = {
  common,
  free: report,
  heir: 'extends: common\nsections: [report]\n',
  leads: `${report}companion: goal\n`,
  goal: report.replace('[report]', '[other]'),
}

/** The packs that nothing stops, and where errors are told. */
async function built(name: keyof typeof packs, change: (text: string) => string) {
  const files = new Map([...minimal, ['templates/other.md.hbs', '# Other {{anchor "other"}}\n\nWords.\n']])
  for (const [id, text] of Object.entries(packs))
    files.set(`corpus/packs/${id}.yaml`, id === name ? change(text) : text)
  files.delete('corpus/packs/report.yaml')
  const result = await check(memoryHost(files))
  return {
    written: result.packs.flatMap(({ name, sound }) => (sound ? [name] : [])),
    told: result.findings.flatMap(({ fatal, file, ruleId }) => (fatal ? [`${file} ${ruleId}`] : [])),
  }
}

const wrong = (text: string) => text.replace('scale: icd203', 'scale: icd')
const broken = (text: string) => text.replace('title: ', 'title: "')

test.each([
  ['free', wrong, ['goal', 'heir', 'leads']],
  ['leads', wrong, ['free', 'goal', 'heir']],
  ['goal', wrong, ['free', 'heir']],
  ['goal', broken, ['free', 'heir']],
  ['common', broken, ['free', 'goal', 'leads']],
  ['heir', () => 'extends: "common\n', ['free', 'goal', 'leads']],
] as const)('%s %o', async (name, change, written) => {
  const result = await built(name, change)
  expect(result.written).toEqual(written)
  expect(result.told).toEqual([`corpus/packs/${name}.yaml ${change === wrong ? 'field-is-valid' : 'yaml-is-valid'}`])
})
