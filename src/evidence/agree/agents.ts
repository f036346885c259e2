import { conceptsOf } from './lexicon.ts'

const linesOf = (words: string) => words.split(' ').flatMap(conceptsOf)

/** The lines of the tables for offices and trades that stand before a name. */
export const offices: ReadonlySet<string> = new Set(
  linesOf(
    'minister president chief deputy governor judge prosecutor colonel general major captain lieutenant spokesman ambassador senator coach doctor professor lawyer secretary king treasurer expert striker',
  )
    // To judge is to believe.
    .filter((it) => !linesOf('believe').includes(it)),
)

export const isOfOffice = (word: string): boolean => conceptsOf(word).some((it) => offices.has(it))

const high = new Set(linesOf('minister president mayor judge prosecutor ambassador senator'))

/** An office of which nobody has two. */
export const isHighOffice = (word: string): boolean => conceptsOf(word).some((it) => high.has(it))

/** Whether a word is of somebody who can speak and act: a minister, the police, workers. */
export const isAgent = (word: string): boolean => conceptsOf(word).some((it) => agents.has(it))

const agents = new Set(
  linesOf(
    'minister president chief deputy governor government parliament court prosecutor police army spokesman senator worker union company bank team coach lawyer opposition school university doctor scientist resident employer owner expert supplier crew ambassador candidate militant observer journalist witness',
  )
    // The lines of verbs that these words begin with.
    .filter((it) => !linesOf('spoke oppose supply owe live law').includes(it)),
)
