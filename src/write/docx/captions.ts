import { type Figure, isRightToLeft } from '../../core/index.ts'
import { type Xml, xml } from '../ooxml/xml.ts'
import type { Setting } from './assembly.ts'
import { field } from './fields.ts'
import { emphasised, inlines, textRuns } from './inlines.ts'
import { twips } from './measures.ts'
import { type ParagraphProperties, pPr } from './properties.ts'

/** The sequences that Word counts captions by, and makes lists of figures and tables from. */
export const sequences = { figure: 'Figure', table: 'Table' } as const

/** Between a label and its caption, and so in lists of figures, which word processors make of captions: an en space. */
export const afterLabel = '\u2002'

/** A caption: its label, marked as the place that references take their words from, then its text. */
export function captionParagraph(node: Figure, setting: Setting): Xml {
  const { bookmarks } = setting.assembly
  const words = inlines(node.caption, setting)
  const label = labelRuns(node, strong(setting))
  const content =
    label.length > 0
      ? [...bookmarks.around(node.data?.id, label), ...textRuns(words.length > 0 ? afterLabel : '', setting), ...words]
      : bookmarks.around(node.data?.id, words)
  const rightToLeft = isRightToLeft(setting.language) || undefined
  const indent = setting.indent > 0 ? { left: setting.indent } : undefined
  const spacing = spacingHere(setting)
  return xml('w:p', {}, pPr({ style: 'Caption', keepNext: true, rightToLeft, spacing, indent }), content)
}

/** Words in bold; on another's paper the paragraph may be bold already. */
export const strong = (setting: Setting): Setting =>
  emphasised('Strong', { ...setting, emphatic: setting.emphatic || setting.assembly.reference !== undefined })

/** A table has no space of its own, so that what stands below one brings it. */
export const spacingHere = ({ belowTable, assembly }: Setting): ParagraphProperties['spacing'] =>
  belowTable ? { before: twips(assembly.theme.paragraphGap) * 2 } : undefined

/** The number is a field when Word would count to the same one; else it is text. */
function labelRuns({ kind, label }: Figure, setting: Setting): Xml[] {
  const { counts } = setting.assembly
  const [, words = '', number] = /^(.*?)(\d+)$/su.exec(label) ?? []
  if (number !== String(counts[kind] + 1)) return textRuns(label, setting)
  counts[kind] += 1
  return [
    ...textRuns(words, setting),
    ...field(`SEQ ${sequences[kind]} \\* ARABIC`, textRuns(number, setting), setting.run),
  ]
}
