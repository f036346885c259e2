/** Pandoc's bracketed spans, `[words]{#id lang=ru}`, as a micromark extension. */
import type { Code, Construct, Extension, State } from 'micromark-util-types'
import { parseAttributes } from './attributes.ts'
import { at } from './characters.ts'
import { inside, maximumDepth } from './chunks.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    span: 'span'
    spanMarker: 'spanMarker'
    spanText: 'spanText'
    spanAttributes: 'spanAttributes'
  }
}

/** Reads words with a language or an id. */
export function bracketedSpan(): Extension {
  return { text: { [at.openBracket]: span } }
}

const span: Construct = {
  name: 'span',
  tokenize(effects, ok, nok) {
    const content = inside(effects, () => effects.enter('spanText'), at.openBracket)
    const slice = this.sliceSerialize.bind(this)
    let used = false
    return (code) => {
      effects.enter('span')
      mark(code)
      return words
    }
    function words(code: Code): State | undefined {
      if (code === null || content.depth > maximumDepth) return nok(code)
      if (content.depth === 0 && code === at.closeBracket) return end(code)
      used = true
      return content.take(code, words)
    }
    function end(code: Code): State | undefined {
      content.close()
      if (used) effects.exit('spanText')
      mark(code)
      return brace
    }
    function brace(code: Code): State | undefined {
      if (code !== at.openBrace) return nok(code)
      mark(code)
      effects.enter('spanAttributes')
      return attributes
    }
    function attributes(code: Code): State | undefined {
      if (code === null || code < -2 || code === at.openBrace) return nok(code)
      if (code === at.closeBrace) return close(code)
      effects.consume(code)
      return attributes
    }
    function close(code: Code): State | undefined {
      const token = effects.exit('spanAttributes')
      if (!parseAttributes(slice(token))) return nok(code)
      mark(code)
      effects.exit('span')
      return ok
    }
    function mark(code: Code): void {
      effects.enter('spanMarker')
      effects.consume(code)
      effects.exit('spanMarker')
    }
  },
}
