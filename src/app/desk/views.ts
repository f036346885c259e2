import { type Finding, grouped, itemAt } from '../../core/index.ts'
import type { Claim, Corpus, Judgment, Source } from '../../corpus/index.ts'
import { ceilingOf, graphOf, labelOf, nameOf, partsOf, piecesOf, recordNamed } from '../../evidence/index.ts'
import type { Project } from '../pipeline/project.ts'
import type { ClaimRow, FindingRow, JudgmentRow, Named, Overview, SourceText, Weighed } from './api.ts'
import { choices, fieldsOf } from './claim-fields.ts'

/** The lists of a project. */
export function overviewOf(project: Project): Omit<Overview, 'version' | 'digests'> {
  const { corpus, evidence } = project
  return {
    sources: [...corpus.sources.values()].map((it) => ({
      id: it.id,
      title: titleOf(it),
      issued: it.issued ?? undefined,
      grade: it.reliability?.grade,
      claims: it.claims.length,
      isHeld: evidence.texts.has(it.id),
    })),
    claims: [...corpus.claims.values()].map((it) => claimRow(project, it)),
    actors: [...corpus.actors.values()].map(({ id, name, kind }) => ({
      id,
      name,
      kind,
      named: graphOf(corpus).into(nameOf('actor', id)).length,
    })),
    judgments: [...corpus.judgments.values()].map((it) => judgmentRow(project, it)),
    choices,
  }
}

const titleOf = (source: Source) => source.title ?? source.descriptor ?? source.id

const outcomes = ['lost', 'ambiguous', 'drifted', 'unverified', 'moved', 'ok']

function claimRow({ corpus, evidence }: Project, claim: Claim): ClaimRow {
  const found = (evidence.byClaim.get(claim.id) ?? []).map(({ anchor }) => anchor.outcome)
  return {
    ...fieldsOf(claim),
    id: claim.id,
    source: claim.source,
    path: corpus.place('claim', claim.id).file,
    outcome: outcomes.find((it) => found.some((outcome) => outcome === it)) ?? 'ok',
    carries: restingOn(corpus, claim.id),
  }
}

function restingOn(corpus: Corpus, claim: string): readonly Named[] {
  const names = graphOf(corpus)
    .into(nameOf('claim', claim))
    .map(({ from }) => from)
  return [...new Set(names)].map((name) => ({ ...partsOf(name), label: labelOf(corpus, name) }))
}

function judgmentRow(project: Project, judgment: Judgment): JudgmentRow {
  const { id, title, likelihood, confidence } = judgment
  return {
    id,
    title,
    text: judgment.text.replace('{term}', likelihood ?? ''),
    level: confidence.level,
    ceiling: weighed(project, judgment),
    for: judgment.for,
    against: judgment.against,
    path: project.corpus.place('judgment', id).file,
  }
}

export function weighed({ corpus, evidence }: Project, judgment: Judgment): Weighed {
  const { level, reasons, independence } = ceilingOf(judgment, corpus, evidence.shared)
  return { level, reasons, groups: independence.groups.length }
}

/** A text with what is pinned in it, and what other texts have of it. */
export function sourceText({ evidence }: Project, source: Source): Omit<SourceText, 'path' | 'hasPages'> {
  const pages = Object.entries(source.text?.pages ?? {}).map(([page, para]) => [para, page] as const)
  const paragraphs = evidence.texts.get(source.id) ?? []
  const own = grouped(evidence.passages, ({ source: key }) => key).get(source.id) ?? []
  return {
    id: source.id,
    title: titleOf(source),
    language: source.language,
    paragraphs,
    pages: Object.fromEntries(pages),
    pins: own.flatMap(({ claim, anchor: { span, outcome } }) =>
      claim && span ? piecesOf(span, paragraphs).map((piece) => ({ claim, ...piece, outcome })) : [],
    ),
    shared: evidence.shared.flatMap(({ sources, paragraphs, words }) => {
      const side = sources.indexOf(source.id)
      return side === -1
        ? []
        : [
            {
              para: itemAt(paragraphs, side),
              words,
              source: itemAt(sources, 1 - side),
              there: itemAt(paragraphs, 1 - side),
            },
          ]
    }),
  }
}

/** A finding with its place, and the record that it is about. */
export function findingRow(finding: Finding, corpus: Corpus): FindingRow {
  const { file, line = 1, column = 1, ruleId, reason, note, fatal, subject } = finding
  const name = subject === undefined ? undefined : recordNamed(corpus, subject)
  return {
    file,
    line,
    column,
    rule: ruleId,
    reason,
    note,
    isError: fatal === true,
    subject: name && { ...partsOf(name), label: labelOf(corpus, name) },
  }
}
