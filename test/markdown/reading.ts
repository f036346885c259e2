/** How a text's citations are read, as one line each: mode, prefix, key and the words of the suffix. */

import type { Cite, CiteGroup, DraftNode } from '../../src/core/tree.ts'
import { nodesOf } from '../../src/core/walk.ts'
import { read } from '../../src/document/markdown/read.ts'

export function readingOf(markdown: string): string {
  return [...nodesOf(read(markdown).tree, 'citeGroup')]
    .map((group) => group.children.map((cite, index) => one(cite, index, group, markdown)).join(' ; '))
    .join(' // ')
}

function one(cite: Cite, index: number, { kind }: CiteGroup, markdown: string): string {
  const mode = cite.partial === 'year' ? 'S' : kind === 'narrative' && index === 0 ? 'A' : 'N'
  const prefix = cite.children.find(({ type }) => type === 'citePrefix')
  const suffix = cite.children.find(({ type }) => type === 'citeSuffix')
  const locator = cite.locator ? cite.locator.value : ''
  return [
    mode,
    letters(source(prefix, markdown)),
    cite.identifier,
    letters(`${locator} ${suffix ? words(suffix) : ''}`),
  ].join('|')
}

const source = (
  node:
    | { position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined }
    | undefined,
  markdown: string,
) => (node ? markdown.slice(node.position?.start.offset, node.position?.end.offset) : '')

function words(node: DraftNode): string {
  return 'value' in node ? node.value : 'children' in node ? node.children.map(words).join('') : ''
}

/** Letters and digits only: what differs in spaces and marks is the same reading. */
export const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** A tree without positions, as plain data. */
export const plain = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)))
