/** Text in columns reads in its order, stands clear of gutter, margins and itself, and what is too wide for a column stands across. */
import { expect, test } from 'vitest'
import type { Block, Figure } from '../../src/core/tree.ts'
import { inColumns } from '../../src/write/text-columns.ts'
import { areaOf, columnWidth, defaultTheme, paperOf, type Theme } from '../../src/write/theme.ts'
import { call, heading, item, list, note, paragraph, svg, table } from '../helpers/nodes.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { documentOf, printed } from './context.ts'

const themeOf = (page: Partial<Theme['page']>): Theme => ({ ...defaultTheme, page: { ...defaultTheme.page, ...page } })

/** Counts words up: those in columns begin with `a`, in tables there with `c`, those across with `b`, those of notes with `n`. */
class Words {
  readonly #language: keyof typeof endings
  readonly counts = { a: 0, b: 0, c: 0, n: 0 }

  constructor(language: keyof typeof endings) {
    this.#language = language
  }

  next(kind: 'a' | 'b' | 'c' | 'n', count: number): string {
    return Array.from({ length: count }, () => {
      const number = ++this.counts[kind]
      return `${kind}${number}${endings[this.#language][number % 5]}`
    }).join(' ')
  }
}

/** Words of a language, which are longer or shorter, and hyphenated. */
const endings = {
  en: [' to', ' of the', ' river', ' responsibilities', ' keepers'],
  ru: [' в', ' на реке', ' смотритель', ' ответственность', ' время'],
  ar: [' في', ' على', ' النهر', ' المسؤولية', ' وقت'],
}

/** Numbers that are the same in each run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor(state / 65536) % sides
  }
}

function pack(words: Words, seed: number): Block[] {
  const roll = dice(seed)
  const notes: Block[] = []
  const kinds: (() => Block[])[] = [
    () => [paragraph(words.next('a', 20 + roll(120)))],
    () => [heading(2, `part-${words.counts.a}`, words.next('a', 2)), paragraph(words.next('a', 40 + roll(60)))],
    () => [list(false, ...Array.from({ length: 2 + roll(5) }, () => item(paragraph(words.next('a', 5 + roll(30))))))],
    () => {
      const number = notes.length + 1
      const before = words.next('a', 15 + roll(20))
      const block = paragraph([before, call(number), ' ', words.next('a', 10)])
      notes.push(note(number, paragraph(words.next('n', 6 + roll(40)))))
      return [block]
    },
    () => [across(() => words.next('b', 2), 2 + roll(12))],
    () => [figure(150 + roll(400), 60 + roll(420))],
    () => [
      {
        ...table(Array.from({ length: 2 + roll(9) }, () => [words.next('c', 2), words.next('c', 3)])),
        data: { column: true },
      },
    ],
    () => [heading(1, `chapter-${words.counts.b}`, words.next('b', 1)), paragraph(words.next('a', 60))],
  ]
  const start = heading(1, 'start', words.next('b', 1))
  const blocks = Array.from({ length: 40 }, () => kinds[roll(kinds.length)]!()).flat()
  return [start, ...blocks, ...notes]
}

/** One that fits into a column, or floats across them. */
const figure = (width: number, height: number): Figure => ({
  type: 'figure',
  kind: 'figure',
  label: 'Drawing',
  caption: [],
  children: [svg('a.svg', 'A drawing', drawing(width, height), width, height)],
})

/** With words at its corners, which are seen where something stands over them, and from which it is known where a band of columns ends. */
const drawing = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><text x="1" y="9" font-size="8">upper${width}</text><text x="${width - 30}" y="${height - 3}" font-size="8">lower</text></svg>`

/** A table that no column holds. */
function across(words: () => string, rows: number): Block {
  const wide = table(Array.from({ length: rows }, () => [words(), words(), words(), words()]))
  return { ...wide, widths: [1, 1, 1, 1] }
}

interface Box {
  readonly page: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly text: string
}

/** The words of a file and where they stand, in the order in which they are written. */
async function boxesOf(path: string): Promise<Box[]> {
  const xml = await output('pdftotext', '-raw', '-bbox', path, '-')
  return xml
    .split('<page ')
    .slice(1)
    .flatMap((part, page) =>
      [...part.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].map(
        ([, left, top, right, bottom, text]) => ({
          page,
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
          text: text!,
        }),
      ),
    )
}

const middle = ({ top, bottom }: Box) => (top + bottom) / 2

/** Each line from the right. */
function turned(boxes: readonly Box[]): Box[] {
  const lines: Box[][] = []
  for (const box of boxes) {
    const last = lines.at(-1)
    const isSame = last?.[0]?.page === box.page && Math.abs(middle(last[0]) - middle(box)) < 5
    if (isSame) last.push(box)
    else lines.push([box])
  }
  return lines.flatMap((line) => line.sort((a, b) => b.left - a.left))
}

/** What stands in columns beside each other, above something across (then they are closed) or at the end of a page. */
function bandsOf(body: readonly Box[], width: number): { page: number; boxes: Box[]; isClosed: boolean }[] {
  const bands: { page: number; boxes: Box[]; isClosed: boolean }[] = []
  let open: (typeof bands)[number] | undefined
  for (const box of body) {
    const isAcross = /^b\d/.test(box.text) || Number(/^upper(\d+)/.exec(box.text)?.[1] ?? 0) > width
    if (isAcross) {
      if (open?.page === box.page) open.isClosed = true
      open = undefined
    } else if (/^(?:[ac]\d|upper)/.test(box.text)) {
      if (open?.page !== box.page) {
        open = { page: box.page, boxes: [], isClosed: false }
        bands.push(open)
      }
      open.boxes.push(box)
    }
  }
  return bands
}

const numbersOf = (boxes: readonly Box[], kind: string) =>
  boxes.flatMap(({ text }) => [...text.matchAll(new RegExp(`${kind}(\\d+)`, 'g'))].map(([, number]) => Number(number)))

/** Lines kept together, headings and notes may make a column so many lines longer than another. */
const [MOST_LINES, LINE] = [6, 14]

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

const cases = [
  { size: 'A4', columns: 2, language: 'en' },
  { size: 'A4', columns: 3, language: 'ru' },
  { size: 'A4 landscape', columns: 3, language: 'en' },
  { size: 'Letter', columns: 2, language: 'ar' },
  { size: 'B5', columns: 2, language: 'ru' },
] as const

for (let round = 0; round < Number(process.env.ROUNDS ?? 1); round++)
  for (const [seed, { size, columns, language }] of cases.entries())
    readerTest('pdftotext', `${columns} columns on ${size} in ${language} ${round}`, async () => {
      const margins = { top: 60, right: 48, bottom: 60, left: 48 }
      const theme = themeOf({ size, columns, margins })
      const words = new Words(language)
      const document = documentOf(...pack(words, seed + 1 + round * 10))
      const meta = { ...document.meta, language, cover: false as const }
      const { path, stats } = await printed({ meta, body: inColumns(document.body, theme) }, { theme })
      expect(stats.pages).toBeGreaterThan(2)
      const paper = paperOf(theme.page)
      const all = await boxesOf(path)
      const written = all.filter(({ top }) => top > 50 && top < paper.height - 55)
      const body = language === 'ar' ? turned(written) : written

      // In order, and none is lost.
      expect(numbersOf(body, 'a')).toEqual(upTo(words.counts.a))
      for (const kind of ['b', 'c'] as const)
        expect(new Set(numbersOf(body, kind))).toEqual(new Set(upTo(words.counts[kind])))

      // Within the margins, and those in columns not in a gutter.
      const width = columnWidth(theme.page)
      const gutters = upTo(columns - 1).map((i) => margins.left + i * width + (i - 1) * theme.page.gutter)
      const isMarked = ({ text }: Box) => /^[acn]\d/.test(text)
      for (const box of body) {
        expect([box.text, box.left >= margins.left - 0.5, box.right <= paper.width - margins.right + 0.5]).toEqual([
          box.text,
          true,
          true,
        ])
        if (!isMarked(box)) continue
        const touched = gutters.filter((at) => box.left < at + theme.page.gutter - 0.5 && box.right > at + 0.5)
        expect([box.text, touched]).toEqual([box.text, []])
      }

      // Columns are filled from the first, and text that something across follows is shared among them.
      const columnOf = ({ left }: Box) => {
        const fromLeft = Math.floor((left - margins.left + theme.page.gutter / 2) / (width + theme.page.gutter))
        return language === 'ar' ? columns - 1 - fromLeft : fromLeft
      }
      for (const { page, boxes, isClosed } of bandsOf(body, width)) {
        const filled = upTo(columns).map((number) => boxes.filter((box) => columnOf(box) === number - 1))
        const top = Math.min(...boxes.map((box) => box.top))
        const ends = filled.map((boxes) => Math.max(top, ...boxes.map(({ bottom }) => bottom)))
        const gaps = ends.filter((end, i) => end === top && ends.slice(i).some((later) => later > top))
        const isText = boxes.every(({ text }) => /^a/.test(text))
        const isUneven = isClosed && isText && Math.max(...ends) - Math.min(...ends) > MOST_LINES * LINE
        expect([page, boxes[0]?.text, gaps, isUneven && ends]).toEqual([page, boxes[0]?.text, [], false])
      }

      // Nothing is printed over.
      for (const page of new Set(body.map(({ page }) => page))) {
        // The marks of lists are not mirrored.
        const here = body.filter((box) => box.page === page && box.text !== '•')
        const over = here.flatMap((one, i) =>
          here
            .slice(i + 1)
            .filter(
              (other) =>
                Math.abs(middle(one) - middle(other)) < 3 && one.left < other.right - 1 && other.left < one.right - 1,
            ),
        )
        expect(over.map(({ text }) => text)).toEqual([])
      }
    })

readerTest('pdftotext', 'columns above what stands across are equally long', async () => {
  const theme = themeOf({ columns: 2 })
  const words = new Words('en')
  const texts = Array.from({ length: 6 }, () => paragraph(words.next('a', 40)))
  const { body, meta } = documentOf(
    heading(1, 'start', 'Start'),
    ...texts,
    across(() => words.next('b', 2), 4),
  )
  const { path, stats } = await printed({ meta: { ...meta, cover: false }, body: inColumns(body, theme) }, { theme })
  expect(stats.pages).toBe(1)
  const boxes = (await boxesOf(path)).filter(({ text }) => /^a\d/.test(text))
  const middle = theme.page.margins.left + areaOf(theme.page).width / 2
  const ends = [boxes.filter(({ left }) => left < middle), boxes.filter(({ left }) => left >= middle)].map((column) =>
    Math.max(...column.map(({ bottom }) => bottom)),
  )
  expect(Math.abs(ends[0]! - ends[1]!)).toBeLessThan(45)
  const below = (await boxesOf(path)).filter(({ text }) => /^b\d/.test(text)).map(({ top }) => top)
  expect(Math.min(...below)).toBeGreaterThan(Math.max(...ends) - 1)
})

readerTest('pdftotext', 'a small table is not parted over columns, nor from its caption', async () => {
  const theme = themeOf({ columns: 2 })
  const words = new Words('en')
  const rows = Array.from({ length: 4 }, () => [words.next('c', 2), words.next('c', 2)])
  const titled: Figure = {
    ...{ type: 'figure', kind: 'table', label: 'Caption', caption: [], data: { column: true } },
    children: [{ ...table(rows), data: { column: true } }],
  }
  const wide = across(() => words.next('b', 2), 4)
  const { body, meta } = documentOf(heading(1, 'start', 'Start'), titled, wide)
  const { path } = await printed({ meta: { ...meta, cover: false }, body: inColumns(body, theme) }, { theme })
  const boxes = (await boxesOf(path)).filter(({ text, top }) => top > 60 && /^(?:c\d|Caption)/.test(text))
  expect(boxes.length).toBe(words.counts.c + 1)
  const middle = theme.page.margins.left + areaOf(theme.page).width / 2
  expect(boxes.filter(({ right }) => right > middle)).toEqual([])
})

test('what stands in a column', () => {
  const theme = themeOf({ columns: 2 })
  const picture = (more: object): Figure => ({
    type: 'figure',
    kind: 'figure',
    label: '',
    caption: [],
    children: [
      {
        type: 'image',
        url: 'a.png',
        alt: 'A',
        format: 'png',
        bytes: new Uint8Array(),
        width: 900,
        height: 90,
        ...more,
      },
    ],
  })
  const long = paragraph('word '.repeat(80))
  const blocks: [Block, boolean][] = [
    [heading(1, 'one', 'One'), false],
    [long, true],
    [heading(2, 'two', 'Two'), true],
    [long, true],
    [heading(2, 'three', 'Over a wide figure'), false],
    [picture({}), false],
    [paragraph('Source: a keeper.', { role: 'source-note' }), false],
    [picture({ width: 150 }), true],
    [picture({ share: 0.4 }), true],
    [long, true],
    [{ type: 'code', value: 'x'.repeat(90) }, false],
    [paragraph('Too short to be parted.'), false],
    [note(1, paragraph('A note. '.repeat(60))), false],
    [heading(1, 'last', 'Last'), false],
    [long, true],
    [note(2, paragraph('Another.')), true],
    [paragraph('In the files: all.', { role: 'source-note' }), true],
  ]
  const { children } = inColumns(documentOf(...blocks.map(([block]) => block)).body, theme)
  expect(children.map(({ data }) => data?.column === true)).toEqual(blocks.map(([, fits]) => fits))
  const share = children.flatMap((block) =>
    block.type === 'figure' ? (block.children[0] as { share?: number }).share : undefined,
  )
  expect(share[2]).toBeUndefined()
  expect(share.find((each) => each !== undefined)).toBeCloseTo(
    (0.4 * areaOf(theme.page).width) / columnWidth(theme.page),
    5,
  )
})
