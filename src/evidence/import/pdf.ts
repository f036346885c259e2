import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fieldOf, itemAt } from '../../core/index.ts'
import { authorOf, type ImportedText } from './imported.ts'
import { type Fragment, type Page, paragraphsIn, printedIn } from './layout.ts'
import { getDocument, OPS, VerbosityLevel } from './pdfjs.ts'

/** The text of a PDF that has one: a scanned page gives nothing, and is said. Throws when it is no PDF or is locked. */
export async function readPdf(bytes: Uint8Array): Promise<ImportedText> {
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, disableFontFace: true })
  const document = await task.promise
  try {
    const labels = await document.getPageLabels()
    const pages: (Page & { readonly pictured: number })[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      pages.push({ label: labels?.[number - 1] || String(number), ...(await contentOf(page)) })
      page.cleanup()
    }
    const printed = printedIn(pages)
    const paragraphs = paragraphsIn(pages, printed)
    const { info } = await document.getMetadata()
    return {
      paragraphs: paragraphs.map(({ text }) => text),
      pages: paragraphs.map(({ page }) => page),
      described: describedBy(info),
      notes: unreadIn(pages, printed),
    }
  } finally {
    await task.destroy()
  }
}

/** Pages without text, and those that are a picture with at most a few words beside it, as a running title. */
function unreadIn(pages: readonly { readonly pictured: number }[], printed: ReturnType<typeof printedIn>): string[] {
  const found = printed.map(({ page, rows }, index) => ({
    label: page.label,
    words:
      rows
        .flatMap(({ fragments }) => fragments.map(({ text }) => text))
        .join(' ')
        .match(/\p{L}+/gu)?.length ?? 0,
    isPicture: itemAt(pages, index).pictured > 0.4 * page.width * page.height,
  }))
  const told = (of: typeof found, said: string) =>
    of.length > 0
      ? [`${said} on page ${of.map(({ label }) => label).join(', ')}: a scan has to be read by OCR first`]
      : []
  return [
    ...told(
      found.filter(({ words, isPicture }) => words === 0 && !isPicture),
      'no text',
    ),
    ...told(
      found.filter(({ words, isPicture }) => words < 30 && isPicture),
      'a picture whose words are not read',
    ),
  ]
}

type Matrix = readonly [number, number, number, number, number, number]
const identity: Matrix = [1, 0, 0, 1, 0, 0]
const matrixOf = ([a = 1, b = 0, c = 0, d = 1, x = 0, y = 0]: Iterable<number>): Matrix => [a, b, c, d, x, y]
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

/** The text state of ISO 32000-1, 9.3, as far as it moves glyphs. */
interface State {
  readonly ctm: Matrix
  readonly size: number
  readonly scale: number
  readonly unit: number
  readonly character: number
  readonly word: number
  readonly leading: number
  readonly rise: number
}

interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

/** What paints a picture on the unit square; scans of one page may be cut into several. */
const pictures: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
])

/**
 * Where the glyphs of a page stand, and the area of its pictures. The operators are followed here, because pdf.js' own list of texts drops every soft
 * hyphen, and with it where a line cuts a word.
 */
async function contentOf(page: PDFPageProxy): Promise<Omit<Page, 'label'> & { readonly pictured: number }> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const fragments: Fragment[] = []
  let state: State = {
    ctm: matrixOf(transform),
    size: 1,
    scale: 1,
    unit: 0.001,
    character: 0,
    word: 0,
    leading: 0,
    rise: 0,
  }
  const saved: State[] = []
  let pictured = 0
  let [text, line] = [identity, identity]
  const move = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const show = (glyphs: readonly (Glyph | number)[]) => {
    for (const glyph of glyphs) {
      let advance: number
      if (typeof glyph === 'number') advance = (-glyph / 1000) * state.size * state.scale
      else {
        const own = glyph.width * state.unit * state.size
        advance = (own + state.character + (glyph.isSpace ? state.word : 0)) * state.scale
        const at = times(state.ctm, times(text, [1, 0, 0, 1, 0, state.rise]))
        addGlyph(fragments, glyph.unicode, at, own * state.scale, state.size)
      }
      text = times(text, [1, 0, 0, 1, advance, 0])
    }
  }
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] ?? []
    const numbers: readonly number[] = args
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) {
      saved.push(state)
      const matrix: Matrix | null = operator === OPS.save ? null : args[0]
      if (matrix) state = { ...state, ctm: times(state.ctm, matrix) }
    } else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) state = saved.pop() ?? state
    else if (operator === OPS.transform) state = { ...state, ctm: times(state.ctm, matrixOf(numbers)) }
    else if (operator === OPS.beginText) {
      line = identity
      text = identity
    } else if (operator === OPS.setFont) {
      const font: { readonly fontMatrix?: readonly number[] } | null = page.commonObjs.get(args[0])
      state = { ...state, size: numbers[1] ?? 1, unit: font?.fontMatrix?.[0] ?? 0.001 }
    } else if (operator === OPS.setCharSpacing) state = { ...state, character: numbers[0] ?? 0 }
    else if (operator === OPS.setWordSpacing) state = { ...state, word: numbers[0] ?? 0 }
    else if (operator === OPS.setHScale) state = { ...state, scale: (numbers[0] ?? 100) / 100 }
    else if (operator === OPS.setLeading) state = { ...state, leading: -(numbers[0] ?? 0) }
    else if (operator === OPS.setTextRise) state = { ...state, rise: numbers[0] ?? 0 }
    else if (operator === OPS.moveText) move(numbers[0] ?? 0, numbers[1] ?? 0)
    else if (operator === OPS.setLeadingMoveText) {
      state = { ...state, leading: numbers[1] ?? 0 }
      move(numbers[0] ?? 0, numbers[1] ?? 0)
    } else if (operator === OPS.setTextMatrix) {
      line = matrixOf(args[0].length === 6 ? args[0] : numbers)
      text = line
    } else if (operator === OPS.nextLine) move(0, state.leading)
    else if (operator === OPS.showText) show(args[0])
    else if (pictures.has(operator)) pictured += Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2])
  }
  return { width, height, fragments, pictured }
}

/** Joins a glyph to the word before it, where it stands right behind it. Text that is turned is no part of what is read. */
function addGlyph(fragments: Fragment[], unicode: string, at: Matrix, width: number, size: number): void {
  const [a, b, c, d, x, y] = at
  if (Math.abs(b) > 0.05 * Math.abs(a) || a <= 0) return
  const [shown, wide, high] = [inPlainForm(unicode), width * a, size * Math.hypot(c, d)]
  const last = fragments.at(-1)
  const isNext =
    last && Math.abs(last.y - y) < 0.05 * high && Math.abs(last.size - high) < 0.01 * high && x > last.x - 0.1 * high
  const gap = isNext ? x - last.x - last.width : Number.POSITIVE_INFINITY
  if (isNext && gap < 0.15 * high && gap > -0.5 * high && /\s/.test(shown) === /\s$/.test(last.text))
    fragments[fragments.length - 1] = { ...last, text: last.text + shown, width: x + wide - last.x }
  else fragments.push({ text: shown, x, y, width: wide, size: high })
}

/**
 * Ligatures, and letters in forms that are for print alone, as the letters that they are; № and ² are characters of their own. A
 * glyph that is drawn is no soft hyphen, whatever its table of characters says.
 */
function inPlainForm(glyph: string): string {
  return glyph
    .normalize('NFC')
    .replace(/[\s\u2f00-\u2fdf\ufb00-\ufdff\ufe70-\ufefc]/gu, (form) => form.normalize('NFKC'))
    .replaceAll('\u00ad', '-')
}

/** A PDF's properties are filled in by programs more often than by people: a title that is a file's name is none. */
function describedBy(info: unknown): ImportedText['described'] {
  const said = (name: string) => {
    const value = fieldOf(info, name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const title = said('Title')
  const made = /^D:(\d{4})(\d\d)?(\d\d)?/.exec(said('CreationDate'))
  return {
    ...(title && !/\.(?:docx?|pdf|indd|tex|qxd)$|^(?:untitled|microsoft word)/i.test(title) ? { title } : {}),
    ...authorOf(said('Author')),
    ...(made ? { made: made.slice(1).filter(Boolean).join('-') } : {}),
  }
}
