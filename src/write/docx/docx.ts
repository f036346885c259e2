/**
 * WordprocessingML (ISO/IEC 29500) by our own hand: real heading styles, footnotes, fields with their results in place.
 * `toWordprocessing` gives the parts as text, which tests read; `writeDocx` zips them.
 */

import { type Document, type Store, Texts, type Told, unzip, Zipped, zip } from '../../core/index.ts'
import { isOfCover } from '../alike.ts'
import { Package, relation } from '../ooxml/package.ts'
import { opening, tellAll, type Xml } from '../ooxml/xml.ts'
import { type Parts, withRevisions } from '../revisions/revisions.ts'
import type { Attachment, Write, WriteContext } from '../writer.ts'
import { type Assembly, assemble, bodySetting } from './assembly.ts'
import { blocks } from './blocks.ts'
import { cover } from './cover.ts'
import { embedFonts } from './embedded-fonts.ts'
import { footnotesPart } from './footnotes.ts'
import { coreProperties, customProperties, extendedProperties } from './metadata.ts'
import { themePart } from './palette.ts'
import { joinLists, joinSettings } from './paper.ts'
import { packProperty } from './paragraph-marks.ts'
import { withMarkings } from './running.ts'
import { fromDocument, sectionProperties } from './section-properties.ts'
import { sections } from './sections.ts'
import { fontTablePart, settingsPart } from './settings.ts'
import { addSources } from './sources.ts'
import { documentPart, namespaces, wordType } from './word.ts'
import type { Zotero } from './zotero.ts'

/** Writes `<name>.docx`, a Word document that opens without a question in Word 2013 and later. */
export const writeDocx: Write = async (document, context) => {
  const name = `${document.meta.name}.docx`
  if (context.word?.before) return new Map([[name, zip(await tracked(context.word.before, document, context))]])
  const file = new Zipped()
  await write(document, context, file)
  return new Map([[name, file.end()]])
}

/** With what changed since an earlier file; its author is the tool, its date the pack's. */
async function tracked(earlier: Uint8Array, document: Document, context: WriteContext): Promise<Parts> {
  const before = unzip(earlier)
  // What cannot be read was told before.
  if (typeof before === 'string') throw new Error(before)
  const after = await toWordprocessing(document, context)
  return withRevisions(before, after, { author: 'briefpack', date: document.meta.date })
}

/** The parts of the package by their paths: XML as text, media as bytes. */
export async function toWordprocessing(document: Document, context: WriteContext): Promise<Parts> {
  const texts = new Texts()
  await write(document, context, texts)
  return texts.files
}

async function write(document: Document, context: WriteContext, store: Store): Promise<void> {
  const assembly = await assemble(document, context, new Package(store))
  const parts = assembly.package
  parts.relate('', relation.document, documentPart)
  parts.add(documentPart, wordType('document.main'), body(document, assembly))
  // These tell what the body has asked for, so they come after it.
  addPart(parts, 'footnotes', footnotesPart(assembly))
  const comments = assembly.comments.part()
  if (comments) addPart(parts, 'comments', comments)
  addProperties(parts, document, assembly.zotero?.properties ?? [])
  if (context.works) addSources(parts, documentPart, context.works)
  await addLooks(assembly, context)
  context.attachments.forEach((attachment) => {
    addAttachment(parts, attachment)
  })
  parts.end()
}

/** `word/document.xml`: text at once, and packed as it comes. */
function body({ meta, body: { children } }: Document, assembly: Assembly): Told {
  const setting = bodySetting(assembly)
  const transfer = assembly.zotero?.transfer(setting)
  const front = children.filter(isOfCover)
  const text = children.filter((block) => !isOfCover(block))
  const first = meta.cover === false ? blocks(front, setting) : cover(meta, setting)
  assembly.comments.at(first, meta.notices)
  const around = { cover: [...(transfer?.before ?? []), ...first], end: transfer?.after ?? [] }
  const pages = sectionProperties(assembly)
  return tellAll((put) => {
    put(`${opening('w:document', namespaces)}<w:body>`)
    sections(text, around, pages, assembly, put)
    put('</w:body></w:document>')
  })
}

type TextPart = 'footnotes' | 'comments' | 'numbering' | 'styles' | 'settings' | 'fontTable'

function addPart(parts: Package, name: TextPart, content: Xml | Told) {
  parts.relate(documentPart, relation[name], `${name}.xml`)
  parts.add(`word/${name}.xml`, wordType(name), content)
}

/** Styles, lists, settings, fonts and theme: ours, or those of the reference with what it lacks. */
async function addLooks(assembly: Assembly, { asset, word }: WriteContext): Promise<void> {
  const { package: parts, document, theme, lists, styles, reference } = assembly
  const embedded = word?.embedFonts && !reference ? await embedFonts(parts, theme, asset) : undefined
  const settings = settingsPart(document.meta.language, {
    embedsFonts: embedded !== undefined,
    isDouble: !reference && theme.page.sides === 'double',
  })
  addPart(parts, 'numbering', reference ? joinLists(reference, lists.part()).numbering : lists.part())
  addPart(parts, 'styles', styles)
  addPart(parts, 'settings', reference ? joinSettings(reference, settings) : settings)
  for (const [path, { mediaType, bytes }] of reference?.parts ?? []) {
    if (path.endsWith('.xml')) parts.add(path, mediaType, withMarkings(bytes, assembly))
    else parts.addBytes(path, mediaType, bytes)
  }
  if (reference?.fontTable) parts.relate(documentPart, relation.fontTable, fromDocument(reference.fontTable))
  else addPart(parts, 'fontTable', fontTablePart(theme, embedded))
  parts.relate(documentPart, relation.theme, fromDocument(reference?.theme ?? themePath))
  if (!reference?.theme) parts.add(themePath, themeType, themePart(theme))
}

const themePath = 'word/theme/theme1.xml'
const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml'

function addProperties(parts: Package, { meta }: Document, others: Zotero['properties']): void {
  const add = (type: string, name: string, mediaType: string, content: Xml) => {
    parts.relate('', type, `docProps/${name}.xml`)
    parts.add(`docProps/${name}.xml`, `application/vnd.openxmlformats-${mediaType}+xml`, content)
  }
  add(relation.coreProperties, 'core', 'package.core-properties', coreProperties(meta))
  add(relation.extendedProperties, 'app', 'officedocument.extended-properties', extendedProperties(meta))
  add(
    relation.customProperties,
    'custom',
    'officedocument.custom-properties',
    customProperties(meta, [...others, [packProperty, meta.pack ?? meta.name]]),
  )
}

/** A file that travels in the package. Word keeps it until it saves the document anew. */
function addAttachment(parts: Package, { name, mediaType, bytes }: Attachment): void {
  // One dot a name: some readers take what follows the first for the extension, and then do not find the part.
  const path = `attachments/${name.replace(/[^A-Za-z0-9._-]/g, '_').replace(/\.(?=.*\.)/g, '-')}`
  parts.relate('', relation.attachment, path)
  parts.addBytes(path, mediaType, bytes)
}
