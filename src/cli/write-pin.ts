/** What became of the text of a source's file: with the passage in it, or why it is to be put there by hand. */
export type Written = { readonly text: string } | { readonly why: string }

/**
 * A source's file with a passage of a claim put in the place of its only one, or after its last. Nothing else moves:
 * comments, quotes and line breaks stay. Only lists with one passage a line are written in, as `pin` prints them.
 */
export function writePassage(file: string, claim: string, passage: string, replaces: boolean): Written {
  const lines = file.split('\n')
  const start = lines.findIndex((line) =>
    new RegExp(`^\\s*- +id: +["']?${claim}["']?\\s*(?:#.*)?$`).test(line.trimEnd()),
  )
  if (start === -1) return { why: `the file has no claim that begins with “- id: ${claim}”` }
  const indent = indentOf(lines[start]!)
  const end = lines.findIndex((line, at) => at > start && line.trim() !== '' && indentOf(line) <= indent)
  const own = lines.slice(start, end === -1 ? undefined : end)
  const list = own.findIndex((line) => /^\s*passages:\s*(?:#.*)?$/.test(line))
  if (list === -1) return { why: `“passages” of ${claim} is no list with one passage a line` }
  const items = own.flatMap((line, at) => (at > list && isItem(line, own, list) ? [at] : []))
  if (items.length === 0) return { why: `“passages” of ${claim} is no list with one passage a line` }
  if (replaces && items.length > 1) return { why: `${claim} has ${items.length} passages: take away those that go` }
  const at = items.at(-1)!
  const model = /^(\s*- +)\{.*\}(\s*(?:#.*)?)$/.exec(own[at]!)
  if (!model) return { why: `“passages” of ${claim} is no list with one passage a line` }
  const line = `${model[1]}${passage}`
  own.splice(at, 1, ...(replaces ? [`${line}${model[2]}`] : [own[at]!, `${line}${/\r$/.test(own[at]!) ? '\r' : ''}`]))
  return { text: [...lines.slice(0, start), ...own, ...(end === -1 ? [] : lines.slice(end))].join('\n') }
}

/** Whether a line is an entry of the list that begins above it, with no other field between. */
function isItem(line: string, own: readonly string[], list: number): boolean {
  if (!/^\s*- +\{/.test(line)) return false
  const between = own.slice(list + 1, own.indexOf(line))
  return between.every((it) => /^\s*(?:-|#|$)/.test(it))
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
