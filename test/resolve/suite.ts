/** Reads the fixtures of the CSL project's test suite, and brings what they expect and what our engine gives to one form. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Citation, CitationItem, Engine } from 'citeproc'
import type { Inline } from '../../src/core/tree.ts'
import { type Dependencies, renderCitations } from '../../src/document/resolve/csl/driver.ts'
import { createEngine } from '../../src/document/resolve/csl/engine.ts'
import type { CslItem } from '../../src/document/resolve/csl/item.ts'
import { languages } from '../../src/document/resolve/csl/locale.ts'
import { inlineOf, type Mark, mark, runsOf } from '../../src/document/resolve/csl/marks.ts'
import type { Style } from '../../src/document/resolve/csl/style.ts'

type NoteNumbers = readonly (readonly [id: string, note: number])[]

/** A test of the suite: citations given one by one or in an order of editing, or none, and then each work is cited once. */
export interface Fixture {
  readonly name: string
  readonly isBibliography: boolean
  readonly style: Style
  readonly items: readonly CslItem[]
  readonly groups?: readonly CitationItem[][]
  readonly edits?: readonly (readonly [citation: Citation, before: NoteNumbers, after: NoteNumbers])[]
  /** What is to be printed, in the engine's own HTML. */
  readonly result: string
  /** Why it does not apply to us. */
  readonly skipped?: string
}

export function readFixtures(folder: string): Fixture[] {
  const locales = new Map(languages.map((name) => [name, readFileSync(`assets/locales/locales-${name}.xml`, 'utf8')]))
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => fixtureOf(name.slice(0, -4), readFileSync(join(folder, name), 'utf8'), locales))
}

const understood = 'MODE RESULT CSL INPUT CITATIONS CITATION-ITEMS VERSION DESCRIPTION KEYWORDS'.split(' ')

function fixtureOf(name: string, text: string, locales: Style['locales']): Fixture {
  const parts: Record<string, string> = {}
  for (const [, part = '', body = ''] of text
    .replace(/\r\n/g, '\n')
    .matchAll(/^.*>>==+ ([A-Z0-9-]+) =+>>.*\n([\s\S]*?)^.*<<==+ \1 =+<</gm))
    parts[part] = body.replace(/\n$/, '')
  const mode = parts.MODE?.trim() ?? ''
  const xml = parts.CSL ?? ''
  const language = /<style\b[^>]*default-locale="([^"]+)"/.exec(xml)?.[1] ?? 'en-US'
  const other = Object.keys(parts).find((part) => !understood.includes(part))
  const skipped = other
    ? `has a part “${other}”`
    : !/^(?:citation|bibliography)$/.test(mode)
      ? `has the mode “${mode}”`
      : languages.some((known) => known.split('-')[0] === language.split('-')[0])
        ? undefined
        : `needs the locale “${language}”`
  return {
    name,
    isBibliography: mode === 'bibliography',
    style: { xml, language, locales },
    items: (dataOf(parts.INPUT) as CslItem[]).map((item) => ({ ...item, id: String(item.id) })),
    ...(parts['CITATION-ITEMS'] ? { groups: dataOf(parts['CITATION-ITEMS']) } : {}),
    ...(parts.CITATIONS ? { edits: dataOf(parts.CITATIONS) } : {}),
    result: parts.RESULT ?? '',
    ...(skipped ? { skipped } : {}),
  } as Fixture
}

/** JSON with all ids as the strings that ours are. */
function dataOf(json: string | undefined): unknown {
  return json && JSON.parse(json, (name, value: unknown) => (name === 'id' ? String(value) : value))
}

/** What is expected: the lines of a citation test, or the entries of a bibliography. */
export function expectedOf({ isBibliography, result, edits }: Fixture): string {
  if (!isBibliography) return treeOf(markedOf(edits ? result.replace(/^(?:\.\.|>>)\[\d+\] /gm, '') : result))
  const entries = result.split('<div class="csl-entry">').slice(1)
  return treesOf(entries.map((entry) => markedOf(entry.replace(/\s*\n\s*(?=<\/?div|$)|(?<=<\/div>)\s*\n\s*/g, ''))))
}

/** What our engine prints, asked as the suite asks it. */
export function printedBy(fixture: Fixture): string {
  const engine = engineOf(fixture)
  if (!fixture.edits) engine.updateItems(fixture.items.map(({ id }) => id))
  const texts = fixture.groups
    ? structuredClone(fixture.groups).map((items) => engine.makeCitationCluster(items))
    : fixture.edits
      ? edit(engine, structuredClone(fixture.edits))
      : [engine.makeCitationCluster(sortedItems(engine, fixture.items))]
  return printed(fixture, engine, texts)
}

const independent: Dependencies = { citationNumber: true, firstNoteNumber: true, digest: '', itemDigest: (id) => id }

/** What the linear driver prints of the citations as they stand after the last edit. */
export function drivenBy(fixture: Fixture): string {
  const engine = engineOf(fixture)
  return printed(fixture, engine, renderCitations(engine, lastOf(fixture), [], new Map(), independent))
}

/** What the engine's own `rebuildProcessorState` prints of the same. */
export function rebuiltBy(fixture: Fixture): string {
  const engine = engineOf(fixture)
  const texts = engine.rebuildProcessorState(lastOf(fixture), 'briefpack', []).map(([, , text]) => text)
  return printed(fixture, engine, texts)
}

function engineOf({ style, items }: Fixture): Engine {
  return createEngine(style, { items: new Map(items.map((item) => [item.id, item])), titles: new Map() })
}

function printed({ isBibliography }: Fixture, engine: Engine, texts: readonly string[]): string {
  if (!isBibliography) return treeOf(texts.join('\n'))
  const made = engine.makeBibliography()
  return treesOf(made ? made[1] : [])
}

function sortedItems(engine: Engine, items: readonly CslItem[]): CitationItem[] {
  const place = (id: string) => engine.registry.registry[id]?.seq ?? 0
  return [...new Set(items.map(({ id }) => id))].sort((a, b) => place(a) - place(b)).map((id) => ({ id }))
}

function edit(engine: Engine, edits: NonNullable<Fixture['edits']>): string[] {
  const texts = new Map<string, string>()
  for (const [citation, before, after] of edits) {
    const copy = (numbers: NoteNumbers) => numbers.map(([id, note]): [string, number] => [id, note])
    for (const [, text, id] of engine.processCitationCluster(citation, copy(before), copy(after))[1])
      texts.set(id, text)
  }
  return orderOf(edits).map(([id]) => texts.get(id) ?? '')
}

function lastOf({ edits = [] }: Fixture): Citation[] {
  const latest = new Map(structuredClone(edits).map(([citation]) => [citation.citationID, citation]))
  return orderOf(edits).flatMap(([id, noteIndex]) => {
    const citation = latest.get(id)
    return citation ? [{ ...citation, properties: { ...citation.properties, noteIndex } }] : []
  })
}

function orderOf(edits: NonNullable<Fixture['edits']>): NoteNumbers {
  const last = edits.at(-1)
  if (!last) return []
  const [citation, before, after] = last
  return [...before, [citation.citationID, citation.properties?.noteIndex ?? 0], ...after]
}

/** HTML as the engine's strings of ours. What our tree has no node for (subscripts, light type) is its content. */
function markedOf(html: string): string {
  const open: boolean[] = []
  return html.replace(/(<\/[a-z]+>)|(<[a-z][^>]*>)|&#(\d+);|&(amp|lt|gt|quot);/g, (whole, end, start, code, name) => {
    if (code) return String.fromCodePoint(Number(code))
    if (name) return { amp: '&', lt: '<', gt: '>', quot: '"' }[name as string] ?? whole
    if (end) return open.pop() ? ends : ''
    const kind = kinds.find(([pattern]) => pattern.test(start))?.[1]
    open.push(kind !== undefined)
    return kind ? mark(kind, '').slice(0, -ends.length) : ''
  })
}

const ends = mark('other', '').slice(-1)
const kinds: readonly (readonly [RegExp, Mark['kind']])[] = [
  [/^<(?:i|em)>/, 'emphasis'],
  [/^<b>/, 'strong'],
  [/^<sup>/, 'superscript'],
  [/small-caps/, 'smallCaps'],
  [/font-style:normal/, 'normal'],
  [/underline/, 'emphasis'],
]

const treesOf = (texts: readonly string[]) => texts.map(treeOf).join('\n')

/** The words with their markup, one text for equal trees; links and blocks, which the suite has not or as HTML, left out. */
function treeOf(marked: string): string {
  const runs = runsOf(marked).map(({ text, marks }) => ({
    text: text.replace(/\u00A0 /g, '  '),
    marks: marks.filter(({ kind }) => !['link', 'cite', 'language', 'block', 'label'].includes(kind)),
  }))
  return inlineOf(runs).map(wordsOf).join('').trim()
}

function wordsOf(node: Inline): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? `<${node.type}>${node.children.map(wordsOf).join('')}</${node.type}>` : `<${node.type}>`
}
