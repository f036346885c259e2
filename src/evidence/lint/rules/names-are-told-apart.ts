import { distance, grouped, itemAt } from '../../../core/index.ts'
import type { Actor } from '../../../corpus/index.ts'
import { type CorpusRule, datum } from '../rule.ts'

export const namesAreToldApart: CorpusRule = {
  id: 'names-are-told-apart',
  severity: 'warning',
  summary: 'Two actors with nearly the same name are one, or marked as distinct.',
  reason: 'Two transliterations of one name look like two people, and two people like one.',
  scope: 'corpus',
  fails: {
    'actor:vos': `
kind: person
name: Mara Vos
`,
  },
  findings: ['actor:vos: “Mara Vos” is nearly “Mara Voss”'],
  passes: {
    'actor:vos': `
kind: person
name: Mara Vos
distinct-from: [voss]
`,
  },
  check({ corpus }, report) {
    const actors = [...corpus.actors.values()].filter(({ deprecated }) => !deprecated)
    const keyed = actors.map((actor) => ({ actor, key: soundKey(actor.name) }))
    const pairs = keyed.flatMap((two, index) =>
      keyed
        .slice(0, index)
        .filter((one) => isNear(one.key, two.key) && !areDistinct(one.actor, two.actor))
        .map((one): Pair => [one.actor, two.actor]),
    )
    for (const group of connected(pairs)) {
      const [one, two] = itemAt(group, 0)
      const more = [...new Set(group.flat())].filter((actor) => actor !== one && actor !== two)
      const others = more.length > 0 ? `, and so ${more.length === 1 ? 'is' : 'are'} ${shown(more)}` : ''
      report(datum(corpus, 'actor', two.id, 'name'), `“${two.name}” is nearly “${one.name}”${others}`, {
        notes: [
          'one actor: merge them, one name as a variant',
          more.length > 0 ? `several: ${distinctions(group)}` : `two: distinct-from: [${one.id}]`,
        ],
      })
    }
  },
}

/** Two actors of nearly one name, in the order of the records. */
type Pair = readonly [Actor, Actor]

/** The pairs that hang together: who is near one of a group is of the group, and a group is told once. */
function connected(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const groupOf = new Map<Actor, Pair[]>()
  for (const pair of pairs) {
    const [one, two] = pair.map((actor) => groupOf.get(actor))
    if (one && one === two) one.push(pair)
    else {
      const group = [...(one ?? []), ...(two ?? []), pair]
      for (const actor of group.flat()) groupOf.set(actor, group)
    }
  }
  return [...new Set(groupOf.values())]
}

/** What settles the pairs of a group: a field in each later record. */
function distinctions(group: readonly Pair[]): string {
  const all = [...grouped(group, ([, two]) => two.id)]
  const told = all
    .slice(0, 5)
    .map(([id, pairs]) => `distinct-from: [${pairs.map(([one]) => one.id).join(', ')}] in ${id}`)
  return told.join('; ') + (all.length > 5 ? `; and so in ${all.length - 5} more` : '')
}

const shown = (actors: readonly Actor[]) =>
  actors
    .slice(0, 5)
    .map(({ name }) => `“${name}”`)
    .join(', ') + (actors.length > 5 ? ` and ${actors.length - 5} more` : '')

function areDistinct(a: Actor, b: Actor): boolean {
  return a.kind !== b.kind || a['distinct-from'].includes(b.id) || b['distinct-from'].includes(a.id)
}

/** Names are compared word by word: two people of one family are not nearly one. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true
  // The third division is not the fourth.
  if (a.replace(/\P{N}/gu, '') !== b.replace(/\P{N}/gu, '')) return false
  if (Math.min(a.length, b.length) < 8) return false
  const [one, two] = [a.split(' '), b.split(' ')]
  return one.length === two.length
    ? one.every((word, index) => isNearWord(word, itemAt(two, index)))
    : isNearWord(one.join(''), two.join(''))
}

/** Romanisations differ in vowels and h, a slip of the pen in one letter of a long word: Serik is not Berik. */
function isNearWord(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  if (shorter < 3 || Math.abs(a.length - b.length) > 2) return false
  const edits = distance(a, b)
  if (a.replace(weak, '') === b.replace(weak, '')) return edits <= (shorter >= 5 ? 2 : 1)
  return edits === 1 && shorter >= 6 && a[0] === b[0]
}

const weak = /[aeiouhاويى]/g

/** A name as it sounds, whatever the romanisation: Qosimov, Kosimov and Касымов are near each other. */
function soundKey(name: string): string {
  const latin = [...name.toLowerCase()].map((letter) => cyrillic[letter] ?? letter).join('')
  return latin
    .normalize('NFD')
    .replace(/(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}]/gu, '')
    .replace(/kh|gh/g, 'h')
    .replace(/zh|dzh|dj/g, 'j')
    .replace(/ts|tz/g, 'c')
    .replace(/[qk]/g, 'k')
    .replace(/w/g, 'v')
    .replace(/[iy]+/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а:a ә:a б:b в:v г:g ғ:g д:d е:e ё:e ж:zh з:z и:i й:y к:k қ:k л:l м:m н:n ң:n о:o ө:o п:p р:r с:s т:t у:u ұ:u ү:u ' +
    'ф:f х:kh һ:h ц:ts ч:ch ш:sh щ:shch ъ: ы:y і:i ь: э:e ю:yu я:ya'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
