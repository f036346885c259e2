import type { Claim } from '../../corpus/index.ts'

/** The tools that proposed some claims, each version and prompt by itself, with how many. */
export function proposedBy(claims: Iterable<Claim>) {
  const found = new Map<string, { tool: string; version: string; prompt: string; claims: number }>()
  for (const { proposed } of claims) {
    if (!proposed) continue
    const key = JSON.stringify([proposed.tool, proposed.version, proposed.prompt])
    const known = found.get(key) ?? { ...proposed, claims: 0 }
    known.claims++
    found.set(key, known)
  }
  return [...found.values()].sort((a, b) => b.claims - a.claims || (a.tool < b.tool ? -1 : 1))
}
