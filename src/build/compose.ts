import type { Pack } from '../corpus/pack.ts'
import { Provenance } from '../corpus/provenance.ts'
import { independenceOf } from '../evidence/independence.ts'
import { findPrintings, type Printings } from '../evidence/printing.ts'
import { figureData } from '../figures/data.ts'
import { drawFigure } from '../figures/draw.ts'
import { figureProblems } from '../figures/options.ts'
import { timelineNumbers } from '../figures/timeline.ts'
import { type Fonts, loadFonts } from '../fonts/fonts.ts'
import { missingGlyphs } from '../fonts/glyphs.ts'
import { PathError } from '../host.ts'
import { lintPack } from '../lint/index.ts'
import type { Log } from '../log.ts'
import { parse } from '../markdown/parse.ts'
import { loadStyle } from '../resolve/csl/style.ts'
import { type DrawFigure, imagePaths } from '../resolve/figures.ts'
import { type Resolved, resolve } from '../resolve/resolve.ts'
import { render } from '../template/render.ts'
import { checkValuesAreText } from '../template/verbatim.ts'
import { loadTheme } from '../theme/load.ts'
import type { Document, Section } from '../tree.ts'
import { metaOf } from '../view/meta.ts'
import { type View, viewOf } from '../view/view.ts'
import type { Theme } from '../write/theme.ts'
import type { Project } from './project.ts'

/** A pack ready for the writers. */
export interface Composed {
  readonly document: Document
  /** The works cited, as CSL-JSON. */
  readonly works: Resolved['works']
  readonly sections: readonly Section[]
  readonly theme: Theme
  readonly counts: View['counts']
}

/** Renders, parses, checks and resolves one pack. `undefined` when something is missing without which there is none. */
export async function compose(project: Project, pack: Pack, log: Log): Promise<Composed | undefined> {
  const { host, corpus } = project
  const theme = await loadTheme(host, pack.theme, log)
  const fonts = await loadFonts((path) => host.asset(path), theme)
  const { sections, view } = draft(project, pack, log)
  lintPack({ ...project, pack, sections, missingGlyphs: glyphsMissing(sections, fonts) }, log)
  const stylePlace = corpus.place('pack', pack.id, ['style'])
  const style = await loadStyle(host, pack.style, pack.language, log, stylePlace)
  if (!style) return undefined
  const { body, works } = resolve(
    {
      sections,
      sources: corpus.sources,
      language: pack.language,
      style,
      transliteration: pack.transliteration,
      alsoConsulted: pack['also-consulted'],
      drawFigure: drawing(project, pack, fonts, theme),
      images: await readImages(project, sections, log),
    },
    log,
  )
  const document = { meta: metaOf(pack, host.epoch), body }
  return { document, works, sections, theme, counts: view.counts }
}

/** Where each record of the corpus is printed, over all packs. */
export function draftPacks(project: Project, log: Log): Printings {
  const packs = [...project.corpus.packs.values()].filter((pack) => !pack.deprecated)
  return findPrintings(
    packs.map((pack) => ({ pack: pack.id, sections: draft(project, pack, log).sections })),
    project.corpus,
  )
}

/** The pack's sections as trees with sugar, and the view that they were printed from. */
function draft(
  { corpus, evidence, assessment, templates }: Project,
  pack: Pack,
  log: Log,
): { sections: Section[]; view: View } {
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
  const numbers = timelineNumbers(figureData(corpus, pack))
  const view = viewOf({ corpus, pack, assessment: assessed, numbers, mark })
  const sections = pack.sections.flatMap((name, index) => {
    const place = corpus.place('pack', pack.id, ['sections', index])
    const rendered = render(templates, name, view, { corpus, pack, provenance, place }, log)
    if (!rendered) return []
    const section = parse(rendered, log)
    checkValuesAreText(rendered, section.tree, log)
    return [section]
  })
  return { sections, view }
}

/** Draws a figure with its data as a table, which `table=no` leaves out: where the text itself tells the same. */
function drawing(project: Project, pack: Pack, fonts: Fonts, theme: Theme): DrawFigure {
  const data = figureData(project.corpus, pack)
  return (name, { table, ...options }) => {
    const [problem] = figureProblems(name, options)
    if (problem) return { problem: problem.reason, notes: problem.notes }
    const drawn = drawFigure(name, options, data, fonts, theme, pack.language)
    if (!drawn) return { problem: `the figure “${name}” has nothing to show` }
    return table === 'no' ? { ...drawn, table: undefined } : drawn
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

async function readImages({ host }: Project, sections: readonly Section[], log: Log): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>()
  for (const path of imagePaths(sections)) {
    try {
      const bytes = await host.read(path)
      if (bytes) images.set(path, bytes)
    } catch (error) {
      if (!(error instanceof PathError)) throw error
      log.report(error.rule, { file: path }, error.message)
    }
  }
  return images
}
