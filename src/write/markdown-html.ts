import type { Printable, Reader } from './markdown-cover.ts'

/**
 * The nodes that only pandoc reads in the HTML that others keep: ids as empty elements, languages as `<span lang>`, raised
 * and lowered text as `<sup>` and `<sub>`; the caption of a table stands above it.
 */
export function asHtml(nodes: readonly Printable[], reader: Reader): Printable[] {
  return nodes.flatMap((node): Printable[] => {
    const children = node.children && asHtml(node.children, reader)
    const { id, lang } = node.data ?? {}
    if (node.type === 'superscript') return tagged('sup', '', children)
    if (node.type === 'subscript') return tagged('sub', '', children)
    if (node.type === 'span') return [...anchor(id, reader), ...inLanguage(lang, children)]
    if (node.type === 'captionedTable') return children?.toReversed() ?? []
    if (node.type !== 'heading') return [children ? { ...node, children } : node]
    return [{ ...node, data: {}, children: [...anchor(id, reader), ...inLanguage(lang, children)] }]
  })
}

/** GitLab takes away the id of a link and keeps its name; MyST takes no link without an address, and a span for a target. */
function anchor(id: string | undefined, reader: Reader): Printable[] {
  if (id === undefined) return []
  return [{ type: 'html', value: reader === 'myst' ? `<span id="${id}"></span>` : `<a id="${id}" name="${id}"></a>` }]
}

function inLanguage(lang: string | undefined, children: readonly Printable[] = []): Printable[] {
  return lang === undefined ? [...children] : tagged('span', ` lang="${lang}"`, children)
}

function tagged(tag: string, attributes: string, children: readonly Printable[] = []): Printable[] {
  return [{ type: 'html', value: `<${tag}${attributes}>` }, ...children, { type: 'html', value: `</${tag}>` }]
}
