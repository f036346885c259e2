/** As in Handlebars, but a record is never empty: nothing, `false`, 0, an empty text and an empty list do not hold. */
export function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}
