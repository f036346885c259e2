import { compare, entryOf } from '../../core/index.ts'
import { type Actor, type Corpus, familyOf } from '../../corpus/index.ts'

type NameKind = 'name' | 'acronym' | Actor['names'][number]['kind']

/** A form of an actor's name as it was met in a text. */
export interface Mention {
  readonly actor: string
  readonly form: string
  readonly kind: NameKind
  /** Offset into the text, in UTF-16 units. */
  readonly at: number
}

/** Finds the registered forms of names in texts. */
export interface Names {
  /** Every form that stands in a text as whole words, longest first where they overlap, in reading order. */
  in(text: string): readonly Mention[]
  /** Every form of an actor's name, the register's own first. */
  formsOf(actor: string): readonly string[]
  /** The forms of an actor's name that our own voice may use. */
  allowedFormsOf(actor: string): readonly string[]
}

/** A text without the names in it, at the same offsets. */
export function blankOut(text: string, mentions: readonly { at: number; form: string }[]): string {
  let rest = text
  for (const { at, form } of mentions)
    rest = `${rest.slice(0, at)}${' '.repeat(form.length)}${rest.slice(at + form.length)}`
  return rest
}

interface Form {
  readonly actor: string
  readonly kind: NameKind
}

/** The time for a text does not grow with the register, and a text that several rules read is read once. */
export function namesOf(corpus: Corpus): Names {
  const forms = new Map<string, Form>()
  const byActor = new Map<string, string[]>()
  for (const actor of corpus.actors.values()) {
    if (actor.deprecated) continue
    for (const [form, kind] of formsOf(actor)) {
      // An allowed form of one actor wins over another's misspelling.
      if ((forms.get(form)?.kind ?? 'misspelling') === 'misspelling') forms.set(form, { actor: actor.id, kind })
      byActor.set(actor.id, [...(byActor.get(actor.id) ?? []), form])
    }
  }
  const starts = startsOf(forms.keys())
  const read = new Map<string, readonly Mention[]>()
  return {
    in(text) {
      const known = read.get(text)
      if (known) return known
      const found = formsIn(text, starts).map(({ form, at, length }) => {
        return { ...entryOf(forms, form), form: text.slice(at, at + length), at }
      })
      read.set(text, found)
      return found
    },
    formsOf: (actor) => byActor.get(actor) ?? [],
    allowedFormsOf: (actor) =>
      formsOf(entryOf(corpus.actors, actor)).flatMap(([form, kind]) => (isAllowed.has(kind) ? [form] : [])),
  }
}

const isAllowed: ReadonlySet<NameKind> = new Set(['name', 'acronym', 'short'] as const)

function formsOf(actor: Actor): readonly (readonly [string, NameKind])[] {
  const own: (readonly [string, NameKind])[] = [[actor.name, 'name']]
  if (actor.acronym !== undefined) own.push([actor.acronym, 'acronym'])
  // A person is called by the family name after the first mention.
  const family = actor.kind === 'person' ? familyOf(actor.name) : undefined
  if (family !== undefined && family !== actor.name) own.push([family, 'short'])
  return [...own, ...actor.names.map(({ form, kind }) => [form, kind] as const)].map(
    ([form, kind]) => [form.replaceAll('’', "'"), kind] as const,
  )
}

const [notAfterWord, notBeforeWord] = [/(?<![\p{L}\p{N}\p{M}])/uy, /(?![\p{L}\p{N}\p{M}])/uy]

/** The forms by their first character, longest first, and where in a text one can start. */
interface Starts {
  readonly forms: ReadonlyMap<string, readonly string[]>
  readonly pattern: RegExp | undefined
}

function startsOf(all: Iterable<string>): Starts {
  const forms = new Map<string, string[]>()
  for (const form of all) {
    const [first] = form
    if (first !== undefined) forms.set(first, [...(forms.get(first) ?? []), form])
  }
  for (const list of forms.values()) list.sort((a, b) => b.length - a.length || compare(a, b))
  const codes = [...forms.keys()].map((first) => `\\u{${first.codePointAt(0)!.toString(16)}}`)
  return { forms, pattern: codes.length > 0 ? new RegExp(`[${codes.join('')}]`, 'gu') : undefined }
}

/** The forms that stand in a text as whole words; where they overlap the first, and of those that start together the longest. */
function formsIn(text: string, { forms, pattern }: Starts) {
  const found: { form: string; at: number; length: number }[] = []
  if (!pattern) return found
  const plain = text.replaceAll('’', "'")
  let end = 0
  for (const { 0: first, index: at } of plain.matchAll(pattern)) {
    if (at < end) continue
    const form = entryOf(forms, first).find((it) => plain.startsWith(it, at) && isWhole(plain, at, at + it.length))
    if (form === undefined) continue
    end = at + form.length
    found.push({ form, at, length: form.length })
  }
  return found
}

function isWhole(text: string, from: number, to: number): boolean {
  notAfterWord.lastIndex = from
  notBeforeWord.lastIndex = to
  return notAfterWord.test(text) && notBeforeWord.test(text)
}
