import { type Document, type Image, Log, type Meta, ownJson, type Place, type Section } from '../../core/index.ts'
import { type Corpus, companionsOf, type Pack, packsInto } from '../../corpus/index.ts'
import {
  type DrawFigure,
  dryRun,
  isNoteStyle,
  loadStyle,
  metaOf,
  type PandocDraft,
  pandocResolver,
  type Resolved,
  type ResolveInput,
  resolver,
  styleId,
  type View,
} from '../../document/index.ts'
import {
  glyphExists,
  type LookedUp,
  lintPack,
  type MissingGlyph,
  type Report,
  reportGlyphs,
} from '../../evidence/index.ts'
import {
  type Accessibility,
  assetsOf,
  type Country,
  callProblems,
  drawFigure,
  type FigureData,
  type Fonts,
  figureProblems,
  layout,
  loadFonts,
  loadTheme,
  readWorld,
  roomForMarking,
  type TableOptions,
  type Theme,
  tellCutTables,
  unplaced,
  type WordOptions,
  type Works,
  worldFile,
} from '../../write/index.ts'
import { keyOf, type Memo } from '../cache/index.ts'
import { ownRules } from './config.ts'
import { cutTables, tablePlaces } from './cut-tables.ts'
import { type Drafted, draft } from './draft.ts'
import { findElsewhere, findUses } from './elsewhere.ts'
import { glyphsOfDrawings, glyphsOfSheets, readSheets } from './figure-files.ts'
import { glyphsOfSections, glyphsOfWorks } from './glyphs.ts'
import { readLogo } from './logo.ts'
import { numberBlocks, type Origins } from './notices.ts'
import { readImages } from './pictures.ts'
import type { Project } from './project.ts'
import { wordOptions } from './word.ts'

/** A pack ready for the writers. */
export interface Composed {
  readonly document: Document
  /** The works cited, as CSL-JSON. */
  readonly works: Resolved['works']
  readonly style: Works['style']
  readonly word: WordOptions
  readonly accessibility: Accessibility
  /** Of a draft. */
  readonly origins: Origins | undefined
  readonly sections: readonly Section[]
  readonly theme: Theme
  readonly counts: View['counts']
  readonly registers: Drafted['registers']
  readonly quotations: readonly LookedUp[]
  /** The same text with its citations left for pandoc to word, in the pack's CSL style. */
  readonly forPandoc: () => Promise<PandocDraft & { readonly style: string }>
}

/** Renders, parses, checks and resolves one pack. `undefined` when something is missing without which there is none. */
export async function compose(project: Project, pack: Pack, log: Log): Promise<Composed | undefined> {
  const ready = await prepare(project, pack, log)
  if (!ready) return undefined
  const { input, theme, sections, view, registers, quotations } = ready
  const origins = project.draft ? numberBlocks(sections) : undefined
  const { resolve } = await resolver()
  const usesElsewhere = await findUses(project, ready)
  const world = pack.places.length > 0 ? readWorld(await project.host.asset(worldFile)) : []
  const { body, works } = await project.cache.memo('pack', pack.id, (memo) => {
    const drawFigure = remembering(memo, [ready.figures, theme, pack.language], drawing(ready, layout, world))
    return resolve({ ...input, usesElsewhere, memo, drawFigure }, log)
  })
  checkWorks(project, ready, works, log)
  const meta = {
    ...metaOf(pack, project.draft),
    ...besideOf(pack, project),
    ...(ready.logo && { logo: ready.logo }),
  }
  const { finish, withImprint } = await import('./document-processor.ts')
  const document = await finish(body, meta, { pack, project, tables: tableOptions(ready, log) }, log)
  const forPandoc = async () => {
    const { resolveForPandoc } = await pandocResolver()
    // What is wrong was reported when the pack was resolved.
    const drafted = resolveForPandoc({ ...input, drawFigure: drawing(ready, layout, world) }, new Log())
    return { ...drafted, body: withImprint(drafted.body, pack, project), style: input.style.xml }
  }
  const about = { id: styleId(input.style), language: input.style.language, isNote: isNoteStyle(input.style) }
  const word = await wordOptions(project, pack, about.isNote, log)
  const counted = { counts: view.counts, registers, quotations, accessibility: pack.pdf.accessibility }
  return { document, works, style: about, word, origins, sections, theme, ...counted, forPandoc }
}

/** What writers know of the packs that links lead into: those that this one refers to, and those that refer to it. */
function besideOf(pack: Pack, { corpus: { packs } }: Project): Pick<Meta, 'beside'> {
  const beside = new Set([...companionsOf(pack, packs), ...packsInto(pack, packs)])
  return beside.size > 0 ? { beside: [...beside].map(({ id, formats }) => ({ name: id, formats })) } : {}
}

/** Reports what `compose` would, in less time: nothing is drawn and no citation worded. `undefined` when there is no pack. */
export async function inspect(
  project: Project,
  pack: Pack,
  log: Log,
): Promise<Pick<Composed, 'quotations'> | undefined> {
  const ready = await prepare(project, pack, log)
  if (!ready) return undefined
  const { works, body } = dryRun({ ...ready.input, drawFigure: drawing(ready, unplaced) }, log)
  tellCutTables(body, tableOptions(ready, log))
  checkWorks(project, ready, works, log)
  return ready
}

interface Ready extends Pick<Composed, 'quotations' | 'sections' | 'theme' | 'registers'> {
  readonly pack: Pack
  readonly view: View
  readonly figures: FigureData
  readonly fonts: Fonts
  /** The characters of the sections that the fonts lack. */
  readonly told: readonly MissingGlyph[]
  readonly logo: Image | undefined
  readonly tables: ReadonlyMap<string, Place>
  readonly input: Omit<ResolveInput, 'drawFigure' | 'memo'>
}

/** A pack up to its parsed and checked sections, with all that resolving them needs. */
async function prepare(project: Project, pack: Pack, log: Log): Promise<Ready | undefined> {
  const { host, corpus } = project
  const own = await loadTheme(host, pack.theme, log, corpus.place('pack', pack.id, ['theme']))
  const theme = pack.marking ? roomForMarking(own) : own
  const fonts = await loadFonts(assetsOf(host, theme), theme)
  if (isPrinted(project, pack)) reportPlainLetters(pack, fonts, corpus, log)
  const drafted = await draft(project, pack, log)
  const { sections, view, registers } = drafted
  const figures = { ...drafted.figures, sheets: await readSheets(host, sections, log) }
  const images = await readImages(project, sections, theme)
  const missing = isPrinted(project, pack)
    ? [
        ...glyphsOfSections(sections, corpus, fonts),
        ...glyphsOfSheets(figures.sheets, fonts),
        ...glyphsOfDrawings(sections, images, fonts),
      ]
    : []
  const quotations = lintPack(
    { ...project, pack, sections, missingGlyphs: missing, own: ownRules(project.config) },
    log,
  )
  const stylePlace = project.csl === undefined ? corpus.place('pack', pack.id, ['style']) : { file: project.csl }
  // What else is wrong is told of a pack whose style is not there.
  const style =
    (await loadStyle(host, project.csl ?? pack.style, pack.language, log, stylePlace)) ??
    (await loadStyle(host, 'apa', pack.language, new Log(), stylePlace))
  if (!style) return undefined
  const input = {
    sections,
    sources: corpus.sources,
    language: pack.language,
    style,
    transliteration: pack.transliteration,
    ...(pack['numbered-headings'] && { numberedLevels: pack['numbered-headings'] }),
    alsoConsulted: pack['also-consulted'],
    images,
    elsewhere: await findElsewhere(project, drafted),
  }
  const tables = tablePlaces(sections)
  const logo = await readLogo(project, pack, log)
  return { pack, logo, theme, fonts, told: missing, sections, view, figures, registers, quotations, tables, input }
}

function tableOptions({ pack, fonts, theme, tables }: Ready, log: Log): TableOptions {
  return { language: pack.language, fonts, theme, cut: cutTables(tables, log) }
}

/** Draws a figure with its data as a table, which `table=no` leaves out: where the text itself tells the same. */
function drawing(
  { figures, pack, fonts, theme }: Ready,
  arrange: typeof layout,
  world: readonly Country[] = [],
): DrawFigure {
  return (name, { table, ...options }) => {
    const problems = [...figureProblems(name, options), ...callProblems(name, options, figures)]
    if (problems.length > 0) return { problems }
    const drawn = drawFigure(name, options, figures, fonts, theme, pack.language, arrange, world)
    if (!drawn) return 'nothing'
    if (table !== 'no') return drawn
    return drawn.svg === undefined
      ? { problems: [{ reason: `The figure “${name}” is a table, and “table=no” leaves it out.` }] }
      : { ...drawn, table: undefined }
  }
}

/** Draws what is not in `memo` as it was drawn from the same inputs. */
function remembering(memo: Memo, inputs: unknown, draw: DrawFigure): DrawFigure {
  const all = keyOf(inputs)
  return (name, options) => {
    const key = keyOf('figure', name, options, all)
    const known = memo.get(key)
    if (known !== undefined) return ownJson<ReturnType<DrawFigure>>(known)
    const drawn = draw(name, options)
    memo.set(key, JSON.stringify(drawn))
    return drawn
  }
}

/** Says where the fonts of a PDF have the letters of its language in one style only. */
function reportPlainLetters({ id, language }: Pack, fonts: Fonts, corpus: Corpus, log: Log): void {
  const sample = new Intl.DisplayNames([language], { type: 'language' }).of(language)?.match(/\p{L}/u)?.[0]
  if (sample === undefined) return
  const setIn = (style: { bold?: boolean }) =>
    fonts.chain(fonts.theme.body, style).find(({ covers }) => covers(sample.codePointAt(0) ?? 0))
  if (setIn({}) !== setIn({ bold: true }) || setIn({}) === undefined) return
  const reason = `in the PDF bold and italic words in “${language}” look like the others`
  log.report('letters-have-styles', corpus.place('pack', id, ['language']), reason, {
    notes: ['a theme can bring fonts with these letters in all styles: families, in docs/themes.md'],
    subject: `pack:${id}`,
  })
}

/** Only the PDF must bring a glyph for each character. */
const isPrinted = ({ formats }: Project, pack: Pack) => (formats ?? pack.formats).includes('pdf')

/** Reports what the fonts lack of the works that the text cites and lists. */
function checkWorks(project: Project, { pack, fonts, told }: Ready, works: Composed['works'], log: Log): void {
  if (!isPrinted(project, pack)) return
  const report: Report = (at, reason, details) =>
    log.report(glyphExists, 'place' in at ? at.place : at, reason, details)
  reportGlyphs(glyphsOfWorks(works, project.corpus, fonts), report, told)
}
