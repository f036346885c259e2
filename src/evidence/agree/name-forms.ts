import type { Reading } from './reading.ts'

/** Kenyan, of what the passage says of Kenya, and the other way round. */
export function isDemonym(word: string, { tokens }: Reading): boolean {
  const bare = word.replace(/['’]s?$/, '')
  return tokens.some((it) => {
    const other = it.word.replace(/['’]s?$/, '')
    const [short, long] = bare.length < other.length ? [bare, other] : [other, bare]
    return (
      it.isCapital &&
      short.length > 3 &&
      long.startsWith(short) &&
      /^(?:n|an|ian|ese|i|ish)$/.test(long.slice(short.length))
    )
  })
}

const heads: Readonly<Record<string, RegExp>> = {
  мин: /^министе?р/,
  гос: /^государств/,
  обл: /^област/,
  гор: /^город/,
  ген: /^генеральн/,
}

/** Минтранс, of the министр транспорта: Russian makes one word of the beginnings of two. */
export function isShortened(word: string, { tokens }: Reading): boolean {
  const [, head, rest] = /^(мин|гос|обл|гор|ген)(\p{L}{3,})$/u.exec(word) ?? []
  if (!head || !rest) return false
  const start = rest.slice(0, Math.max(3, rest.length - 2))
  return [heads[head]!, new RegExp(`^${start}`, 'u')].every((shape) => tokens.some((it) => shape.test(it.word)))
}

/** The first letters of words with capitals in a row, of two words and more. */
export function initialsOf(passage: Reading): ReadonlySet<string> {
  const found = new Set<string>()
  const capitals = passage.tokens.map(({ isCapital, text }) => (isCapital ? text[0]! : undefined))
  for (let from = 0; from < capitals.length; from++) {
    let letters = ''
    for (let at = from; at < passage.tokens.length && at < from + 10; at++) {
      const letter = capitals[at]
      if (letter !== undefined) letters += letter
      else if (
        !/^(?:of|the|and|for|on|in|-|to|at|de|des|du|la|le|et|и|по|für|und|der|s)$/.test(passage.tokens[at]!.word)
      )
        break
      if (letters.length > 1) found.add(letters)
    }
  }
  return found
}
