/** Finds the lines of a table in which the beginning of a word stands, or the words of a name with hyphens between. */
export function lineFinder(list: string, isNamed: boolean): (word: string) => readonly string[] {
  const table = tableOf<string>()
  const rows = isNamed ? rowsOf(list) : linesOf(list).map((line, index) => [String(index), line] as const)
  for (const [name, forms] of rows) {
    for (const form of forms.split(' ')) {
      if (form === '') continue
      const isWhole = form.startsWith('=') || form.length < 3
      table.add(isWhole ? form.replace('=', '') || form : `${form}*`, name)
    }
  }
  const known = new Map<string, readonly string[]>()
  return (word) => {
    const found = known.get(word) ?? [...new Set(table.all(word))]
    known.set(word, found)
    return found
  }
}

const linesOf = (list: string): readonly string[] => list.trim().split('\n')

/** The lines of a table, each `name: what it has`. */
export const rowsOf = (list: string): readonly (readonly [name: string, rest: string])[] =>
  linesOf(list).map((line) => {
    const [name = '', rest = ''] = line.split(/: (.*)/)
    return [name, rest]
  })

/** Short beginnings take only short endings: `su` must not be the beginning of every word in su-. */
const longestEnding = (beginning: string) =>
  beginning.length <= 3 ? 3 : beginning.length > 4 ? 12 : /\p{Script=Cyrillic}/u.test(beginning) ? 8 : 5

export interface Table<T> {
  add(form: string, value: T): void
  own(form: string): T | undefined
  first(word: string): T | undefined
  all(word: string): readonly T[]
}

/** Values by word, or by the beginning of words: `form*`. */
export function tableOf<T>(): Table<T> {
  const [whole, starts] = [new Map<string, T[]>(), new Map<string, T[]>()]
  // Few words begin as any of the beginnings does.
  const heads = new Set<string>()
  let longest = 0
  const put = (map: Map<string, T[]>, key: string, value: T) =>
    map.set(key, Array.isArray(value) ? [value] : [...(map.get(key) ?? []), value])
  const known = new Map<string, readonly T[]>()
  const all = (word: string) => {
    const again = known.get(word)
    if (again) return again
    const found = [...(whole.get(word) ?? [])]
    for (let size = heads.has(word.slice(0, 2)) ? Math.min(longest, word.length) : 0; size >= 2; size--) {
      const start = word.slice(0, size)
      const values = starts.get(start)
      if (values && word.length - size <= longestEnding(start)) found.push(...values)
    }
    known.set(word, found)
    return found
  }
  return {
    add(form, value) {
      known.clear()
      const isStart = form.endsWith('*')
      const key = isStart ? form.slice(0, -1) : form
      if (isStart) {
        longest = Math.max(longest, key.length)
        heads.add(key.slice(0, 2))
      }
      put(isStart ? starts : whole, key, value)
    },
    own: (form) => (form.endsWith('*') ? starts.get(form.slice(0, -1)) : whole.get(form))?.[0],
    first: (word) => all(word)[0],
    all,
  }
}

export function lines(list: string): readonly (readonly [string, string])[] {
  return list === '' ? [] : list.split(' | ').map((line) => line.split(': ') as [string, string])
}

export function longestFirst(list: string): readonly string[] {
  return list
    .split(' ')
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
}

/** Forms of the members of a cycle, in their order; those of one are parted by `|`. */
export function cycle(list: string): Table<number> {
  const table = tableOf<number>()
  for (const [index, forms] of list.split(' ').entries())
    for (const form of forms.split('|')) table.add(form, index + 1)
  return table
}

/** What a word is asked is asked again for every place where it stands. */
export function once<T>(ask: (word: string) => T): (word: string) => T {
  const known = new Map<string, { readonly found: T }>()
  return (word) => {
    let again = known.get(word)
    if (again === undefined) {
      again = { found: ask(word) }
      known.set(word, again)
    }
    return again.found
  }
}
