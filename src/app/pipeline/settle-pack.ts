import { type Finding, isStructural, Log, ofBoth } from '../../core/index.ts'
import {
  type Corpus,
  companionsOf,
  kinds,
  type Pack,
  type RecordName,
  recordsOf,
  standInName,
} from '../../corpus/index.ts'
import { nameOf, rules, type Settled, settle } from '../../evidence/index.ts'
import { ownRules } from './config.ts'
import type { Project } from './project.ts'

/**
 * House value: of a corpus with more faulty records no pack is rendered. What it prints of them are stand-ins, and a
 * text of many lists takes micromark the square of their number.
 */
const maxFaulty = 1000

/** Whether a pack is better not looked at, because next to nothing that it prints would be right; that is reported. */
export function isOverErrorLimit({ corpus }: Project, pack: Pack, log: Log): boolean {
  const faulty = corpus.faulty.size
  if (faulty <= maxFaulty) return false
  const place = corpus.place('pack', pack.id, ['sections'])
  log.report('section-is-present', place, `the pack was not looked at: ${faulty} records have errors of form`)
  return true
}

/** The findings that stand in the way of a pack: not those of the files of packs that it takes nothing from. */
export function concerning(findings: readonly Finding[], { corpus }: Project, pack: Pack): readonly Finding[] {
  const packs = [pack, ...companionsOf(pack, corpus.packs)]
  const ids = packs.flatMap(({ id, companion = id }) => [...corpus.chain(id), companion])
  const files = new Set(ids.map((id) => `corpus/packs/${id}.yaml`))
  return findings.filter(({ file }) => !file.startsWith('corpus/packs/') || files.has(file))
}

/** The findings of a pack and its corpus, each fault once: levels and waivers applied, and what follows from a fault left out. */
export function settlePack(found: readonly Finding[], project: Project, pack: Pack): Settled {
  const rest = withoutCascading(found, project)
  const { config } = project
  const place: Parameters<typeof settle>[2] = (...at) => project.corpus.place('pack', pack.id, ...at)
  const own = { rules: ownRules(config), plugins: Boolean(config.syntax ?? config.markdown ?? config.document) }
  const recordOf = ({ file, line }: Finding) => (line === undefined ? undefined : recordAt(project.corpus, file, line))
  const { findings, waived, idle } = settle(rest, pack, place, project.host.epoch, own, recordOf)
  const [shared, alone] = ofBoth([true, false], (is) => idle.filter((it) => sharing(it, project).length > 1 === is))
  const log = new Log()
  for (const finding of [...findings, ...alone]) log.add(finding)
  return { findings: withoutRepeats(log.findings), waived, idle: shared }
}

/** What none of the packs that share a waiver has a use for; where some of them were not looked at nobody knows. */
export function idleInAll(idle: readonly Finding[], project: Project): readonly Finding[] {
  const placeOf = ({ file, line, column }: Finding) => `${file}:${line}:${column}`
  const byPlace = new Map(idle.map((it) => [placeOf(it), it]))
  return [...byPlace].flatMap(([place, finding]) =>
    idle.filter((it) => placeOf(it) === place).length === sharing(finding, project).length ? [finding] : [],
  )
}

/** The packs that take something from a file of the folder of packs. */
const sharing = ({ file }: Finding, { corpus }: Project): readonly string[] =>
  [...corpus.packs.values()].flatMap(({ id, deprecated }) =>
    !deprecated && corpus.chain(id).some((it) => `corpus/packs/${it}.yaml` === file) ? [id] : [],
  )

/** Drops the findings that an earlier error causes: about stand-ins, the rest of a broken file, or a corpus that lacks one. */
function withoutCascading(findings: readonly Finding[], project: Project): readonly Finding[] {
  const broken = new Set(findings.flatMap(({ ruleId, file }) => (ruleId === 'yaml-is-valid' ? [file] : [])))
  return findings.filter((it) => {
    if (it.ruleId === 'reference-resolves') {
      const isPrinted = !isOfCorpus(it.file) && project.corpus.faulty.has(it.subject ?? '')
      return !(broken.has(it.file) || isPrinted || (isLacking(project) && it.actual === standInName))
    }
    return isStructural(it.ruleId) || !(broken.has(it.file) || isCascading(it, project))
  })
}

/** Nothing of a pack is judged by what other packs say. */
const isLacking = ({ corpus }: Project) => [...corpus.lost].some((kind) => kind !== 'pack')

function isCascading({ ruleId, subject, actual }: Finding, project: Project): boolean {
  const { corpus } = project
  if (subject !== undefined && corpus.faulty.has(subject)) return true
  if (!isLacking(project)) return false
  // What a section prints under its headings, and what a selection finds, may be what is lost.
  if (ruleId === 'section-is-present') return subject !== undefined
  if (ruleId === 'citation-resolves') return corpus.lost.has('source')
  if (ruleId === 'cross-reference-resolves') return [...corpus.lost].some((kind) => actual?.startsWith(`${kind}-`))
  return rules.get(ruleId)?.standsAlone !== true
}

/**
 * Findings without those that a template makes of a fault that is told where it can be mended: a wrong record is met
 * again wherever it is printed. Only an error that stands hides them, so that nothing passes unseen. What one place of a
 * template makes of several records is told of the first.
 */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const roots = findings.filter(({ fatal, file }) => fatal && isOfCorpus(file))
  const faulty = new Set(roots.flatMap(({ subject }) => subject ?? []))
  const ids = new Set(roots.flatMap(({ ruleId, subject }) => (ruleId === 'id-is-unique' ? (subject ?? []) : [])))
  const anchors = new Set([...ids].map((subject) => subject.replace(':', '-')))
  const told = new Set<string>()
  const uncited = new Set(
    findings.flatMap((it) =>
      it.fatal && /^(?:reference|citation)-resolves$/.test(it.ruleId) ? [`${it.file}:${it.line}`] : [],
    ),
  )
  // What a sentence rests on is not known while one of its citations leads nowhere.
  const isUncited = ({ ruleId, file, line }: Finding) =>
    (ruleId === 'citation-supports' || ruleId === 'sentence-is-cited') && uncited.has(`${file}:${line}`)
  return findings.filter((finding) => {
    const { ruleId, file, line, column, subject, actual } = finding
    if (isUncited(finding)) return false
    // Which of two claims of one id a citation means, nobody can tell.
    if (ruleId === 'citation-resolves' && ids.has(`claim:${actual}`)) return false
    if (ruleId === 'id-is-unique' && subject === undefined) return !anchors.has(actual ?? '')
    if (isOfCorpus(file) || subject === undefined || subject.startsWith('section:')) return true
    if (faulty.has(subject)) return false
    const place = `${ruleId} ${file}:${line}:${column}`
    const isFirst = !told.has(place)
    told.add(place)
    return isFirst
  })
}

const isOfCorpus = (file: string) => file.startsWith('corpus/')

/** The record that a line of the corpus is of: the last that begins before it. */
export function recordAt(corpus: Corpus, file: string, line: number): RecordName | undefined {
  let [found, at]: [RecordName | undefined, number] = [undefined, 0]
  for (const { name: kind } of kinds)
    for (const id of recordsOf(corpus, kind).keys()) {
      const { file: own, start } = corpus.place(kind, id)
      if (own !== file || !start || start.line > line || start.line < at) continue
      ;[found, at] = [nameOf(kind, id), start.line]
    }
  return found
}
