import type { ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import { type Data, inDirections, isRightToLeft, languageOfScript } from '../../core/index.ts'

/** The attributes that any node may have: where links lead, language and direction, and a class for its role. */
export function common(data: Data | undefined): Properties {
  const properties: Properties = {}
  if (data?.id) properties.id = data.id
  if (data?.lang) Object.assign(properties, languageOf(data.lang))
  if (data?.role && /^[a-z][a-z0-9-]*$/.test(data.role)) properties.className = [data.role]
  return properties
}

/** A text of a document from left to right, in which words the other way keep their order to themselves. */
export function directed(text: string): ElementContent[] {
  return inDirections(text).map(({ words, rightToLeft }) =>
    rightToLeft ? h('span', languageOf(languageOfScript(words)), words) : { type: 'text', value: words },
  )
}

/** `lang`, and `dir` for languages that run from right to left. */
export function languageOf(tag: string): Properties {
  return isRightToLeft(tag) ? { lang: tag, dir: 'rtl' } : { lang: tag }
}
