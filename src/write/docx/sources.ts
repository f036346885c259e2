import { fieldOf, sha256 } from '../../core/index.ts'
import { type Package, relation } from '../ooxml/package.ts'
import { type Xml, xml } from '../ooxml/xml.ts'
import type { Item, Works } from '../writer.ts'
import { guidOf } from './word.ts'

/** The works for Word's own Source Manager (ISO/IEC 29500-1, 22.6): another way to go on citing them. */
export function addSources(parts: Package, main: string, { items }: Works): void {
  if (items.length === 0) return
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/bibliography'
  const sources = xml('b:Sources', { 'xmlns:b': namespace, xmlns: namespace, SelectedStyle: '' }, items.map(source))
  const guid = guidOf(items.map((item) => item.id).join(' '))
  const custom = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
  const properties = xml(
    'ds:datastoreItem',
    { 'ds:itemID': guid, 'xmlns:ds': custom },
    xml('ds:schemaRefs', {}, xml('ds:schemaRef', { 'ds:uri': namespace })),
  )
  parts.relate(main, relation.customXml, '../customXml/item1.xml')
  parts.add('customXml/item1.xml', 'application/xml', sources)
  parts.relate('customXml/item1.xml', relation.customXmlProperties, 'itemProps1.xml')
  parts.add(
    'customXml/itemProps1.xml',
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    properties,
  )
}

/** Word's kinds of sources by CSL's; what it has no kind for is `Misc`. */
const kinds: Readonly<Record<string, readonly [kind: string, container?: string]>> = {
  book: ['Book'],
  chapter: ['BookSection', 'BookTitle'],
  'article-journal': ['JournalArticle', 'JournalName'],
  'article-magazine': ['ArticleInAPeriodical', 'PeriodicalTitle'],
  'article-newspaper': ['ArticleInAPeriodical', 'PeriodicalTitle'],
  'paper-conference': ['ConferenceProceedings', 'ConferenceName'],
  report: ['Report'],
  webpage: ['InternetSite', 'InternetSiteTitle'],
  'post-weblog': ['InternetSite', 'InternetSiteTitle'],
  interview: ['Interview'],
  patent: ['Patent'],
  legal_case: ['Case'],
  motion_picture: ['Film'],
}

/** The text elements by the CSL variables that they hold. */
const texts = {
  Title: 'title',
  Volume: 'volume',
  Issue: 'issue',
  Pages: 'page',
  Edition: 'edition',
  Publisher: 'publisher',
  City: 'publisher-place',
  StandardNumber: 'DOI',
  URL: 'URL',
} as const

function source(item: Item): Xml {
  const [kind, container] = kinds[item.type] ?? ['Misc', 'PublicationTitle']
  const element = (name: string, value: unknown) =>
    value === undefined || value === '' ? undefined : xml(`b:${name}`, {}, String(value))
  return xml(
    'b:Source',
    {},
    // A tag names the source in fields: letters and digits, and not long.
    element('Tag', `${item.id.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)}${sha256(item.id).slice(0, 6)}`),
    element('SourceType', kind),
    people(item),
    ...Object.entries(texts).map(([name, variable]) => element(name, item[variable])),
    container ? element(container, item['container-title']) : undefined,
    ...dateElements('', item.issued),
    ...dateElements('Accessed', item.accessed),
  )
}

function people(item: Item): Xml | undefined {
  const roles = [
    ['Author', item.author],
    ['Editor', item.editor],
    ['Translator', item.translator],
  ] as const
  const lists = roles.flatMap(([role, names]) =>
    Array.isArray(names) && names.length > 0 ? [nameList(role, names)] : [],
  )
  return lists.length > 0 ? xml('b:Author', {}, lists) : undefined
}

type Name = Readonly<Record<'family' | 'given' | 'literal', string | undefined>>

function nameList(role: string, names: readonly Name[]): Xml {
  const corporate = names.length === 1 ? names[0]?.literal : undefined
  if (corporate) return xml(`b:${role}`, {}, xml('b:Corporate', {}, corporate))
  const people = names.map(({ family, given, literal }) =>
    xml('b:Person', {}, xml('b:Last', {}, family ?? literal ?? ''), given ? xml('b:First', {}, given) : undefined),
  )
  return xml(`b:${role}`, {}, xml('b:NameList', {}, people))
}

function dateElements(suffix: string, date: unknown): Xml[] {
  const parts = fieldOf(fieldOf(date, 'date-parts'), 0)
  return ['Year', 'Month', 'Day'].flatMap((name, index) => {
    const part = fieldOf(parts, index)
    return part === undefined ? [] : [xml(`b:${name}${suffix}`, {}, String(part))]
  })
}
