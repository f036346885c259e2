import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { dispatch, type FootnoteReference, type Handlers, type Inline, type Link } from '../../core/index.ts'
import { fileBeside } from '../alike.ts'
import { common } from './attributes.ts'
import { callId, noteId, type Setting } from './setting.ts'

export function inlines(nodes: readonly Inline[], setting: Setting): ElementContent[] {
  return nodes.map((node) => dispatch(handlers, node, setting))
}

const handlers: Handlers<Inline, Setting, ElementContent> = {
  text: ({ value, data }) => (data?.id || data?.lang ? h('span', common(data), value) : { type: 'text', value }),
  inlineCode: ({ value, data }) => h('code', common(data), value),
  break: () => h('br'),
  emphasis: ({ children, data }, setting) => h('em', common(data), inlines(children, setting)),
  strong: ({ children, data }, setting) => h('strong', common(data), inlines(children, setting)),
  delete: ({ children, data }, setting) => h('del', common(data), inlines(children, setting)),
  superscript: ({ children, data }, setting) => h('sup', common(data), inlines(children, setting)),
  subscript: ({ children, data }, setting) => h('sub', common(data), inlines(children, setting)),
  smallCaps: ({ children, data }, setting) =>
    h('span', { ...common(data), className: ['small-caps'] }, inlines(children, setting)),
  span: ({ children, data }, setting) => h('span', common(data), inlines(children, setting)),
  link,
  footnoteReference,
}

/** A link that leads nowhere, or where no document should lead, keeps its words. */
function link(node: Link, setting: Setting): ElementContent {
  const children = inlines(node.children, setting)
  const file = fileBeside(node, setting.document.meta.beside, 'html')
  const inside = node.url.startsWith('#')
  const hasTarget = file !== undefined || (node.pack === undefined && setting.ids.has(node.url.slice(1)))
  const leads = inside ? hasTarget : /^(https?|mailto):/i.test(node.url)
  if (!leads || holdsLink(node.children)) return h('span', common(node.data), children)
  return h(
    'a',
    {
      ...common(node.data),
      href: `${file ?? ''}${node.url}`,
      title: node.title,
      rel: inside ? undefined : ['noreferrer'],
    },
    children,
  )
}

/** HTML has no link in a link; the inner one, which is nearer to its words, stays. */
function holdsLink(nodes: readonly Inline[]): boolean {
  return nodes.some(
    (node) =>
      node.type === 'link' || node.type === 'footnoteReference' || ('children' in node && holdsLink(node.children)),
  )
}

function footnoteReference(node: FootnoteReference, setting: Setting): ElementContent {
  const number = String(node.number)
  if (!setting.notes.has(node.identifier)) return h('sup', common(node.data), number)
  const ordinal = (setting.calls.get(node.identifier) ?? 0) + 1
  setting.calls.set(node.identifier, ordinal)
  const properties = { id: callId(node.identifier, ordinal), href: `#${noteId(node.identifier)}`, role: 'doc-noteref' }
  return h('sup', common(node.data), h('a', properties, number))
}
