import { distance } from '../../../core/index.ts'
import type { Actor } from '../../../corpus/index.ts'
import type { CorpusRule } from '../rule.ts'

/** Two actors whose names are nearly one are either one actor or marked as distinct. */
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
    // Who is near one of a group is of the group, and a group is told once.
    const groups: (typeof keyed)[] = []
    for (const one of keyed) {
      const isTwin = (other: (typeof keyed)[number]) =>
        isNear(one.key, other.key) && !areDistinct(one.actor, other.actor)
      const near = groups.filter((group) => group.some(isTwin))
      for (const group of near) groups.splice(groups.indexOf(group), 1)
      groups.push([...near.flat(), one])
    }
    for (const [first, second, ...more] of groups) {
      if (!first || !second) continue
      const ids = [first, ...more].map(({ actor }) => actor.id).join(', ')
      const others = more.length > 0 ? `, and so ${more.length === 1 ? 'is' : 'are'} ${shown(more)}` : ''
      report(
        corpus.place('actor', second.actor.id, ['name']),
        `“${second.actor.name}” is nearly “${first.actor.name}”${others}`,
        {
          notes: [
            `one actor: merge them, one name as a variant`,
            more.length > 0 ? `several: distinct-from: [${ids}], and so in the others` : `two: distinct-from: [${ids}]`,
          ],
          subject: `actor:${second.actor.id}`,
        },
      )
    }
  },
}

const shown = (all: readonly { actor: Actor }[]) =>
  all
    .slice(0, 5)
    .map(({ actor }) => `“${actor.name}”`)
    .join(', ') + (all.length > 5 ? ` and ${all.length - 5} more` : '')

function areDistinct(a: Actor, b: Actor): boolean {
  return a.kind !== b.kind || a['distinct-from'].includes(b.id) || b['distinct-from'].includes(a.id)
}

function isNear(a: string, b: string): boolean {
  if (a === b) return true
  // The third division is not the fourth.
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false
  const shorter = Math.min(a.length, b.length)
  return shorter >= 8 && Math.abs(a.length - b.length) <= 2 && distance(a, b) <= (shorter >= 12 ? 2 : 1)
}

/** A name as it sounds, whatever the romanisation: Qosimov, Kosimov and Касымов are near each other. */
function soundKey(name: string): string {
  const latin = [...name.toLowerCase()].map((letter) => cyrillic[letter] ?? letter).join('')
  return latin
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/kh|gh/g, 'h')
    .replace(/zh|dzh|dj/g, 'j')
    .replace(/ts|tz/g, 'c')
    .replace(/[qk]/g, 'k')
    .replace(/w/g, 'v')
    .replace(/[iy]+/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
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
