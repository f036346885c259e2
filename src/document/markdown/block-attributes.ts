import type { Heading, Paragraph, Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { type DraftNode, didYouMean, walk } from '../../core/index.ts'
import { type Attributes, parseAttributes } from './attributes.ts'
import { complain } from './problem.ts'
import { dataOf } from './span-tree.ts'

/** Moves `{#id .role}` at the end of headings into their data, and reports ids and languages that cannot be used. */
export const blockAttributes: Plugin<[], Root> = () => (tree, file) => {
  for (const node of walk<DraftNode>(tree)) {
    if (node.type === 'heading') {
      const attributes = takeAttributes(node, file)
      if (attributes) node.data = { ...node.data, ...dataOf(attributes) }
      checkHints(node, ['label'], file)
    } else if (node.type === 'span') {
      checkHints(node, ['claims'], file)
      checkLooks(node, file)
    }
    checkId(node, file)
    checkLanguage(node, file)
  }
}

/**
 * Takes attributes off the end of a block's words. The source is looked at, not the decoded text: escaped braces,
 * e.g. in data, are no attributes.
 */
export function takeAttributes(block: Heading | Paragraph, file: VFile): Attributes | undefined {
  const last = block.children.at(-1)
  if (last?.type !== 'text' || !last.value) return undefined
  const source = String(file).slice(last.position?.start.offset, last.position?.end.offset)
  const match = /(?<!\\)\{([^{}\\&]*)\}$/.exec(source)
  const attributes = match ? parseAttributes(match[1] ?? '') : undefined
  if (!match || !attributes || !last.value.endsWith(match[0])) return undefined
  last.value = last.value.slice(0, -match[0].length).trimEnd()
  if (last.value === '') block.children.pop()
  return attributes
}

/** Reports attributes that nothing would come of. Those that begin with “data-” are for plugins of the project. */
export function checkHints(node: DraftNode, own: readonly string[], file: VFile): void {
  const known = [...own, 'lang']
  for (const [name, value] of Object.entries(node.data ?? {})) {
    if (typeof value !== 'string' || [...known, 'id', 'role'].includes(name) || name.startsWith('data-')) continue
    complain(file, node, `There is no attribute “${name}” here`, [
      ...didYouMean(name, known),
      `attributes are ${known.join(', ')}`,
    ])
  }
}

/** Reports a class that means a look elsewhere, and none here. */
function checkLooks(node: DraftNode, file: VFile): void {
  const look = /\b(?:underline|ul|mark)\b/.exec(node.data?.role ?? '')?.[0]
  if (look === undefined) return
  complain(file, node, `“.${look}” is not supported`, ['write “*…*”, “**…**” or “[…]{.smallcaps}”'])
}

/** Reports an id that is not `[a-z0-9-]` from a letter on: not every format could link to it. */
function checkId(node: DraftNode, file: VFile): void {
  const { id } = node.data ?? {}
  if (id === undefined || /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(id)) return
  complain(file, node, `The id “#${id}” is not made of lower-case letters, digits and hyphens`)
}

/** Reports a language that is no tag: PDF/UA-1 (7.2) asks for one, and a screen reader needs it to choose a voice. */
function checkLanguage(node: DraftNode, file: VFile): void {
  const { lang } = node.data ?? {}
  if (lang === undefined || /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(lang)) return
  complain(file, node, `“${lang}” is not a language tag such as en-GB, ru or kk-Latn`)
}
