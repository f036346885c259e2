/** What the engine prints in our format, in small styles that each show one thing. */
import { describe, expect, test } from 'vitest'
import { entriesOf } from '../../src/document/resolve/citations.ts'
import { createEngine } from '../../src/document/resolve/csl/engine.ts'
import type { CslItem } from '../../src/document/resolve/csl/item.ts'
import { inlineOf, mark, runsOf, textOf } from '../../src/document/resolve/csl/marks.ts'
import { render } from '../../src/document/resolve/csl/render.ts'
import { styleOf } from './pack.ts'
import { show } from './show.ts'

const work = (id: string, more: object = {}): CslItem => ({
  id,
  type: 'book',
  title: `Title of ${id}`,
  author: [{ family: 'Smith', given: 'Ada' }],
  issued: { 'date-parts': [[2000]] },
  ...more,
})

async function engineOf(citation: string, works: readonly CslItem[], language = 'en-GB', bibliography = '') {
  const { locales } = await styleOf('apa')
  const xml = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="${language}">
    <info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>${citation}${bibliography}</style>`
  const style = { xml, language, locales }
  const known = { items: new Map(works.map((item) => [item.id, item])), titles: new Map() }
  const engine = createEngine(style, known)
  engine.updateItems(works.map(({ id }) => id))
  return { engine, style, known }
}

const authorYear = (attributes: string) => `<citation disambiguate-add-year-suffix="true" ${attributes}>
  <layout prefix="(" suffix=")" delimiter="; "><group delimiter=" ">
    <names variable="author"><name form="short"/></names><date variable="issued"><date-part name="year"/></date>
  </group></layout></citation>`

describe('year suffixes', () => {
  const works = ['a', 'b', 'c', 'd'].map((id) => work(id))
  const cite = (ids: string) => [...ids].map((id) => ({ id }))

  test.each([
    ['collapse="year-suffix" year-suffix-delimiter=","', 'ab', '(Smith 2000a,b)'],
    ['collapse="year-suffix"', 'abd', '(Smith 2000a; b; d)'],
    ['collapse="year-suffix-ranged" year-suffix-delimiter=","', 'abcd', '(Smith 2000a–d)'],
    ['collapse="year-suffix-ranged" year-suffix-delimiter=","', 'acd', '(Smith 2000a,c,d)'],
  ])('%s of %s is %s', async (attributes, ids, expected) => {
    const { engine } = await engineOf(authorYear(attributes), works)
    expect(textOf(engine.makeCitationCluster(cite(ids)))).toBe(expected)
  })

  test('that stand for a work are marked with it', async () => {
    const { engine } = await engineOf(authorYear('collapse="year-suffix" year-suffix-delimiter=","'), works)
    const runs = runsOf(engine.makeCitationCluster(cite('ab')))
    const marked = (text: string) => runs.find((run) => run.text === text)?.marks
    expect(marked('b')).toEqual([{ kind: 'cite', value: 'b' }])
    expect(marked('Smith')).toEqual([{ kind: 'cite', value: 'a' }])
  })
})

test('raised letters, as of French ordinals, are superscripts', async () => {
  const citation = '<citation><layout><number variable="edition" form="ordinal"/></layout></citation>'
  const { engine } = await engineOf(citation, [work('a', { edition: '1' })], 'fr-FR')
  expect(inlineOf(runsOf(engine.makeCitationCluster([{ id: 'a' }])))).toEqual([
    { type: 'text', value: '1' },
    { type: 'superscript', children: [{ type: 'text', value: 're' }] },
  ])
})

test.each([
  ['a mark in another', mark('emphasis', `a${mark('smallCaps', 'b')}c`), '*asmallCaps{b}c*'],
  ['a mark twice', mark('strong', `a${mark('strong', 'b')}`), '**ab**'],
  ['italics that cancel each other', mark('emphasis', `a${mark('normal', 'b')}`), '*a*b'],
  ['neighbours', mark('strong', 'a') + mark('strong', 'b') + mark('emphasis', 'c'), '**ab***c*'],
  ['marks in whatever order', mark('smallCaps', mark('link', 'a', '#b')), '<#b smallCaps{a}>'],
  ['a language', mark('language', 'да', 'ru') + mark('language', 'иә', 'kk'), 'span:ru{да}span:kk{иә}'],
  ['an address', mark('link', 'a', 'https://a.org/b'), '<https://a.org/b a>'],
  ['what is no address', mark('link', 'a', 'ftp://a.org') + mark('link', 'b', 'https://'), 'ab'],
  ['a mark that is no node', mark('label', 'a') + mark('cite', 'b', 'c'), 'ab'],
  ['blocks', `a${mark('block', 'b')} ${mark('block', 'c')}d`, 'a⏎b⏎c⏎d'],
])('what the engine marks becomes nodes: %s', (_, marked, shown) => {
  const children = inlineOf(runsOf(marked))
  expect(show({ type: 'root', children: [{ type: 'paragraph', children }] }).trimEnd()).toBe(`paragraph: ${shown}`)
})

test('blocks of an entry have lines of their own, and a label below the first is no label of the entry', async () => {
  const bibliography = `<bibliography><layout>
    <names variable="author" display="block"/>
    <date variable="issued" display="left-margin"><date-part name="year"/></date>
    <text variable="title" display="right-inline"/>
  </layout></bibliography>`
  const { style, known } = await engineOf(authorYear(''), [work('a')], 'en-GB', bibliography)
  const groups = [{ items: [{ id: 'a' }], narrative: false, note: 0 }]
  const { entries } = render({ style, works: known, groups, uncited: [], ownTerms: false }).bibliography
  const [entry] = entriesOf(entries, new Map())
  expect(entry?.label).toBeUndefined()
  expect(entry?.children).toEqual([
    { type: 'text', value: 'Ada Smith' },
    { type: 'break' },
    { type: 'text', value: '2000 Title of a' },
  ])
})
