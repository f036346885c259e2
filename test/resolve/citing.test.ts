import { expect, test } from 'vitest'
import type { Node } from '../../src/core/tree.ts'
import { textOf } from '../../src/core/walk.ts'
import { type Source, source } from '../../src/corpus/source.ts'
import { resolved } from './pack.ts'
import { show } from './show.ts'

const book = (family: string, title: string, more: object = {}) => ({
  type: 'book',
  title,
  author: [{ family, given: 'A.' }],
  issued: '2001',
  held: false,
  ...more,
})
const records = {
  ash: book('Ash', 'Alpha'),
  birk: book('Birk', 'Beta'),
  gaulle: book('Gaulle', 'Gamma', { author: [{ family: 'Gaulle', given: 'C.', 'non-dropping-particle': 'de' }] }),
  ebay: book('', 'Delta', { author: [{ literal: 'eBay Inc.' }] }),
  hooft: book('Hooft', 'Physics', { author: [{ family: 'Hooft', given: 'G.', 'non-dropping-particle': '’t' }] }),
  phone: book('', 'iPhone days', { author: undefined }),
  edited: book('', 'Essays', {
    author: undefined,
    editor: [
      { family: 'Ward', given: 'W.' },
      { family: 'Ede', given: 'E.' },
    ],
  }),
  page: {
    type: 'webpage',
    title: 'Who pays?',
    'container-title': 'Quay Online',
    issued: '2005',
    URL: 'https://example.org',
    held: false,
  },
  roe: { type: 'legal_case', title: 'Roe v. Wade', authority: 'U.S. Supreme Court', issued: '1973', held: false },
  years: book('Zorn', 'Years', { type: 'article-magazine', 'container-title': 'Weekly', issued: '1999/2001' }),
}
const sources = new Map<string, Source>(
  Object.entries(records).map(([id, record]) => [id, { ...source.parse(JSON.parse(JSON.stringify(record))), id }]),
)

/** The first paragraph, and its notes behind it. */
async function printed(styleName: string, written: string): Promise<string> {
  const { body } = await resolved(written, { styleName, sources })
  const [first, ...others] = body.children
  const notes = others.filter(({ type }) => type === 'footnoteDefinition')
  return [first!, ...notes].map((it) => textOf<Node>(it)).join(' | ')
}

test.each([
  ['apa', 'A @birk [p. 6; see also @ash, 3].', 'A Birk (2001, p. 6; see also Ash, 2001, p. 3).'],
  ['apa', 'A [see @birk; @ash].', 'A (see Birk, 2001; Ash, 2001).'],
  ['apa', 'A [@birk; @ash].', 'A (Ash, 2001; Birk, 2001).'],
  ['chicago-notes', 'A [@birk, p. 5, and on; @ash].', 'A. | A. Birk, Beta (2001), 5, and on; A. Ash, Alpha (2001).'],
  ['ieee', 'A [@birk; cf. @ash].', 'A [1], cf. [2].'],
])('works of which something is said stand as they are written: %s, %s', async (style, written, expected) => {
  expect(await printed(style, written)).toBe(expected)
})

test.each([
  ['apa', 'A [@ash, 5 ff.; @birk].', 'A (Ash, 2001, pp. 5 ff.; Birk, 2001).'],
  ['apa', 'A [@ash, 9-11 ff. and more].', 'A (Ash, 2001, pp. 9–11 ff. and more).'],
  ['apa', 'A [@ash, etc.; @birk].', 'A (Ash, 2001, etc.; Birk, 2001).'],
  ['apa', 'A [@ash, p. 5.; See also @birk].', 'A (Ash, 2001, p. 5. See also Birk, 2001).'],
  ['ieee', 'A [@ash, p. 6, etc.].', 'A [1, p. 6], etc.'],
  ['ieee', 'A [@ash, pp. 5f.].', 'A [1, pp. 5f.].'],
  ['chicago-notes', 'A [@ash, pp. 5f.].', 'A. | A. Ash, Alpha (2001), 5f.'],
])('full stops of abbreviations: %s, %s', async (style, written, expected) => {
  expect(await printed(style, written)).toBe(expected)
})

test.each([
  ['apa', 'A [@ash{}, 99 years later].', 'A (Ash, 2001, 99 years later).'],
  ['apa', 'A [@ash, 1.3.36–37; @birk, 1 Cor. 13:1].', 'A (Ash, 2001, 1.3.36–37; Birk, 2001, 1 Cor. 13:1).'],
  ['apa', 'A [@ash, p. xiv] [@ash, pp. ix-xii].', 'A (Ash, 2001, pp. xiv, ix–xii).'],
  ['apa', 'A [@ash, art. 5(2); @ash, art. 7].', 'A (Ash, 2001, Articles 5(2), 7).'],
  ['apa', 'A [@ash, {vol. 1, fol. 186}].', 'A (Ash, 2001, Volume 1, fol. 186).'],
  ['mla', 'A [@ash, 3] [@ash, 1].', 'A (Ash 1, 3).'],
])('places: %s, %s', async (style, written, expected) => {
  expect(await printed(style, written)).toBe(expected)
})

test.each([
  ['apa', "@ash's view.", 'Ash’s (2001) view.'],
  ['nature', "@ash's view.", 'Ash’s1 view.'],
  ['chicago-notes', '@ash’s view.', 'Ash’s view. | A. Ash, Alpha (2001).'],
  ['apa', 'She read ‘of @ash’ there.', 'She read ‘of Ash (2001)’ there.'],
  [
    'apa',
    '@gaulle says. Again: @gaulle says, as he does. @gaulle says.',
    'De Gaulle (2001) says. Again: de Gaulle (2001) says, as he does. De Gaulle (2001) says.',
  ],
  [
    'chicago-notes',
    '@gaulle says. No! @gaulle says, as @gaulle says.',
    'De Gaulle says. No! De Gaulle says, as de Gaulle says. | C. de Gaulle, Gamma (2001). | De Gaulle, Gamma. | De Gaulle, Gamma.',
  ],
  [
    'chicago-notes',
    'So [@ash]. @gaulle says, and @birk’s.',
    'So. De Gaulle says, and Birk’s. | A. Ash, Alpha (2001). | C. de Gaulle, Gamma (2001). | A. Birk, Beta (2001).',
  ],
  [
    'apa',
    'It did so. @gaulle says, cf. @gaulle; see Dr. @gaulle.',
    'It did so. De Gaulle (2001) says, cf. de Gaulle (2001); see Dr. de Gaulle (2001).',
  ],
  ['chicago-author-date', '@roe [p. 5] says.', 'Roe v. Wade (1973, 5) says.'],
  ['apa', '@roe [p. 5] says.', 'Roe v. Wade (1973, p. 5) says.'],
  ['mla', '*@gaulle* says.', 'De Gaulle says.'],
  ['apa', '@ebay says.', 'eBay Inc. (2001) says.'],
  [
    'apa',
    '@page says, as @edited and @phone do.',
    'Who Pays? (2005) says, as Ward & Ede (2001) and iPhone Days (2001) do.',
  ],
  [
    'chicago-author-date',
    '@page says, as @edited and @phone do.',
    'Quay Online (2005) says, as Ward and Ede (2001) and iPhone Days (2001) do.',
  ],
  ['mla', '@page says, as @edited and @phone do.', '‘Who Pays?’ says, as Ward and Ede and iPhone Days do.'],
  [
    'chicago-notes',
    '@page says, as @edited and @phone do.',
    '‘Who pays?’ says, as Ward and Ede and iPhone days do. | ‘Who Pays?’, Quay Online, 2005, https://example.org. | W. Ward and E. Ede, eds, Essays (2001). | iPhone Days (2001).',
  ],
  ['mla', '@birk [@ash] says.', 'Birk (Ash) says.'],
  ['chicago-notes', 'A [@hooft].', 'A. | G. ’t Hooft, Physics (2001).'],
  ['chicago-notes', 'A [@phone].', 'A. | iPhone Days (2001).'],
])('names in sentences: %s, %s', async (style, written, expected) => {
  expect(await printed(style, written)).toBe(expected)
})

test.each([
  ['chicago-notes', 'A [@ash], b (c [@birk]).', 'A, b (c). | A. Ash, Alpha (2001). | A. Birk, Beta (2001).'],
  ['chicago-notes', 'A [@ash]; [@birk].', 'A. | A. Ash, Alpha (2001); A. Birk, Beta (2001).'],
  ['apa', 'A [@ash], [@birk].', 'A (Ash, 2001; Birk, 2001).'],
  ['chicago-notes', 'A (b [@ash]), c [@birk].', 'A (b), c. | A. Ash, Alpha (2001); A. Birk, Beta (2001).'],
])('citations and brackets: %s, %s', async (style, written, expected) => {
  expect(await printed(style, written)).toBe(expected)
})

test('what a bracket begins with stays in it, and a range of years has one pair of them', async () => {
  const { body } = await resolved('A ([@ash], b) [@years].\n\n![](list:bibliography)', { styleName: 'nature', sources })
  expect(show(body)).toContain('A (‹^<#ref-ash 1>^›, b).‹^<#ref-years 2>^›')
  expect(show(body)).toContain('(1999–2001)')
})

test.each([
  ['ieee', '[@ash, p. 4; @birk]', ['ash', 'birk']],
  ['mla', '@ash says, and @birk [5].', ['ash', 'birk']],
  ['apa', '@ash says.', ['ash']],
])('each work leads to its entry: %s, %s', async (styleName, written, works) => {
  const { body } = await resolved(`${written}\n\n![](list:bibliography)`, { styleName, sources })
  const links = JSON.stringify(body.children[0]).matchAll(/"url":"#ref-(\w+)"/g)
  expect([...links].map(([, id]) => id)).toEqual(works)
})
