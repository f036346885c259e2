/** A plain tree as text that a person can check: one line a block, one line an entry or note. */
import type { Block, Image, Inline, Root } from '../../src/core/tree.ts'

export function show(root: Root): string {
  return `${root.children.map((node) => block(node)).join('\n')}\n`
}

function block(node: Block | Image, indent = ''): string {
  const inner = `${indent}  `
  const { type } = node
  if (type === 'heading') return `${indent}heading ${node.depth} #${node.data?.id}: ${inlines(node.children)}`
  if (type === 'paragraph') return `${indent}paragraph: ${inlines(node.children)}`
  if (type === 'blockquote') return [`${indent}quote`, ...node.children.map((child) => block(child, inner))].join('\n')
  if (type === 'list') {
    return [
      `${indent}list`,
      ...node.children.flatMap((item) => item.children.map((child) => block(child, inner))),
    ].join('\n')
  }
  if (type === 'table') {
    return [
      `${indent}table`,
      ...node.children.map((row) => `${inner}${row.children.map((cell) => inlines(cell.children)).join(' | ')}`),
    ].join('\n')
  }
  if (type === 'figure') {
    return [
      `${indent}${node.kind} #${node.data?.id} (${node.label}) ${inlines(node.caption)}`,
      ...node.children.map((child) => block(child, inner)),
    ].join('\n')
  }
  if (type === 'image') return `${indent}image ${node.url} ${node.format} ${node.width}×${node.height}: ${node.alt}`
  if (type === 'footnoteDefinition')
    return [`${indent}note ${node.number}`, ...node.children.map((child) => block(child, inner))].join('\n')
  if (type === 'contents') {
    return [
      `${indent}contents of ${node.of}`,
      ...node.entries.map(
        ({ id, depth, label, text }) => `${inner}${depth} #${id} ${label ? `(${label}) ` : ''}${text}`,
      ),
    ].join('\n')
  }
  if (type === 'bibliography') {
    return [
      `${indent}bibliography${node.hanging ? ' hanging' : ''}`,
      ...node.children.map(({ data, label, children }) => {
        const places = data?.backlinks ? ` ← ${(data.backlinks as string[]).join(' ')}` : ''
        return `${inner}#${data?.id}${data?.lang ? ` ${data.lang}` : ''}: ${label ? `(${label}) ` : ''}${inlines(children)}${places}`
      }),
    ].join('\n')
  }
  if (type === 'code') return `${indent}code ${JSON.stringify(node.value)}`
  return `${indent}${type}`
}

function inlines(nodes: readonly Inline[]): string {
  return nodes.map(inline).join('')
}

function inline(node: Inline): string {
  if (node.type === 'text') return node.value
  if (node.type === 'inlineCode') return `\`${node.value}\``
  if (node.type === 'break') return '⏎'
  if (node.type === 'footnoteReference') return `⟦${node.number}⟧`
  const words = inlines(node.children)
  if (node.type === 'link') return `<${node.url} ${words}>`
  if (node.type === 'emphasis') return `*${words}*`
  if (node.type === 'strong') return `**${words}**`
  if (node.type === 'superscript') return `^${words}^`
  if (node.type === 'subscript') return `~${words}~`
  if (node.type === 'span' && node.data?.citation) return `‹${words}›`
  return `${node.type}${node.data?.lang ? `:${node.data.lang}` : ''}{${words}}`
}
