import type { Actor } from '../corpus/actor.ts'
import type { Measure } from '../corpus/measure.ts'
import type { ActorGroup, ConfidenceLevel, Lane, PlaceKind, TieKind } from './figure.ts'
import type { Exactness } from './marks.ts'
import { english } from './words-en.ts'
import { russian } from './words-ru.ts'

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
  readonly places: Record<PlaceKind, string>
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
    readonly area: string
    readonly place: string
    readonly above: string
  }
  readonly titles: Record<
    | 'timeline'
    | 'matrix'
    | 'network'
    | 'coverage'
    | 'scale'
    | 'phases'
    | 'strip'
    | 'hierarchy'
    | 'map'
    | 'bar'
    | 'line',
    string
  >
  readonly alt: {
    timeline(counts: readonly (readonly [string, number])[], period: string, gaps: readonly string[]): string
    /** `terms`: each term with its threats, periods and levels of confidence. */
    matrix(threats: number, terms: readonly (readonly [string, readonly string[]])[], unjudged: number): string
    network(actors: number, relations: number, most: readonly (readonly [string, number])[]): string
    leftOut(actors: number): string
    coverage(sources: number, period: string, gaps: readonly string[]): string
    scale(name: string, terms: readonly string[]): string
    strip(items: readonly string[], gaps: readonly string[]): string
    hierarchy(tops: readonly string[], actors: number): string
    map(countries: readonly string[], places: readonly string[]): string
    chart(unit: string, values: readonly string[]): string
    phases(measures: number, phases: readonly string[]): string
  }
}

/** The words of a language, by its primary subtag; English where there is no table for it yet. */
export function figureWords(language: string): FigureWords {
  return languages[language.split('-')[0]!] ?? english
}

const languages: Record<string, FigureWords> = { en: english, ru: russian }
