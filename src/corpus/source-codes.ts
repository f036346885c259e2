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
