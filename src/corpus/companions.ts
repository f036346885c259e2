import type { Pack } from './pack.ts'

type Packs = ReadonlyMap<string, Pack>

/** The packs that a pack leads into: its companion, the companion of that one, and so on, nearest first. */
export function companionsOf({ id, companion }: Pack, packs: Packs): readonly Pack[] {
  const chain: Pack[] = []
  for (let next = packs.get(companion ?? ''); next; next = packs.get(next.companion ?? '')) {
    if (next.id === id || chain.includes(next)) break
    chain.push(next)
  }
  return chain
}

/** The packs that lead into a pack, by way of others or at once. */
export function packsInto({ id }: Pack, packs: Packs): readonly Pack[] {
  return [...packs.values()].filter((other) => companionsOf(other, packs).some((it) => it.id === id))
}
