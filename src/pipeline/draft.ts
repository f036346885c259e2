import type { Cache } from '../cache/cache.ts'
import { templatesOf } from '../corpus/complete-packs.ts'
import type { Pack } from '../corpus/pack.ts'
import { Provenance } from '../corpus/provenance.ts'
import { countAgreements } from '../evidence/agree/claims.ts'
import { nameClaims } from '../evidence/citations.ts'
import { digestsOf } from '../evidence/examine.ts'
import { independenceOf } from '../evidence/independence.ts'
import { findPrintings, type Printings } from '../evidence/printing.ts'
import { chosenBy, chosenWithCompanion } from '../evidence/select.ts'
import { figureData } from '../figures/data.ts'
import type { FigureData } from '../figures/figure.ts'
import { timelineNumbers } from '../figures/timeline.ts'
import { localeOf } from '../locale/locale.ts'
import { Log } from '../log.ts'
import { cutAtHeadings, joinPieces, type Parsed, parse, reader } from '../markdown/index.ts'
import { checkValuesAreText, type Rendered, render } from '../template/index.ts'
import type { Section } from '../tree.ts'
import { type Register, registersOf, type View, viewOf } from '../view/index.ts'
import type { Config } from './config.ts'
import type { Project } from './project.ts'
import { addSourceNotes } from './source-notes.ts'

/** A pack as trees with sugar, the view that they were printed from, and what its figures show. */
export interface Drafted {
  readonly pack: Pack
  readonly view: View
  readonly figures: FigureData
  /** The registers that the pack and its companion print, as tables. */
  readonly registers: readonly Register[]
  readonly sections: readonly Section[]
  /** What templates that the pack does not print would print of the same view. */
  further(names: readonly string[]): Promise<readonly Section[]>
}

/** Renders and parses the sections of a pack. */
export async function draft(project: Project, pack: Pack, log: Log): Promise<Drafted> {
  const { corpus, evidence, assessment, issues } = project
  const provenance = new Provenance(corpus)
  const assessed = {
    groups: assessment.groups,
    groupsOf: (claims: readonly string[]) => independenceOf(claims, corpus, evidence.shared).groups.length,
    agreementOf: (claims: Iterable<string>) => {
      const of = [...claims].flatMap((id) => evidence.agreements.get(id) ?? [])
      return countAgreements(new Map(of.map((it) => [it.claim, it])))
    },
    digestsOf: (claim: string) => digestsOf(claim, evidence),
    ceilingOf: (id: string) => {
      const ceiling = assessment.ceilingOf(id)
      return { level: ceiling?.level ?? 'low', groups: ceiling?.independence.groups.length ?? 0 }
    },
  }
  const mark = <T extends object>(made: T, from: object) => provenance.mark(made, from)
  const lastIssue = issues.findLast((issue) => issue.pack === pack.id)
  const chosen = chosenBy(pack, corpus, log)
  const figures = figureData({ ...corpus, ...chosen }, pack)
  const numbers = timelineNumbers(figures)
  const view = viewOf({
    corpus,
    chosen,
    pack,
    words: localeOf(pack.language),
    assessment: assessed,
    lastIssue,
    numbers,
    mark,
  })
  const draw = (names: readonly string[], own: Log) =>
    renderSections(project, { pack, view, figures, provenance, names }, own)
  return {
    pack,
    view,
    figures,
    registers: registersOf(chosenWithCompanion(pack, corpus)),
    sections: await draw(templatesOf(pack), log),
    further: (names) => draw(names, new Log()),
  }
}

/** Where each record of the corpus is printed, over all packs. */
export async function draftPacks(project: Project, log: Log): Promise<Printings> {
  const drafts: { pack: string; sections: readonly Section[] }[] = []
  for (const pack of project.corpus.packs.values()) {
    if (!pack.deprecated) drafts.push({ pack: pack.id, sections: (await draft(project, pack, log)).sections })
  }
  return findPrintings(drafts)
}

interface Wanted {
  readonly pack: Pack
  readonly view: View
  readonly figures: FigureData
  readonly provenance: Provenance
  readonly names: readonly string[]
}

async function renderSections(
  { corpus, templates, cache, config }: Project,
  { pack, view, figures, provenance, names }: Wanted,
  log: Log,
): Promise<readonly Section[]> {
  const companion = corpus.packs.get(pack.companion ?? '')
  const which = { known: templates.sections, printed: new Set([...pack.sections, ...(companion?.sections ?? [])]) }
  const first = names.length - pack.sections.length
  const placeOf = (index: number) => corpus.place('pack', pack.id, ['sections', Math.max(0, index - first)])
  const rendered = names.flatMap((name, index) => {
    const place = name === pack.cover ? corpus.place('pack', pack.id, ['cover']) : placeOf(index)
    return render(templates, name, view, { corpus, pack, sections: which, provenance, place }, log) ?? []
  })
  const parsed = await Promise.all(rendered.map((it) => parseRendered(it, pack.language, cache, config)))
  for (const { findings } of parsed) for (const finding of findings) log.add(finding)
  const sections = parsed.map(({ section }) => section)
  for (const { name, tree } of sections) {
    if (name === pack.cover) for (const node of tree.children) node.data = { ...node.data, role: 'cover' }
  }
  await addSourceNotes(sections, figures, { corpus, pack })
  nameClaims(sections, corpus, log)
  return sections
}

async function parseRendered(rendered: Rendered, language: string, cache: Cache, config: Config) {
  const own = new Log()
  const parsed = await readSection(rendered.markdown, language, cache, config)
  const section = parse(rendered, own, parsed)
  checkValuesAreText(rendered, section.tree, own)
  return { section, findings: own.findings }
}

/** A section's tree; of a long one the pieces that an edit left as they were are not read again. */
async function readSection(
  markdown: string,
  language: string,
  cache: Cache,
  { syntax, markdown: passes }: Config,
): Promise<Parsed> {
  if (syntax || passes) {
    // A plugin may look at the section as a whole.
    const plugins = { ...(syntax && { syntax }), ...(passes && { markdown: passes }) }
    return cache.remember('section', `${language}\n${markdown}`, async () =>
      (await reader()).readWith(plugins, markdown, language),
    )
  }
  const pieces = cutAtHeadings(markdown)
  const parsed = pieces.map((piece) =>
    cache.remember('section', `${language}\n${piece}`, async () => (await reader()).read(piece, language)),
  )
  return joinPieces(pieces, await Promise.all(parsed))
}
