import type { Actor } from '../corpus/actor.ts'
import type { Corpus } from '../corpus/corpus.ts'

export type NameKind = 'name' | 'acronym' | Actor['names'][number]['kind']

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

interface Form {
  readonly actor: string
  readonly kind: NameKind
}

/** All forms in one pattern, so that the time does not grow with the register for each text. */
export function namesOf(corpus: Corpus): Names {
  const forms = new Map<string, Form>()
  const byActor = new Map<string, string[]>()
  for (const actor of corpus.actors.values()) {
    if (actor.deprecated) continue
    for (const [form, kind] of formsOf(actor)) {
      // An allowed form of one actor wins over another's misspelling.
      if (!forms.has(form) || forms.get(form)!.kind === 'misspelling') forms.set(form, { actor: actor.id, kind })
      byActor.set(actor.id, [...(byActor.get(actor.id) ?? []), form])
    }
  }
  const pattern = patternOf([...forms.keys()])
  return {
    in: (text) =>
      pattern === undefined
        ? []
        : [...text.matchAll(pattern)].map((match) => ({
            ...forms.get(match[0].replaceAll('’', "'"))!,
            form: match[0],
            at: match.index,
          })),
    formsOf: (actor) => byActor.get(actor) ?? [],
    allowedFormsOf: (actor) =>
      formsOf(corpus.actors.get(actor)!).flatMap(([form, kind]) => (isAllowed.has(kind) ? [form] : [])),
  }
}

const isAllowed: ReadonlySet<NameKind> = new Set(['name', 'acronym', 'short'] as const)

function formsOf(actor: Actor): readonly (readonly [string, NameKind])[] {
  const own: (readonly [string, NameKind])[] = [[actor.name, 'name']]
  if (actor.acronym !== undefined) own.push([actor.acronym, 'acronym'])
  // A person is called by the family name after the first mention.
  const family = actor.kind === 'person' ? actor.name.split(' ').at(-1)! : undefined
  if (family !== undefined && family !== actor.name) own.push([family, 'short'])
  return [...own, ...actor.names.map(({ form, kind }) => [form, kind] as const)].map(
    ([form, kind]) => [form.replaceAll('’', "'"), kind] as const,
  )
}

function patternOf(forms: readonly string[]): RegExp | undefined {
  if (forms.length === 0) return undefined
  const longestFirst = [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const words = longestFirst.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"))
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{N}\\p{M}])`, 'gu')
}
