// Any selection of a pack's sections is a pack: what is left out is told in words, and never an error.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { check } from '../../src/build.ts'
import { readFiles } from '../helpers/golden.ts'
import { sharedCache as cache, memoryHost } from '../helpers/memory-host.ts'

const example = new Map<string, string>([
  ...[...readFiles('corpus')].map(([path, text]) => [`corpus/${path}`, text] as const),
  ...[...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const),
])
const sample = new Map<string, string>([
  ...readFiles('assets/sample'),
  ...[...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const),
])

for (const [name, files] of Object.entries({ example, sample })) {
  const packs = [...files]
    .filter(([path]) => path.startsWith('corpus/packs/'))
    .map(([path, text]) => ({ path, sections: sectionsOf(text) }))
    .filter(({ sections }) => sections.length > 0)
  test(`${name}: any selection of the sections of its packs builds`, async () => {
    const findingsWith = async (chosen: readonly string[][]) => {
      const edited = packs.map(({ path }, at) => {
        const document = parseDocument(files.get(path)!)
        document.set('sections', chosen[at])
        return [path, String(document)] as const
      })
      const { findings } = await check(memoryHost(new Map([...files, ...edited])), { cache })
      return findings.map(({ ruleId, file, line, reason }) => `${ruleId} ${file}:${line} ${reason}`)
    }
    const ofAll = await findingsWith(packs.map(({ sections }) => sections))
    const selections = fc.tuple(...packs.map(({ sections }) => fc.subarray(sections, { minLength: 1 })))
    const runs = Number(process.env.SELECTIONS ?? (name === 'sample' ? 3 : 1))
    await fc.assert(
      fc.asyncProperty(selections, async (chosen) => {
        expect(await findingsWith(chosen), chosen.join('; ')).toEqual(ofAll)
      }),
      { numRuns: runs, endOnFailure: true },
    )
  })
}

function sectionsOf(pack: string): string[] {
  return (parseDocument(pack).toJS() as { sections?: string[] }).sections ?? []
}

test('a reference to what no template and no record gives is an error where it is written', async () => {
  const { findings } = await check(
    memoryHost(new Map([...sample, ['templates/key-findings.md.hbs', '# Findings\n\nSee {{ref "biblography"}}.\n']])),
  )
  const found = findings.filter(({ ruleId }) => ruleId === 'cross-reference-resolves')
  expect(found.map(({ file, line, reason }) => `${file}:${line} ${reason}`)).toEqual([
    'templates/key-findings.md.hbs:3 Nothing in this pack has the id “#biblography”',
  ])
  expect(found[0]?.note).toContain('bibliography')
})

test('every section that ships is clean by itself; all in one pack are too, but for what stands twice', async () => {
  const names = [...sample.keys()].flatMap((path) => /^templates\/([a-z-]+)\.md\.hbs$/.exec(path)?.[1] ?? [])
  const own = names.filter((name) => name !== 'bibliography')
  const packs = [...own.map((name) => [name]), own, own.toReversed(), ['key-findings']].map(
    (sections, at, { length }) => {
      const list = [...sections, 'bibliography'].join(', ')
      const companion = at === length - 1 ? 'companion: alder-water\n' : ''
      const text = `extends: common\nsubtitle: Pack ${at}\ndescription: Some sections.\n${companion}sections: [${list}]\n`
      return [`corpus/packs/only-${at}.yaml`, text] as const
    },
  )
  const { findings } = await check(memoryHost(new Map([...sample, ...packs])), { cache })
  const found = findings.filter(({ ruleId }) => ruleId !== 'sentence-stands-once')
  expect(own.length).toBeGreaterThan(25)
  expect(found.map(({ ruleId, file, line, reason }) => `${ruleId} ${file}:${line} ${reason}`)).toEqual([])
})
