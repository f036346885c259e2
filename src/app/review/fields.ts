import { itemAt } from '../../core/index.ts'
import { type Corpus, findFields, kinds, type RecordKind, type Reference, recordsOf } from '../../corpus/index.ts'
import { plain } from '../../write/index.ts'
import type { Words } from './bound.ts'

/** A text of a record in our own words. */
export interface Field {
  readonly kind: RecordKind
  readonly id: string
  readonly path: readonly (string | number)[]
  readonly value: string
  /** The claims that it rests on. */
  readonly claims: readonly string[]
}

/** A field as a paragraph prints it: its pieces, between the terms that the scale of likelihood puts in. */
export interface Printed {
  readonly field: Field
  readonly pieces: readonly { readonly inValue: number; readonly from: number; readonly to: number }[]
  readonly from: number
  readonly to: number
}

/** Shorter texts stand in too many places to tell which record they are of, in characters. */
const shortest = 8

/** The texts of a corpus that a pack may print. Those of other packs are not there. */
export function fieldsOf(corpus: Corpus, pack: string): readonly Field[] {
  return kinds.flatMap(({ name: kind }) =>
    [...recordsOf(corpus, kind)].flatMap(([id, record]) =>
      kind === 'pack' && id !== pack ? [] : ownTexts(kind, id, record),
    ),
  )
}

/** The texts of a corpus that are no words of ours: names, titles, what sources say of themselves. */
export function factsOf(corpus: Corpus, fields: readonly Field[]): readonly Field[] {
  const nameOf = ({ kind, id, path }: Pick<Field, 'kind' | 'id' | 'path'>) => `${kind}:${id} ${path.join('.')}`
  const own = new Set(fields.map(nameOf))
  return kinds.flatMap(({ name: kind }) =>
    [...recordsOf(corpus, kind)].flatMap(([id, record]) =>
      textsIn(record, []).flatMap(({ path, value }) => {
        const fact = { kind, id, path, value, claims: [] }
        const isClaims = kind === 'source' && path[0] === 'claims'
        return kind === 'pack' || isClaims || path[0] === 'id' || own.has(nameOf(fact)) ? [] : [fact]
      }),
    ),
  )
}

const word = /[\p{L}\p{M}]{2,}/gu

/** What the corpus calls its actors, and the words that its own texts write in lower case. */
export function wordsOf(corpus: Corpus, fields: readonly Field[]): Words {
  const common = new Set(fields.flatMap(({ value }) => value.match(word) ?? []).filter((it) => it === it.toLowerCase()))
  const forms = [...corpus.actors.values()].flatMap(({ name, names }) => [name, ...names.map(({ form }) => form)])
  const names = forms.flatMap((form) => form.match(word) ?? []).map((it) => it.toLowerCase())
  return { names: new Set(names.filter((it) => !common.has(it))), common }
}

/** The texts of a record, each with the claims that it rests on; those of a source’s claims are the claims’. */
function ownTexts(kind: RecordKind, id: string, record: unknown): Field[] {
  const { prose, references } = findFields(kind, record)
  const isProse = new Map(prose.map(({ path, on }) => [path.join('.'), on] as const))
  return textsIn(record, []).flatMap(({ path, value }) => {
    const on = isProse.get(path.join('.'))
    const key = String(path.findLast((it) => typeof it === 'string'))
    if (kind === 'source' && path[0] === 'claims') return []
    if (!on && (value.length < shortest || !value.includes(' ') || isFact(kind, key))) return []
    return [{ kind, id, path, value, claims: on?.includes('id') ? [id] : claimsBeside(path, references) }]
  })
}

/** The claims that are named beside a text, or else beside what it is in, and so on; none where nothing around it names one. */
function claimsBeside(path: Field['path'], references: readonly Reference[]): readonly string[] {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const isBeside = ({ to, path: other }: Reference) =>
      to === 'claim' &&
      other.slice(0, depth).join('.') === path.slice(0, depth).join('.') &&
      (other.length === depth + 1 || (other.length === depth + 2 && typeof other[depth + 1] === 'number'))
    const beside = references.filter(isBeside).map(({ value }) => value)
    if (beside.length > 0) return [...new Set(beside)]
  }
  return []
}

/** What is said of a source or a claim in our own words; their other fields are the source’s, as the names of others are theirs. */
const ownWords: ReadonlySet<string> = new Set(['descriptor', 'assessment', 'voice', 'not-for', 'why', 'note', 'gist'])
const names: ReadonlySet<string> = new Set(['name', 'form', 'place', 'rank', 'acronym'])
const isFact = (kind: RecordKind, key: string) =>
  kind === 'source' || kind === 'claim' ? !ownWords.has(key) : names.has(key)

function textsIn(value: unknown, path: Field['path']): { path: Field['path']; value: string }[] {
  if (typeof value === 'string') return [{ path, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

/** Where a paragraph prints a field: letter for letter, but for the case of its first letter, and its full stop, which a citation may part from it. */
export function printedIn(paragraph: string, field: Field): readonly Printed[] {
  const value = plain(field.value).replace(/\.$/, '')
  let inValue = 0
  const pieces = value.split(term).map((text) => {
    const piece = { text, inValue }
    inValue += text.length + term.length
    return piece
  })
  // A text that begins with its term is found by what follows.
  while (pieces[0]?.text === '') pieces.shift()
  const found: Printed[] = []
  if (pieces.length === 0) return found
  for (let start = 0; start <= paragraph.length; ) {
    const first = indexOfPiece(paragraph, itemAt(pieces, 0).text, start)
    if (first < 0) break
    const at = placesFrom(paragraph, pieces, first)
    const last = at?.at(-1)
    if (at && last) {
      // What is typed behind its full stop is typed at its end.
      const to = last.to + (field.value.endsWith('.') && paragraph[last.to] === '.' ? 1 : 0)
      found.push({ field, pieces: [...at.slice(0, -1), { ...last, to }], from: first, to })
    }
    start = first + 1
  }
  return found
}

interface Piece {
  readonly text: string
  readonly inValue: number
}

function placesFrom(paragraph: string, pieces: readonly Piece[], first: number): Printed['pieces'] | undefined {
  const places: { inValue: number; from: number; to: number }[] = []
  let after = first
  for (const [index, { text, inValue }] of pieces.entries()) {
    const from = index === 0 ? first : paragraph.indexOf(text, after)
    if (from < 0 || from - after > longestTerm) return undefined
    after = from + text.length
    places.push({ inValue, from, to: after })
  }
  return places
}

/** Stands in a judgment's text where its likelihood is printed. */
const term = '{term}'

/** A term with its range, e.g. `roughly even chance (45–55%)`, in characters. */
const longestTerm = 60

function indexOfPiece(paragraph: string, piece: string, start: number): number {
  const [head = '', tail] = [piece[0]?.toLowerCase(), piece.slice(1)]
  for (let at = start; at < paragraph.length; at++) {
    const next = paragraph.indexOf(tail, at + 1)
    if (next < 0) return -1
    at = next - 1
    if (itemAt(paragraph, at).toLowerCase() === head) return at
  }
  return -1
}
