import { type Image, sha256 } from '../../core/index.ts'
import { sizeInHead } from '../alike.ts'
import { fromBase64 } from '../base64.ts'
import { relation } from '../ooxml/package.ts'
import { written, type Xml, xml } from '../ooxml/xml.ts'
import type { Setting } from './assembly.ts'
import { run } from './fields.ts'
import { emus } from './measures.ts'
import { pPr } from './properties.ts'

/** A picture in a paragraph of its own; `after` is the space below it, in twips, where it is not that of figures, `keepNext` that what stands below it belongs to it. */
export function pictureParagraph(
  image: Image,
  setting: Setting,
  { after, keepNext }: { after?: number; keepNext?: boolean | undefined } = {},
): Xml {
  const indent = setting.indent > 0 ? { left: setting.indent } : undefined
  const content = setting.assembly.bookmarks.around(image.data?.id, [run(drawing(image, setting))])
  const spacing = after === undefined ? undefined : { after }
  return xml('w:p', {}, pPr({ style: 'Figure', keepNext, indent, spacing }), content)
}

/** A logo at the size of running heads. */
export function logoRun(logo: Image, setting: Setting): Xml {
  return run(drawing(logo, setting, sizeInHead(logo)))
}

function drawing(image: Image, setting: Setting, { width, height } = fitted(image, setting)): Xml {
  const number = ++setting.assembly.counts.picture
  const [across, down] = [emus(width), emus(height)]
  return written`<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent cx="${across}" cy="${down}"/>
    ${xml('wp:docPr', { id: number, name: `Picture ${number}`, descr: image.alt }, image.alt ? undefined : decorative())}
    <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
    <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
      <pic:pic>
        <pic:nvPicPr><pic:cNvPr id="${number}" name="Picture ${number}"/><pic:cNvPicPr/></pic:nvPicPr>
        <pic:blipFill>${blip(image, setting)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>
        <pic:spPr>
          <a:xfrm><a:off x="0" y="0"/><a:ext cx="${across}" cy="${down}"/></a:xfrm>
          <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
        </pic:spPr>
      </pic:pic>
    </a:graphicData></a:graphic>
  </wp:inline></w:drawing>`
}

/** In points: no wider than the text, and no taller than three fifths of it, so that caption and legend never leave the page. */
function fitted({ width, height, share }: Image, setting: Setting): { width: number; height: number } {
  const room = (setting.width - setting.indent) / 20
  const wanted = share === undefined ? Math.min(1, room / width) : (room * share) / width
  const factor = Math.min(wanted, (0.6 * setting.height) / 20 / height)
  return { width: width * factor, height: height * factor }
}

/** Programs older than Word 2016 show the PNG; newer ones the SVG beside it. */
function blip(image: Image, setting: Setting): Xml {
  if (image.format !== 'svg') return xml('a:blip', { 'r:embed': media(image.bytes, image.format, setting) })
  const raster = setting.assembly.rasters.get(image) ?? transparentPixel
  const vector = media(image.bytes, 'svg', setting)
  return written`<a:blip r:embed="${media(raster, 'png', setting)}">
    <a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">
      <asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vector}"/>
    </a:ext></a:extLst>
  </a:blip>`
}

/** The relationship to a media part, named after its content. */
function media(bytes: Uint8Array, format: Image['format'], setting: Setting): string {
  const path = `media/${sha256(bytes).slice(0, 16)}.${format}`
  setting.assembly.package.addBytes(`word/${path}`, format === 'svg' ? 'image/svg+xml' : `image/${format}`, bytes)
  return setting.assembly.package.relate(setting.part, relation.image, path)
}

/** A picture without alternative text says nothing that is not said elsewhere. */
export const decorative = () => written`<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">
  <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
</a:ext></a:extLst>`

/** Stands in for the PNG of an SVG that could not be drawn: the format wants one. */
const transparentPixel = fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
)
