import type { Printable } from './markdown-cover.ts'

/**
 * The nodes that only pandoc reads in the HTML that GitHub, GitLab and MyST keep: ids as empty `<a id>`, languages as
 * `<span lang>`, raised and lowered text as `<sup>` and `<sub>`; the caption of a table stands above it.
 */
export function forGitHub(nodes: readonly Printable[]): Printable[] {
  return nodes.flatMap((node): Printable[] => {
    const children = node.children && forGitHub(node.children)
    const { id, lang } = (node.data ?? {}) as { readonly id?: string; readonly lang?: string }
    if (node.type === 'superscript') return tagged('sup', '', children)
    if (node.type === 'subscript') return tagged('sub', '', children)
    if (node.type === 'span') return [...anchor(id), ...inLanguage(lang, children)]
    if (node.type === 'captionedTable') return children?.toReversed() ?? []
    if (node.type !== 'heading') return [children ? { ...node, children } : node]
    return [{ ...node, data: {}, children: [...anchor(id), ...inLanguage(lang, children)] }]
  })
}

function anchor(id: string | undefined): Printable[] {
  return id === undefined ? [] : [{ type: 'html', value: `<a id="${id}"></a>` }]
}

function inLanguage(lang: string | undefined, children: readonly Printable[] = []): Printable[] {
  return lang === undefined ? [...children] : tagged('span', ` lang="${lang}"`, children)
}

function tagged(tag: string, attributes: string, children: readonly Printable[] = []): Printable[] {
  return [{ type: 'html', value: `<${tag}${attributes}>` }, ...children, { type: 'html', value: `</${tag}>` }]
}
