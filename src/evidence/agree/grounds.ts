import type { Edtf } from '../../corpus/index.ts'
import type { Reading } from './reading.ts'

/** What is known of a claim besides its passage: the record of its source, and the register of actors. */
export interface Grounds {
  /** The day on which the source was issued, which dates in it are counted from. */
  readonly issued?: Edtf | undefined
  /** The dates of the claim’s record that it says to be inferred, or counted from others. */
  readonly told?: readonly Edtf[] | undefined
  /** The names of the source itself, its authors and the paper it stands in, as sounds. */
  readonly sounds: ReadonlySet<string>
  /** Whether a name is a form of an actor of which the passage has another form. */
  knows(name: string, passage: Reading): boolean
  /** What the text has in many of its sentences says little of any of them. */
  isCommon(key: string): boolean
  /** Whether a passage has a form of an actor’s name, or the family name of a person that no other person has. */
  hasActor(actor: string, passage: Reading): boolean
  /** Whether the register has one person with a family name, and with this given name. */
  isOnlyPerson(given: string, family: string): boolean
}

export const noGrounds: Grounds = {
  sounds: new Set(),
  isCommon: () => false,
  knows: () => false,
  hasActor: () => false,
  isOnlyPerson: () => false,
}
