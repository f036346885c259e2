/** What stands in braces after a heading or in front of nothing else: `{#id .role lang=ru}`. */
export interface Attributes {
  readonly id?: string
  readonly roles: readonly string[]
  readonly pairs: Readonly<Record<string, string>>
}

const attribute =
  /\s*(?:#([^\s#.={}"]+)|\.([\p{L}_][^\s#.={}"]*)|([\p{L}_][\w:-]*)=(?:"((?:\\.|[^"\\{}])*)"|([^\s"{}]+)))/uy

/** The attributes in `source`, which is what stands between the braces; `undefined` when it is anything else. */
export function parseAttributes(source: string): Attributes | undefined {
  let id: string | undefined
  const roles: string[] = []
  const pairs: Record<string, string> = {}
  const text = source.trim()
  let index = 0
  while (index < text.length) {
    attribute.lastIndex = index
    const match = attribute.exec(text)
    if (!match) return undefined
    index = attribute.lastIndex
    if (match[1]) id = match[1]
    else if (match[2]) roles.push(match[2])
    else if (match[3]) pairs[match[3]] = match[4] ?? match[5] ?? ''
  }
  if (text === '') return undefined
  return { ...(id ? { id } : {}), roles, pairs }
}

/** The same attributes as Markdown, with the braces. */
export function printAttributes({ id, roles, pairs }: Attributes): string {
  const values = Object.entries(pairs).map(
    ([name, value]) => `${name}=${/^[^\s"{}]+$/.test(value) ? value : `"${value}"`}`,
  )
  return `{${[...(id ? [`#${id}`] : []), ...roles.map((role) => `.${role}`), ...values].join(' ')}}`
}
