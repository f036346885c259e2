import type { Citation } from 'citeproc'
import { describe, expect, test } from 'vitest'
import { type Dependencies, renderCitations } from '../../src/document/resolve/csl/driver.ts'
import { createEngine, renew } from '../../src/document/resolve/csl/engine.ts'
import { formatName } from '../../src/document/resolve/csl/format.ts'
import { digestOf, type Group, render } from '../../src/document/resolve/csl/render.ts'
import { isNoteStyle } from '../../src/document/resolve/csl/style.ts'
import { generatedGroups, generatedWorks } from './generated.ts'
import { styleOf } from './pack.ts'

/** 1,000 in the whole run: CITATION_CLUSTERS=1000. */
const count = Number(process.env.CITATION_CLUSTERS ?? 25)

const nineStyles = [
  'apa',
  'chicago-author-date',
  'chicago-notes',
  'ieee',
  'mla',
  'nature',
  'test/resolve/styles/chicago-fullnote-bibliography-with-ibid.csl',
  'test/resolve/styles/oscola.csl',
  'test/resolve/styles/american-sociological-association.csl',
]

const independent: Dependencies = { citationNumber: true, firstNoteNumber: true, digest: '', itemDigest: (id) => id }

function citationsOf(groups: readonly Group[]): Citation[] {
  return groups.map(({ items, note }, index) => ({
    citationID: `c${index}`,
    citationItems: items.map((item) => ({ ...item })),
    properties: { noteIndex: note },
  }))
}

describe('the linear driver', () => {
  test.each(nineStyles)(
    'gives what the engine itself gives, with an engine that was used for others before: %s',
    async (name) => {
      const style = await styleOf(name)
      const works = generatedWorks(Math.max(10, count / 5))
      const groups = generatedGroups(works, count, isNoteStyle(style))
      const theirs = createEngine(style, works)
      const expected = theirs.rebuildProcessorState(citationsOf(groups), formatName, []).map(([, , text]) => text)
      const others = generatedWorks(10, 3)
      const ours = createEngine(style, others)
      ours.rebuildProcessorState(citationsOf(generatedGroups(others, 10, isNoteStyle(style), 4)), formatName, [])
      ours.makeBibliography()
      renew(ours, style, works, style.language)
      const actual = renderCitations(ours, citationsOf(groups), [], new Map(), independent)
      const differ = actual.flatMap((text, index) =>
        text === expected[index] ? [] : [{ index, text, expected: expected[index] }],
      )
      expect(differ).toEqual([])
      expect(ours.makeBibliography()).toEqual(theirs.makeBibliography())
    },
    600_000,
  )
})

/** A style of each family, and one that looks at positions. */
const fourStyles = ['chicago-author-date', 'chicago-notes', 'nature', 'test/resolve/styles/oscola.csl']

describe('the memo', () => {
  const setUp = async (name: string) => {
    const style = await styleOf(name)
    const works = generatedWorks(16)
    const groups = generatedGroups(works, 16, isNoteStyle(style))
    const memo = new Map<string, string>()
    let rendered = 0
    const counting = {
      get: (key: string) => memo.get(key),
      set: (key: string, value: string) => {
        rendered++
        memo.set(key, value)
      },
    }
    const input = { style, works, groups, uncited: [], ownTerms: false }
    const first = render(input, counting)
    return {
      input,
      first,
      run: (changed: typeof input) => {
        rendered = 0
        const result = render(changed, counting)
        return { result, rendered }
      },
    }
  }

  test.each(fourStyles)('nothing is rendered again when nothing changed: %s', async (name) => {
    const { input, first, run } = await setUp(name)
    const { result, rendered } = run({ ...input })
    expect(result).toEqual(first)
    expect(rendered).toBe(0)
  })

  test.each(fourStyles)('a changed title renders the citations of that work only, and right: %s', async (name) => {
    const { input, run } = await setUp(name)
    const changed = input.works.items.get('work-3')!
    const items = new Map(input.works.items).set('work-3', { ...changed, title: 'Another title altogether' })
    const edited = { ...input, works: { ...input.works, items } }
    const { result, rendered } = run(edited)
    expect(result).toEqual(render(edited))
    const citing = input.groups.filter((group) => group.items.some(({ id }) => id === 'work-3')).length
    expect(rendered).toBeLessThanOrEqual(citing + 1)
  })

  test('an inserted citation gives what a fresh run gives', async () => {
    for (const name of fourStyles) {
      const { input, run } = await setUp(name)
      const isNote = isNoteStyle(input.style)
      for (const at of [3]) {
        const added: Group = { items: [{ id: 'work-5', locator: '7', label: 'page' }], narrative: false, note: 0 }
        const groups = [...input.groups.slice(0, at), added, ...input.groups.slice(at)].map((group, index) => ({
          ...group,
          note: isNote ? index + 1 : 0,
        }))
        const edited = { ...input, groups }
        expect(run(edited).result).toEqual(render(edited))
      }
    }
  })

  test('the digest of the whole changes with everything that is looked at', async () => {
    const { input } = await setUp('chicago-notes')
    const other = await styleOf('apa')
    const [first] = input.groups
    const item = input.works.items.get('work-1')!
    const variants = [
      input,
      { ...input, style: other },
      { ...input, ownTerms: true },
      { ...input, uncited: ['work-new'] },
      { ...input, groups: [{ ...first!, narrative: true }, ...input.groups.slice(1)] },
      {
        ...input,
        works: { ...input.works, items: new Map(input.works.items).set('work-1', { ...item, volume: '99' }) },
      },
      { ...input, works: { ...input.works, titles: new Map([['work-1', ['x']]]) } },
    ]
    expect(new Set(variants.map(digestOf)).size).toBe(variants.length)
  })
})
