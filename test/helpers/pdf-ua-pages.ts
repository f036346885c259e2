/** PDF/UA-1, 7.1 and 7.18: everything painted is tagged or an artifact, and every link stands in a Link element. */
import type { Dictionary, Operator, Page, PdfObjects, Value } from './pdf-objects.ts'
import type { Check } from './pdf-ua.ts'
import type { Structure } from './pdf-ua-structure.ts'

/** The glyphs that each font shows, by the font's reference. */
export type ShownGlyphs = ReadonlyMap<string, ReadonlySet<number>>

const paints = new Set('Tj TJ \' " f F f* S s B B* b b* Do sh EI'.split(' '))

interface Marked {
  readonly name: string
  readonly mcid: number | undefined
}

export function checkPages(objects: PdfObjects, structure: Structure, check: Check): ShownGlyphs {
  const fonts = new Map<string, Set<number>>()
  const parents = objects.tree(objects.dictionary(objects.catalog['/StructTreeRoot'])['/ParentTree'], '/Nums')
  const destinations = objects.tree(objects.dictionary(objects.catalog['/Names'])['/Dests'], '/Names')
  const names = new Set([...destinations.keys()].map((name) => objects.text(name)))
  for (const page of objects.pages) {
    checkContent(page)
    checkAnnotations(page)
  }
  return fonts

  function checkContent(page: Page): void {
    const open: Marked[] = []
    const saved: (string | undefined)[] = []
    const seen = new Set<number>()
    const owners = objects.array(parents.get(page.dictionary['/StructParents']!))
    let font: string | undefined
    for (const operator of objects.operators(page)) {
      const { name } = operator
      if (name === 'BDC' || name === 'BMC') open.push(begin(operator, open, page, owners, seen))
      else if (name === 'EMC') check('content: marks are closed once', open.pop() !== undefined, page.reference)
      else if (name === 'q') saved.push(font)
      else if (name === 'Q') {
        check('content: states are restored once', saved.length > 0, page.reference)
        font = saved.pop()
      } else if (name === 'Tf') font = fontOf(page.dictionary, operator.operands[0]!)
      if (!paints.has(name)) continue
      const isMarked = open.some((mark) => mark.name === '/Artifact' || mark.mcid !== undefined)
      check('7.1-3', isMarked, `${name} on page ${page.reference} is neither content nor artifact`)
      if (font !== undefined && (name === 'TJ' || name === 'Tj')) show(font, operator.operands[0]!)
    }
    check('content: marks are closed', open.length === 0, page.reference)
    check('content: states are restored', saved.length === 0, page.reference)
  }

  function begin(
    operator: Operator,
    open: readonly Marked[],
    page: Page,
    owners: readonly Value[],
    seen: Set<number>,
  ): Marked {
    const [name = '', properties = ''] = operator.operands
    const found = /\/MCID\s+(\d+)/.exec(properties)?.[1]
    const mcid = found === undefined ? undefined : Number(found)
    const isWithinContent = open.some((mark) => mark.mcid !== undefined)
    if (name === '/Artifact') check('7.1-1', !isWithinContent, 'an artifact within content')
    if (mcid === undefined) return { name, mcid }
    const owner = structure.content.get(`${page.reference}#${mcid}`)
    check('7.1-2', !open.some((mark) => mark.name === '/Artifact'), 'content within an artifact')
    check('content: not nested', !isWithinContent, `MCID ${mcid}`)
    check('content: numbers are unique', !seen.has(mcid), `MCID ${mcid}`)
    check('content: is in the tree', owner !== undefined, `MCID ${mcid} of page ${page.reference}`)
    check('content: parent tree agrees', owners[mcid] === owner, `MCID ${mcid} of page ${page.reference}`)
    check('content: tag agrees', owner !== undefined && name === `/${structure.tags.get(owner)}`, `${name} ${mcid}`)
    seen.add(mcid)
    return { name, mcid }
  }

  function fontOf(page: Dictionary, name: string): string | undefined {
    const fonts = objects.dictionary(objects.dictionary(page['/Resources'])['/Font'])
    return fonts[name] as string | undefined
  }

  function show(font: string, operand: string): void {
    const glyphs = fonts.get(font) ?? new Set<number>()
    for (const bytes of stringsIn(operand)) {
      for (let i = 0; i < bytes.length; i += 2) glyphs.add(bytes.readUInt16BE(i))
    }
    fonts.set(font, glyphs)
  }

  function checkAnnotations(page: Page): void {
    const annotations = objects.array(page.dictionary['/Annots'])
    if (annotations.length > 0) check('7.18.3-1', page.dictionary['/Tabs'] === '/S', 'tab order')
    for (const reference of annotations) {
      const annotation = objects.dictionary(reference)
      check('7.18.1-1', annotation['/Subtype'] === '/Link', `annotation ${String(annotation['/Subtype'])}`)
      const owner = parents.get(annotation['/StructParent']!) as string
      const holder = structure.annotations.get(reference as string)
      check('7.18.5-1', structure.tags.get(owner) === 'Link', `link ${String(reference)} is in no Link`)
      check('7.18.5-2', Boolean(objects.text(annotation['/Contents'])), `link ${String(reference)} says nothing`)
      check(
        'annotation: is in the tree',
        holder?.element === owner && holder.page === page.reference,
        String(reference),
      )
      const flags = Number(annotation['/F'] ?? 0)
      check('PDF/A annotation is printed', (flags & 4) === 4 && (flags & 3) === 0, `flags ${flags}`)
      const target = objects.text(annotation['/Dest'])
      if (target !== undefined) check('link: leads somewhere', names.has(target), target)
    }
  }
}

/** The strings of an array, in either of the two ways to write them. */
function stringsIn(array: string): Buffer[] {
  const strings = array.matchAll(/<([0-9a-fA-F]*)>|\(((?:\\[\s\S]|[^\\()])*)\)/g)
  return Array.from(strings, ([, hex, literal = '']) => {
    if (hex !== undefined) return Buffer.from(hex, 'hex')
    const plain = literal.replace(/\\([\s\S])/g, (_, escaped: string) => (escaped === 'r' ? '\r' : escaped))
    return Buffer.from(plain, 'latin1')
  })
}
