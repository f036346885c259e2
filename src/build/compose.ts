import { type Cache, keyOf, type Memo } from '../cache/cache.ts'
import type { Pack } from '../corpus/pack.ts'
import { Provenance } from '../corpus/provenance.ts'
import { nameClaims } from '../evidence/citations.ts'
import { independenceOf } from '../evidence/independence.ts'
import { findPrintings, type Printings } from '../evidence/printing.ts'
import { figureData } from '../figures/data.ts'
import { drawFigure } from '../figures/draw.ts'
import type { FigureData } from '../figures/figure.ts'
import { layout, unplaced } from '../figures/network-layout.ts'
import { figureProblems } from '../figures/options.ts'
import { timelineNumbers } from '../figures/timeline.ts'
import { type Fonts, loadFonts } from '../fonts/fonts.ts'
import { missingGlyphs } from '../fonts/glyphs.ts'
import { PathError } from '../host.ts'
import { type CheckedImage, checkImage } from '../images/image.ts'
import type { QuotationCounts } from '../lint/count-quotations.ts'
import { lintPack } from '../lint/index.ts'
import { Log } from '../log.ts'
import { type Parsed, parse } from '../markdown/parse.ts'
import { cutAtHeadings, joinPieces } from '../markdown/pieces.ts'
import { loadStyle } from '../resolve/csl/style.ts'
import { type DrawFigure, type Images, imagePaths } from '../resolve/figures.ts'
import { outline } from '../resolve/outline.ts'
import type { PandocDraft } from '../resolve/pandoc.ts'
import type { Resolved } from '../resolve/passes.ts'
import type { ResolveInput } from '../resolve/prepare.ts'
import { render } from '../template/render.ts'
import { checkValuesAreText } from '../template/verbatim.ts'
import { loadTheme } from '../theme/load.ts'
import type { Document, Section } from '../tree.ts'
import { metaOf } from '../view/meta.ts'
import { type View, viewOf } from '../view/view.ts'
import { areaOf, type Theme } from '../write/theme.ts'
import type { Project } from './project.ts'

/** A pack ready for the writers. */
export interface Composed {
  readonly document: Document
  /** The works cited, as CSL-JSON. */
  readonly works: Resolved['works']
  readonly sections: readonly Section[]
  readonly theme: Theme
  readonly counts: View['counts']
  readonly quotations: QuotationCounts
  /** The same text with its citations left for pandoc to word, in the pack's CSL style. */
  readonly forPandoc: () => Promise<PandocDraft & { readonly style: string }>
}

/** Renders, parses, checks and resolves one pack. `undefined` when something is missing without which there is none. */
export async function compose(project: Project, pack: Pack, log: Log): Promise<Composed | undefined> {
  const ready = await prepare(project, pack, log)
  if (!ready) return undefined
  const { input, theme, sections, view, quotations } = ready
  const { resolve } = await import('../resolve/resolve.ts')
  const { body, works } = await project.cache.memo('pack', pack.id, (memo) => {
    const drawFigure = remembering(memo, [ready.figures, theme, pack.language], drawing(ready, layout))
    return resolve({ ...input, memo, drawFigure }, log)
  })
  const document = { meta: metaOf(pack, project.host.epoch), body }
  const forPandoc = async () => {
    const { resolveForPandoc } = await import('../resolve/pandoc.ts')
    // What is wrong was reported when the pack was resolved.
    return { ...resolveForPandoc({ ...input, drawFigure: drawing(ready, layout) }, new Log()), style: input.style.xml }
  }
  return { document, works, sections, theme, counts: view.counts, quotations, forPandoc }
}

/** Reports what `compose` would, in less time: nothing is drawn and no citation worded. `undefined` when there is no pack. */
export async function inspect(
  project: Project,
  pack: Pack,
  log: Log,
): Promise<Pick<Composed, 'quotations'> | undefined> {
  const ready = await prepare(project, pack, log)
  if (!ready) return undefined
  outline({ ...ready.input, drawFigure: drawing(ready, unplaced) }, log)
  return ready
}

interface Ready extends Pick<Composed, 'quotations' | 'sections' | 'theme'> {
  readonly pack: Pack
  readonly view: View
  readonly figures: FigureData
  readonly fonts: Fonts
  readonly input: Omit<ResolveInput, 'drawFigure' | 'memo'>
}

/** A pack up to its parsed and checked sections, with all that resolving them needs. */
async function prepare(project: Project, pack: Pack, log: Log): Promise<Ready | undefined> {
  const { host, corpus } = project
  const theme = await loadTheme(host, pack.theme, log)
  const fonts = await loadFonts((path) => host.asset(path), theme)
  const { sections, view, figures } = await draft(project, pack, log)
  const quotations = lintPack({ ...project, pack, sections, missingGlyphs: glyphsMissing(sections, fonts) }, log)
  const stylePlace = project.csl === undefined ? corpus.place('pack', pack.id, ['style']) : { file: project.csl }
  const style = await loadStyle(host, project.csl ?? pack.style, pack.language, log, stylePlace)
  if (!style) return undefined
  const input = {
    sections,
    sources: corpus.sources,
    language: pack.language,
    style,
    transliteration: pack.transliteration,
    alsoConsulted: pack['also-consulted'],
    images: await readImages(project, sections, theme),
  }
  return { pack, theme, fonts, sections, view, figures, quotations, input }
}

/** Where each record of the corpus is printed, over all packs. */
export async function draftPacks(project: Project, log: Log): Promise<Printings> {
  const drafts: { pack: string; sections: Section[] }[] = []
  for (const pack of project.corpus.packs.values()) {
    if (!pack.deprecated) drafts.push({ pack: pack.id, sections: (await draft(project, pack, log)).sections })
  }
  return findPrintings(drafts)
}

/** The pack's sections as trees with sugar, the view that they were printed from, and what its figures show. */
async function draft(
  { corpus, evidence, assessment, issues, templates, cache }: Project,
  pack: Pack,
  log: Log,
): Promise<Pick<Ready, 'view' | 'figures'> & { sections: Section[] }> {
  const provenance = new Provenance(corpus)
  const assessed = {
    groups: assessment.groups,
    groupsOf: (claims: readonly string[]) => independenceOf(claims, corpus, evidence.shared).groups.length,
    ceilingOf: (id: string) => {
      const ceiling = assessment.ceilingOf(id)
      return { level: ceiling?.level ?? 'low', groups: ceiling?.independence.groups.length ?? 0 }
    },
  }
  const mark = <T extends object>(made: T, from: object) => provenance.mark(made, from)
  const lastIssue = issues.findLast((issue) => issue.pack === pack.id)
  const figures = figureData(corpus, pack)
  const numbers = timelineNumbers(figures)
  const view = viewOf({ corpus, pack, assessment: assessed, lastIssue, numbers, mark })
  const rendered = await cache.memo('templates', pack.id, (compiled) =>
    pack.sections.flatMap((name, index) => {
      const place = corpus.place('pack', pack.id, ['sections', index])
      return render(templates, name, view, { corpus, pack, provenance, place, compiled }, log) ?? []
    }),
  )
  const sections = await Promise.all(
    rendered.map(async (it) => {
      const own = new Log()
      const parsed = await readSection(it.markdown, cache)
      const section = parse(it, own, parsed)
      checkValuesAreText(it, section.tree, own)
      return { section, findings: own.findings }
    }),
  )
  for (const { findings } of sections) for (const finding of findings) log.add(finding)
  const all = sections.map(({ section }) => section)
  nameClaims(all, corpus, log)
  return { sections: all, view, figures }
}

/** A section's tree; of a long one the pieces that an edit left as they were are not read again. */
async function readSection(markdown: string, cache: Cache): Promise<Parsed> {
  const pieces = cutAtHeadings(markdown)
  const parsed = pieces.map((piece) =>
    cache.remember('section', piece, async () => (await import('../markdown/read.ts')).read(piece)),
  )
  return joinPieces(pieces, await Promise.all(parsed))
}

/** Draws a figure with its data as a table, which `table=no` leaves out: where the text itself tells the same. */
function drawing({ figures, pack, fonts, theme }: Ready, arrange: typeof layout): DrawFigure {
  return (name, { table, ...options }) => {
    const [problem] = figureProblems(name, options)
    if (problem) return { problem: problem.reason, notes: problem.notes }
    const drawn = drawFigure(name, options, figures, fonts, theme, pack.language, arrange)
    if (!drawn) return { problem: `the figure “${name}” has nothing to show` }
    return table === 'no' ? { ...drawn, table: undefined } : drawn
  }
}

/** Draws what is not in `memo` as it was drawn from the same inputs. */
function remembering(memo: Memo, inputs: unknown, draw: DrawFigure): DrawFigure {
  const all = keyOf(inputs)
  return (name, options) => {
    const key = keyOf('figure', name, options, all)
    const known = memo.get(key)
    if (known !== undefined) return JSON.parse(known) as ReturnType<DrawFigure>
    const drawn = draw(name, options)
    memo.set(key, JSON.stringify(drawn))
    return drawn
  }
}

function glyphsMissing(sections: readonly Section[], fonts: Fonts) {
  return sections.flatMap((section) =>
    missingGlyphs(section.tree as Parameters<typeof missingGlyphs>[0], fonts).map(({ grapheme, node }) => ({
      character: grapheme,
      place: section.place(node as Parameters<Section['place']>[0]),
    })),
  )
}

async function readImages({ host }: Project, sections: readonly Section[], theme: Theme): Promise<Images> {
  const images = new Map<string, CheckedImage | string | PathError>()
  for (const path of imagePaths(sections)) {
    try {
      const bytes = await host.read(path)
      if (bytes) images.set(path, await checkImage(bytes, areaOf(theme.page)))
    } catch (error) {
      if (!(error instanceof PathError)) throw error
      images.set(path, error)
    }
  }
  return images
}
