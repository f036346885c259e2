import type { Actor } from '../corpus/actor.ts'
import type { Measure } from '../corpus/measure.ts'
import type { ActorGroup, ConfidenceLevel, Lane, TieKind } from './figure.ts'
import type { Exactness } from './marks.ts'

/** Every word that figures print, and the sentences of their alternative texts, in one language. */
export interface FigureWords {
  /** What is written over a gap, the longest that fits first. */
  readonly gap: readonly string[]
  readonly undated: string
  readonly pending: string
  readonly lanes: Record<Lane, string>
  readonly exactness: { readonly [E in Exactness]: string }
  readonly gapKey: string
  readonly numbersInTable: string
  notDrawn(items: number): string
  readonly confidence: Record<ConfidenceLevel, string>
  readonly confidenceWord: string
  readonly noLikelihood: string
  readonly notJudged: string
  readonly emptyCell: string
  readonly groups: Record<ActorGroup, string>
  readonly ties: Record<TieKind, string>
  readonly relations: Record<Actor['relations'][number]['kind'], string>
  readonly leads: string
  readonly statuses: Record<Measure['history'][number]['status'], string>
  readonly allSources: string
  readonly coverageKey: { readonly claim: string; readonly issued: string }
  readonly perYear: string
  readonly phaseKey: { readonly done: string; readonly pending: string }
  readonly total: string
  readonly noPhase: string
  readonly columns: {
    readonly number: string
    readonly date: string
    readonly what: string
    readonly kind: string
    readonly status: string
    readonly threat: string
    readonly vector: string
    readonly target: string
    readonly period: string
    readonly likelihood: string
    readonly range: string
    readonly confidence: string
    readonly actor: string
    readonly relation: string
    readonly source: string
    readonly issued: string
    readonly claims: string
    readonly undated: string
    readonly first: string
    readonly last: string
    readonly term: string
    readonly also: string
    readonly phase: string
    readonly area: string
  }
  readonly titles: Record<'timeline' | 'matrix' | 'network' | 'coverage' | 'scale' | 'phases', string>
  readonly alt: {
    timeline(counts: readonly (readonly [string, number])[], period: string, gaps: readonly string[]): string
    /** `terms`: each term with its threats, periods and levels of confidence. */
    matrix(threats: number, terms: readonly (readonly [string, readonly string[]])[], unjudged: number): string
    network(actors: number, relations: number, most: readonly (readonly [string, number])[]): string
    leftOut(actors: number): string
    coverage(sources: number, period: string, gaps: readonly string[]): string
    scale(name: string, terms: readonly string[]): string
    phases(measures: number, phases: readonly string[]): string
  }
}

/** The words of a language, by its primary subtag; English where there is no table for it yet. */
export function figureWords(language: string): FigureWords {
  return languages[language.split('-')[0]!] ?? english
}

const list = (items: readonly string[]) => items.join('; ')
const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
const silent = (gaps: readonly string[]) => (gaps.length ? ` No source from ${list(gaps)}.` : '')

const english: FigureWords = {
  gap: ['no source from these years', 'no source'],
  undated: 'undated',
  pending: 'planned',
  lanes: {
    incidents: 'Attacks and unrest',
    operations: 'Arrests, seizures, exercises, deployments',
    statements: 'Statements and publications',
    institutions: 'Meetings, agreements, changes of institutions',
    measures: 'Policy measures',
  },
  exactness: {
    day: 'day known',
    month: 'month known',
    loose: 'year only, or approximate',
    range: 'in the stretch, or all through it',
    open: 'by then, or since then',
  },
  gapKey: 'no source from that time',
  numbersInTable: 'The numbers are those of the table.',
  notDrawn: (items) => `${count(items, 'item', 'items')} without a date in the period: see the table.`,
  confidence: { low: 'low', moderate: 'moderate', high: 'high' },
  confidenceWord: 'confidence',
  noLikelihood: 'finding on the record',
  notJudged: 'no likelihood judged',
  emptyCell: 'empty: no such threat, or none judged',
  groups: {
    state: 'state',
    'state-body': 'state body or unit',
    person: 'person',
    intergovernmental: 'intergovernmental body',
    armed: 'armed group or movement',
    other: 'other',
  },
  ties: {
    structure: 'is part of, is under, or holds a post in',
    cooperation: 'cooperates with, supplies',
    link: 'is linked to, by somebody’s account',
    watch: 'monitors',
    opposition: 'opposes',
  },
  relations: {
    'member-of': 'member of',
    'part-of': 'part of',
    'subordinate-to': 'subordinate to',
    'partner-of': 'partner of',
    'led-by': 'led by',
    'linked-to': 'linked to',
    opposes: 'opposes',
    monitors: 'monitors',
    supplies: 'supplies',
    'signatory-with': 'party to an agreement with',
  },
  leads: 'leads',
  statuses: {
    proposed: 'proposed',
    announced: 'announced',
    adopted: 'adopted',
    'in-force': 'in force',
    implemented: 'implemented',
    lapsed: 'lapsed',
  },
  allSources: 'All sources',
  coverageKey: { claim: 'months that claims are about: from one to', issued: 'published' },
  perYear: 'dated claims a year',
  phaseKey: { done: 'adopted, in force or carried out', pending: 'proposed or announced' },
  total: 'Measures',
  noPhase: 'Outside the phases, or undated',
  columns: {
    number: 'No.',
    date: 'Date',
    what: 'Event or measure',
    kind: 'Kind',
    status: 'Status',
    threat: 'Threat',
    vector: 'Vector',
    target: 'Target',
    period: 'Period',
    likelihood: 'Likelihood',
    range: 'Range',
    confidence: 'Confidence',
    actor: 'Actor',
    relation: 'Relation',
    source: 'Source',
    issued: 'Published',
    claims: 'Dated claims',
    undated: 'Undated',
    first: 'Earliest',
    last: 'Latest',
    term: 'Term',
    also: 'Also',
    phase: 'Phase',
    area: 'Field',
  },
  titles: {
    timeline: 'Timeline of events and policy measures',
    matrix: 'Threats by vector and target',
    network: 'Actors and their relations',
    coverage: 'What the sources cover',
    scale: 'Scale of likelihood',
    phases: 'Policy measures by field and phase',
  },
  alt: {
    timeline: (counts, period, gaps) =>
      `Timeline, ${period}. ${list(counts.map(([name, number]) => `${name}: ${number}`))}.${silent(gaps)}`,
    matrix: (threats, terms, unjudged) =>
      [
        `Matrix of ${count(threats, 'threat', 'threats')}, each with period and confidence.`,
        ...terms.map(([term, names]) => `${term}: ${list(names)}.`),
        ...(unjudged ? [`No likelihood judged: ${count(unjudged, 'threat', 'threats')}.`] : []),
      ].join(' '),
    network: (actors, relations, most) =>
      `Network of ${count(actors, 'actor', 'actors')} and ${count(relations, 'relation', 'relations')}. ` +
      `Most connected: ${list(most.map(([name, number]) => `${name} (${number})`))}.`,
    leftOut: (actors) => `${count(actors, 'actor', 'actors')} with few or no ties here, not drawn.`,
    coverage: (sources, period, gaps) =>
      `What ${count(sources, 'source tells', 'sources tell')} of, ${period}.${silent(gaps)}`,
    scale: (name, terms) => `${name} scale of likelihood: ${list(terms)}.`,
    phases: (measures, phases) =>
      `${count(measures, 'policy measure', 'policy measures')} by field and date, in ${count(phases.length, 'phase', 'phases')}: ${list(phases)}.`,
  },
}

const languages: Record<string, FigureWords> = { en: english }
