import type * as mdast from 'mdast'
import type { Handle, Options, Unsafe } from 'mdast-util-to-markdown'
import type { CaptionedTable, DraftSubscript, DraftSuperscript } from '../../core/index.ts'
import { printAttributes } from './attributes.ts'
import { attributesOf, isEmpty } from './span-tree.ts'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    superscript: 'superscript'
    subscript: 'subscript'
  }
}

/** Prints what pandoc has beyond CommonMark, and escapes what only pandoc would read as markup. */
export function pandocToMarkdown(): Options {
  return { unsafe: [...escapes], handlers: { superscript, subscript, captionedTable, heading, division } }
}

const escapes: readonly Unsafe[] = [
  // Superscripts, mathematics; TeX commands of any letter, and a space that does not break.
  { character: '^', inConstruct: 'phrasing' },
  { character: '$', after: '\\S', inConstruct: 'phrasing' },
  { character: '\\', inConstruct: 'phrasing' },
  // Attributes of headings, spans, links and code.
  { character: '{', inConstruct: 'headingAtx' },
  { before: '[\\])`]', character: '{', inConstruct: 'phrasing' },
  // Definition lists and captions, line blocks, lists that count with letters.
  { atBreak: true, character: ':' },
  { atBreak: true, character: '|' },
  { atBreak: true, character: '(', after: '[#\\w]{1,8}\\)' },
  { atBreak: true, before: '(?:#|[A-Za-z]|[ivxlcdmIVXLCDM]{1,8})', character: '.', after: '(?:\\s|$)' },
  { atBreak: true, before: '(?:#|[A-Za-z]|[ivxlcdmIVXLCDM]{1,8})', character: ')', after: '(?:\\s|$)' },
]

/** `^2^` and `~2~`; their spaces do not break, since a plain one would end them. */
const superscript = raised('superscript', '^')
const subscript = raised('subscript', '~')

function raised(name: 'superscript' | 'subscript', mark: string): Handle {
  const print: Handle = (node: DraftSuperscript | DraftSubscript, _parent, state, info) => {
    const exit = state.enter(name)
    const words = state.containerPhrasing(node, { ...info, before: mark, after: mark })
    exit()
    return `${mark}${words.replace(/[ \n]+/g, '\u00a0')}${mark}`
  }
  return Object.assign(print, { peek: () => mark })
}

/** A table, and its caption below it. */
const captionedTable: Handle = ({ children: [table, caption], data }: CaptionedTable, _parent, state, info) => {
  const attributes = data?.id ? ` ${printAttributes({ id: data.id, roles: [], pairs: {} })}` : ''
  const words = state.handle(caption, undefined, state, info)
  return `${state.handle(table, undefined, state, info)}\n\n: ${words}${attributes}`
}

/** A heading in one line, with its attributes. */
const heading: Handle = (node: mdast.Heading, _parent, state, info) => {
  const marks = '#'.repeat(node.depth)
  const exitHeading = state.enter('headingAtx')
  const exit = state.enter('phrasing')
  const words = state.containerPhrasing(node, { ...info, before: `${marks} `, after: '\n' })
  exit()
  exitHeading()
  const first = /^[\t ]/.test(words) ? `&#x${words.charCodeAt(0).toString(16).toUpperCase()};${words.slice(1)}` : words
  const attributes = attributesOf(node.data ?? {})
  return [marks, first, ...(isEmpty(attributes) ? [] : [printAttributes(attributes)])]
    .filter((part) => part !== '')
    .join(' ')
}

/** Pandoc's division with an id and nothing in it: where it puts the bibliography. */
const division: Handle = (node: { data?: { id?: string } }) => `::: {#${node.data?.id ?? ''}}\n:::`
