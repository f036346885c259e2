/** Reference documents as different makers write them: small, and each with what is its own. */
import { strToU8, zipSync } from 'fflate'
import { heading, paragraph, plainMeta, root } from '../helpers/nodes.ts'
import { docx } from './context.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const wordType = (part: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`

interface Recipe {
  readonly type?: 'document.main' | 'template.main'
  readonly styles: string
  readonly section: string
  readonly body?: string
  readonly parts?: Readonly<Record<string, { readonly relation: string; readonly content: string }>>
  readonly media?: Readonly<Record<string, Uint8Array>>
  readonly rels?: Readonly<Record<string, string>>
}

function packed({
  type = 'document.main',
  styles,
  section,
  body = '',
  parts = {},
  media = {},
  rels = {},
}: Recipe): Uint8Array {
  const all = { styles: { relation: 'styles', content: `<w:styles ${w}>${styles}</w:styles>` }, ...parts }
  const relations = Object.entries(all).map(
    ([name, { relation }]) => `<Relationship Id="${name}" Type="${office}/${relation}" Target="${name}.xml"/>`,
  )
  const overrides = Object.entries(all).map(
    ([name, { relation }]) => `<Override PartName="/word/${name}.xml" ContentType="${wordType(relation)}"/>`,
  )
  const relationships = (content: string) =>
    `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${wordType(type)}"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      relationships(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    ),
    'word/_rels/document.xml.rels': strToU8(relationships(relations.join(''))),
    'word/document.xml': strToU8(
      `${xmlHead}<w:document ${w} ${r}><w:body>${body}<w:p/>${section}</w:body></w:document>`,
    ),
  }
  for (const [name, { content }] of Object.entries(all)) files[`word/${name}.xml`] = strToU8(`${xmlHead}${content}`)
  for (const [path, content] of Object.entries(rels)) files[path] = strToU8(relationships(content))
  return zipSync({ ...files, ...media })
}

const style = (type: string, id: string, name: string, rest = '', attributes = '') =>
  `<w:style w:type="${type}"${attributes} w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`
const normal = (id: string, name: string) => style('paragraph', id, name, '', ' w:default="1"')
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
)
const logo = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="901" name="Logo" descr="The house’s logo"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="901" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
const margins = (size: number) =>
  `<w:pgMar w:top="${size}" w:right="${size}" w:bottom="${size}" w:left="${size}" w:header="400" w:footer="400" w:gutter="0"/>`
const header = (text: string) => `<w:hdr ${w} ${r}><w:p>${text}</w:p></w:hdr>`
const words = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

/** German names and ids, headings that number themselves in an order that only LibreOffice writes, A5, a logo at the head of each page. */
export const german = packed({
  styles: [
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    normal('Standard', 'Standard'),
    style(
      'paragraph',
      'berschrift1',
      'Überschrift 1',
      '<w:basedOn w:val="Standard"/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="AA0000"/></w:rPr>',
    ),
    style(
      'paragraph',
      'berschrift2',
      'Überschrift 2',
      '<w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
    ),
    style('paragraph', 'Titel', 'Titel', '<w:basedOn w:val="Standard"/>'),
    style('paragraph', 'Quote', 'Randbemerkung', '<w:basedOn w:val="Standard"/>'),
    style('character', 'Funotenzeichen', 'Fußnotenzeichen', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
  ].join(''),
  body: `<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>${words('Mustertext, der nicht mitkommt')}</w:p>`,
  section: `<w:sectPr><w:headerReference w:type="default" r:id="kopf"/><w:pgSz w:w="8391" w:h="11906"/>${margins(850)}</w:sectPr>`,
  parts: {
    numbering: {
      relation: 'numbering',
      content: `<w:numbering ${w}><w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="berschrift1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
    },
    settings: {
      relation: 'settings',
      content: `<w:settings ${w} ${r}><w:zoom w:percent="100"/><w:trackRevisions/><w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop w:val="500"/><w:compat/><w:rsids><w:rsidRoot w:val="00AA00AA"/></w:rsids><w:decimalSymbol w:val=","/></w:settings>`,
    },
    kopf: { relation: 'header', content: header(`${logo}${words('Haus am Fluss')}`) },
  },
  media: { 'word/media/logo.png': pixel },
  rels: { 'word/_rels/kopf.xml.rels': `<Relationship Id="rId1" Type="${office}/image" Target="media/logo.png"/>` },
})

/** A Russian template on Letter paper, whose first page has a head of its own. */
export const russian = packed({
  type: 'template.main',
  styles: [
    normal('a', 'Обычный'),
    style('paragraph', '1', 'Заголовок 1', '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style('paragraph', 'a3', 'Название', '<w:basedOn w:val="a"/>'),
    style('table', 'a1', 'Обычная таблица', '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>', ' w:default="1"'),
  ].join(''),
  section: `<w:sectPr><w:headerReference w:type="first" r:id="first"/><w:footerReference w:type="default" r:id="foot"/><w:pgSz w:w="12240" w:h="15840"/>${margins(1440)}<w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr>`,
  parts: {
    // Its logo leads nowhere, as LibreOffice writes those that are linked to.
    first: { relation: 'header', content: header(words('Для служебного пользования') + logo) },
    foot: { relation: 'footer', content: `<w:ftr ${w}><w:p>${words('Институт')}</w:p></w:ftr>` },
  },
})

/** As Google Docs writes: few styles, all with English names, a turned page, nothing else. */
export const google = packed({
  styles: [
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/><w:lang w:val="en"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    normal('Normal', 'normal'),
    style('table', 'TableNormal', 'Table Normal', '', ' w:default="1"'),
    ...[1, 2, 3, 4, 5, 6].map((level) =>
      style('paragraph', `Heading${level}`, `heading ${level}`, '<w:basedOn w:val="Normal"/>'),
    ),
    style('paragraph', 'Title', 'Title', '<w:basedOn w:val="Normal"/>'),
    style('paragraph', 'Subtitle', 'Subtitle', '<w:basedOn w:val="Normal"/>'),
  ].join(''),
  section: `<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>${margins(1440)}<w:pgNumType w:start="1"/></w:sectPr>`,
})

/** A file of ours, saved as it is. */
export const ours = () =>
  docx({ meta: plainMeta, body: root(heading(1, 'a', 'Text that does not come along'), paragraph('x')) })
