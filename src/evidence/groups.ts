import { compare, entryOf, grouped, itemAt } from '../core/index.ts'
import { describeReason, type Reason } from './reasons.ts'

/** Claims that come from one origin, however many texts they stand in. */
export interface Group {
  readonly claims: readonly string[]
  /** What joins them. */
  readonly reasons: readonly Reason[]
}

/** What two claims have in common makes them one origin; the same thing has the same key. */
export interface Tie {
  readonly key: string
  readonly reason: Reason
}

/** Whose word a claim is: what its own text brings, and what it only passes on. */
export interface Ties {
  readonly own: readonly Tie[]
  readonly relayed: readonly Tie[]
}

/** A union-find over ties: claims that share one are in one group. */
export class Groups {
  readonly #parent = new Map<string, string>()
  readonly #members = new Map<string, { readonly reason: Reason; readonly claims: Set<string> }>()
  readonly #order: string[] = []

  join(claim: string, ties: readonly Tie[]): void {
    this.#order.push(claim)
    for (const tie of ties) {
      this.#note(claim, tie)
      this.#union(`claim ${claim}`, tie.key)
    }
  }

  /** Puts a claim that passes something on into the group that it touches, its own text's first. False: it touches none. */
  attach(claim: string, ties: Ties): boolean {
    const touched = [...ties.own, ...ties.relayed].filter(({ key }) => this.#parent.has(key))
    if (touched.length === 0) return false
    this.#order.push(claim)
    for (const tie of touched) this.#note(claim, tie)
    this.#union(`claim ${claim}`, itemAt(touched, 0).key)
    return true
  }

  list(): readonly Group[] {
    const groups = grouped(this.#order, (claim) => this.#root(`claim ${claim}`))
    const ties = grouped([...this.#members.keys()], (key) => this.#root(key))
    return [...groups].map(([root, claims]) => ({ claims, reasons: this.#reasons(ties.get(root) ?? []) }))
  }

  /** The ties that two of its claims or more share; that they are of one source needs no saying where the author is named. */
  #reasons(keys: readonly string[]): readonly Reason[] {
    const ties = keys.map((key) => entryOf(this.#members, key))
    const binding = ties.filter(({ claims }) => claims.size > 1).map(({ reason }) => reason)
    const isAuthored = binding.some(({ kind }) => kind === 'author')
    const told = binding.filter(({ kind }) => !isAuthored || kind !== 'source')
    const byWords = new Map(told.map((reason) => [describeReason(reason), reason]))
    return [...byWords].sort(([a], [b]) => compare(a, b)).map(([, reason]) => reason)
  }

  #note(claim: string, { key, reason }: Tie): void {
    const member = this.#members.get(key) ?? { reason, claims: new Set<string>() }
    member.claims.add(claim)
    this.#members.set(key, member)
  }

  #root(key: string): string {
    let root = key
    while (this.#parent.has(root) && this.#parent.get(root) !== root) root = entryOf(this.#parent, root)
    this.#parent.set(key, root)
    return root
  }

  #union(a: string, b: string): void {
    const [one, two] = [this.#root(a), this.#root(b)]
    if (one !== two) this.#parent.set(two, one)
  }
}
