import { isRightToLeft, type Meta, startsRightToLeft } from '../../core/index.ts'
import { written, type Xml, xml } from '../ooxml/xml.ts'
import type { Assembly, Setting } from './assembly.ts'
import { strong } from './captions.ts'
import { run } from './fields.ts'
import { textRuns } from './inlines.ts'
import { emus, textWidth, twips } from './measures.ts'
import { coverGap, valueColumn } from './paragraph-styles.ts'
import { decorative, pictureParagraph } from './pictures.ts'
import { type ParagraphProperties, pPr } from './properties.ts'

/** The first page: what the pack is, on a band of the theme's accent, who signs it, and what is known of it. */
export function cover(meta: Meta, setting: Setting): Xml[] {
  const paragraph = (
    style: string,
    content: readonly Xml[],
    rightToLeft = isRightToLeft(meta.language),
    more: ParagraphProperties = {},
  ) => xml('w:p', {}, pPr({ style, ...more, rightToLeft: rightToLeft || undefined }), content)
  const lines: [style: string, text: string | undefined][] = [
    ['Affiliation', meta.organisation],
    ['Title', meta.title],
    ['Subtitle', meta.subtitle],
    ['CoverQuestion', meta.question],
    ...(meta.bylines ?? meta.authors).map((author): [string, string] => ['Author', author]),
  ]
  const isSigned = ([style]: [style: string, text: string | undefined]) => style === 'Author'
  const logo = meta.logo ? [pictureParagraph(meta.logo, setting, { after: 240 })] : []
  // On another's paper the title looks as there, and that may not be legible on a band.
  const hasBand = !setting.assembly.reference
  const written = (some: typeof lines, first: readonly Xml[]) =>
    some
      .filter(([, text]) => text)
      .map(([style, text = ''], index) =>
        paragraph(
          style,
          [...(index === 0 ? first : []), ...textRuns(text, setting)],
          startsRightToLeft(text, meta.language),
        ),
      )
  return [
    ...written(
      lines.filter((line) => !isSigned(line)),
      hasBand ? [band(setting)] : [],
    ),
    ...logo,
    ...written(lines.filter(isSigned), []),
    ...meta.facts.map(({ label, value }) =>
      paragraph(
        'CoverLine',
        [...textRuns(label, strong(setting)), run(xml('w:tab')), ...textRuns(value, setting)],
        undefined,
        behindLabels(setting.assembly),
      ),
    ),
  ]
}

/** The values stand behind the longest label, whose bold letters are some 0.7 of their size wide where fonts are replaced. */
function behindLabels({ document: { meta }, theme, page }: Assembly): Pick<ParagraphProperties, 'indent'> {
  const longest = Math.max(0, ...meta.facts.map(({ label }) => label.length))
  const left = Math.min(twips(longest * theme.sizes.body * 0.7 + 10), Math.floor(textWidth(page, false) / 2))
  return left > valueColumn ? { indent: { left, hanging: left } } : {}
}

/** A coloured band behind the title, from edge to edge. Programs that do not know it show the page without. */
function band({ assembly }: Setting): Xml {
  const id = ++assembly.counts.picture
  const [across, down] = [emus(assembly.page.width / 20), emus(bandHeight(assembly))]
  const shapes = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'
  return run(written`<mc:AlternateContent
     xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="${shapes}"><mc:Choice Requires="wps">
    <w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"
     behindDoc="1" locked="0" layoutInCell="0" allowOverlap="1">
      <wp:simplePos x="0" y="0"/>
      <wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>
      <wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>
      <wp:extent cx="${across}" cy="${down}"/>
      <wp:wrapNone/>
      <wp:docPr id="${id}" name="Band">${decorative()}</wp:docPr>
      <wp:cNvGraphicFramePr/>
      <a:graphic><a:graphicData uri="${shapes}"><wps:wsp>
        <wps:cNvSpPr/>
        <wps:spPr>
          <a:xfrm><a:off x="0" y="0"/><a:ext cx="${across}" cy="${down}"/></a:xfrm>
          <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
          <a:solidFill><a:schemeClr val="accent1"/></a:solidFill>
          <a:ln><a:noFill/></a:ln>
        </wps:spPr>
        <wps:bodyPr/>
      </wps:wsp></a:graphicData></a:graphic>
    </wp:anchor></w:drawing>
  </mc:Choice></mc:AlternateContent>`)
}

/**
 * About as far down as the title and what stands with it reach, in points, and a little more: nobody knows here how wide the
 * reader's fonts are. What stands further down has a shade of its own.
 */
function bandHeight({ document: { meta }, theme: { sizes }, page }: Assembly): number {
  const width = textWidth(page, false) / 20
  const linesOf = (text: string, size: number) => Math.ceil((text.length * size * 0.56) / width)
  const organisation = meta.organisation ? sizes.body * 1.5 + coverGap : 0
  const title = linesOf(meta.title, sizes.title) * sizes.title * 1.2
  const subtitle = linesOf(meta.subtitle ?? '', sizes.title / 2) * (sizes.title / 2) * 1.35
  return page.margins.top / 20 + organisation + title + subtitle + 56
}
