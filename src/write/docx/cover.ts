import type { Meta } from '../../tree.ts'
import type { Setting } from './assembly.ts'
import { run } from './fields.ts'
import { textRuns } from './inlines.ts'
import { isRightToLeft } from './languages.ts'
import { pPr } from './properties.ts'
import { type Xml, xml } from './xml.ts'

/** The first page: what the pack is, who signs it, and what is known of it; the body starts on the next. */
export function cover(meta: Meta, setting: Setting): Xml[] {
  const bold: Setting = { ...setting, run: { bold: true } }
  const paragraph = (style: string, content: readonly Xml[]) =>
    xml('w:p', {}, pPr({ style, rightToLeft: isRightToLeft(meta.language) || undefined }), content)
  const line = (style: string, text: string | undefined) => (text ? [paragraph(style, textRuns(text, setting))] : [])
  return [
    ...line('Title', meta.title),
    ...line('Subtitle', meta.subtitle),
    ...line('CoverQuestion', meta.question),
    ...meta.authors.flatMap((author) => line('Author', author)),
    ...line('Affiliation', meta.organisation),
    ...meta.facts.map(({ label, value }) =>
      paragraph('CoverLine', [...textRuns(label, bold), run(xml('w:tab')), ...textRuns(value, setting)]),
    ),
    xml('w:p', {}, pPr({ style: 'SectionEnd' }), run(xml('w:br', { 'w:type': 'page' }))),
  ]
}
