import type * as z from 'zod'
import { nameVariables } from './csl.ts'

type Path = readonly (string | number)[]

/** The commonest slips: an unquoted year is a number in YAML, `null` is nothing, `yes` is text, and `a:b` is no field. */
export function typeHint(expected: string, value: unknown, written: string, isYaml: boolean): string[] {
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

/** One thing where a list is wanted, and a name where its parts are. */
export function shapeHint(
  { expected }: z.core.$ZodIssueInvalidType,
  value: unknown,
  path: Path,
  isYaml: boolean,
): string[] {
  if (typeof value !== 'string' || !/^[^:]*$/.test(value)) return []
  const text = inFlow(value)
  const field = path.findLast((it) => typeof it === 'string')
  const isName = nameVariables.some((it) => it === field)
  if (expected === 'array') return [`write a list: ${isYaml ? `${field}: ` : ''}[${isName ? namesIn(value) : text}]`]
  return expected === 'object' && isName
    ? [`write {literal: ${text}} for a body, {family: …, given: …} for a person`]
    : []
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
