import { parseEdtf } from '../../corpus/index.ts'
import type { Figure, FigureData, TableFigure } from './figure.ts'
import type { layout } from './network-layout.ts'
import type { Pen } from './pen.ts'
import type { Country } from './world.ts'

export interface Reader<V> {
  /** `undefined` when the text says nothing that the option takes. */
  read(text: string): V | undefined
  /** What it takes: words to choose from, or a description. */
  readonly words: readonly string[]
  readonly takes: string
}

type Readers = Readonly<Record<string, Reader<unknown>>>
export type Values<O extends Readers> = { readonly [K in keyof O]?: O[K] extends Reader<infer V> ? V : never }

/** What a figure is drawn from, besides its data and its options. */
export interface Drawing {
  readonly pen: Pen
  readonly language: string
  /** Places the actors of a network, which takes the most time. */
  readonly arrange: typeof layout
  readonly world: readonly Country[]
}

/** What is wrong, and what helps to mend it. */
export interface Slip {
  readonly reason: string
  readonly notes: readonly string[]
  /** The options of which one is missing: none of them is missing that is misspelt. */
  readonly lacks?: readonly string[]
}

/** Something drawn that rests on claims. */
export interface Shown {
  readonly claims?: readonly string[] | undefined
}

/** A kind of figure: the options that its call takes, `![Caption](figure:timeline?lanes=measures)`, and how it is drawn. */
export interface FigureKind<O extends Readers = Readers> {
  readonly options: O
  /** The ids of the claims whose values it is drawn from, which a note below it cites. */
  claims?(data: FigureData, options: Values<O>): readonly string[]
  /** What it shows: the note names the sources of their claims. */
  shows?(data: FigureData, options: Values<O>): readonly Shown[]
  /** What it is drawn from that no source of the corpus has. */
  credit?(data: FigureData): string
  /** What a call asks for and the data have not. */
  problems?(data: FigureData, options: Values<O>): readonly Slip[]
  draw(data: FigureData, options: Values<O>, drawing: Drawing): Figure | TableFigure | undefined
}

export const defineFigure = <O extends Readers>(kind: FigureKind<O>): FigureKind => kind as unknown as FigureKind

export function oneOf<const W extends string>(words: readonly W[]): Reader<W> {
  return { words, takes: `one of ${words.join(', ')}`, read: (text) => words.find((word) => word === text) }
}

export function listOf<const W extends string>(words: readonly W[]): Reader<readonly W[]> {
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

export function words(takes: string): Reader<string> {
  return { words: [], takes, read: (text) => (text.trim() === '' ? undefined : text) }
}

export const isId = (text: string) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)

export function ids(): Reader<readonly string[]> {
  return {
    words: [],
    takes: 'a list of ids',
    read: (text) => (text.split(',').every(isId) ? text.split(',') : undefined),
  }
}

export function wholeNumber(least: number, most: number): Reader<number> {
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
export function interval(): Reader<string> {
  return {
    words: [],
    takes: 'an EDTF interval with both ends, such as 2002/2005',
    read: (text) => {
      const date = parseEdtf(text)
      return date?.kind === 'interval' && date.min && date.max ? text : undefined
    },
  }
}
