/**
 * How citations call a source: by the code that its record gives, or by one made of its key alone, so that a source that
 * is added changes no other: `mcdermott-2004-experts` is `Mcd04E`.
 */
export function codeOf({ id, code }: { readonly id: string; readonly code?: string | undefined }): string {
  if (code !== undefined) return code
  const [first = '', ...rest] = id.split('-')
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  const short = (word: string) =>
    /^\d{4}$/.test(word) ? word.slice(2) : /^\d/.test(word) ? word : capital(word.charAt(0))
  const made = capital(first.slice(0, 3)) + rest.map(short).join('')
  return /^\p{L}/u.test(made) ? made : `S${made}`
}

/** The code that a new source must have written down: none where the one made of its key is free, else that with a number. */
export function codeToWrite(id: string, taken: ReadonlySet<string>): string | undefined {
  const made = codeOf({ id })
  if (!taken.has(made)) return undefined
  for (let number = 2; ; number++) {
    // A digit behind a digit would read as another number; a code has twelve characters at most.
    const code = `${made.slice(0, 12 - String(number).length - 1)}${/\d$/.test(made) ? '.' : ''}${number}`
    if (!taken.has(code)) return code
  }
}
