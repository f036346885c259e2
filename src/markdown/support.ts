import type * as mdast from 'mdast'
import { didYouMean } from '../nearest.ts'
import type { Complain } from './problem.ts'
import { type AnyNode, walk } from './walk.ts'

/** Reports what writers could not print, or would print other than meant, and drops comments. */
export function checkSupport(tree: AnyNode, markdown: string, complain: Complain): void {
  dropComments(tree, complain)
  const defined = new Map<string, AnyNode>()
  const called = new Set<string>()
  for (const node of walk(tree)) {
    if (node.type === 'footnoteDefinition') {
      defined.set((node as mdast.FootnoteDefinition).identifier, node)
      checkNote(node, complain)
    }
    if (node.type === 'footnoteReference') called.add((node as mdast.FootnoteReference).identifier)
    if (node.type === 'citePrefix' || node.type === 'citeSuffix') checkAffix(node, complain)
  }
  for (const [identifier, node] of defined) {
    if (!called.has(identifier)) {
      complain('markdown-is-supported', node, `The note “[^${identifier}]” is never called, and would not be printed`)
    }
  }
  for (const node of walk(tree)) {
    if (node.type === 'text') checkCalls(node, markdown, [...defined.keys()], complain)
  }
}

/** A comment is dropped; other HTML has no meaning in a PDF or Word file. */
function dropComments(tree: AnyNode, complain: Complain): void {
  for (const node of walk(tree)) {
    if (!node.children) continue
    node.children = node.children.filter((child) => {
      if (child.type !== 'html') return true
      if (!/^(?:\s*<!--[\s\S]*?-->)+\s*$/.test(child.value ?? '')) {
        const [line = ''] = (child.value ?? '').split('\n')
        complain('markdown-is-supported', child, `HTML is not supported: “${line.slice(0, 80)}”`, [
          'a “<” that is text is written “\\<”',
        ])
      }
      return false
    })
    const emptied = (child: AnyNode) => child.type === 'paragraph' && child.children?.length === 0
    node.children = node.children.filter((child) => !emptied(child))
  }
}

function checkNote(note: AnyNode, complain: Complain): void {
  for (const node of walk(note)) {
    if (node.type !== 'footnoteReference') continue
    const { identifier } = node as mdast.FootnoteReference
    complain('markdown-is-supported', node, `The note “[^${identifier}]” is called inside another note`)
  }
}

/** The words before and after a work in a citation go through the citation style, which knows italics and bold only. */
function checkAffix(affix: AnyNode, complain: Complain): void {
  const part = affix.type === 'citePrefix' ? 'prefix' : 'suffix'
  for (const node of walk(affix)) {
    if (node.type === 'citeGroup') {
      complain('markdown-is-supported', node, `A citation stands inside the ${part} of another`, [
        'separate the works of one citation by semicolons',
      ])
    } else if (node.type === 'link' || node.type === 'image') {
      complain('markdown-is-supported', node, `A ${node.type} stands inside the ${part} of a citation`)
    } else if (node.type === 'footnoteReference') {
      complain('markdown-is-supported', node, `A note is called inside the ${part} of a citation`)
    }
  }
}

/** `[^x]` without a definition is left as text by GFM: a reader would see it. */
function checkCalls(text: AnyNode, markdown: string, defined: readonly string[], complain: Complain): void {
  const { start, end } = text.position ?? {}
  if (!text.value?.includes('[^')) return
  const source = markdown.slice(start?.offset, end?.offset)
  for (const [, name = ''] of source.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
    complain(
      'cross-reference-resolves',
      text,
      `No note is defined for “[^${name}]” in this section`,
      didYouMean(name, defined),
    )
  }
}
