/** A gist and the passage that it is said to retell: honestly, or with a fault of one kind. */
export interface Pair {
  readonly kind: 'honest' | Fault
  readonly gist: string
  readonly passage: string
  readonly language: string
  /** The day of the source, EDTF. */
  readonly issued?: string | undefined
}

export const faults = [
  'number',
  'unit',
  'magnitude',
  'date',
  'name',
  'speaker',
  'merged',
  'negation',
  'limit',
  'modality',
  'unrelated',
  'source',
] as const
export type Fault = (typeof faults)[number]
