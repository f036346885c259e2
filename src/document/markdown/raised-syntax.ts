/** Pandoc's superscripts and subscripts, `H^+^` and `CO~2~`, as micromark extensions and their nodes. */
import type { Extension as TreeExtension } from 'mdast-util-from-markdown'
import type { Code, Construct, Extension, State } from 'micromark-util-types'
import { at, isSpace } from './characters.ts'
import { inside } from './chunks.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    superscript: 'superscript'
    subscript: 'subscript'
    raisedMarker: 'raisedMarker'
    raisedText: 'raisedText'
  }
}

type Raised = 'superscript' | 'subscript'

/** Reads a stretch without spaces between two carets. */
export function superscript(): Extension {
  return { text: { [at.caret]: construct('superscript', at.caret) } }
}

/** Reads a stretch without spaces between two tildes; two in a row strike through. */
export function subscript(): Extension {
  return { text: { [at.tilde]: construct('subscript', at.tilde) } }
}

export function raisedFromMarkdown(): TreeExtension {
  return {
    enter: {
      superscript(token) {
        this.enter({ type: 'superscript', children: [] }, token)
      },
      subscript(token) {
        this.enter({ type: 'subscript', children: [] }, token)
      },
    },
    exit: {
      superscript(token) {
        this.exit(token)
      },
      subscript(token) {
        this.exit(token)
      },
    },
  }
}

function construct(name: Raised, marker: number): Construct {
  return {
    name,
    tokenize(effects, ok, nok) {
      const content = inside(effects, () => effects.enter('raisedText'), marker)
      return (code) => {
        effects.enter(name)
        mark(code)
        return first
      }
      function first(code: Code): State | undefined {
        return code === marker ? nok(code) : words(code)
      }
      function words(code: Code): State | undefined {
        if (code === null || code < -2 || isSpace(code)) return nok(code)
        if (code !== marker) return content.take(code, words)
        content.close()
        effects.exit('raisedText')
        mark(code)
        effects.exit(name)
        return ok
      }
      function mark(code: Code): void {
        effects.enter('raisedMarker')
        effects.consume(code)
        effects.exit('raisedMarker')
      }
    },
  }
}
