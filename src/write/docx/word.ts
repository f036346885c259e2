import { sha256 } from '../../core/index.ts'
import { type Xml, xml } from '../ooxml/xml.ts'

/** An element whose one attribute is `w:val`, as most of WordprocessingML's are. */
export const val = (name: string, value: string | number): Xml => xml(name, { 'w:val': value })

/** A GUID that is the same each time. */
export const guidOf = (text: string): string =>
  sha256(text)
    .toUpperCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '{$1-$2-$3-$4-$5}')

export const documentPart = 'word/document.xml'

/** The media type of a WordprocessingML part, e.g. `styles`. */
export const wordType = (part: string): string =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`

/** The namespaces of a part with text and pictures. */
export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
} as const
