import type { Meta } from '../../core/index.ts'
import { legal, type Xml, xml } from '../ooxml/xml.ts'
import { wordLanguage } from './languages.ts'

/** `docProps/core.xml`: title, authors, subject, language and dates, where every program looks for them. */
export function coreProperties(meta: Meta): Xml {
  const author = meta.authors.join('; ') || meta.organisation || ''
  const date = (name: string) => xml(name, { 'xsi:type': 'dcterms:W3CDTF' }, meta.date)
  return xml(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    xml('dc:title', {}, meta.title),
    meta.question ? xml('dc:subject', {}, meta.question) : undefined,
    xml('dc:creator', {}, author),
    xml('cp:keywords', {}, meta.keywords.join('; ')),
    xml('dc:description', {}, meta.description),
    xml('cp:lastModifiedBy', {}, author),
    date('dcterms:created'),
    date('dcterms:modified'),
    xml('dc:language', {}, wordLanguage(meta.language)),
  )
}

/** `docProps/app.xml`: what made the file, and for whom. */
export function extendedProperties(meta: Meta): Xml {
  return xml(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    xml('Application', {}, 'briefpack'),
    meta.organisation ? xml('Company', {}, meta.organisation) : undefined,
  )
}

/** Characters, as Office has it. */
const longestName = 255

/**
 * `docProps/custom.xml`: the facts of the cover, for document management systems, and what other programs keep there. Names
 * are unique whatever their case.
 */
export function customProperties({ facts }: Meta, others: readonly (readonly [name: string, value: string])[]): Xml {
  const unique = new Map<string, { label: string; value: string }>()
  for (const { label, value } of facts) {
    const name = legal(label).slice(0, longestName)
    if (name && !unique.has(name.toLowerCase())) unique.set(name.toLowerCase(), { label: name, value })
  }
  return xml(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    ...[...unique.values(), ...others.map(([label, value]) => ({ label, value }))].map(({ label, value }, index) =>
      xml(
        'property',
        { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name: label },
        xml('vt:lpwstr', {}, value),
      ),
    ),
  )
}
