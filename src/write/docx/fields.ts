import { markup, textOf, type Xml, xml } from '../ooxml/xml.ts'
import { shown } from './paragraph-marks.ts'
import { type RunProperties, runText } from './properties.ts'

/**
 * A complex field: Word shows `result` until someone asks it to work `instruction` out again. Each `fldChar` has a run of
 * its own: pandoc loses all text after a run with several.
 */
export function field(instruction: string, result: readonly Xml[], properties: RunProperties = {}): Xml[] {
  return [...fieldStart(instruction, properties), ...result, fieldEnd(properties)]
}

/** What stands before the result of a field that spans paragraphs. */
export function fieldStart(instruction: string, properties: RunProperties = {}): Xml[] {
  return [
    mark('begin', properties),
    run(xml('w:instrText', { 'xml:space': 'preserve' }, ` ${instruction} `), properties),
    mark('separate', properties),
  ]
}

/** What stands after it. */
export const fieldEnd = (properties: RunProperties = {}): Xml => mark('end', properties)

/** A run of any content. */
export function run(content: Xml | readonly Xml[], properties: RunProperties = {}): Xml {
  return around(`<w:r>${runText(properties)}`, 'name' in content ? [content] : content, 'w:r')
}

/** Runs between the tags of `name`: text at once, for there are more of them than of anything else. */
export function around(tag: string, content: readonly Xml[], name: string): Xml {
  let [text, plain] = [tag, '']
  for (const one of content) {
    text += textOf(one)
    plain += shown(one)
  }
  return markup(name, `${text}</${name}>`, plain)
}

const mark = (type: 'begin' | 'separate' | 'end', properties: RunProperties) =>
  run(xml('w:fldChar', { 'w:fldCharType': type }), properties)
