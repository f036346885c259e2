/** Pandoc's superscripts and subscripts, `H^+^` and `CO~2~`, as micromark extensions and their nodes. */
import type { Extension as TreeExtension } from 'mdast-util-from-markdown'
import { markdownSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Extension, State } from 'micromark-util-types'
import { isEnd, takeAs } from './characters.ts'
import { inside } from './chunks.ts'
import { close, open } from './handles.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    superscript: 'superscript'
    subscript: 'subscript'
    raisedMarker: 'raisedMarker'
    raisedText: 'raisedText'
  }
}

type Raised = 'superscript' | 'subscript'

/** Reads stretches without spaces between two carets or two tildes; two tildes in a row strike through. */
export function raised(): Extension {
  return {
    text: {
      [codes.caret]: construct('superscript', codes.caret),
      [codes.tilde]: construct('subscript', codes.tilde),
    },
  }
}

export function raisedFromMarkdown(): TreeExtension {
  const node = (type: Raised) => open(() => ({ type, children: [] }))
  return {
    enter: { superscript: node('superscript'), subscript: node('subscript') },
    exit: { superscript: close(), subscript: close() },
  }
}

function construct(name: Raised, marker: number): Construct {
  return {
    name,
    tokenize(effects, ok, nok) {
      const content = inside(effects, () => effects.enter('raisedText'), marker)
      return (code) => {
        effects.enter(name)
        takeAs(effects, code, 'raisedMarker')
        return first
      }
      function first(code: Code): State | undefined {
        return code === marker ? nok(code) : words(code)
      }
      function words(code: Code): State | undefined {
        if (isEnd(code) || markdownSpace(code)) return nok(code)
        if (code !== marker) return content.take(code, words)
        content.close()
        effects.exit('raisedText')
        takeAs(effects, code, 'raisedMarker')
        effects.exit(name)
        return ok
      }
    },
  }
}
