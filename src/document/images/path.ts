/** Numbers that each command of a path takes (SVG 1.1, 8.3). */
import { itemAt } from '../../core/index.ts'

const counts: ReadonlyMap<string, number> = new Map(
  Object.entries({ m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }),
)
const number = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy
/** Of an arc, which may stand before a number without anything between. */
const flag = /[\s,]*([01])/y
const separator = /[\s,]*/y

/** A path with all its numbers apart, as every reader takes it; or the words at which it cannot be read. */
export function plainPath(text: string): { readonly path: string } | { readonly unread: string } {
  const commands: string[] = []
  let at = 0
  const take = (token: RegExp): string | undefined => {
    token.lastIndex = at
    const found = token.exec(text)
    if (found) at = token.lastIndex
    return found?.[1]
  }
  take(separator)
  while (at < text.length) {
    const start = at
    const command = itemAt(text, at++)
    const count = counts.get(command.toLowerCase())
    if (count === undefined || (commands.length === 0 && command.toLowerCase() !== 'm'))
      return { unread: shown(text, start) }
    const numbers: string[] = []
    while (count > 0) {
      const isFlag = count === 7 && [3, 4].includes(numbers.length % 7)
      const next = take(isFlag ? flag : number)
      if (next === undefined) break
      numbers.push(next)
    }
    if (count > 0 && (numbers.length === 0 || numbers.length % count > 0)) return { unread: shown(text, start) }
    commands.push(command + numbers.join(' '))
    take(separator)
  }
  return { path: commands.join('') }
}

const shown = (text: string, at: number) => text.slice(at, at + 30)
