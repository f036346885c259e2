/** Plain data, such as JSON and YAML give: what is not known to be a mapping is asked here. */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field, or an item of a list; `undefined` of what has none. */
export function fieldOf(value: unknown, name: string | number): unknown {
  if (Array.isArray(value)) return value[Number(name)]
  return isRecord(value) ? value[name] : undefined
}
