import { type Finding, isStructural } from '../../core/index.ts'
import { standInName } from '../../corpus/index.ts'
import { rules } from '../../evidence/index.ts'
import type { Project } from './project.ts'

/** Drops the findings that an earlier error causes: about stand-ins, the rest of a broken file, or a corpus that lacks one. */
export function withoutCascading(findings: readonly Finding[], project: Project): readonly Finding[] {
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
export function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
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
