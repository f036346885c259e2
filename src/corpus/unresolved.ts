import { entryOf, grouped, itemAt, nearest } from '../core/index.ts'
import { kinds } from './kinds.ts'
import { type Home, holderOf, type Loading } from './load.ts'
import { valueAt } from './path.ts'
import type { Reference } from './references.ts'
import { notesOn } from './unknown-ids.ts'
import { presetIds } from './vocabulary.ts'

/** A suggestion looks at every id of its kind, so only the first errors get one. */
const mostSuggested = 500

/** A reference, and the record that has it. */
interface Naming extends Reference {
  readonly home: Home
  readonly record: unknown
  readonly subject: string
}

/** Reports references to records that are not there, and records whose own ids are misspelt: those that others name and nobody finds. */
export function checkReferences(loading: Loading): void {
  const { records, homes, faulty, log } = loading
  const namings = [...namingsIn(loading)]
  const named = new Set(namings.map(({ to, value }) => `${to}:${value}`))
  const lost = grouped(namings, (it) => (isMissing(it, loading) ? `${it.to}:${it.value}` : undefined))
  let suggested = 0
  for (const group of lost.values()) {
    const { to, value } = itemAt(group, 0)
    const known = (records[to].size === 0 && presetIds(to)) || [...records[to].keys()]
    const isMany = group.length > 1 && suggested < mostSuggested
    const misspelt = isMany
      ? nearest(
          value,
          known.filter((id) => !named.has(`${to}:${id}`)),
        )
      : undefined
    if (misspelt !== undefined && homes.has(`${to}:${misspelt}`)) {
      suggested++
      for (const { record, subject, path } of group) faulty.add(holderOf(subject, record, path))
      const { file, path } = entryOf(homes, `${to}:${misspelt}`)
      const places = group.map(({ home, path }) => home.file.place([...home.path, ...path]))
      const shown = places.slice(0, 5).map((it) => `${it.file}:${it.start?.line}`)
      const more = places.length > shown.length ? ` and ${places.length - shown.length} more` : ''
      const reason = `no record names the ${to} “${misspelt}”, and ${group.length} name “${value}”, which is not there`
      log.report('reference-resolves', file.place([...path, 'id']), reason, {
        notes: [`did you mean “${value}”?`, `it is named at ${shown.join(', ')}${more}`],
        actual: misspelt,
        subject: `${to}:${misspelt}`,
      })
    } else
      for (const { home, path, subject } of group)
        log.report('reference-resolves', home.file.place([...home.path, ...path]), `there is no ${to} “${value}”`, {
          notes: suggested++ < mostSuggested ? notesOn(value, to, known) : [],
          actual: value,
          subject,
        })
  }
}

function* namingsIn({ records, homes, doubles }: Loading): Iterable<Naming> {
  for (const { name: kind } of kinds) {
    if (kind === 'claim') continue // claims are walked with the source that holds them
    for (const [id, record] of records[kind]) {
      const subject = `${kind}:${id}`
      const home = entryOf(homes, subject)
      for (const reference of home.references) yield { ...reference, home, record, subject }
    }
  }
  for (const { home, ...double } of doubles)
    for (const reference of home.references) yield { ...reference, home, ...double }
}

function isMissing({ home, path, value, to }: Naming, { records, homes, lost, nameless }: Loading): boolean {
  if (homes.has(`${to}:${value}`) || lost.has(to) || nameless.has(to)) return false
  if (records[to].size === 0 && presetIds(to)?.includes(value)) return false
  // A stand-in is no reference that anybody wrote.
  return home.isSound || valueAt(home.file.data, [...home.path, ...path]) === value
}
