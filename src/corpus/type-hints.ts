import type * as z from 'zod'
import { nameVariables } from './csl.ts'
import type { RecordKind } from './fields.ts'
import { type Shape, shapesAt } from './references.ts'

/** Where a value stands; what stands in no file is a cell or an argument, which has no quotes and no name of the field. */
export interface FieldAt {
  readonly kind: RecordKind
  readonly path: readonly (string | number)[]
  readonly isYaml: boolean
}

/** The commonest slips: an unquoted year is a number in YAML, `null` is nothing, `yes` is text, and `a:b` is no field. */
export function typeHint(expected: string, value: unknown, written: string, { isYaml }: FieldAt): string[] {
  if (expected === 'string' && typeof value !== 'object' && written) return [`write it in quotes: "${written}"`]
  if (expected === 'string' && value === null && /^null$/i.test(written))
    return [`if it is a word, write it in quotes: "${written}"`]
  if (expected === 'string' && value === null) return ['write what belongs there, or leave the field out']
  if (typeof value !== 'string') return []
  if (expected === 'boolean') {
    const meant = /^(?:y|yes|on|true|1)$/i.test(value) ? 'true' : /^(?:n|no|off|false|0)$/i.test(value) ? 'false' : ''
    return [meant ? `write ${meant}${isYaml ? ', without quotes' : ''}` : 'write true or false']
  }
  if (/^(?:number|int)$/.test(expected) && /^-?\d+(?:\.\d+)?$/.test(value)) return [`write it without quotes: ${value}`]
  const [, key, rest] = /^([\w-]+):(\S.*)$/.exec(value) ?? []
  return expected === 'object' && key ? [`put a space after the colon: ${key}: ${rest}`] : []
}

/** One thing where a list is wanted, a name where its parts are, and the chief field of a mapping without the mapping. */
export function shapeHint(
  { expected }: z.core.$ZodIssueInvalidType,
  value: unknown,
  { kind, path, isYaml }: FieldAt,
): string[] {
  if (typeof value === 'object' || value === undefined || path.length === 0 || /:/.test(String(value))) return []
  const text = inFlow(String(value))
  const field = path.findLast((it) => typeof it === 'string')
  const isName = nameVariables.some((it) => it === field)
  const before = isYaml && typeof path.at(-1) === 'string' ? `${field}: ` : ''
  if (expected === 'array' && typeof value === 'string')
    return [`write a list: ${before}[${isName ? namesIn(value) : text}]`]
  if (expected !== 'object') return []
  if (isName) return [`write {literal: ${text}} for a body, {family: …, given: …} for a person`]
  const shape = shapesAt(kind, path).find(({ properties }) => properties)
  return shape ? mappingWith(String(value), shape, before) : []
}

/** The mapping that was meant by the value of its chief field: that which has it among its words, or the first. */
function mappingWith(value: string, { properties = {}, required = [] }: Shape, before: string): string[] {
  const wordsOf = (field: string) => properties[field]?.enum?.map(String) ?? []
  const chief = required.find((it) => wordsOf(it).includes(value)) ?? required.find((it) => wordsOf(it).length === 0)
  if (chief === undefined) return [`its fields are ${Object.keys(properties).join(', ')}`]
  const shown = properties[chief]?.format === 'edtf' ? JSON.stringify(value) : inFlow(value)
  const fields = required.map((it) => `${it}: ${it === chief ? shown : '…'}`)
  const others = required.filter((it) => it !== chief && wordsOf(it).length > 0)
  return [
    `write a mapping: ${before}{${fields.join(', ')}}`,
    ...others.map((it) => `“${it}” is one of ${wordsOf(it).join(', ')}`),
  ]
}

const inFlow = (text: string) => (/[,[\]{}"'#&*!|>%@`]/.test(text) ? JSON.stringify(text) : text)

/** Names as BibTeX and people write them, “Col, Ash and Ben Quay”: several are people, one without a comma may be a body. */
function namesIn(value: string): string {
  const names = value.split(/\s+and\s+|\s*;\s*/).filter(Boolean)
  return names
    .map((name) => {
      const [, last, first] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? []
      const [, before, behind] = (names.length > 1 && /^(\S.*)\s(\S+)$/.exec(name)) || []
      const [family, given] = [last ?? behind, first ?? before]
      if (family === undefined || given === undefined) return `{literal: ${inFlow(name)}}`
      return `{family: ${inFlow(family)}, given: ${inFlow(given)}}`
    })
    .join(', ')
}
