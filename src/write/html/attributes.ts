import type { Properties } from 'hast'
import type { Data } from '../../tree.ts'
import { isRightToLeft } from '../direction.ts'

/** The attributes that any node may have: where links lead, language and direction, and a class for its role. */
export function common(data: Data | undefined): Properties {
  const properties: Properties = {}
  if (data?.id) properties.id = data.id
  if (data?.lang) Object.assign(properties, languageOf(data.lang))
  if (data?.role && /^[a-z][a-z0-9-]*$/.test(data.role)) properties.className = [data.role]
  return properties
}

/** `lang`, and `dir` for languages that run from right to left. */
export function languageOf(tag: string): Properties {
  return isRightToLeft(tag) ? { lang: tag, dir: 'rtl' } : { lang: tag }
}
