import { countUpTo, type Draft, type DraftNode, type Log } from '../../core/index.ts'
import type { Rendered } from './render.ts'

interface Range {
  readonly start: number
  readonly end: number
  readonly type: string
}

/**
 * Reports values that a template prints where Markdown does not read escapes, or where they are no words: in code, HTML,
 * the address of a link, the key of a citation, an attribute, a note's label. `tree` is the parsed section.
 */
export function checkValuesAreText(rendered: Rendered, tree: Draft, log: Log): void {
  const { markdown, origins } = rendered
  // Of a text that is left out its own finding is told.
  if (tree.children.length === 0) return
  const ranges = rangesOf(tree, markdown)
  const words = ranges.filter(({ type }) => type === 'words')
  const verbatim = ranges.filter(({ type }) => type in verbatimKinds)
  for (const { start, kind } of origins.values()) {
    if (kind === 'value' ? find(words, start) : !isInside(find(verbatim, start), start)) continue
    const inside = innermost(ranges, start)
    const [what, note] = verbatimKinds[inside] ?? placeKinds[inside] ?? [inside, 'print values as words']
    log.report(
      'template-is-valid',
      origins.template(start),
      `a value is printed in ${what}, where it does not stand as itself`,
      {
        notes: [note],
      },
    )
  }
}

const verbatimKinds: Readonly<Record<string, readonly [string, string]>> = {
  code: ['a block of code', 'print it as text, or with {{code x}} in a line'],
  inlineCode: ['code', 'write {{code x}} without backticks'],
  html: ['HTML', 'HTML is not supported: use Markdown'],
}

const placeKinds: Readonly<Record<string, readonly [string, string]>> = {
  link: ['the address of a link', 'write {{link words address}}'],
  image: ['the address of an image', 'write the path of the image into the template'],
  imageCall: ['the address of an image', 'write the path of the image into the template'],
  figureCall: ['the options of a figure', 'write {{figure name option=value}}'],
  slot: ['the options of a list', 'write {{list name option=value}}'],
  cite: ['the key of a citation', 'write {{cite claims}}'],
  citeGroup: ['a citation', 'write {{cite claims}}'],
  crossReference: ['the id of a reference', 'write {{ref id}}'],
  heading: ['the attributes of a heading', 'write {{anchor id}}'],
  span: ['the attributes of a span', 'write {{lang words language}} or {{anchor id words}}'],
  footnoteReference: ['the label of a note', 'write the label into the template'],
  footnoteDefinition: ['the label of a note', 'write the label into the template'],
  definition: ['the definition of a link', 'write {{link words address}}'],
}

/** The label of an image, its title, which is a caption, and the attributes that have words. */
const wordsOfImage =
  /^!\[.*(?=\]\()|(?<=\]\((?:<[^>\n]*>|[^\s<]\S*)\s+)(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')(?=\s*\))|(?<=[\s{](?:alt|credit)=)"(?:\\.|[^"\\{}])*"/gs

/** The stretches of words, and those of everything else that has a place. Walks without recursion: trees may be deep. */
function rangesOf(tree: Draft, markdown: string): Range[] {
  const ranges: Range[] = []
  const stack: DraftNode[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    // An address in angle brackets is also its own words.
    const isAutolink = node.type === 'link' && start !== undefined && markdown[start] === '<'
    // A caption has no places of its own.
    if (!isAutolink && node.type !== 'imageCall' && 'children' in node) stack.push(...node.children)
    if (start === undefined || end === undefined) continue
    if (node.type === 'image' || node.type === 'imageCall') {
      for (const { index, 0: words } of markdown.slice(start, end).matchAll(wordsOfImage))
        ranges.push({ start: start + index, end: start + index + words.length, type: 'words' })
    }
    ranges.push({ start, end, type: node.type === 'text' ? 'words' : node.type })
  }
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The last range that starts at the offset or before it, if it holds the offset. Ranges of one kind do not overlap. */
function find(ranges: readonly Range[], offset: number): Range | undefined {
  const found = ranges[countUpTo(ranges, offset, ({ start }) => start) - 1]
  return found && offset < found.end ? found : undefined
}

/** A helper's own code begins where the helper prints; a template's began before. */
function isInside(range: Range | undefined, offset: number): boolean {
  return range !== undefined && (range.start < offset || range.type === 'code')
}

function innermost(ranges: readonly Range[], offset: number): string {
  return ranges.findLast(({ start, end }) => start <= offset && offset < end)?.type ?? 'a place without words'
}
