import { elementsOf, numbersIn } from './limits.ts'
import type { XmlElement } from './xml.ts'

const reverses = ({ attributes }: XmlElement) => attributes.get('orient') === 'auto-start-reverse'

/** Markers that turn round at the start of a line, which some writers leave as they are, with a twin that is turned. */
export function withTurnedMarkers(root: XmlElement): XmlElement {
  const turning = new Set(
    elementsOf(root).flatMap((each) => (reverses(each) ? `url(#${each.attributes.get('id')})` : [])),
  )
  const visit = (element: XmlElement): XmlElement => {
    const attributes = new Map(element.attributes)
    const start = attributes.get('marker-start') ?? ''
    if (turning.has(start)) attributes.set('marker-start', start.replace(')', '-turned)'))
    if (reverses(element)) attributes.set('orient', 'auto')
    const children = element.children.flatMap((child): (XmlElement | string)[] => {
      if (typeof child === 'string') return [child]
      const made = visit(child)
      return reverses(child) ? [made, turned(made)] : [made]
    })
    return { ...element, attributes, children }
  }
  return turning.size === 0 ? root : visit(root)
}

/** Half round the point that lies on the line, with the box that it is cut off at. */
function turned({ attributes, children }: XmlElement): XmlElement {
  const number = (name: string, otherwise: number) => numbersIn(attributes.get(name) ?? '')[0] ?? otherwise
  const [x, y] = [number('refX', 0), number('refY', 0)]
  const whole = [0, 0, number('markerWidth', 3), number('markerHeight', 3)]
  const [left = 0, top = 0, width = 0, height = 0] = attributes.has('viewBox')
    ? numbersIn(attributes.get('viewBox') ?? '')
    : whole
  const own = new Map(attributes)
    .set('id', `${attributes.get('id')}-turned`)
    .set('viewBox', [2 * x - left - width, 2 * y - top - height, width, height].join(' '))
  const inside = { name: 'g', attributes: new Map([['transform', `rotate(180 ${x} ${y})`]]), children }
  return { name: 'marker', attributes: own, children: [inside] }
}
