/** At most so many lines of each side are shown. */
const most = 12

/** The stretch of lines that differs, from its first line (counted from 1): as it was and as it is. */
export function changedLines(was: string, is: string) {
  const [before, now] = [was.split(/\r?\n/), is.split(/\r?\n/)]
  let [head, tail] = [0, 0]
  const shorter = Math.min(before.length, now.length)
  while (head < shorter && before[head] === now[head]) head++
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++
  const stretch = (lines: readonly string[]) => lines.slice(head, lines.length - tail).slice(0, most)
  return { line: head + 1, before: stretch(before), now: stretch(now) }
}
