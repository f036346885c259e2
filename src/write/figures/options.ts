import { didYouMean, nearest } from '../../core/index.ts'
import type { Reader, Slip } from './define.ts'
import type { FigureData } from './figure.ts'
import { figureNames, figureOf } from './figures.ts'

/** What is wrong with a call of a figure, to be reported at the call. */
export interface FigureProblem {
  readonly reason: string
  readonly notes: readonly string[]
  readonly actual: string
  readonly expected: readonly string[]
}

/** Every name and value that a figure does not know, with the nearest that it does. */
export function figureProblems(name: string, options: Readonly<Record<string, string>>): FigureProblem[] {
  const figure = figureOf(name)
  if (!figure) {
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
  return Object.entries(options).flatMap(([option, text]) => problem(name, option, text, figure.options))
}

/** What a call asks for and the data have not; nothing where a value of it cannot be read. */
export function callProblems(
  name: string,
  options: Readonly<Record<string, string>>,
  data: FigureData,
): readonly Slip[] {
  const figure = figureOf(name)
  const isRefused = Object.entries(options).some(([option, text]) => {
    const reader = ownReader(figure?.options ?? {}, option)
    return reader !== undefined && reader.read(text) === undefined
  })
  if (!figure || isRefused) return []
  const known = Object.keys(figure.options)
  const misspelt = Object.keys(options).flatMap((it) => (known.includes(it) ? [] : (nearest(it, known) ?? [])))
  const found = figure.problems?.(data, readOptions(name, options)) ?? []
  return found.filter(({ lacks = [] }) => !lacks.some((it) => misspelt.includes(it)))
}

/** The options of a call as values; what `figureProblems` finds fault with is left out. */
export function readOptions(
  name: string,
  options: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const readers = figureOf(name)?.options ?? {}
  const values = Object.entries(options).map(([option, text]) => [option, ownReader(readers, option)?.read(text)])
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

function problem(
  figure: string,
  option: string,
  text: string,
  readers: Readonly<Record<string, Reader<unknown>>>,
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

const ownReader = (readers: Readonly<Record<string, Reader<unknown>>>, option: string) =>
  Object.hasOwn(readers, option) ? readers[option] : undefined
const known = (what: string, names: readonly string[]) => `known ${what}: ${names.join(', ')}`
