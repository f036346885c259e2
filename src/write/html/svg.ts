import type { Element as HastElement } from 'hast'
import { s } from 'hastscript'
import type { Element, ElementContent, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import type { Image } from '../../core/index.ts'

/**
 * An SVG as part of the page, so that its labels can be searched, copied and set in the page's fonts. `undefined` when it
 * has anything that could reach outside or act on the page (scripts, styles, links, other namespaces): such a picture is
 * safe only as an image file. Ids get `prefix`, for pictures share the page's.
 */
export function inlineSvg(image: Image, prefix: string): HastElement | undefined {
  const root = parse(image.bytes)
  if (root?.name !== 'svg' || !isHarmless(root)) return undefined
  const { width: _width, height: _height, ...attributes } = renamed(root.attributes, prefix)
  return s(
    'svg',
    {
      ...attributes,
      viewBox: attributes.viewBox ?? `0 0 ${image.width} ${image.height}`,
      ...(image.alt ? { role: 'img', ariaLabel: image.alt } : { ariaHidden: 'true' }),
    },
    // The alternative text says what these say; browsers would show them as a tooltip over the whole picture.
    ...converted(root.children, prefix).filter(
      (child) => !('tagName' in child && /^(title|desc)$/.test(child.tagName)),
    ),
  )
}

function parse(bytes: Uint8Array): Element | undefined {
  try {
    const tree: Root = fromXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return tree.children.find((child): child is Element => child.type === 'element')
  } catch {
    return undefined
  }
}

const elements = new Set(
  'svg title desc g rect circle ellipse line polyline polygon path text tspan defs linearGradient radialGradient stop clipPath marker use pattern'.split(
    ' ',
  ),
)
const attributes = new Set(
  `xmlns version width height viewBox preserveAspectRatio role id x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points
  transform rotate textLength lengthAdjust fill fill-opacity fill-rule opacity stroke stroke-width stroke-opacity
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit font-family font-size font-weight
  font-style letter-spacing text-anchor dominant-baseline alignment-baseline baseline-shift gradientUnits
  gradientTransform spreadMethod offset stop-color stop-opacity clip-path clip-rule clipPathUnits marker-start marker-mid
  marker-end markerWidth markerHeight markerUnits refX refY orient href color display overflow patternUnits
  patternContentUnits patternTransform aria-label aria-labelledby aria-describedby aria-hidden
  xml:space xml:lang lang direction visibility shape-rendering text-rendering`.split(/\s+/),
)

function isHarmless(element: Element): boolean {
  if (!elements.has(element.name)) return false
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!attributes.has(name) || (name === 'href' && !value?.startsWith('#'))) return false
    if (/url\(/i.test(value ?? '') && !/^url\(#[\w.-]+\)$/.test(value ?? '')) return false
  }
  return element.children.every(
    (child) =>
      (child.type === 'element' && isHarmless(child)) ||
      child.type === 'text' ||
      child.type === 'comment' ||
      child.type === 'cdata',
  )
}

function converted(
  children: readonly ElementContent[],
  prefix: string,
): (HastElement | { type: 'text'; value: string })[] {
  return children.flatMap((child) => {
    if (child.type === 'element')
      return s(child.name, renamed(child.attributes, prefix), ...converted(child.children, prefix))
    return child.type === 'text' || child.type === 'cdata' ? { type: 'text' as const, value: child.value } : []
  })
}

/** Attributes with their ids, and what points at ids, made different from those of other pictures. */
function renamed(given: Element['attributes'], prefix: string): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string' || name === 'xmlns' || name === 'version') continue
    if (name === 'id') result[name] = prefix + value
    else if (name.startsWith('aria-') && name !== 'aria-label' && name !== 'aria-hidden') {
      result[name] = value.replace(/\S+/g, `${prefix}$&`)
    } else result[name] = value.replace(name === 'href' ? /^#/ : /^url\(#/, `$&${prefix}`)
  }
  return result
}
