import type { Block } from '../../core/index.ts'
import { markup, textOf, type Xml, xml } from '../ooxml/xml.ts'
import { type Assembly, bodySetting } from './assembly.ts'
import { eachBlock } from './blocks.ts'
import { pPr } from './properties.ts'
import type { SectionProperties } from './section-properties.ts'

/** What stands before and after the text: the first is a section of its own without head and foot. */
interface Around {
  readonly cover: readonly Xml[]
  readonly end: readonly Xml[]
}

/** Tells the content of `w:body`: the cover, then the blocks; those with the role `landscape` on pages of their own, turned. */
export function sections(
  nodes: readonly Block[],
  { cover, end }: Around,
  properties: SectionProperties,
  assembly: Assembly,
  put: (text: string) => void,
): void {
  const body = new Body(assembly, put)
  const stretches = stretchesOf(nodes, assembly)
  let last: Xml | undefined
  let [isUpright, endsInColumns] = [false, false]
  if (cover.length > 0 || stretches.length === 0) {
    body.add(cover)
    last = properties({ landscape: false, isCover: true })
  }
  for (const { landscape, inColumns, nodes: inside } of stretches) {
    // A stretch of which nothing is written is no section.
    let isBegun = false
    eachBlock(inside, bodySetting(assembly, { landscape, inColumns }), (written) => {
      if (written.length > 0 && !isBegun && last) body.endSection(last)
      isBegun ||= written.length > 0
      body.add(written)
    })
    if (!isBegun) continue
    last = properties({ landscape, isCover: false, inColumns, goesOn: isUpright && !landscape })
    isUpright = !landscape
    endsInColumns = inColumns
  }
  if (endsInColumns && last) {
    // Word makes columns equally long where a section follows them.
    body.endSection(last)
    body.add([emptyParagraph()])
    last = properties({ landscape: false, isCover: false, goesOn: true })
  }
  body.add(end)
  body.end(last ?? properties({ landscape: false, isCover: false }))
}

/** Elements one behind another, each told as soon as the next is there: a long document never stands as a tree. */
class Body {
  readonly #assembly: Assembly
  readonly #put: (text: string) => void
  #last: Xml | undefined

  constructor(assembly: Assembly, put: (text: string) => void) {
    this.#assembly = assembly
    this.#put = put
  }

  add(elements: readonly Xml[]): void {
    for (const element of elements) {
      this.#tell()
      this.#last = element
    }
  }

  /** The last paragraph of a section says what the section's pages are like; after a table there must be one for it. */
  endSection(section: Xml): void {
    if (this.#last?.name === 'w:p') this.#last = withSection(this.#last, section)
    else this.add([emptyParagraph(section)])
  }

  /** Word wants a paragraph after the last table. */
  end(section: Xml): void {
    if (this.#last?.name === 'w:tbl') this.add([emptyParagraph()])
    this.add([section])
    this.#tell()
  }

  #tell(): void {
    const { write, marks } = this.#assembly
    if (this.#last) write(this.#last, this.#put, marks?.of)
  }
}

const emptyParagraph = (section?: Xml) => xml('w:p', {}, pPr({ style: 'SectionEnd', ...(section && { section }) }))

function withSection(paragraph: Xml, section: Xml): Xml {
  const [first, ...rest] = paragraph.children
  const properties = first?.type === 'element' && first.name === 'w:pPr' ? first : undefined
  const before = properties ? textOf(properties).replace(/<\/w:pPr>$/, '') : '<w:pPr>'
  const carrying = markup('w:pPr', `${before}${textOf(section)}</w:pPr>`)
  return { ...paragraph, children: [carrying, ...(properties ? rest : paragraph.children)] }
}

interface Stretch {
  readonly landscape: boolean
  readonly inColumns: boolean
  readonly nodes: Block[]
}

/** What stands on pages of one kind, or in columns. A heading goes with the turned table that it heads. */
function stretchesOf(nodes: readonly Block[], { reference }: Assembly): Stretch[] {
  const stretches: Stretch[] = []
  for (const node of nodes) {
    const landscape = node.data?.role === 'landscape'
    // The paper of a reference is its own.
    const inColumns = node.data?.column === true && !reference
    const last = stretches.at(-1)
    if (last?.landscape === landscape && last.inColumns === inColumns) last.nodes.push(node)
    else if (landscape) stretches.push({ landscape, inColumns, nodes: [...trailingHeadings(last?.nodes ?? []), node] })
    else stretches.push({ landscape, inColumns, nodes: [node] })
  }
  return stretches.filter((stretch) => stretch.nodes.length > 0)
}

/** Takes the headings from the end of `nodes`. */
function trailingHeadings(nodes: Block[]): Block[] {
  const first = nodes.findLastIndex((node) => node.type !== 'heading') + 1
  return nodes.splice(first)
}
