/** Pandoc's superscripts, `H^+^`, as a micromark extension and its nodes. */
import type { Extension as TreeExtension } from 'mdast-util-from-markdown'
import type { Code, Construct, Extension, State } from 'micromark-util-types'
import { at, isSpace } from './characters.ts'
import { inside } from './chunks.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    superscript: 'superscript'
    superscriptMarker: 'superscriptMarker'
    superscriptText: 'superscriptText'
  }
}

/** Reads a stretch without spaces between two carets. */
export function superscript(): Extension {
  return { text: { [at.caret]: construct } }
}

export function superscriptFromMarkdown(): TreeExtension {
  return {
    enter: {
      superscript(token) {
        this.enter({ type: 'superscript', children: [] }, token)
      },
    },
    exit: {
      superscript(token) {
        this.exit(token)
      },
    },
  }
}

const construct: Construct = {
  name: 'superscript',
  tokenize(effects, ok, nok) {
    const content = inside(effects, () => effects.enter('superscriptText'), at.caret)
    return (code) => {
      effects.enter('superscript')
      mark(code)
      return first
    }
    function first(code: Code): State | undefined {
      return code === at.caret ? nok(code) : words(code)
    }
    function words(code: Code): State | undefined {
      if (code === null || code < -2 || isSpace(code)) return nok(code)
      if (code !== at.caret) return content.take(code, words)
      content.close()
      effects.exit('superscriptText')
      mark(code)
      effects.exit('superscript')
      return ok
    }
    function mark(code: Code): void {
      effects.enter('superscriptMarker')
      effects.consume(code)
      effects.exit('superscriptMarker')
    }
  },
}
