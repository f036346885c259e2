import { type Image, sha256 } from '../../core/index.ts'
import { sizeInHead } from '../logo.ts'
import { relation } from '../ooxml/package.ts'
import { type Xml, xml } from '../ooxml/xml.ts'
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
  const extent = { cx: emus(width), cy: emus(height) }
  const name = `Picture ${number}`
  return xml(
    'w:drawing',
    {},
    xml(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      xml('wp:extent', extent),
      xml('wp:docPr', { id: number, name, descr: image.alt }, image.alt ? undefined : decorative()),
      xml('wp:cNvGraphicFramePr', {}, xml('a:graphicFrameLocks', { noChangeAspect: 1 })),
      xml(
        'a:graphic',
        {},
        xml(
          'a:graphicData',
          { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
          xml(
            'pic:pic',
            {},
            xml('pic:nvPicPr', {}, xml('pic:cNvPr', { id: number, name }), xml('pic:cNvPicPr')),
            xml('pic:blipFill', {}, blip(image, setting), xml('a:stretch', {}, xml('a:fillRect'))),
            xml(
              'pic:spPr',
              {},
              xml('a:xfrm', {}, xml('a:off', { x: 0, y: 0 }), xml('a:ext', extent)),
              xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst')),
            ),
          ),
        ),
      ),
    ),
  )
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
  const vector = xml('asvg:svgBlip', {
    'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
    'r:embed': media(image.bytes, 'svg', setting),
  })
  return xml('a:blip', { 'r:embed': media(raster, 'png', setting) }, extension(vectorExtension, vector))
}

/** The relationship to a media part, named after its content. */
function media(bytes: Uint8Array, format: Image['format'], setting: Setting): string {
  const path = `media/${sha256(bytes).slice(0, 16)}.${format}`
  setting.assembly.package.addBytes(`word/${path}`, format === 'svg' ? 'image/svg+xml' : `image/${format}`, bytes)
  return setting.assembly.package.relate(setting.part, relation.image, path)
}

const vectorExtension = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'
const decorativeExtension = '{C183D7F6-B498-43B3-948B-1728B52AA6E4}'

/** A picture without alternative text says nothing that is not said elsewhere. */
export const decorative = () =>
  extension(
    decorativeExtension,
    xml('adec:decorative', { 'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative', val: 1 }),
  )

const extension = (uri: string, content: Xml) => xml('a:extLst', {}, xml('a:ext', { uri }, content))

/** Stands in for the PNG of an SVG that could not be drawn: the format wants one. */
const transparentPixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII='),
  (character) => character.charCodeAt(0),
)
