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

/**
 * The rules whose one expected value is right whatever the author thinks, and where it goes: a moved passage is where it
 * is, the whole value; a name has the register's spelling, at the one place in a text where the wrong one stands.
 */
const safe: Readonly<Partial<Record<RuleId, 'whole' | 'within'>>> = {
  'passage-is-in-place': 'whole',
  'name-is-consistent': 'within',
}

/**
 * Writes what the findings of safe rules expect, each at its place, and nothing else: comments and layout stay as they
 * are. A place where something else stands than the finding says is left alone.
 */
export async function applyFixes(findings: readonly Finding[], host: Host): Promise<readonly Fix[]> {
  const wanted = findings.flatMap((finding) => wantedOf(finding) ?? [])
  const done: Fix[] = []
  const files = new Map<string, Uint8Array>()
  for (const file of new Set(wanted.map((it) => it.finding.file))) {
    const text = await readText(host, file)
    if (text === undefined) continue
    const edits = wanted.flatMap((it) => (it.finding.file === file ? (editIn(text, it) ?? []) : []))
    const right = withoutOverlap(edits)
    if (right.length === 0) continue
    files.set(file, await withMark(host, file, replaceAll(text, right)))
    done.push(...right.map(({ fix }) => fix))
  }
  await host.write(files)
  return done
}

/** What a finding asks for, and the stretch of its file that it is about. */
interface Wanted {
  readonly finding: Finding
  readonly was: string
  readonly is: string
  readonly from: number
  readonly to: number
}

interface Edit {
  readonly fix: Fix
  readonly from: number
  readonly to: number
}

function wantedOf(finding: Finding): Wanted | undefined {
  const { ruleId, place, actual, expected } = finding
  const [start, end] = place && 'end' in place ? [place.start as Point, place.end as Point] : []
  if (safe[ruleId] === undefined || actual == null || expected?.length !== 1) return undefined
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  return { finding, was: actual, is: expected[0]!, from: start.offset, to: end.offset }
}

/** Where the text has what is to be corrected; `undefined` when that is not just one place. */
function editIn(text: string, { finding, was, is, from, to }: Wanted): Edit | undefined {
  const stretch = text.slice(from, to)
  const places = safe[finding.ruleId] === 'whole' ? (stretch === was ? [0] : []) : placesOf(was, stretch)
  if (places.length !== 1) return undefined
  const at = from + places[0]!
  const before = text.slice(0, at).split(/\r\n|\n|\r/)
  const [line, column] = [before.length, before.at(-1)!.length + 1]
  return { fix: { file: finding.file, line, column, rule: finding.ruleId, was, is }, from: at, to: at + was.length }
}

/** Everywhere that a name stands, in other words too: then it is not plain which one is meant. */
function placesOf(name: string, text: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) places.push(at)
  return places
}

/** In the order of the file. Of two corrections that touch each other the next run makes the second. */
function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of [...edits].sort((a, b) => a.from - b.from))
    if (edit.from >= (kept.at(-1)?.to ?? 0)) kept.push(edit)
  return kept
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
