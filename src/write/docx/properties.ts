/**
 * Paragraph, run and cell properties. The schema wants their children in one order and each once
 * (ISO/IEC 29500-1, CT_PPr, CT_RPr, CT_TcPr): the tables below are written in that order, so that it cannot be
 * got wrong by a caller.
 */

import { keysOf } from '../../core/index.ts'
import { attribute, markup, textOf, type Xml, xml } from '../ooxml/xml.ts'
import type { Colour, Typeface } from './palette.ts'

export interface ParagraphProperties {
  readonly style?: string | undefined
  readonly keepNext?: boolean | undefined
  readonly keepLines?: boolean | undefined
  readonly widowControl?: boolean | undefined
  readonly number?: { readonly id: number; readonly level: number } | undefined
  readonly borders?: Partial<Record<'top' | 'left' | 'bottom' | 'right', Border>> | undefined
  readonly shade?: Colour | undefined
  readonly tabs?:
    | readonly { readonly at: number; readonly align: 'left' | 'right'; readonly dots?: boolean }[]
    | undefined
  readonly noHyphens?: boolean | undefined
  readonly rightToLeft?: boolean | undefined
  readonly spacing?:
    | {
        readonly before?: number | undefined
        readonly after?: number | undefined
        /** 240ths of a line, or twips when `exact`. */
        readonly line?: number | undefined
        readonly exact?: boolean | undefined
      }
    | undefined
  readonly indent?:
    | { readonly left: number; readonly hanging?: number | undefined; readonly right?: number }
    | undefined
  /** No space between paragraphs of the same style. */
  readonly tight?: boolean | undefined
  readonly align?: 'left' | 'right' | 'center' | undefined
  readonly outlineLevel?: number | undefined
  /** The last paragraph of a section carries what the section's pages are like. */
  readonly section?: Xml | undefined
}

export interface RunProperties {
  readonly style?: string | undefined
  /** Its `complex` sets the scripts that Word calls complex: Arabic, Hebrew, Devanagari, Thai. */
  readonly fonts?: Typeface | undefined
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly smallCaps?: boolean | undefined
  readonly strike?: boolean | undefined
  /** Kept from the spelling checker. */
  readonly unchecked?: boolean | undefined
  readonly colour?: Colour | undefined
  /** Half-points. */
  readonly size?: number | undefined
  readonly underline?: boolean | undefined
  readonly raised?: 'superscript' | 'subscript' | undefined
  readonly rightToLeft?: boolean | undefined
  /** As Word names languages, e.g. `kk-KZ`; `bidi` is that of text from right to left. */
  readonly language?: { readonly main?: string | undefined; readonly bidi?: string | undefined } | undefined
}

export interface Border {
  /** Eighths of a point. */
  readonly size: number
  readonly colour: Colour
  /** Points between the border and the text. */
  readonly space?: number
}

/** Of a cell: the widths of the columns that it takes. */
export function tcPr(widths: readonly number[]): Xml {
  const width = widths.reduce((sum, it) => sum + it, 0)
  const span = widths.length > 1 ? valued('w:gridSpan', widths.length) : ''
  return markup('w:tcPr', `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}</w:tcPr>`)
}

export function border(side: string, { size, colour, space = 0 }: Border): Xml {
  return xml(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': space, 'w:color': colour.value })
}

/** What is there by the thousand is text at once. */
type Order<P> = { readonly [K in keyof P]-?: (value: NonNullable<P[K]>) => string }

const valued = (name: string, content: string | number) => `<${name}${attribute('w:val', content)}/>`
const flag = (name: string) => (on: boolean) => (on ? `<${name}/>` : valued(name, 0))
/** Few values come again and again: their elements are kept. */
const value = (name: string) => {
  const known = new Map<string | number, string>()
  return (content: string | number) => {
    const before = known.get(content)
    if (before !== undefined) return before
    const element = valued(name, content)
    known.set(content, element)
    return element
  }
}
export const shading = ({ value, slot }: Colour): Xml =>
  xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': value, 'w:themeFill': slot })

const paragraphOrder: Order<ParagraphProperties> = {
  style: value('w:pStyle'),
  keepNext: flag('w:keepNext'),
  keepLines: flag('w:keepLines'),
  widowControl: flag('w:widowControl'),
  number: ({ id, level }) => `<w:numPr>${valued('w:ilvl', level)}${valued('w:numId', id)}</w:numPr>`,
  borders: (sides) => {
    const given = (['top', 'left', 'bottom', 'right'] as const).map((side) => sides[side] && border(side, sides[side]))
    return textOf(xml('w:pBdr', {}, given))
  },
  shade: (fill) => textOf(shading(fill)),
  tabs: (stops) => {
    const tabs = stops.map(({ at, align, dots }) =>
      xml('w:tab', { 'w:val': align, 'w:leader': dots ? 'dot' : undefined, 'w:pos': at }),
    )
    return textOf(xml('w:tabs', {}, tabs))
  },
  noHyphens: flag('w:suppressAutoHyphens'),
  rightToLeft: flag('w:bidi'),
  spacing: ({ before, after, line, exact }) => {
    const rule = line === undefined ? undefined : exact ? 'exact' : 'auto'
    return textOf(xml('w:spacing', { 'w:before': before, 'w:after': after, 'w:line': line, 'w:lineRule': rule }))
  },
  indent: ({ left, hanging, right }) =>
    textOf(xml('w:ind', { 'w:left': left, 'w:right': right, 'w:hanging': hanging })),
  tight: flag('w:contextualSpacing'),
  align: value('w:jc'),
  outlineLevel: value('w:outlineLvl'),
  section: textOf,
}

/** What Word keeps twice, for complex scripts, is said twice. */
const runOrder: Order<RunProperties> = {
  style: value('w:rStyle'),
  fonts: ({ main, complex, slot }) =>
    textOf(
      xml('w:rFonts', {
        ...{ 'w:ascii': main, 'w:hAnsi': main, 'w:cs': complex },
        ...(slot && { 'w:asciiTheme': `${slot}HAnsi`, 'w:hAnsiTheme': `${slot}HAnsi`, 'w:cstheme': `${slot}Bidi` }),
      }),
    ),
  bold: (on) => flag('w:b')(on) + flag('w:bCs')(on),
  italic: (on) => flag('w:i')(on) + flag('w:iCs')(on),
  smallCaps: flag('w:smallCaps'),
  strike: flag('w:strike'),
  unchecked: flag('w:noProof'),
  colour: ({ value, slot }) => textOf(xml('w:color', { 'w:val': value, 'w:themeColor': slot })),
  size: (size) => valued('w:sz', size) + valued('w:szCs', size),
  underline: (on) => valued('w:u', on ? 'single' : 'none'),
  raised: (where) => valued('w:vertAlign', where),
  rightToLeft: flag('w:rtl'),
  language: ({ main, bidi }) => textOf(xml('w:lang', { 'w:val': main, 'w:bidi': bidi })),
}

/** What is given of the properties, in the order of the table; nothing where nothing is. */
function inOrder<P extends object>(name: string, order: Order<P>): (properties: P) => string {
  const keys = keysOf(order)
  return (properties) => {
    let text = ''
    let given = 0
    for (const key in properties) if (properties[key] !== undefined) given++
    // Most runs have none, or one.
    if (given === 0) return ''
    for (const key of keys) {
      const content = properties[key]
      if (content !== undefined) {
        text += order[key](content as NonNullable<P[typeof key]>)
        if (--given === 0) break
      }
    }
    return `<${name}>${text}</${name}>`
  }
}

const paragraphText = inOrder('w:pPr', paragraphOrder)
export const runText: (properties: RunProperties) => string = inOrder('w:rPr', runOrder)

const asElement = (name: string, text: string) => (text === '' ? undefined : markup(name, text))
/** `w:pPr`, or nothing when there is nothing to say. */
export const pPr = (properties: ParagraphProperties): Xml | undefined => asElement('w:pPr', paragraphText(properties))
/** `w:rPr`, or nothing when there is nothing to say. */
export const rPr = (properties: RunProperties): Xml | undefined => asElement('w:rPr', runText(properties))
