/** What changed between two lists of paragraphs and tables, as one list with the changes marked. */
import { itemAt, must } from '../../core/index.ts'
import { elementsOf, type Xml, xml } from '../ooxml/xml.ts'
import { difference, goneFirst, type Step } from './difference.ts'
import { overlap, pairs } from './pairs.ts'
import { linked, type Reviser } from './reviser.ts'
import { type Token, tokensOf } from './tokens.ts'

/** The text of notes by their ids, in the old document and in the new. */
export interface Notes {
  readonly before: ReadonlyMap<string, string>
  readonly after: ReadonlyMap<string, string>
}

interface Block {
  readonly xml: Xml
  readonly key: string
  readonly words: ReadonlySet<string>
  /** Bookmarks that stand before it. */
  readonly marks: readonly Xml[]
}

/** `after` with what came and went since `before`. */
export function compareBlocks(before: readonly Xml[], after: readonly Xml[], notes: Notes, reviser: Reviser): Xml[] {
  const [old, now] = [blocksOf(before, notes.before), blocksOf(after, notes.after)]
  const steps = difference(old.blocks, now.blocks, ({ key }) => key)
  const moves = movesIn(steps)
  const written = merged(
    steps,
    (a, b) => (moves.has(a) || moves.has(b) ? 0 : likeness(a, b)),
    ({ before, after }) => {
      if (!after) return before ? wholeBlock(before.xml, 'del', reviser, moves.get(before)) : []
      if (!before) return wholeBlock(after.xml, 'ins', reviser, moves.get(after))
      return after.xml.name === 'w:p'
        ? [compareParagraphs(before.xml, after.xml, reviser)]
        : [compareTables(before.xml, after.xml, notes, reviser)]
    },
  )
  return apart([...written, ...now.rest])
}

/** What stayed as it is, and in each stretch between, `change` of what came in the place of what, by their likeness. */
function merged(
  steps: readonly Step<Block>[],
  likeness: (a: Block, b: Block) => number,
  change: (pair: { before?: Block; after?: Block }) => Xml[],
): Xml[] {
  const written: Xml[] = []
  let [gone, came]: [Block[], Block[]] = [[], []]
  const flush = () => {
    for (const pair of pairs(gone, came, likeness)) written.push(...(pair.after?.marks ?? []), ...change(pair))
    ;[gone, came] = [[], []]
  }
  for (const step of steps) {
    if (step.kind === 'gone') gone.push(step.before)
    else if (step.kind === 'new') came.push(step.after)
    else {
      flush()
      written.push(...step.after.marks, step.after.xml)
    }
  }
  flush()
  return written
}

/** Paragraphs, tables and contents, each with the bookmarks before it, and those behind the last. */
function blocksOf(elements: readonly Xml[], notes: ReadonlyMap<string, string>): { blocks: Block[]; rest: Xml[] } {
  const blocks: Block[] = []
  let marks: Xml[] = []
  for (const element of elements) {
    if (element.name.startsWith('w:bookmark')) marks.push(element)
    else {
      blocks.push(blockOf(element, notes, marks))
      marks = []
    }
  }
  return { blocks, rest: marks }
}

function blockOf(element: Xml, notes: ReadonlyMap<string, string>, marks: readonly Xml[] = []): Block {
  const text = textOf(element, notes)
  // Contents are made by Word, and change with all that they list.
  const key = element.name === 'w:sdt' ? 'contents' : `${element.name} ${text}`
  return { xml: element, key, words: new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu)), marks }
}

/** The words of a block, with those of the notes that it calls. */
export function textOf(element: Xml, notes: ReadonlyMap<string, string>): string {
  if (element.name !== 'w:p')
    return elementsOf(element)
      .map((child) => textOf(child, notes))
      .join('\n')
  const { tokens } = tokensOf(element)
  return tokens
    .map(({ text, note, key }) => (note === undefined ? text || key : `${text}[${notes.get(note) ?? ''}]`))
    .join('')
}

/** Paragraphs of some length that went in one place and came in another, by their blocks, with a name for each move. */
function movesIn(steps: readonly Step<Block>[]): ReadonlyMap<Block, string> {
  const moves = new Map<Block, string>()
  const gone = new Map(
    steps.flatMap((step) =>
      step.kind === 'gone' && isMovable(step.before) ? [[step.before.key, step.before] as const] : [],
    ),
  )
  for (const step of steps) {
    const origin = step.kind === 'new' ? gone.get(step.after.key) : undefined
    if (step.kind !== 'new' || !origin) continue
    const name = `move${moves.size / 2 + 1}`
    moves.set(origin, name).set(step.after, name)
    gone.delete(step.after.key)
  }
  return moves
}

const isMovable = ({ xml: { name }, words }: Block) => name === 'w:p' && words.size >= 5

/** How much two blocks have in common, from 0 to 1; of different kinds nothing. */
function likeness(a: Block, b: Block): number {
  if (a.xml.name !== b.xml.name || (a.xml.name === 'w:tbl' && columnsOf(a.xml) !== columnsOf(b.xml))) return 0
  return overlap(a.words, b.words)
}

/** A paragraph or table that only one of the documents has. */
function wholeBlock(block: Xml, kind: 'ins' | 'del', reviser: Reviser, move?: string): Xml[] {
  if (block.name === 'w:p') {
    const moved = move === undefined ? kind : kind === 'ins' ? 'moveTo' : 'moveFrom'
    return [reviser.paragraph(block, moved, tokensOf(block), move)]
  }
  if (block.name !== 'w:tbl') return kind === 'ins' ? [block] : []
  const children = elementsOf(block).map((child) => (child.name === 'w:tr' ? wholeRow(child, kind, reviser) : child))
  return [{ ...block, children }]
}

function wholeRow(row: Xml, kind: 'ins' | 'del', reviser: Reviser): Xml {
  const cells = elementsOf(row).filter(({ name }) => name === 'w:tc')
  const properties = elementsOf(row).find(({ name }) => name === 'w:trPr')
  const kept = properties ? elementsOf(properties) : []
  const mark = xml('w:trPr', {}, kept, reviser.change(kind))
  return {
    ...row,
    children: [mark, ...cells.map((cell) => withParagraphs(cell, (one) => wholeCell(one, kind, reviser)))],
  }
}

/** The last paragraph of a cell stays, whatever happens to its words. */
function wholeCell(paragraph: Xml, kind: 'ins' | 'del', reviser: Reviser): Xml {
  const { tokens, rest } = tokensOf(paragraph)
  const content = kind === 'del' ? reviser.gone(tokens) : reviser.come(tokens, rest)
  return reviser.withContent(paragraph, content, { isOld: kind === 'del' })
}

const withParagraphs = (cell: Xml, change: (paragraph: Xml) => Xml): Xml => ({
  ...cell,
  children: elementsOf(cell).map((child) => (child.name === 'w:p' ? change(child) : child)),
})

const columnsOf = (table: Xml) => elementsOf(table).find(({ name }) => name === 'w:tblGrid')?.children.length ?? 0

function compareTables(before: Xml, after: Xml, notes: Notes, reviser: Reviser): Xml {
  const rows = (table: Xml) => elementsOf(table).filter(({ name }) => name === 'w:tr')
  const steps = difference(
    rows(before).map((row) => blockOf(row, notes.before)),
    rows(after).map((row) => blockOf(row, notes.after)),
    ({ key }) => key,
  )
  const written = merged(
    steps,
    (a, b) => (cellsOf(a.xml).length === cellsOf(b.xml).length ? overlap(a.words, b.words) : 0),
    ({ before, after }) => {
      if (!after) return before ? [wholeRow(before.xml, 'del', reviser)] : []
      return [before ? compareRows(before.xml, after.xml, reviser) : wholeRow(after.xml, 'ins', reviser)]
    },
  )
  return { ...after, children: [...elementsOf(after).filter(({ name }) => name !== 'w:tr'), ...written] }
}

const cellsOf = (row: Xml) => elementsOf(row).filter(({ name }) => name === 'w:tc')

function compareRows(before: Xml, after: Xml, reviser: Reviser): Xml {
  const old = cellsOf(before)
  let index = 0
  const children = elementsOf(after).map((child) => {
    if (child.name !== 'w:tc') return child
    const other = itemAt(old, index++)
    const [paragraph] = elementsOf(other).filter(({ name }) => name === 'w:p')
    return withParagraphs(child, (one) => (paragraph ? compareParagraphs(paragraph, one, reviser) : one))
  })
  return { ...after, children }
}

/** The new paragraph with what came and went within it. */
function compareParagraphs(before: Xml, after: Xml, reviser: Reviser): Xml {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  const content: Xml[] = []
  const steps = smoothed(difference(old.tokens, now.tokens, ({ key }) => key))
  for (const step of steps) {
    if (step.kind === 'gone') content.push(...reviser.gone([step.before]))
    else {
      const { after: token } = step
      if (step.kind === 'same' && token.note !== undefined) reviser.pairs.set(token.note, must(step.before.note))
      const runs: readonly Xml[] = step.kind === 'same' ? token.runs : [reviser.change('ins', token.runs)]
      content.push(...token.marks, ...linked(token, runs))
    }
  }
  return reviser.withContent(after, [...content, ...now.rest])
}

/** Spaces and stops that two changes have between them are part of the change: people read words, not islands of commas. */
function smoothed(steps: readonly Step<Token>[]): Step<Token>[] {
  let last: Step<Token> | undefined
  const smooth = steps.flatMap((step, index): Step<Token>[] => {
    if (!isLoose(step)) {
      last = step
      return [step]
    }
    const next = steps.find((one, at) => at > index && !isLoose(one))
    if (step.kind !== 'same' || !last || last.kind === 'same' || !next || next.kind === 'same') return [step]
    return [
      { kind: 'gone', before: step.before },
      { kind: 'new', after: step.after },
    ]
  })
  return goneFirst(smooth)
}

const isLoose = (step: Step<Token>) =>
  step.kind === 'same' && step.after.note === undefined && /^[\s\p{P}]+$/u.test(step.after.text)

/** Word joins tables that touch. */
function apart(blocks: readonly Xml[]): Xml[] {
  let last: string | undefined
  return blocks.flatMap((block) => {
    const touches = block.name === 'w:tbl' && last === 'w:tbl'
    if (!block.name.startsWith('w:bookmark')) last = block.name
    return touches ? [gap(), block] : [block]
  })
}

const gap = () => xml('w:p', {}, xml('w:pPr', {}, xml('w:pStyle', { 'w:val': 'TableGap' })))
