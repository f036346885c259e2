/** Pandoc's bracketed spans, `[words]{#id lang=ru}`, as a micromark extension. */
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Extension, State } from 'micromark-util-types'
import { parseAttributes } from './attributes.ts'
import { isEnd, takeAs } from './characters.ts'
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
  return { text: { [codes.leftSquareBracket]: span } }
}

const span: Construct = {
  name: 'span',
  tokenize(effects, ok, nok) {
    const content = inside(effects, () => effects.enter('spanText'), codes.leftSquareBracket)
    const slice = this.sliceSerialize.bind(this)
    let used = false
    return (code) => {
      effects.enter('span')
      takeAs(effects, code, 'spanMarker')
      return words
    }
    function words(code: Code): State | undefined {
      if (code === null || content.depth > maximumDepth) return nok(code)
      if (content.depth === 0 && code === codes.rightSquareBracket) return end(code)
      used = true
      return content.take(code, words)
    }
    function end(code: Code): State | undefined {
      content.close()
      if (used) effects.exit('spanText')
      takeAs(effects, code, 'spanMarker')
      return brace
    }
    function brace(code: Code): State | undefined {
      if (code !== codes.leftCurlyBrace) return nok(code)
      takeAs(effects, code, 'spanMarker')
      effects.enter('spanAttributes')
      return attributes
    }
    function attributes(code: Code): State | undefined {
      if (isEnd(code) || code === codes.leftCurlyBrace) return nok(code)
      if (code === codes.rightCurlyBrace) return close(code)
      effects.consume(code)
      return attributes
    }
    function close(code: Code): State | undefined {
      const token = effects.exit('spanAttributes')
      if (!parseAttributes(slice(token))) return nok(code)
      takeAs(effects, code, 'spanMarker')
      effects.exit('span')
      return ok
    }
  },
}
