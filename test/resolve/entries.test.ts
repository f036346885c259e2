// A work of each type in each style that ships: an entry has the words of its own work, and of no other.
import { expect, test } from 'vitest'
import { itemTypes } from '../../src/corpus/csl.ts'
import type { CslItem } from '../../src/document/resolve/csl/item.ts'
import { textOf } from '../../src/document/resolve/csl/marks.ts'
import { render } from '../../src/document/resolve/csl/render.ts'
import { styles } from '../../src/document/resolve/csl/style.ts'
import { styleOf } from './pack.ts'

const items = new Map<string, CslItem>(
  itemTypes.map((type, at) => [
    type,
    {
      id: type,
      type,
      title: `Title${at}q`,
      'container-title': `Box${at}q`,
      author: [{ family: `Family${at}q`, given: 'Ann' }],
      issued: { 'date-parts': [[1900 + at, 3, 4]] },
    },
  ]),
)
const groups = [...items.keys()].map((id, at) => ({ items: [{ id }], narrative: false, note: at + 1 }))
const wordsIn = (text: string) =>
  [...text.matchAll(/(?:title|box|family)(\d+)q/gi)].map(([, at]) => itemTypes[Number(at)])

test.each(Object.keys(styles))('%s', async (name) => {
  const works = { items, titles: new Map() }
  const { bibliography } = render({ style: await styleOf(name), works, groups, uncited: [], ownTerms: false })
  expect(bibliography.entries.length).toBeGreaterThan(itemTypes.length - 8)
  const strangers = bibliography.entries.filter(({ id, text }) => wordsIn(textOf(text)).some((type) => type !== id))
  expect(strangers).toEqual([])
})
