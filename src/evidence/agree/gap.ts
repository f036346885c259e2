/** What of a claim has no ground in its passage. */
type GapKind = 'number' | 'date' | 'name' | 'speaker' | 'quotation' | 'negation' | 'limit' | 'modality' | 'content'

export interface Gap {
  readonly kind: GapKind
  /** The words of the claim that have no ground, or those of the passage that it leaves out. */
  readonly words: string
  /** What is wrong with them, to go after the words: `is not in the passage`. */
  readonly reason: string
  /** Too few words of the claim are the passage’s own to be sure: the claim is unchecked, and not refused. */
  readonly isUnsure?: boolean
  /** The words are those of the passage, and the claim leaves them out. */
  readonly isLeftOut?: boolean
}
