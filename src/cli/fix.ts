import { encode, type Host, readText } from '../host.ts'
import type { Finding, Point } from '../log.ts'
import type { RuleId } from '../rules.ts'

/** A correction that was written: what stood at a place, and what stands there now. */
export interface Fix {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: RuleId
  readonly was: string
  readonly is: string
}

/** The rules whose one expected value is right whatever the author thinks: a moved passage is where it is. */
const safe: ReadonlySet<RuleId> = new Set(['passage-is-in-place'])

/**
 * Writes what the findings of safe rules expect, each at its place, and nothing else: comments and layout stay as they
 * are. A place where something else stands than the finding says is left alone.
 */
export async function applyFixes(findings: readonly Finding[], host: Host): Promise<readonly Fix[]> {
  const edits = findings.flatMap((finding) => editOf(finding) ?? [])
  const done: Fix[] = []
  const files = new Map<string, Uint8Array>()
  for (const file of new Set(edits.map((edit) => edit.fix.file))) {
    const own = edits.filter((edit) => edit.fix.file === file).sort((a, b) => a.from - b.from)
    const text = await readText(host, file)
    if (text === undefined) continue
    const right = own.filter(({ fix, from, to }) => text.slice(from, to) === fix.was)
    if (right.length === 0) continue
    files.set(file, await withMark(host, file, replaceAll(text, right)))
    done.push(...right.map(({ fix }) => fix))
  }
  await host.write(files)
  return done
}

interface Edit {
  readonly fix: Fix
  readonly from: number
  readonly to: number
}

function editOf({ ruleId, file, place, actual, expected }: Finding): Edit | undefined {
  const [start, end] = place && 'end' in place ? [place.start as Point, place.end as Point] : []
  if (!safe.has(ruleId) || actual == null || expected?.length !== 1) return undefined
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  const fix = { file, line: start.line, column: start.column, rule: ruleId, was: actual, is: expected[0]! }
  return { fix, from: start.offset, to: end.offset }
}

function replaceAll(text: string, edits: readonly Edit[]): string {
  let at = 0
  const parts = edits.flatMap(({ fix, from, to }) => {
    const before = text.slice(at, from)
    at = to
    return [before, fix.is]
  })
  return [...parts, text.slice(at)].join('')
}

/** Reading drops a byte-order mark; the file keeps it. */
async function withMark(host: Host, file: string, text: string): Promise<Uint8Array> {
  const bytes = await host.read(file)
  const hadMark = bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return encode(hadMark ? `\uFEFF${text}` : text)
}
