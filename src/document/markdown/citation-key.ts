import { markdownSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, State } from 'micromark-util-types'
import { isEnd, isInternal, isWord, takeAs } from './characters.ts'

/** `-@key`, `@key`, `@{any key}`, `@*`. */
export const key: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code !== codes.dash) return sign(code)
      takeAs(effects, code, 'citeSuppress')
      return sign
    }
    function sign(code: Code): State | undefined {
      if (code !== codes.atSign) return nok(code)
      takeAs(effects, code, 'citeMarker')
      return start
    }
    function start(code: Code): State | undefined {
      if (code === codes.leftCurlyBrace) {
        takeAs(effects, code, 'citeMarker')
        effects.enter('citeKey')
        return firstBraced
      }
      if (!isWord(code) && code !== codes.asterisk) return nok(code)
      effects.enter('citeKey')
      effects.consume(code)
      return code === codes.asterisk ? end : plain
    }
    function plain(code: Code): State | undefined {
      if (isWord(code)) {
        effects.consume(code)
        return plain
      }
      return isInternal(code) ? effects.check(internal, consumeInternal, end)(code) : end(code)
    }
    function consumeInternal(code: Code): State {
      effects.consume(code)
      return plain
    }
    /** `@user@host` is a handle. */
    function end(code: Code): State | undefined {
      effects.exit('citeKey')
      return code === codes.atSign ? nok(code) : ok(code)
    }
    function firstBraced(code: Code): State | undefined {
      return code === codes.rightCurlyBrace ? nok(code) : braced(code)
    }
    function braced(code: Code): State | undefined {
      if (isEnd(code) || markdownSpace(code) || code === codes.leftCurlyBrace) return nok(code)
      if (code !== codes.rightCurlyBrace) {
        effects.consume(code)
        return braced
      }
      effects.exit('citeKey')
      takeAs(effects, code, 'citeMarker')
      return ok
    }
  },
}

/** A punctuation character inside a key, before another word character. */
const internal: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      takeAs(effects, code, 'lookAhead')
      return (following) => (isWord(following) ? ok(following) : nok(following))
    }
  },
}
