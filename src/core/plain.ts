/** Plain data, such as JSON and YAML give: what is not known to be a mapping is asked here. */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field, or an item of a list; `undefined` of what has none. */
export function fieldOf(value: unknown, name: string | number): unknown {
  if (Array.isArray(value)) return value[Number(name)]
  return isRecord(value) ? value[name] : undefined
}

/** The keys of an object that is known to have no others: a type allows for more. */
export const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[]

export const isKeyOf = <T extends object>(of: T, key: PropertyKey): key is keyof T => Object.hasOwn(of, key)

export const isOneOf = <T>(all: readonly T[], one: unknown): one is T => all.some((it) => it === one)

/** A mapping with a value for each of the keys. */
export const mappingOf = <K extends string, V>(keys: readonly K[], make: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>

/** What is made of each of two. */
export const ofBoth = <A, B>([one, two]: readonly [A, A], make: (of: A) => B): [B, B] => [make(one), make(two)]

/** A percent-encoded text; as it is written where that cannot be read. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** JSON that this program wrote, of what the caller says: a type cannot be had of the bytes. */
export const ownJson = <T>(written: Uint8Array | string): T =>
  JSON.parse(typeof written === 'string' ? written : new TextDecoder().decode(written))
