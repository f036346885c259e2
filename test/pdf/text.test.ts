/**
 * What is written is what is copied and found: two readers give the words of a document back, in every script that has a
 * face, in letters composed and not, with signs whose glyph two characters share. `PDF_TEXT_RUNS` asks for more samples.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../src/core/tree.ts'
import { getDocument } from '../../src/evidence/import/pdfjs.ts'
import { loadFonts } from '../../src/write/fonts/fonts.ts'
import { missing } from '../../src/write/fonts/text.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import { asset } from '../helpers/fonts.ts'
import { emphasis, heading, link, paragraph, strong, table, text } from '../helpers/nodes.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { documentOf, printed } from './context.ts'

const runs = Number(process.env.PDF_TEXT_RUNS ?? 150)

const { faces } = await loadFonts(asset, defaultTheme)
const covered = Array.from({ length: 0xd800 }, (_, point) => point)
  .filter((point) => faces.some((face) => face.covers(point)))
  .map((point) => String.fromCodePoint(point))
const of = (pattern: RegExp) => covered.filter((character) => pattern.test(character))
const lettersOf = (script: string) => of(new RegExp(`^(?=\\p{Script=${script}})\\p{L}$`, 'u'))

const signs = of(/^[\p{P}\p{S}\p{N}]$/u).filter((sign) => sign !== '\ufffd' && !/[\u0590-\u08ff]/.test(sign))
const marks = of(/^[\u0300-\u0362]$/u)
/** What shares a glyph with another character, becomes one with its neighbour, or has none. */
const twins = [
  ...'\u00b5μΩΔ∆φϕʻ‘ʼ’⁄∕-\u2010\u2011ſ',
  'fi',
  'ffl',
  'ﬁ',
  'Th',
  '\u00ad',
  '\u00a0',
  '\u202f',
  '\t',
  '\u200d',
]

const word = fc
  .constantFrom('Latin', 'Greek', 'Cyrillic', 'Armenian', 'Georgian', 'Lao', 'Tifinagh')
  .chain((script) => {
    const letter = fc.constantFrom(...lettersOf(script))
    const marked = fc
      .tuple(letter, fc.constantFrom(...marks))
      .map((both) => both.join(''))
      .filter((both) => missing(both, faces).length === 0)
    const takesMarks = ['Latin', 'Greek', 'Cyrillic'].includes(script)
    const part = fc.oneof(
      { weight: 8, arbitrary: letter },
      { weight: 2, arbitrary: fc.constantFrom(...signs, ...twins) },
      { weight: 1, arbitrary: takesMarks ? marked : letter },
    )
    return fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))
  })
const wordsOf = (each: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.array(each, { minLength: 1, maxLength: 4 }), fc.constantFrom('NFC', 'NFD'))
    .map(([words, form]) => words.join(' ').normalize(form))

const places: ((words: string) => Block)[] = [
  (words) => paragraph(words),
  (words) => paragraph(strong(words)),
  (words) => paragraph(emphasis(words)),
  (words) => paragraph({ type: 'smallCaps', children: [text(words)] }),
  (words) => paragraph({ type: 'superscript', children: [text(words)] }),
  (words) => paragraph({ type: 'inlineCode', value: words }),
  (words) => paragraph(link('https://example.org/', words)),
  (words) => heading(3, 'here', words),
  (words) => table([[''], [words]]),
]
const placed = fc
  .tuple(wordsOf(word), fc.constantFrom(...places))
  .map(([words, place]) => ({ words, block: place(words) }))
/** Readers turn text from right to left round by rules of their own: it stands in paragraphs of its own, without figures. */
const turned = fc
  .constantFrom(['Hebrew', 'he'] as const, ['Arabic', 'ar'] as const)
  .chain(([script, lang]) =>
    wordsOf(
      fc.array(fc.constantFrom(...lettersOf(script)), { minLength: 1, maxLength: 8 }).map((it) => it.join('')),
    ).map((words) => ({ words, block: paragraph(words, { lang }) })),
  )
const samples = fc.sample(fc.oneof({ weight: 7, arbitrary: placed }, { weight: 1, arbitrary: turned }), {
  numRuns: runs,
  seed: 17,
})

const pdf = printed(
  documentOf(...samples.flatMap(({ block }, i) => [paragraph(`Sample ${i} is`), block]), paragraph('Sample 0 is')),
)

readerTest('pdftotext', `poppler gives ${runs} samples back`, async () => {
  const read = await output('pdftotext', '-f', '2', '-raw', (await pdf).path, '-')
  // Words of lines that run from right to left come in the order in which they stand on paper.
  expectSamples(read, (words) => (/[\u0590-\u06ff]/.test(words) ? words.split(' ').sort().join(' ') : words))
})

test(`pdf.js gives ${runs} samples back`, async () => {
  const opened = await getDocument({ data: Uint8Array.from((await pdf).bytes), verbosity: 0 }).promise
  let read = ''
  for (let number = 2; number <= opened.numPages; number++) {
    const { items } = await (await opened.getPage(number)).getTextContent({ disableNormalization: true })
    read += `${items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')}\n`
  }
  // It takes some room beside a mark for a space.
  expectSamples(read, (words) => (/\p{M}/u.test(words) ? words.replaceAll(' ', '') : words))
})

readerTest('pdftotext', 'a tab is a space in prose, and leads to the next column of four in code', async () => {
  const { path } = await printed(
    documentOf(paragraph(['Prose\twith\ttabs and ', { type: 'inlineCode', value: 'a\tb' }]), {
      type: 'code',
      value: 'a\tb\n\tindented\nabcd\te',
    }),
  )
  const text = await output('pdftotext', '-f', '2', '-layout', path, '-')
  expect(text).toContain('Prose with tabs and a b')
  expect(text).toMatch(/a +b\n {4,}indented\n *abcd +e/)
})

function expectSamples(read: string, order: (words: string) => string): void {
  const found = read
    .replace(/^(Sample|Sample [^\d].*|Page \d+ of \d+)$/gm, '')
    .split(/Sample \d+ is/)
    .slice(1, -1)
  const comparable = (words: string) => order(plain(words))
  expect(found.map(comparable)).toEqual(samples.map(({ words }) => comparable(words)))
}

/** Without what has no glyph; Lao has a vowel that every font draws as two. */
const plain = (written: string) =>
  written
    .replaceAll('\u0eb3', '\u0ecd\u0eb2')
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')
