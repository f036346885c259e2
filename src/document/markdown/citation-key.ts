import type { Code, Construct, Effects, State } from 'micromark-util-types'
import { at, isInternal, isSpace, isWord } from './characters.ts'

/** `-@key`, `@key`, `@{any key}`, `@*`. */
export const key: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code !== at.dash) return sign(code)
      mark(effects, code, 'citeSuppress')
      return sign
    }
    function sign(code: Code): State | undefined {
      if (code !== at.atSign) return nok(code)
      mark(effects, code)
      return start
    }
    function start(code: Code): State | undefined {
      if (code === at.openBrace) {
        mark(effects, code)
        effects.enter('citeKey')
        return firstBraced
      }
      if (!isWord(code) && code !== at.asterisk) return nok(code)
      effects.enter('citeKey')
      effects.consume(code)
      return code === at.asterisk ? end : plain
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
      return code === at.atSign ? nok(code) : ok(code)
    }
    function firstBraced(code: Code): State | undefined {
      return code === at.closeBrace ? nok(code) : braced(code)
    }
    function braced(code: Code): State | undefined {
      if (code === null || code < -2 || isSpace(code) || code === at.openBrace) return nok(code)
      if (code !== at.closeBrace) {
        effects.consume(code)
        return braced
      }
      effects.exit('citeKey')
      mark(effects, code)
      return ok
    }
  },
}

/** A punctuation character inside a key, before another word character. */
const internal: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      mark(effects, code, 'lookAhead')
      return (following) => (isWord(following) ? ok(following) : nok(following))
    }
  },
}

/** Takes one character as a token of its own. */
export function mark(
  effects: Effects,
  code: Code,
  type: 'citeMarker' | 'citeSuppress' | 'lookAhead' = 'citeMarker',
): void {
  effects.enter(type)
  effects.consume(code)
  effects.exit(type)
}
