import { type Xml, xml } from '../ooxml/xml.ts'
import { type RunProperties, rPr } from './properties.ts'

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

export const run = (content: Xml | readonly Xml[], properties: RunProperties = {}): Xml =>
  xml('w:r', {}, rPr(properties), content)

const mark = (type: 'begin' | 'separate' | 'end', properties: RunProperties) =>
  run(xml('w:fldChar', { 'w:fldCharType': type }), properties)
