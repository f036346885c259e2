import { nearest } from '../core/index.ts'

/** How a marking looks: its words in `ink` on `ground`. */
export interface Marking {
  readonly text: string
  readonly ink: string
  readonly ground: string
}

/** The labels of the Traffic Light Protocol 2.0 (FIRST, August 2022), with the colours that it gives them. */
const labels: Readonly<Record<string, string>> = {
  'TLP:RED': '#FF2B2B',
  'TLP:AMBER': '#FFC000',
  'TLP:AMBER+STRICT': '#FFC000',
  'TLP:GREEN': '#33FF00',
  'TLP:CLEAR': '#FFFFFF',
}

/** A label of TLP in its colours; any other words as they are, black on white. */
export function markingOf(text: string): Marking {
  const ink = labels[text]
  return ink ? { text, ink, ground: '#000000' } : { text, ink: '#000000', ground: '#FFFFFF' }
}

/** What is wrong with a marking that means to be a label of TLP; any other words are the author's own. */
export function wrongMarking(text: string): string | undefined {
  if (!/^\s*tlp\b/i.test(text) || Object.hasOwn(labels, text)) return undefined
  const tight = text
    .replace(/^\s*tlp[\s:_-]*/i, 'TLP:')
    .replace(/\s+/g, '')
    .toUpperCase()
  const meant = tight === 'TLP:WHITE' ? 'TLP:CLEAR' : nearest(tight, Object.keys(labels))
  const guess = meant ? `did you mean “${meant}”?` : `they are ${Object.keys(labels).join(', ')}`
  return `is not a label of TLP 2.0; ${guess}`
}
