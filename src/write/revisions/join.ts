import { contentOf, elementsOf, type Xml, xml } from '../ooxml/xml.ts'

/** Changes of one kind that touch become one, and so do pieces of one link and runs of text that look alike. */
export function joined(content: readonly Xml[]): Xml[] {
  const result: Xml[] = []
  for (const one of content) {
    const last = result.at(-1)
    const whole = last && together(last, one)
    if (whole) result[result.length - 1] = whole
    else result.push(one)
  }
  return result.map((one) =>
    one.name === 'w:r' ? one : { ...one, children: one.children.length > 0 ? joined(elementsOf(one)) : [] },
  )
}

function together(a: Xml, b: Xml): Xml | undefined {
  if (a.name !== b.name) return undefined
  if (a.name === 'w:r') return oneRun(a, b)
  const isLink = a.name === 'w:hyperlink' && JSON.stringify(a.attributes) === JSON.stringify(b.attributes)
  return isLink || changes.has(a.name) ? { ...a, children: [...a.children, ...b.children] } : undefined
}

const changes = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

function oneRun(a: Xml, b: Xml): Xml | undefined {
  const [one, other] = [parts(a), parts(b)]
  if (!one || !other || one.name !== other.name || one.look !== other.look) return undefined
  const text = xml(one.name, { 'xml:space': 'preserve' }, one.text + other.text)
  return { ...a, children: [...elementsOf(a).filter(({ name }) => name === 'w:rPr'), text] }
}

function parts(run: Xml): { name: string; text: string; look: string } | undefined {
  const content = elementsOf(run)
  const text = content.filter(({ name }) => name !== 'w:rPr')
  const [only, ...others] = text
  if (!only || others.length > 0 || (only.name !== 'w:t' && only.name !== 'w:delText')) return undefined
  return {
    name: only.name,
    text: contentOf(only),
    look: JSON.stringify(content.filter(({ name }) => name === 'w:rPr')),
  }
}
