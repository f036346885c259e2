import { type Xml, xml } from '../ooxml/xml.ts'
import { step } from './measures.ts'
import { pPr } from './properties.ts'
import { namespaces, val } from './word.ts'

/** Deeper lists look like the deepest that Word has. */
const deepest = 8

/** The lists of a document. Each ordered list counts for itself; all bulleted lists are one. */
export class Lists {
  readonly #ordered: { level: number; start: number }[] = []

  /** What a paragraph says to stand in a new list that is inside `level` others. */
  open(list: { ordered: boolean; start?: number | null | undefined }, level: number): { id: number; level: number } {
    const depth = Math.min(level, deepest)
    if (!list.ordered) return { id: 1, level: depth }
    this.#ordered.push({ level: depth, start: Math.max(0, list.start ?? 1) })
    return { id: this.#ordered.length + 1, level: depth }
  }

  /** `word/numbering.xml`. */
  part(): Xml {
    const bullets = (level: number) => (level === 0 ? '•' : '–')
    return xml(
      'w:numbering',
      namespaces,
      definition(0, 'bullet', bullets),
      definition(1, 'decimal', (level) => `%${level + 1}.`),
      instance(1, 0),
      ...this.#ordered.map(({ level, start }, index) =>
        instance(index + 2, 1, xml('w:lvlOverride', { 'w:ilvl': level }, val('w:startOverride', start))),
      ),
    )
  }
}

function definition(id: number, format: string, text: (level: number) => string): Xml {
  return xml(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    val('w:multiLevelType', 'hybridMultilevel'),
    ...Array.from({ length: deepest + 1 }, (_, level) =>
      xml(
        'w:lvl',
        { 'w:ilvl': level },
        val('w:start', 1),
        val('w:numFmt', format),
        val('w:lvlText', text(level)),
        val('w:lvlJc', 'left'),
        pPr({ indent: { left: step * (level + 1), hanging: step } }),
      ),
    ),
  )
}

const instance = (id: number, definitionId: number, override?: Xml) =>
  xml('w:num', { 'w:numId': id }, val('w:abstractNumId', definitionId), override)
