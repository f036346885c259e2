import { written, type Xml, xml } from '../ooxml/xml.ts'
import { type Assembly, bodySetting, type Setting } from './assembly.ts'
import { blocks } from './blocks.ts'
import { run } from './fields.ts'
import { inlines } from './inlines.ts'
import type { CalledNote } from './notes.ts'
import { pPr } from './properties.ts'
import { namespaces } from './word.ts'

/** `word/footnotes.xml`: the notes that the body has called, so it is written after the body. */
export function footnotesPart(assembly: Assembly): Xml {
  const setting: Setting = { ...bodySetting(assembly), part: 'word/footnotes.xml', style: 'FootnoteText' }
  return xml(
    'w:footnotes',
    namespaces,
    separator('separator', -1),
    separator('continuationSeparator', 0),
    assembly.notes.called.map((note) => written(assembly.renamed(footnote(note, setting)))),
  )
}

function footnote({ id, definition, mark }: CalledNote, setting: Setting): Xml {
  const { data, number: note } = definition
  const here = { ...setting, note, ...(data?.lang && { language: data.lang }) }
  const sign = mark === undefined ? xml('w:footnoteRef') : xml('w:t', {}, mark)
  const opening = [run(sign, { style: 'FootnoteReference' }), run(xml('w:t', { 'xml:space': 'preserve' }, ' '))]
  const [first, ...rest] = definition.children
  const style = pPr({ style: 'FootnoteText' })
  if (first?.type !== 'paragraph') {
    return xml('w:footnote', { 'w:id': id }, xml('w:p', {}, style, opening), blocks(definition.children, here))
  }
  const words = assemblyAnchor(first.data?.id, inlines(first.children, here), here)
  return xml('w:footnote', { 'w:id': id }, xml('w:p', {}, style, opening, words), blocks(rest, here))
}

const assemblyAnchor = (id: string | undefined, content: Xml[], { assembly }: Setting) =>
  assembly.bookmarks.around(id, content)

function separator(kind: 'separator' | 'continuationSeparator', id: number): Xml {
  return xml('w:footnote', { 'w:type': kind, 'w:id': id }, xml('w:p', {}, run(xml(`w:${kind}`))))
}
