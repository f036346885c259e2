import { itemAt } from '../core/index.ts'

/** Words between quotation marks, and where they stand in the text. */
export interface Quoted {
  readonly words: string
  readonly from: number
  readonly to: number
}

/** Hebrew writes the same mark before the last letter of an abbreviation. */
const gershayim = '(?<=\\p{Script=Hebrew})"(?=\\p{Script=Hebrew}(?!\\p{L}))'

const styles = [
  /“([^“”]+)”/g,
  /„([^„“”]+)[“”]/g,
  /«([^«»]+)»/g,
  /‹([^‹›]+)›/g,
  /»([^«»]+)«/g,
  /‚([^‚‘]+)‘/g,
  /「([^「」]+)」/g,
  /『([^『』]+)』/g,
  new RegExp(`(?!${gershayim})"((?:[^"]|${gershayim})+)"`, 'gu'),
  // A single mark is a quotation mark only where no word runs into it from outside.
  /(?<![\p{L}\p{N}])‘([^‘]+?)’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'(\p{L}(?:[^']|(?<=\p{L})'(?=\p{L}))+?)'(?![\p{L}\p{N}])/gu,
] as const

const opening = /[“„«‹»‚"‘「『]|(?<![\p{L}\p{N}])'\p{L}/u

/** The quotations in a text, in reading order; one inside another is part of it. */
export function quotationsIn(text: string): readonly Quoted[] {
  if (!opening.test(text)) return []
  const all = styles.flatMap((style) =>
    [...text.matchAll(style)].map((match) => ({
      words: itemAt(match, 1),
      from: match.index,
      to: match.index + match[0].length,
    })),
  )
  all.sort((a, b) => a.from - b.from || b.to - a.to)
  const outer: Quoted[] = []
  for (const one of all) if (one.from >= (outer.at(-1)?.to ?? 0)) outer.push(one)
  return outer
}

/** A text without what it quotes, at the same offsets: the writer's own voice. */
export function ownVoice(text: string): string {
  let own = text
  for (const { from, to } of quotationsIn(text)) own = own.slice(0, from) + ' '.repeat(to - from) + own.slice(to)
  return own
}
