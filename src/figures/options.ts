import { parseEdtf } from '../corpus/edtf.ts'
import { didYouMean } from '../nearest.ts'
import { actorGroups, laneNames, tieKinds } from './figure.ts'

/** The figures that can be drawn, and the options that each takes: `![Caption](figure:timeline?lanes=measures)`. */
export const figureOptions = {
  timeline: { lanes: listOf(laneNames), legend: oneOf(['auto', 'yes', 'no']), period: interval() },
  matrix: { columns: oneOf(['target', 'period']) },
  network: {
    groups: listOf(actorGroups),
    ties: listOf(tieKinds),
    most: wholeNumber(2, 40),
    'min-ties': wholeNumber(0, 20),
    islands: oneOf(['yes', 'no']),
  },
  coverage: {},
  scale: {},
  phases: {},
  strip: { items: ids() },
  hierarchy: { actors: ids() },
  map: {},
  bar: { from: id() },
  line: { from: id() },
} as const satisfies Record<string, Record<string, Reader<unknown>>>

export type FigureName = keyof typeof figureOptions
export const figureNames = Object.keys(figureOptions) as FigureName[]

export type OptionValues<N extends FigureName> = {
  readonly [K in keyof (typeof figureOptions)[N]]?: (typeof figureOptions)[N][K] extends Reader<infer V> ? V : never
}

/** What is wrong with a call of a figure, to be reported at the call. */
export interface FigureProblem {
  readonly reason: string
  readonly notes: readonly string[]
  readonly actual: string
  readonly expected: readonly string[]
}

interface Reader<V> {
  /** `undefined` when the text says nothing that the option takes. */
  read(text: string): V | undefined
  /** What it takes: words to choose from, or a description. */
  readonly words: readonly string[]
  readonly takes: string
}

export const isFigureName = (name: string): name is FigureName => Object.hasOwn(figureOptions, name)

/** Every name and value that a figure does not know, with the nearest that it does. */
export function figureProblems(name: string, options: Readonly<Record<string, string>>): FigureProblem[] {
  if (!isFigureName(name)) {
    const reason = `There is no figure “${name}”.`
    return [
      {
        reason,
        notes: [...didYouMean(name, figureNames), known('figures', figureNames)],
        actual: name,
        expected: figureNames,
      },
    ]
  }
  const readers: Record<string, Reader<unknown>> = figureOptions[name]
  return Object.entries(options).flatMap(([option, text]) => problem(name, option, text, readers))
}

/** The options of a call as values; what `figureProblems` finds fault with is left out. */
export function readOptions<N extends FigureName>(name: N, options: Readonly<Record<string, string>>): OptionValues<N> {
  const readers: Record<string, Reader<unknown>> = figureOptions[name]
  const values = Object.entries(options).map(([option, text]) => [option, ownReader(readers, option)?.read(text)])
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as OptionValues<N>
}

function problem(
  figure: string,
  option: string,
  text: string,
  readers: Record<string, Reader<unknown>>,
): FigureProblem[] {
  const reader = ownReader(readers, option)
  const names = Object.keys(readers)
  if (!reader) {
    const reason = `The figure “${figure}” has no option “${option}”.`
    const notes = names.length ? [...didYouMean(option, names), known('options', names)] : ['it takes no options']
    return [{ reason, notes, actual: option, expected: names }]
  }
  if (reader.read(text) !== undefined) return []
  const reason = `The option “${option}” of the figure “${figure}” is “${text}”, which is not ${reader.takes}.`
  const wrong = text.split(',').find((word) => !reader.words.includes(word)) ?? text
  return [{ reason, notes: didYouMean(wrong, reader.words), actual: text, expected: reader.words }]
}

const ownReader = (readers: Record<string, Reader<unknown>>, option: string) =>
  Object.hasOwn(readers, option) ? readers[option] : undefined
const known = (what: string, names: readonly string[]) => `known ${what}: ${names.join(', ')}`

function oneOf<const W extends string>(words: readonly W[]): Reader<W> {
  return { words, takes: `one of ${words.join(', ')}`, read: (text) => words.find((word) => word === text) }
}

function listOf<const W extends string>(words: readonly W[]): Reader<readonly W[]> {
  return {
    words,
    takes: `a list of ${words.join(', ')}`,
    read: (text) => {
      const given = text.split(',')
      return given.every((word) => words.some((one) => one === word))
        ? words.filter((one) => given.includes(one))
        : undefined
    },
  }
}

function id(): Reader<string> {
  return { words: [], takes: 'an id', read: (text) => (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? text : undefined) }
}

function ids(): Reader<readonly string[]> {
  const one = id()
  return {
    words: [],
    takes: 'a list of ids',
    read: (text) => (text.split(',').every((it) => one.read(it)) ? text.split(',') : undefined),
  }
}

function wholeNumber(least: number, most: number): Reader<number> {
  return {
    words: [],
    takes: `a whole number from ${least} to ${most}`,
    read: (text) => {
      const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
      return number >= least && number <= most ? number : undefined
    },
  }
}

/** An EDTF interval with both ends, e.g. `2002/2005`. */
function interval(): Reader<string> {
  return {
    words: [],
    takes: 'an EDTF interval with both ends, such as 2002/2005',
    read: (text) => {
      const date = parseEdtf(text)
      return date?.kind === 'interval' && date.min && date.max ? text : undefined
    },
  }
}
