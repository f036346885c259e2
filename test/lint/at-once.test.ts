// Several slips are told in one run: none hides another.
import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { didYouMean } from '../../src/core/nearest.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const told = async (changes: Readonly<Record<string, string>>) => {
  const files = new Map(readFiles('assets/start/common'))
  for (const [path, text] of readFiles('assets/start/en')) files.set(path, text)
  for (const [path, text] of readFiles('templates')) files.set(`templates/${path}`, text)
  const pack = {
    ...{ title: 'A', description: 'A', period: '"2026"', 'cut-off': '"2026-11-30"', issued: '"2026-11-30"' },
    ...{ scale: 'icd203', style: 'apa', language: 'en-GB', cover: 'false', sections: '[first-steps, annex-claims]' },
  }
  const lines = Object.entries({ ...pack, ...changes }).filter(([field]) => !field.includes('/'))
  files.set('corpus/packs/pack.yaml', lines.map(([field, value]) => `${field}: ${value}\n`).join(''))
  for (const [path, text] of Object.entries(changes)) if (path.includes('/')) files.set(path, text)
  const { findings } = await check(memoryHost(files))
  return findings
    .filter(({ ruleId }) => !['fields-are-in-order', 'section-has-two-sources'].includes(ruleId))
    .map(({ reason }) => reason)
}

test('in a template', async () => {
  const template = `# Steps

A thing is so.{{cite "pack-tels-three-things"}} {{ref "nowhere"}}

{{foo "x"}}

The harbour took 300 ships in March 2005.{{cit "pack-tells-three-things"}} {{#eech packs}}x{{/eech}}

{{> absent}} {{lacking}}
`
  expect(await told({ 'templates/first-steps.md.hbs': template })).toEqual([
    '“pack-tels-three-things” names no claim',
    'Nothing in this pack has the id “#nowhere”',
    '“foo” is not a helper',
    '“cit” is not a helper',
    '“eech” is not a block',
    'there is no partial “absent”',
    '“lacking” is not a field of the view',
  ])
})

test('in a partial, which its section and another call', async () => {
  expect(
    await told({
      'templates/first-steps.md.hbs': '# Steps\n\n{{> own}} {{ref "nowhere"}}\n',
      'templates/annex-claims.md.hbs': '# Annex\n\n{{> own}}\n',
      'templates/partials/own.md.hbs': 'Words. {{foo "x"}} {{> own}}\n',
    }),
  ).toEqual(['Nothing in this pack has the id “#nowhere”', '“foo” is not a helper', 'the partial “own” calls itself'])
})

test('in a pack', async () => {
  const slips = { period: '2025/2020', scale: 'icd', style: 'apaa', marking: 'TLP:AMBRE', theme: 'nope' }
  expect(await told({ ...slips, logo: 'images/none.png' })).toEqual([
    '“2025/2020” ends before it begins',
    '“scale” is “icd”, which is not one of its values',
    'No citation style is called “apaa”',
    expect.stringContaining('“marking” is “TLP:AMBRE”'),
    'there is no theme “nope”',
    'There is no image “images/none.png”',
  ])
})

test('in a record whose id another has', async () => {
  const events = `- {id: a, kind: meeting, title: One, date: "2020", claims: [pack-tells-three-things]}
- {id: a, kind: meting, title: Two, date: "2020", claims: [pack-tels-three-things]}
`
  expect(await told({ 'corpus/events.yaml': events })).toEqual([
    'the event “a” exists already',
    'there is no event-kind “meting”',
    'there is no claim “pack-tels-three-things”',
  ])
})

test('a value of no type that a field takes is told with all of them, and a language that there is not', async () => {
  expect(await told({ watermark: '3', language: 'xx-YY' })).toEqual([
    expect.stringContaining('is no language tag: there is no such language or country'),
    '“watermark” is a number, not a boolean or text',
  ])
})

test('a word of three letters of which one is left is no near one', () => {
  expect(didYouMean('foo', ['not'])).toEqual([])
  expect(didYouMean('nto', ['not'])).toEqual(['did you mean “not”?'])
  expect(didYouMean('nut', ['not'])).toEqual(['did you mean “not”?'])
})
