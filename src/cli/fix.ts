import { folder, homeOf } from '../corpus/homes.ts'
import { reorder } from '../corpus/reorder.ts'
import { encode, type Host, readText } from '../host.ts'
import type { Finding, Point } from '../log.ts'
import type { RuleId } from '../rules.ts'
import { count } from './terminal.ts'

/** Where something was corrected, or is to be. */
export interface Spot {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: RuleId
}

/** A correction that was written: what stood at a place, and what stands there now. */
export interface Fix extends Spot {
  readonly was: string
  readonly is: string
}

export interface Fixed {
  readonly fixes: readonly Fix[]
  /** What only the author can correct without harm. */
  readonly left: readonly Spot[]
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
 * Writes what the findings of safe rules expect, each at its place, and then puts fields in order in the files where they
 * are not. Nothing else is changed: comments and layout stay as they are. A place where something else stands than the
 * finding says is left alone.
 */
export async function applyFixes(findings: readonly Finding[], host: Host): Promise<Fixed> {
  const [fixes, left]: [Fix[], Spot[]] = [[], []]
  const files = new Map<string, Uint8Array>()
  for (const file of new Set(findings.map((it) => it.file))) {
    const own = findings.filter((it) => it.file === file && (it.ruleId in safe || it.ruleId === 'fields-are-in-order'))
    const text = own.length > 0 ? await readText(host, file) : undefined
    if (text === undefined) continue
    const edits = withoutOverlap(own.flatMap((finding) => editIn(text, wantedOf(finding)) ?? []))
    const ordered = fieldsInOrder(file, replaceAll(text, edits), own)
    fixes.push(...edits.map(({ fix }) => fix), ...ordered.fixes)
    left.push(...ordered.left)
    if (ordered.text !== text) files.set(file, await withMark(host, file, ordered.text))
  }
  await host.write(files)
  return { fixes, left }
}

/** Of a whole file at once, and told once, as the finding is: `git diff` shows the rest. */
function fieldsInOrder(file: string, text: string, findings: readonly Finding[]): Fixed & { readonly text: string } {
  const rule = 'fields-are-in-order'
  const home = findings.some(({ ruleId }) => ruleId === rule) ? homeOf(file.slice(folder.length + 1)) : undefined
  if (!home) return { text, fixes: [], left: [] }
  const { text: ordered, moves, left } = reorder(home.kind, text)
  const place = (at: number) => ({ file, ...pointAt(text, at), rule }) as const
  const fixes = moves.slice(0, 1).map(({ at, was, is }) => {
    const more = moves.length > 1 ? ` (and ${count(moves.length - 1, 'more mapping')})` : ''
    return { ...place(at), was: was.join(', '), is: is.join(', ') + more }
  })
  return { text: ordered, fixes, left: left.map(place) }
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
function editIn(text: string, wanted: Wanted | undefined): Edit | undefined {
  if (!wanted) return undefined
  const { finding, was, is, from, to } = wanted
  const stretch = text.slice(from, to)
  const places = safe[finding.ruleId] === 'whole' ? (stretch === was ? [0] : []) : placesOf(was, stretch)
  if (places.length !== 1) return undefined
  const at = from + places[0]!
  const fix = { file: finding.file, ...pointAt(text, at), rule: finding.ruleId, was, is }
  return { fix, from: at, to: at + was.length }
}

function pointAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: before.length, column: before.at(-1)!.length + 1 }
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
