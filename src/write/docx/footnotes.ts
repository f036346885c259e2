import type { Told } from '../../core/index.ts'
import { opening, tellAll, write, type Xml, xml } from '../ooxml/xml.ts'
import { type Assembly, bodySetting, type Setting } from './assembly.ts'
import { blocks } from './blocks.ts'
import { run } from './fields.ts'
import { inlines } from './inlines.ts'
import type { CalledNote } from './notes.ts'
import { pPr } from './properties.ts'
import { namespaces } from './word.ts'

/** `word/footnotes.xml`: the notes that the body has called, so it is written after the body. */
export function footnotesPart(assembly: Assembly): Told {
  const setting: Setting = { ...bodySetting(assembly), part: 'word/footnotes.xml', style: 'FootnoteText' }
  return tellAll((put) => {
    put(opening('w:footnotes', namespaces))
    write(separator('separator', -1), put)
    write(separator('continuationSeparator', 0), put)
    for (const note of assembly.notes.called) assembly.write(footnote(note, setting), put, assembly.marks?.of)
    put('</w:footnotes>')
  })
}

function footnote({ id, definition, mark }: CalledNote, setting: Setting): Xml {
  const { data, number: note } = definition
  const here = { ...setting, note, ...(data?.lang && { language: data.lang }) }
  const sign = mark === undefined ? xml('w:footnoteRef') : xml('w:t', {}, mark)
  const beginning = [run(sign, { style: 'FootnoteReference' }), run(xml('w:t', { 'xml:space': 'preserve' }, ' '))]
  const [first, ...rest] = definition.children
  const style = pPr({ style: 'FootnoteText' })
  if (first?.type !== 'paragraph') {
    return xml('w:footnote', { 'w:id': id }, xml('w:p', {}, style, beginning), blocks(definition.children, here))
  }
  const words = here.assembly.bookmarks.around(first.data?.id, inlines(first.children, here))
  return xml('w:footnote', { 'w:id': id }, xml('w:p', {}, style, beginning, words), blocks(rest, here))
}

function separator(kind: 'separator' | 'continuationSeparator', id: number): Xml {
  return xml('w:footnote', { 'w:type': kind, 'w:id': id }, xml('w:p', {}, run(xml(`w:${kind}`))))
}
