import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Image } from '../../core/index.ts'
import { base64 } from '../base64.ts'
import { common } from './attributes.ts'
import type { Setting } from './setting.ts'
import { inlineSvg } from './svg.ts'

/** A picture in a box that scrolls where the screen is too narrow for its labels. */
export function picture(image: Image, setting: Setting): Element {
  setting.counts.picture += 1
  const drawn = image.format === 'svg' ? inlineSvg(image, `picture${setting.counts.picture}_`) : undefined
  return h(
    'div',
    {
      ...common(image.data),
      className: image.drawn ? ['picture', 'drawn'] : ['picture'],
      tabIndex: drawn ? 0 : undefined,
      style: widthOf(image),
    },
    drawn ?? embedded(image),
  )
}

/** The share of the text's width that its author gives it. */
const widthOf = ({ share }: Image) => (share === undefined ? undefined : `width:${Number((share * 100).toFixed(2))}%`)

/** The bytes in the page itself. A browser runs and loads nothing that an image asks for. */
function embedded({ format, bytes, alt, width, height }: Image): Element {
  const type = format === 'svg' ? 'svg+xml' : format
  // Points are 1/72 inch, CSS pixels 1/96.
  const size = { width: Math.round((width * 96) / 72), height: Math.round((height * 96) / 72) }
  return h('img', { src: `data:image/${type};base64,${base64(bytes)}`, alt, ...size })
}
