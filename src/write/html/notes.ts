import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type FootnoteDefinition, itemAt } from '../../core/index.ts'
import { common } from './attributes.ts'
import { blocks } from './blocks.ts'
import { callId, noteId, type Setting } from './setting.ts'

/** The notes at the end, each with a way back to every place that calls it. */
export function endnotes(setting: Setting): Element | undefined {
  if (setting.notes.size === 0) return undefined
  const { words } = setting.document.meta
  // A note may call another: its calls must be known before the ways back are written.
  const notes = [...setting.notes.values()]
  const contents = notes.map((note) => blocks(note.children, setting))
  return h('section', { className: ['notes'], role: 'doc-endnotes', ariaLabelledBy: 'notes_title' }, [
    h('h2', { id: 'notes_title' }, words.notes),
    h(
      'ol',
      notes.map((note, index) => noteItem(note, itemAt(contents, index), setting)),
    ),
  ])
}

function noteItem(note: FootnoteDefinition, content: ElementContent[], setting: Setting): Element {
  const calls = setting.calls.get(note.identifier) ?? 0
  const back = Array.from({ length: calls }, (_, index) =>
    h(
      'a',
      {
        className: ['back'],
        href: `#${callId(note.identifier, index + 1)}`,
        role: 'doc-backlink',
        ariaLabel: words(setting),
      },
      '↩',
    ),
  )
  // The way back stands on the last line of the note.
  const last = content.at(-1)
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(...back)
  else content.push(h('p', back))
  return h('li', { ...common(note.data), id: noteId(note.identifier), value: note.number }, content)
}

const words = ({ document }: Setting) => document.meta.words.backToText
