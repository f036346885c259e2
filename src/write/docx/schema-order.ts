import { elementsOf, type Xml } from '../ooxml/xml.ts'

/**
 * The order that the schema wants the children of an element in (ISO/IEC 29500-1), of what styles and lists are made of: some
 * programs write them in another. What stands in none is an extension, and stands last.
 */
const orders: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    style:
      'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
    tblStylePr: 'pPr rPr tblPr trPr tcPr',
    pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
    rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
    pBdr: 'top left bottom right between bar',
    numPr: 'ilvl numId',
    tblPr:
      'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
    tblBorders: 'top left start bottom right end insideH insideV',
    tblCellMar: 'top left start bottom right end',
    tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
    tcBorders: 'top left start bottom right end insideH insideV tl2br tr2bl',
    tcMar: 'top left start bottom right end',
    abstractNum: 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
    lvl: 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  }).map(([name, children]) => [`w:${name}`, children.split(' ').map((it) => `w:${it}`)]),
)

/** An element, and what is in it, in the order of the schema. */
export function inSchemaOrder(element: Xml): Xml {
  const children = elementsOf(element).map(inSchemaOrder)
  if (children.length === 0) return element
  const order = orders[element.name]
  if (!order) return { ...element, children }
  const placeOf = ({ name }: Xml) => (order.includes(name) ? order.indexOf(name) : order.length)
  return { ...element, children: children.toSorted((a, b) => placeOf(a) - placeOf(b)) }
}
