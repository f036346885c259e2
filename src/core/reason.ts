/**
 * Why a file cannot be read, from what the library that reads it threw: what it says of the file, in one line. Of a program’s own
 * trouble, such as a property of nothing, a reader only wants to know that the file brought it about.
 */
export function reasonOf(error: unknown): string {
  const thrown = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (thrown instanceof RangeError && /call stack/.test(thrown.message)) return 'what is in it is nested too deep'
  if (thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof ReferenceError)
    return 'it is damaged, or something else than its name says'
  return messageOf(thrown).replace(/\s+/g, ' ').trim()
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
