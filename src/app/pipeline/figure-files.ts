import {
  type FigureCall,
  type Host,
  type Log,
  missingFile,
  nodesOf,
  readTextOrReport,
  type Section,
} from '../../core/index.ts'
import type { Images } from '../../document/index.ts'
import { readCsvCells } from '../../evidence/index.ts'
import {
  cellProblems,
  type FigureData,
  type Fonts,
  figureOf,
  isFile,
  missingGlyphs,
  readOptions,
  type Sheet,
} from '../../write/index.ts'

type Sheets = NonNullable<FigureData['sheets']>

/** The CSV files that figures of the sections are drawn from. A file that is not there, and a cell that cannot be drawn, are reported. */
export async function readSheets(host: Host, sections: readonly Section[], log: Log): Promise<Sheets> {
  const sheets = new Map<string, Sheet>()
  for (const section of sections) {
    for (const call of nodesOf(section.tree, 'figureCall')) {
      const options = optionsOf(call)
      const path = options.from
      if (!isFile(path)) continue
      const place = section.place(call)
      const sheet = sheets.get(path) ?? (await readSheet(host, path, log, place))
      if (!sheet) continue
      sheets.set(path, sheet)
      if (sheet.columns.length > 1 && sheet.rows.length === 0)
        log.report('field-is-valid', { file: path }, 'no row stands below the names of the columns')
      for (const { reason, notes, cell } of cellProblems(sheet, options)) {
        const { text, line, column } = cell
        log.report('field-is-valid', { file: path, start: { line, column } }, reason, { notes, actual: text })
      }
    }
  }
  return Object.fromEntries(sheets)
}

/** The options of a figure that has `from`, as texts. */
function optionsOf({ name, options }: FigureCall): Readonly<Record<string, string>> {
  return figureOf(name)?.options.from ? (readOptions(name, options) as Record<string, string>) : {}
}

async function readSheet(
  host: Host,
  path: string,
  log: Log,
  place: ReturnType<Section['place']>,
): Promise<Sheet | undefined> {
  const before = log.findings.length
  const text = await readTextOrReport(host, path, log, place)
  if (text === undefined) {
    if (log.findings.length > before) return undefined
    const { message, notes } = await missingFile(host, path)
    log.report('file-is-present', place, message, { notes, actual: path })
    return undefined
  }
  const [columns = [], ...rows] = readCsvCells(text)
  return { columns, rows: rows.filter((row) => row.some((cell) => cell.text.trim() !== '')) }
}

/** What the fonts lack of the cells. */
export function glyphsOfSheets(sheets: Sheets, fonts: Fonts) {
  return Object.entries(sheets).flatMap(([file, { columns, rows }]) =>
    [columns, ...rows].flat().flatMap(({ text, line, column }) =>
      missingGlyphs({ type: 'text', value: text }, fonts).map(({ grapheme, count }) => ({
        character: grapheme,
        count,
        place: { file, start: { line, column } },
      })),
    ),
  )
}

/** What the fonts lack of the words in drawings. */
export function glyphsOfDrawings(sections: readonly Section[], images: Images, fonts: Fonts) {
  return sections.flatMap((section) =>
    [...nodesOf(section.tree, 'imageCall')].flatMap((call) =>
      missingGlyphs({ type: 'text', value: wordsOf(images.get(call.url)) }, fonts).map(({ grapheme, count }) => ({
        character: grapheme,
        count,
        place: section.place(call),
      })),
    ),
  )
}

function wordsOf(image: ReturnType<Images['get']>): string {
  if (typeof image !== 'object' || !('format' in image) || image.format !== 'svg') return ''
  const texts = new TextDecoder().decode(image.bytes).match(/<text\b.*?<\/text>/gs) ?? []
  return texts.join(' ').replace(/<[^>]*>/g, ' ')
}
