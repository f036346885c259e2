import type { Place } from '../../core/index.ts'
import { type Corpus, folder, kindOf, type RecordKind, type RecordName } from '../../corpus/index.ts'
import { partsOf } from '../../evidence/index.ts'
import { idPlace, references } from './language.ts'

/** A stretch of a file, by offsets in UTF-16 units, and what is to stand there. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface Renaming {
  /** By file, in the order of the text. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>
  /** The file of a record that is one, and what it is to be called. */
  readonly moved: (readonly [from: string, to: string])[]
  /** Where the id stands as a word that names nothing, or nothing that is read here. */
  readonly left: readonly { readonly file: string; readonly line: number }[]
}

/** The helpers whose words are ids of records of a kind, or of some. */
const helpers: Partial<Record<RecordKind, string>> = {
  claim: 'cite|claim|quote|says',
  judgment: 'judgment|judged|confidence|says',
  source: 'source',
  actor: 'actor',
}

/**
 * What a new id of a record changes in the corpus and in what refers to it, by the `texts` of the project: its own field
 * or file, the fields that name it, waivers, and in templates the ids given to helpers, citations with their claims, and
 * links. Nothing else moves: comments, quotes and order stay.
 */
export function renaming(corpus: Corpus, name: RecordName, to: string, texts: ReadonlyMap<string, string>): Renaming {
  const { kind, id } = partsOf(name)
  const edits = new Map<string, Edit[]>()
  const add = (file: string, edit: Edit | undefined) => {
    const own = edits.get(file) ?? []
    if (edit && !own.some(({ from }) => from === edit.from)) edits.set(file, [...own, edit])
  }
  const own = idPlace(corpus, name)
  for (const place of [...(own ? [own] : []), ...references(corpus, name)])
    add(place.file, editAt(texts.get(place.file) ?? '', place, id, to))
  for (const [file, text] of texts) {
    const isTemplate = file.endsWith('.hbs')
    for (const edit of isTemplate ? inTemplate(text, kind, id, to) : inRecord(text, name, to)) add(file, edit)
  }
  for (const [file, all] of edits)
    edits.set(
      file,
      all.sort((a, b) => a.from - b.from),
    )
  const isFile = kindOf(kind).kept === 'file'
  const home = `${folder}/${kindOf(kind).plural}/`
  return {
    edits,
    moved: isFile ? [[corpus.place(kind, id).file, `${home}${to}.yaml`]] : [],
    left: [...texts].flatMap(([file, text]) => leftIn(file, text, id, edits.get(file) ?? [])),
  }
}

/** The text with the edits made, which are in its order and do not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight((now, { from, to, text: made }) => now.slice(0, from) + made + now.slice(to), text)
}

/** The id at a place of a YAML file; quotes around it stay. */
function editAt(text: string, { start, end }: Place, id: string, to: string): Edit | undefined {
  if (!start) return undefined
  const from = offsetOf(text, start)
  const at = text.slice(from, end ? offsetOf(text, end) : undefined).search(token(id))
  if (at === -1) return undefined
  const isQuoted = /["']/.test(text[from] ?? '')
  return { from: from + at, to: from + at + id.length, text: isQuoted || !isNoText.test(to) ? to : `"${to}"` }
}

/** What YAML would not read as a text. */
const isNoText = /^(?:[\d.e-]+|0[xo].*|true|false|null|yes|no|on|off|y|n)$/i

function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  let from = 0
  for (let number = 1; number < line; number++) from = text.indexOf('\n', from) + 1
  return from + column - 1
}

/** `claim:toll-kept`, as a waiver names a record. */
function inRecord(text: string, name: RecordName, to: string): Edit[] {
  const { kind } = partsOf(name)
  return found(text, new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'gu')).map(([from, end]) => ({
    ...{ from, to: end },
    text: `${kind}:${to}`,
  }))
}

function inTemplate(text: string, kind: RecordKind, id: string, to: string): Edit[] {
  const edits: Edit[] = []
  const inside = (whole: RegExp, part: RegExp) => {
    for (const [from, end] of found(text, whole))
      for (const [start, stop] of found(text.slice(from, end), part))
        edits.push({ from: from + start, to: from + stop, text: to })
  }
  const calls = helpers[kind]
  if (calls) {
    const call = String.raw`(?:\{\{[{#^~]*\s*|\()(?:${calls})\s(?:[^{}()"']|"[^"]*"|'[^']*')*`
    inside(new RegExp(call, 'gu'), new RegExp(`(?<=["'])${id}(?=["'])`, 'gu'))
  }
  if (kind === 'source') inside(new RegExp(`(?<![\\p{L}\\p{N}@/^])@\\{?${id}${ends}`, 'gu'), token(id))
  if (kind === 'claim') inside(/\{claims=(?:"[^"]*"|'[^']*'|[^\s}]*)/gu, token(id))
  // What a record is called as a place in the document.
  inside(new RegExp(`(?:\\]\\(#|["'])${kind}-${id}(?=[)"'])`, 'gu'), new RegExp(`${id}$`, 'gu'))
  return edits
}

/** A key of a citation ends here. */
const ends = String.raw`(?![\p{L}\p{N}_]|[-:.#$%&+?<>~/](?=[\p{L}\p{N}]))`
const token = (id: string) => new RegExp(`(?<![\\p{L}\\p{N}_-])${id}(?![\\p{L}\\p{N}_-])`, 'gu')

function found(text: string, what: RegExp): [from: number, to: number][] {
  return [...text.matchAll(what)].map(({ 0: words, index }) => [index, index + words.length])
}

/** An id of one word is often just a word, and not told. */
function leftIn(file: string, text: string, id: string, edits: readonly Edit[]): Renaming['left'] {
  if (!id.includes('-')) return []
  return found(text, token(id))
    .filter(([from]) => !edits.some((edit) => edit.from <= from && from < edit.to))
    .map(([from]) => ({ file, line: text.slice(0, from).split('\n').length }))
}
