import type { Extension } from 'mdast-util-from-markdown'
import type { Handle, Options } from 'mdast-util-to-markdown'
import type { Data, DraftSpan } from '../../core/index.ts'
import { type Attributes, parseAttributes, printAttributes } from './attributes.ts'
import { close, open } from './handles.ts'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    span: 'span'
  }
}

/** Makes `span` nodes of the tokens of `bracketedSpan()`. */
export function spanFromMarkdown(): Extension {
  return {
    canContainEols: ['span'],
    enter: { span: open(() => ({ type: 'span', children: [] })) },
    exit: {
      // micromark takes the end of inner text for the end of a paragraph, and drops the space there.
      spanText(token) {
        const [space] = /[ \t]+$/.exec(this.sliceSerialize(token)) ?? []
        const span = this.stack.at(-1)
        if (!space || span?.type !== 'span') return
        const last = span.children.at(-1)
        if (last?.type === 'text') last.value += space
        else span.children.push({ type: 'text', value: space })
      },
      spanAttributes(token) {
        const span = this.stack.at(-1)
        const attributes = parseAttributes(this.sliceSerialize(token))
        if (attributes && span?.type === 'span') span.data = dataOf(attributes)
      },
      span: close(),
    },
  }
}

/** Prints spans with their attributes. */
export function spanToMarkdown(): Options {
  const span: Handle = (node: DraftSpan, _parent, state, info) => {
    const attributes = attributesOf(node.data ?? {})
    if (isEmpty(attributes)) return state.containerPhrasing(node, info)
    const exit = state.enter('span')
    const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' })
    exit()
    return `[${words}]${printAttributes(attributes)}`
  }
  const peek: Handle = (node: DraftSpan, _parent, state, info) => {
    return isEmpty(attributesOf(node.data ?? {})) ? state.containerPhrasing(node, info).charAt(0) : '['
  }
  return {
    unsafe: [']', '['].map((character) => ({ character, inConstruct: 'span' as const })),
    handlers: { span: Object.assign(span, { peek }) },
  }
}

/** What a node carries for these attributes. Pairs other than `lang` are kept as hints under their own name. */
export function dataOf({ id, roles, pairs }: Attributes): Data {
  return { ...pairs, ...(id ? { id } : {}), ...(roles.length > 0 ? { role: roles.join(' ') } : {}) }
}

/** The attributes that say the same as a node's data. */
export function attributesOf({ id, role, ...hints }: Data): Attributes {
  const roles = role ? role.split(' ') : []
  const pairs = Object.entries(hints).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return { ...(id ? { id } : {}), roles, pairs: Object.fromEntries(pairs) }
}

/** Do the attributes say nothing? */
export function isEmpty({ id, roles, pairs }: Attributes): boolean {
  return id === undefined && roles.length === 0 && Object.keys(pairs).length === 0
}
