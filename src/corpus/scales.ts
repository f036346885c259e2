import { localeOf, sectionWords } from '../core/index.ts'

/** From the lowest up. */
export const confidenceLevels = ['low', 'moderate', 'high'] as const
/** How a judgment without a likelihood stands. */
export const standings = ['reported', 'inferred', 'cannot-be-judged'] as const
/** What may become of a measure, in the order in which it becomes so. */
export const measureStatuses = [
  'unknown',
  'proposed',
  'announced',
  'adopted',
  'in-force',
  'implemented',
  'lapsed',
] as const

/** One step of a scale: its term and the probabilities, in per cent, that the term stands for. */
export interface LikelihoodTerm {
  readonly term: string
  /** The term as records have it, where `term` is its words in another language. */
  readonly key?: string
  /** Words of the scale's second row that mean the same. A pack keeps to the first row: the rows are not mixed. */
  readonly also: readonly string[]
  readonly low: number
  readonly high: number
  /** As printed beside the term, e.g. `55–80%`. */
  readonly range: string
}

export interface LikelihoodScale {
  readonly name: string
  /** Where it is laid down. */
  readonly norm: string
  /** From the least likely up. */
  readonly terms: readonly LikelihoodTerm[]
}

const step = (term: string, also: readonly string[], low: number, high: number, range = `${low}–${high}%`) => ({
  term,
  also,
  low,
  high,
  range,
})

/** The scales a pack may use. They give the same words different ranges, so a pack uses one and prints the range. */
export const scales = {
  icd203: {
    name: 'ICD 203',
    norm: 'Intelligence Community Directive 203, Analytic Standards (2015, amended 2022), D.6.e.2.a',
    terms: [
      step('almost no chance', ['remote'], 1, 5),
      step('very unlikely', ['highly improbable'], 5, 20),
      step('unlikely', ['improbable'], 20, 45),
      step('roughly even chance', ['roughly even odds'], 45, 55),
      step('likely', ['probable'], 55, 80),
      step('very likely', ['highly probable'], 80, 95),
      step('almost certain', ['nearly certain'], 95, 99),
    ],
  },
  'phia-2025': {
    name: 'PHIA probability yardstick',
    norm: 'Professional Head of Intelligence Assessment, Probability Yardstick (2025)',
    terms: [
      step('remote chance', [], 0, 5, '>0–5%'),
      step('highly unlikely', [], 10, 20),
      step('unlikely', [], 25, 35),
      step('realistic possibility', [], 40, 50, '40–<50%'),
      step('likely', ['probable'], 55, 75),
      step('highly likely', [], 80, 90),
      step('almost certain', [], 95, 100, '95–<100%'),
    ],
  },
} as const satisfies Record<string, LikelihoodScale>

export type ScaleName = keyof typeof scales

/** The step of `scale` that `term` names, in its first row; `undefined` when the scale has no such term. */
export function likelihood(scale: ScaleName, term: string): LikelihoodTerm | undefined {
  return scales[scale].terms.find((one) => one.term === term)
}

/** A scale with its terms in the words of a language, and its ranges as it writes them: 20–45 %. */
export function scaleIn(scale: ScaleName, language: string): LikelihoodScale {
  const words = (term: string) => sectionWords(term, language) ?? term
  const { terms, name, norm } = scales[scale]
  return {
    name: words(name),
    norm: words(norm),
    terms: terms.map((it) => ({
      ...it,
      key: it.term,
      term: words(it.term),
      also: it.also.map(words),
      range: it.range.replace('%', localeOf(language).numbers.percent),
    })),
  }
}

/** The step that a record calls by the scale's own term. */
export function likelihoodIn(scale: LikelihoodScale, term: string | undefined): LikelihoodTerm | undefined {
  return scale.terms.find((it) => (it.key ?? it.term) === term)
}
