import { baseLanguage, didYouMean, Log, localeNames, localeOf, type Section } from '../../core/index.ts'
import {
  type Corpus,
  companionsOf,
  kindWords,
  type Pack,
  Provenance,
  standInName,
  templatesOf,
  vocabularyKinds,
} from '../../corpus/index.ts'
import {
  aboutIds,
  checkValuesAreText,
  cutAtHeadings,
  joinPieces,
  type Parsed,
  parse,
  type Register,
  type Rendered,
  reader,
  registersOf,
  render,
  targetWords,
  type View,
  viewOf,
} from '../../document/index.ts'
import {
  ceilingOf,
  chosenBy,
  chosenWithCompanions,
  countAgreements,
  digestsOf,
  findPrintings,
  independenceOf,
  nameClaims,
  type Printings,
  sourceGroups,
} from '../../evidence/index.ts'
import { type FigureData, figureData, timelineNumbers } from '../../write/index.ts'
import type { Cache } from '../cache/index.ts'
import type { Config } from './config.ts'
import { Once } from './once.ts'
import type { Project } from './project.ts'
import { addSourceNotes } from './source-notes.ts'

/** A pack as trees with sugar, the view that they were printed from, and what its figures show. */
export interface Drafted {
  readonly pack: Pack
  readonly view: View
  readonly figures: FigureData
  /** The registers that the pack and its companions print, as tables. */
  readonly registers: readonly Register[]
  readonly sections: readonly Section[]
}

/** Renders and parses the sections of a pack. */
export function draft(project: Project, pack: Pack, log: Log): Promise<Drafted> {
  return project.drafts.of(pack.id, log, async (log) => {
    const printer = await printerOf(project, pack, log)
    const { view, figures } = printer
    const registers = registersOf(chosenWithCompanions(pack, project.corpus), pack)
    return { pack, view, figures, registers, sections: await readSections(project, printer, log) }
  })
}

/** What the templates of a pack are filled with. */
export interface Printer extends Pick<Drafted, 'pack' | 'view' | 'figures'> {
  readonly provenance: Provenance
  /** By section: the packs that refer to this one ask for the same. */
  readonly rendered: Once<Rendered | undefined>
}

function printerOf(project: Project, pack: Pack, log: Log): Promise<Printer> {
  return project.printers.of(pack.id, log, (log) => makePrinter(project, pack, log))
}

function makePrinter({ corpus, templates, evidence, issues }: Project, pack: Pack, log: Log): Printer {
  const provenance = new Provenance(corpus)
  const assessed = {
    groups: sourceGroups(corpus),
    groupsOf: (claims: readonly string[]) => independenceOf(claims, corpus, evidence.shared).groups.length,
    agreementOf: (claims: Iterable<string>) => {
      const of = [...claims].flatMap((id) => evidence.agreements.get(id) ?? [])
      return countAgreements(new Map(of.map((it) => [it.claim, it])))
    },
    digestsOf: (claim: string) => digestsOf(claim, evidence),
    ceilingOf: (id: string) => {
      const judgment = corpus.judgments.get(id)
      const ceiling = judgment && ceilingOf(judgment, corpus, evidence.shared)
      return { level: ceiling?.level ?? 'low', groups: ceiling?.independence.groups.length ?? 0 }
    },
  }
  const mark = <T extends object>(made: T, from: object) => provenance.mark(made, from)
  const lastIssue = issues.findLast((issue) => issue.pack === pack.id)
  const chosen = chosenBy(pack, corpus, log)
  const measured = [...corpus.claims.values()].flatMap(({ value }) => value?.measures ?? [])
  const figures = { ...figureData({ ...corpus, ...chosen }, pack), measured }
  const numbers = timelineNumbers(figures)
  reportLanguage(corpus, pack, log)
  reportWords(corpus, templates, pack, log)
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
  return { pack, view, figures, provenance, rendered: new Once() }
}

/** How the ids that some templates would give, if the pack printed them, are called: of these ids. */
export async function targetsOf(
  project: Project,
  pack: Pack,
  names: readonly string[],
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const { cache, config } = project
  const isOwn = config.syntax !== undefined || config.markdown !== undefined
  const rendered = await renderSections(project, await printerOf(project, pack, new Log()), names, new Log())
  const texts = rendered.map(({ markdown }) => (isOwn ? markdown : aboutIds(markdown, ids)))
  const read = texts.map((markdown) => readSection(markdown, pack.language, cache, config))
  return targetWords(await Promise.all(read))
}

/** What the tool prints of itself, and each kind of the corpus' own lists, is in the pack's language, or told. */
function reportLanguage(corpus: Corpus, { id: name, language }: Pack, log: Log): void {
  if (!localeNames.includes(baseLanguage(language))) {
    const reason = `there are no words in “${language}”: what the tool prints of itself is English`
    const notes = [`there are ${localeNames.join(', ')}; docs/how-to/language.md tells how to add one`]
    log.report('words-are-translated', corpus.place('pack', name, ['language']), reason, {
      notes,
      subject: `pack:${name}`,
    })
    return
  }
  for (const kind of vocabularyKinds)
    for (const [id] of corpus[`${kind}s`]) {
      if (kindWords(corpus, kind, id, language) !== undefined) continue
      const reason = `the ${kind} “${id}” has no label in ${language}, and is printed as it is`
      const notes = [`write label: {${baseLanguage(language)}: …}`]
      log.report('words-are-translated', corpus.place(kind, id), reason, { notes, subject: `${kind}:${id}` })
    }
}

/** Words of its own that a pack has for what no template says. */
function reportWords(corpus: Corpus, templates: Project['templates'], pack: Pack, log: Log): void {
  for (const english of Object.keys(pack.words ?? {})) {
    if (templates.words.has(english)) continue
    const notes = didYouMean(english, templates.words)
    const place = corpus.place('pack', pack.id, ['words', english])
    log.report('reference-resolves', place, `no template says “${english}”`, { notes, subject: `pack:${pack.id}` })
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

async function renderSections(
  { corpus, templates }: Project,
  { pack, view, provenance, rendered }: Printer,
  names: readonly string[],
  log: Log,
): Promise<readonly Rendered[]> {
  const printed = [pack, ...companionsOf(pack, corpus.packs)].flatMap(({ sections }) => sections)
  const which = { known: templates.sections, own: pack.sections, printed }
  const first = names.length - pack.sections.length
  const placeOf = (index: number) => corpus.place('pack', pack.id, ['sections', Math.max(0, index - first)])
  const isFaulty = [...corpus.faulty].some((it) => it.startsWith('pack:'))
  const found: Rendered[] = []
  for (const [index, name] of names.entries()) {
    if (isFaulty && name === standInName && !templates.has(name)) continue
    const place = name === pack.cover ? corpus.place('pack', pack.id, ['cover']) : placeOf(index)
    if (names.indexOf(name) < index) {
      log.report('id-is-unique', place, `the section “${name}” stands in this pack before`, {
        notes: ['leave it out here; to print it twice, copy its template to another name, with other anchors'],
        subject: `pack:${pack.id}`,
      })
      continue
    }
    const options = { corpus, pack, sections: which, provenance, place }
    const section = await rendered.of(name, log, (log) => render(templates, name, view, options, log))
    if (section) found.push(section)
  }
  return found
}

async function readSections(project: Project, printer: Printer, log: Log): Promise<readonly Section[]> {
  const { corpus, cache, config } = project
  const { pack, figures } = printer
  const rendered = await renderSections(project, printer, templatesOf(pack), log)
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
