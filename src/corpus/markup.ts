/** Tags that CSL-JSON has in titles: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#rich-text-markup-within-fields. */
const names = 'i|b|sc|sub|sup|em|strong|span'
const tag = new RegExp(`<(${names})(?: [^<>]*)?>((?:[^<]|<(?!/?(?:${names})[ >]))*)</\\1>`, 'gi')

const raised: Readonly<Record<string, string>> = { sub: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎', sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾' }

/**
 * A text without such tags: what is printed of a work is text, and its style says what is italic. Numbers above and below
 * the line are characters of Unicode.
 */
export function withoutMarkup(text: string): string {
  const plain = text.replace(tag, (_, name: string, words: string) => {
    const characters = raised[name.toLowerCase()] ?? ''
    return words.replace(/[0-9+\-=()]/g, (one) => characters['0123456789+-=()'.indexOf(one)] ?? one)
  })
  return plain === text ? text : withoutMarkup(plain)
}

/** The first tag in a text that is left out and leaves no trace, e.g. `<i>`. */
export function lostMarkup(text: string): string | undefined {
  for (const [whole, name, words] of text.matchAll(tag)) {
    if (!/^su[bp]$/i.test(name ?? '') || !/^[0-9+\-=()]*$/.test(words ?? ''))
      return whole.slice(0, whole.indexOf('>') + 1)
  }
  return undefined
}
