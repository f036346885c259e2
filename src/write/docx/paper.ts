/** Our styles, lists and settings joined with those of a reference document: its own stay, and what it has not is added. */
import { entryOf } from '../../core/index.ts'
import { attributeText, elementsOf, markup, textOf, type Xml, xml } from '../ooxml/xml.ts'
import type { PageMeasures } from './measures.ts'
import type { Reference } from './reference.ts'
import { englishName } from './style-names.ts'

/** How our names for styles and lists change in a document that is made with a reference. */
export interface Renaming {
  readonly styles: ReadonlyMap<string, string>
  /** Our lists come after those of the reference. */
  readonly lists: number
}

/** The reference's styles with those of ours that it has not, for text in `language`, and how ours are called there. */
export function joinStyles(
  { styles }: Reference,
  ours: Xml,
  language: Xml,
): { styles: Xml; ids: ReadonlyMap<string, string> } {
  const theirs = elementsOf(styles).filter(isStyle)
  const own = elementsOf(ours).filter(isStyle)
  const taken = new Set(theirs.map(idOf))
  const byName = new Map(theirs.toReversed().map((style) => [keyOf(style), idOf(style)]))
  const ids = new Map(
    own.map((style): [string, string] => {
      const id = idOf(style)
      return [id, byName.get(keyOf(style)) ?? (taken.has(id) ? `${id}Briefpack` : id)]
    }),
  )
  const added = own.filter((style) => !taken.has(entryOf(ids, idOf(style))))
  const renamed = added.map((style) => ({
    ...style,
    attributes: { ...style.attributes, 'w:styleId': entryOf(ids, idOf(style)) },
  }))
  const isDefaults = ({ name }: Xml) => name === 'w:docDefaults'
  const defaults = withLanguage(elementsOf(styles).find(isDefaults), language)
  const children = [defaults, ...elementsOf(styles).filter((child) => !isDefaults(child))]
  const joined = {
    ...styles,
    children: [
      ...children,
      ...renamed.map((style) => markup(style.name, rename(textOf(style), { styles: ids, lists: 0 }))),
    ],
  }
  return { styles: joined, ids }
}

const isStyle = ({ name, attributes }: Xml) => name === 'w:style' && Boolean(attributes['w:styleId'])
const idOf = ({ attributes }: Xml) => attributes['w:styleId'] ?? ''

/** A style is known by its kind and its name, in any language. */
function keyOf(style: Xml): string {
  const name = elementsOf(style).find((child) => child.name === 'w:name')?.attributes['w:val'] ?? ''
  return `${style.attributes['w:type']} ${englishName(name)}`
}

/** The text is in the language of the pack, whatever that of the reference was. */
function withLanguage(defaults: Xml | undefined, language: Xml): Xml {
  const [forRuns, forParagraphs] = ['w:rPrDefault', 'w:pPrDefault'].map((name) => defaults && find(defaults, name))
  const others = forRuns ? elementsOf(forRuns).flatMap(elementsOf) : []
  const kept = others.filter(({ name }) => name !== 'w:lang')
  const isBehind = ({ name }: Xml) => /^w:(eastAsianLayout|specVanish|oMath)$/.test(name)
  const run = xml(
    'w:rPr',
    {},
    kept.filter((one) => !isBehind(one)),
    language,
    kept.filter(isBehind),
  )
  return xml('w:docDefaults', {}, xml('w:rPrDefault', {}, run), forParagraphs)
}

function find(element: Xml, name: string): Xml | undefined {
  for (const child of elementsOf(element)) {
    const found = child.name === name ? child : find(child, name)
    if (found) return found
  }
  return undefined
}

const namesStyle = /(<w:(pStyle|rStyle|tblStyle|basedOn|next|link|numId) w:val=")([^"]*)"/g

/** The text of elements with the names that styles and lists have in the reference. */
export const rename = (text: string, { styles, lists }: Renaming): string =>
  text.replace(namesStyle, (_, before: string, kind: string, name: string) => {
    const instead = kind === 'numId' ? String(Number(name) + lists) : (styles.get(name) ?? name)
    return `${before}${attributeText(instead)}"`
  })

/** The reference's lists, then ours, which begin after its last. */
export function joinLists({ numbering }: Reference, ours: Xml): { numbering: Xml; last: number } {
  if (!numbering) return { numbering: ours, last: 0 }
  const last = highest(numbering, 'w:num', 'w:numId')
  const definitions = highest(numbering, 'w:abstractNum', 'w:abstractNumId') + 1
  const moved = (element: Xml, name: string, by: number): Xml => {
    const number = String(Number(element.attributes[name]) + by)
    return { ...element, attributes: { ...element.attributes, [name]: number } }
  }
  const of = (root: Xml, ...names: string[]) => elementsOf(root).filter(({ name }) => names.includes(name))
  const lists = of(ours, 'w:num').map((list) => ({
    ...moved(list, 'w:numId', last),
    children: elementsOf(list).map((child) =>
      child.name === 'w:abstractNumId' ? moved(child, 'w:val', definitions) : child,
    ),
  }))
  const children = [
    ...of(numbering, 'w:abstractNum').map(withoutPictures),
    ...of(ours, 'w:abstractNum').map((one) => moved(one, 'w:abstractNumId', definitions)),
    ...of(numbering, 'w:num'),
    ...lists,
    ...of(numbering, 'w:numIdMacAtCleanup'),
  ]
  return { numbering: { ...numbering, children }, last }
}

/** Bullets that are pictures need parts that are not taken over: they become plain. */
function withoutPictures(element: Xml): Xml {
  const children = elementsOf(element).filter(({ name }) => name !== 'w:lvlPicBulletId')
  return { ...element, children: children.map(withoutPictures) }
}

function highest(root: Xml, name: string, attribute: string): number {
  return elementsOf(root).reduce(
    (most, one) => (one.name === name ? Math.max(most, Number(one.attributes[attribute]) || 0) : most),
    0,
  )
}

/** What the settings of another document must not decide here: its notes, revisions and merges, and what asks on opening. */
const dropped =
  /^w:(writeProtection|attachedTemplate|linkStyles|trackRevisions|documentProtection|mailMerge|revisionView|documentType|footnotePr|endnotePr|docVars|rsids|updateFields|themeFontLang|saveThroughXslt)$/
/** What stands before notes, and before the language, in CT_Settings. */
const behindNotes =
  /^(w:(compat|attachedSchema|clrSchemeMapping|doNotIncludeSubdocsInStats|doNotAutoCompressPictures|forceUpgrade|captions|readModeInkLockDown|smartTagType|shapeDefaults|doNotEmbedSmartTags|decimalSymbol|listSeparator)|m:mathPr|sl:.*|w1\d.*:.*)$/
const beforeLanguage = /^(w:(compat|attachedSchema)|m:mathPr)$/

/** The reference's settings, with our notes and language. */
export function joinSettings({ settings }: Reference, ours: Xml): Xml {
  if (!settings) return ours
  const own = (name: string) => elementsOf(ours).filter((one) => one.name === name)
  const theirs = elementsOf(settings).filter((one) => !dropped.test(one.name) && !hasRelations(one))
  const behind = theirs.filter(({ name }) => behindNotes.test(name))
  const children = [
    ...theirs.filter(({ name }) => !behindNotes.test(name)),
    ...own('w:footnotePr'),
    ...behind.filter(({ name }) => beforeLanguage.test(name)),
    ...own('w:themeFontLang'),
    ...behind.filter(({ name }) => !beforeLanguage.test(name)),
  ]
  return { ...settings, children }
}

const hasRelations = (element: Xml): boolean =>
  Object.keys(element.attributes).some((name) => name.startsWith('r:')) || elementsOf(element).some(hasRelations)

/** The page of the reference's last section, upright. */
export function pageLike(section: Xml): PageMeasures {
  const of = (name: string) => elementsOf(section).find((one) => one.name === name)?.attributes ?? {}
  const number = (value: string | null | undefined, instead: number) =>
    Math.abs(Number.parseInt(value ?? '', 10)) || instead
  const [size, margin] = [of('w:pgSz'), of('w:pgMar')]
  const sides = [number(size['w:w'], 11906), number(size['w:h'], 16838)]
  const side = (name: string) => number(margin[`w:${name}`], 1440)
  const margins = { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') }
  return { width: Math.min(...sides), height: Math.max(...sides), margins }
}

/** What a section of the reference says besides its size, headers and footers. */
const replaced =
  /^w:(headerReference|footerReference|type|pgSz|cols|titlePg|sectPrChange|printerSettings|footnotePr|endnotePr)$/
const behindTitle = /^w:(textDirection|bidi|rtlGutter|docGrid)$/

/** `w:sectPr` as the reference's: `running` are its headers and footers by their new ids, `isTitle` says that its first page has its own. */
export function sectionLike(section: Xml, landscape: boolean, running: readonly Xml[], isTitle: boolean): Xml {
  const { width, height } = pageLike(section)
  const size = landscape ? { 'w:w': height, 'w:h': width, 'w:orient': 'landscape' } : { 'w:w': width, 'w:h': height }
  const kept = elementsOf(section).filter(({ name }) => !replaced.test(name))
  return xml(
    'w:sectPr',
    {},
    ...running,
    xml('w:type', { 'w:val': 'nextPage' }),
    xml('w:pgSz', size),
    ...kept.filter(({ name }) => !behindTitle.test(name)),
    isTitle ? xml('w:titlePg') : undefined,
    ...kept.filter(({ name }) => behindTitle.test(name)),
  )
}
