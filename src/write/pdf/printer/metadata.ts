export interface Info {
  readonly Title: string
  readonly Author: string
  readonly Subject: string
  readonly Keywords: string
  readonly Creator: string
  readonly Producer: string
  readonly CreationDate: Date
  readonly ModDate: Date
}

export interface Standards {
  readonly isUa2: boolean
  /** Whether files are attached. */
  readonly attaches: boolean
}

/** The descriptions of an XMP packet. */
export function xmp(info: Info, { isUa2, attaches }: Standards, language: string): string {
  const date = (value: Date) => `${value.toISOString().slice(0, 19)}Z`
  const alternative = (value: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt>`
  return [
    description(
      'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
      `<xmp:CreateDate>${date(info.CreationDate)}</xmp:CreateDate>`,
      `<xmp:ModifyDate>${date(info.ModDate)}</xmp:ModifyDate>`,
      `<xmp:CreatorTool>${escapeXml(info.Creator)}</xmp:CreatorTool>`,
    ),
    description(
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      `<dc:title>${alternative(info.Title)}</dc:title>`,
      info.Author && `<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.Author)}</rdf:li></rdf:Seq></dc:creator>`,
      info.Subject && `<dc:description>${alternative(info.Subject)}</dc:description>`,
      `<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    ),
    description(
      'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
      `<pdf:Producer>${escapeXml(info.Producer)}</pdf:Producer>`,
      info.Keywords && `<pdf:Keywords>${escapeXml(info.Keywords)}</pdf:Keywords>`,
    ),
    ...(isUa2 ? standardsOf20(attaches) : standardsOf17(attaches)),
  ].join('\n')
}

const archive = (properties: string) => description('xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"', properties)
const accessible = (properties: string) => description('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', properties)

const standardsOf17 = (attaches: boolean) => [
  archive(`<pdfaid:part>${attaches ? 3 : 2}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>`),
  accessible('<pdfuaid:part>1</pdfuaid:part>'),
  pdfuaSchema,
]

const standardsOf20 = (attaches: boolean) => [
  archive(
    `<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev>${attaches ? '<pdfaid:conformance>F</pdfaid:conformance>' : ''}`,
  ),
  accessible('<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>'),
]

function description(namespaces: string, ...properties: string[]): string {
  return `<rdf:Description rdf:about="" ${namespaces}>${properties.join('')}</rdf:Description>`
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escapeXml = (value: string) => value.replace(/[&<>"]/g, (found) => escapes[found] ?? found).replace(forbidden, '')

/** PDF/A asks that properties it does not know, such as `pdfuaid:part`, are described in the file. */
const pdfuaSchema = description(
  [
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
  ].join(' '),
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas>',
)
