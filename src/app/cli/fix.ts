import { encode, type Finding, type Host, itemAt, lastOf, type Point, readText, readWhole } from '../../core/index.ts'
import { folder, putInOrder, recordFile } from '../../corpus/index.ts'
import { digestOf, editValue, isTextOf, normalisation, rules, textDigest } from '../../evidence/index.ts'
import type { Project } from '../pipeline/project.ts'

/** A correction that was written: what stood at a place, and what stands there now. */
export interface Fix {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly was: string
  readonly is: string
}

/**
 * Writes what the findings of rules with a `fix` expect, each at its place: their one expected value is right whatever the
 * author thinks. Nothing else is changed: comments and layout stay as they are. A place where something else stands than
 * the finding says is left alone.
 */
export async function applyFixes(findings: readonly Finding[], host: Host): Promise<readonly Fix[]> {
  const fixes: Fix[] = []
  const files = new Map<string, Uint8Array>()
  const fixable = findings.filter(fixOf)
  for (const file of new Set(fixable.map((it) => it.file))) {
    const own = fixable.filter((it) => it.file === file)
    const text = await readText(host, file)
    if (text === undefined) continue
    const edits = withoutOverlap(own.flatMap((finding) => editIn(text, wantedOf(finding)) ?? []))
    if (edits.length === 0) continue
    fixes.push(...edits.map(({ fix }) => fix))
    files.set(file, await withMark(host, file, replaceAll(text, edits)))
  }
  await host.write(files)
  return fixes
}

/**
 * Writes the digest under today's normalisation of what holds: of every text, and of every passage that has another, or, if
 * `all`, none; comments stay.
 */
export async function renewDigests({ corpus, evidence }: Project, host: Host, all: boolean): Promise<readonly Fix[]> {
  const fixes: Fix[] = []
  const files = new Map<string, string>()
  const write = async (
    kind: 'source' | 'claim',
    id: string,
    path: readonly (string | number)[],
    was: string,
    is: string,
    rule: string,
  ) => {
    const { file, start } = corpus.place(kind, id, path)
    const text = files.get(file) ?? (await readWhole(host, file)) ?? ''
    const edited = editValue(text, kind, id, path, is)
    if ('why' in edited) return
    files.set(file, edited.text)
    const { line, column } = start ?? { line: 1, column: 1 }
    fixes.push({ file, line, column, rule, was, is })
  }
  for (const { source, claim, path, passage, anchor } of evidence.passages) {
    if (anchor.outcome !== 'ok' || !anchor.span || (passage.sha256 === undefined && !all)) continue
    const is = digestOf(anchor.span)
    if (passage.sha256 === is) continue
    const [kind, id] = claim === undefined ? (['source', source] as const) : (['claim', claim] as const)
    await write(kind, id, [...path, 'sha256'], passage.sha256 ?? 'no digest', is, 'passage-matches')
  }
  for (const { id, text } of corpus.sources.values()) {
    const lines = evidence.texts.get(id)
    if (!text || !lines || text.normalisation === normalisation || !isTextOf(lines, text)) continue
    await write('source', id, ['text', 'sha256'], text.sha256, textDigest(lines), 'text-matches')
    await write('source', id, ['text', 'normalisation'], text.normalisation, normalisation, 'text-matches')
  }
  await host.write(new Map([...files].map(([file, text]) => [file, encode(text)])))
  return fixes
}

/** Writes the files in which fields are out of order with their fields in order. */
export async function orderFields(findings: readonly Finding[], host: Host): Promise<readonly Fix[]> {
  const fixes: Fix[] = []
  const files = new Map<string, Uint8Array>()
  for (const { file, ruleId, line, column } of findings) {
    const kind = ruleId === 'fields-are-in-order' ? recordFile(file.slice(folder.length + 1))?.kind : undefined
    const text = kind && (await readText(host, file))
    if (!kind || text === undefined) continue
    const ordered = putInOrder(kind, text)
    if (ordered === text) continue
    files.set(file, await withMark(host, file, ordered))
    fixes.push({ file, line: line ?? 1, column: column ?? 1, rule: ruleId, was: 'fields out of order', is: 'in order' })
  }
  await host.write(files)
  return fixes
}

const fixOf = ({ ruleId }: Finding) => rules.get(ruleId)?.fix

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
  const { place, actual, expected } = finding
  const [start, end] = place && 'end' in place ? [place.start as Point, place.end as Point] : []
  if (actual == null || expected?.length !== 1) return undefined
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  return { finding, was: actual, is: itemAt(expected, 0), from: start.offset, to: end.offset }
}

/** Where the text has what is to be corrected; `undefined` when that is not just one place. */
function editIn(text: string, wanted: Wanted | undefined): Edit | undefined {
  if (!wanted) return undefined
  const { finding, was, is, from, to } = wanted
  const stretch = text.slice(from, to)
  const places = fixOf(finding) === 'whole' ? (stretch === was ? [0] : []) : placesOf(was, stretch)
  if (places.length !== 1) return undefined
  const at = from + itemAt(places, 0)
  const fix = { file: finding.file, ...pointAt(text, at), rule: finding.ruleId, was, is }
  return { fix, from: at, to: at + was.length }
}

function pointAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: before.length, column: lastOf(before).length + 1 }
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
