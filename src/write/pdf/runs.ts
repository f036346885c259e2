/** Inline nodes into runs: one function per node type. */

import {
  codePointOf,
  dispatch,
  type Handlers,
  type Inline,
  type Link,
  type Meta,
  type Words,
} from '../../core/index.ts'
import { fileBeside } from '../alike.ts'
import type { Theme } from '../theme.ts'
import type { Run } from './definition.ts'

/** What the runs of a document need to know of the whole. */
export interface RunContext {
  readonly theme: Theme
  readonly words: Words
  readonly beside?: Meta['beside']
  /** The ids that links can point to. */
  readonly ids: ReadonlySet<string>
  /** Where a note's number links to, by identifier; a note without a definition has none. */
  readonly noteAnchors: ReadonlyMap<string, string>
  /** Within a link there are no links. */
  readonly isLinked: boolean
  /** The notes met so far, so that the first call of each can be linked back to. */
  readonly called: Set<string>
}

/** How the number of a note is set: in figures that are made for it, which the Source families have, or in small ones, raised. */
export function raised({ fonts }: Theme): Pick<Run, 'features' | 'scale' | 'rise'> {
  const isMade = [fonts.body, fonts.heading].every((it) => it.startsWith('Source '))
  return isMade ? { features: ['sups'] } : { scale: 0.65, rise: 0.34 }
}

export function runsOf(children: readonly Inline[], context: RunContext): Run[] {
  return children.map((child) => {
    const run = dispatch(handlers, child, context)
    const { id, lang } = child.data ?? {}
    if (id !== undefined && run.anchor !== undefined) return { text: [run], anchor: id }
    if (id !== undefined) run.anchor = id
    if (lang !== undefined) Object.assign(run, { lang, tag: run.tag ?? 'Span' })
    return run
  })
}

/** Where the first call of a note stands, for the link back to it. */
export const callAnchor = (identifier: string) => `call-${anchorName(identifier)}`

/** Anchors are `[a-z0-9-]`, so that they sort alike everywhere. */
export const anchorName = (identifier: string) =>
  identifier
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, (found) => `-${[...found].map((c) => codePointOf(c).toString(36)).join('')}-`)

const group = (text: Run[], fields: Omit<Run, 'text'> = {}): Run => ({ text, ...fields })

const handlers: Handlers<Inline, RunContext, Run> = {
  text: ({ value }) => ({ text: value.replace(/\s*\n\s*|\t/g, ' ') }),
  inlineCode: ({ value }, { theme }) => ({
    text: value.replace(/\t/g, ' '),
    font: theme.fonts.mono,
    scale: 0.9,
    tag: 'Code',
  }),
  break: () => ({ text: '\n' }),
  emphasis: ({ children }, context) => group(runsOf(children, context), { italics: true }),
  strong: ({ children }, context) => group(runsOf(children, context), { bold: true }),
  delete: ({ children }, context) => group(runsOf(children, context), { strike: true }),
  superscript: ({ children }, context) => group(runsOf(children, context), { scale: 0.65, rise: 0.34 }),
  subscript: ({ children }, context) => group(runsOf(children, context), { scale: 0.65, rise: -0.14 }),
  smallCaps: ({ children }, context) => group(runsOf(children, context), { features: ['smcp'] }),
  span: ({ children }, context) => group(runsOf(children, context)),
  link: (node, context) => {
    const { title, children } = node
    const target = context.isLinked ? undefined : targetOf(node, context)
    const text = runsOf(children, target ? { ...context, isLinked: true } : context)
    if (!target) return group(text)
    const alt = title ? { alt: title } : {}
    const color = context.theme.colours.link
    if (target.link !== undefined || target.file !== undefined)
      return group(text, { ...target, ...alt, color, underline: true, tag: 'Link' })
    return group([group(text, { ...target, ...alt, color, underline: true, tag: 'Link' })], { tag: 'Reference' })
  },
  footnoteReference: ({ identifier, number }, context) => {
    const anchor = context.noteAnchors.get(identifier)
    const text: Run = { text: String(number), ...raised(context.theme), color: context.theme.colours.link }
    if (anchor === undefined) return text
    const isFirst = !context.called.has(identifier)
    context.called.add(identifier)
    if (context.isLinked) return { ...text, note: identifier, ...(isFirst && { anchor: callAnchor(identifier) }) }
    const call: Run = {
      tag: 'Reference',
      note: identifier,
      noWrap: true,
      text: [{ ...text, tag: 'Link', destination: anchor }],
    }
    if (isFirst) call.anchor = callAnchor(identifier)
    return call
  },
}

/** Schemes that may leave the document; a link to what is not in the document is none. */
function targetOf(
  { url, pack }: Link,
  { ids, beside }: RunContext,
): Pick<Run, 'link' | 'destination' | 'file'> | undefined {
  const file = fileBeside({ pack }, beside, 'pdf')
  if (file !== undefined) return { destination: url.slice(1), file }
  if (pack !== undefined) return undefined
  if (url.startsWith('#')) return ids.has(url.slice(1)) ? { destination: url.slice(1) } : undefined
  return /^(https?|mailto):/i.test(url) ? { link: url } : undefined
}
