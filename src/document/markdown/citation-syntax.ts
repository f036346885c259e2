/**
 * Pandoc's citation syntax (https://pandoc.org/MANUAL.html#citation-syntax) as a micromark extension:
 * `[see @key, pp. 33-35; @other]`, `@key [p. 4]`, `[-@key]`, `@{odd key}`, `[@*]`.
 */
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types'
import { at, isLineEnding, isSpace, isWord } from './characters.ts'
import { inside, maximumDepth } from './chunks.ts'
import { key, mark } from './citation-key.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citeGroup: 'citeGroup'
    citeNarrative: 'citeNarrative'
    cite: 'cite'
    /** The locator and suffix that follow a narrative citation in brackets. */
    citeTail: 'citeTail'
    citeHead: 'citeHead'
    citeKey: 'citeKey'
    citeSuppress: 'citeSuppress'
    citePrefix: 'citePrefix'
    citeSuffix: 'citeSuffix'
    citeMarker: 'citeMarker'
    lookAhead: 'lookAhead'
  }
}

/** Reads citations in running text. */
export function citation(): Extension {
  const narrative = { name: 'citeNarrative', previous: mayPrecede, tokenize: tokenizeNarrative }
  return { text: { [at.openBracket]: group, [at.atSign]: narrative, [at.dash]: narrative } }
}

/** `me@example.org`, `//host/@handle`, `@@` and `[^@note]` are not citations; `_@key` in emphasis is. */
function mayPrecede(code: Code): boolean {
  if (code === at.underscore) return true
  return !(isWord(code) || code === at.atSign || code === at.slash || code === at.caret)
}

const group: Construct = {
  name: 'citeGroup',
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('citeGroup')
      mark(effects, code)
      return first
    }
    /** `[^note]` is a footnote's. */
    function first(code: Code): State | undefined {
      return code === at.caret ? nok(code) : items(effects, end, nok, 'cite')(code)
    }
    function end(code: Code): State | undefined {
      mark(effects, code)
      effects.exit('citeGroup')
      return after
    }
    function after(code: Code): State | undefined {
      if (code === at.openParenthesis || code === at.openBrace) return nok(code)
      return code === at.openBracket ? effects.check(groupOrNote, ok, nok)(code) : ok(code)
    }
  },
}

const tokenizeNarrative: Construct['tokenize'] = function (effects, ok, nok) {
  const { previous } = this
  return (code) => {
    if (!mayPrecede(previous)) return nok(code)
    effects.enter('citeNarrative')
    effects.enter('citeHead')
    return effects.attempt(key, head, nok)(code)
  }
  function head(code: Code): State | undefined {
    effects.exit('citeHead')
    return effects.attempt(tail, end, end)(code)
  }
  function end(code: Code): State | undefined {
    effects.exit('citeNarrative')
    return ok(code)
  }
}

/** What may follow a narrative citation: ` [p. 4]`, ` [p. 4; @other]`, ` [@other]`. */
const tail: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let lines = 0
    return space
    /** Spaces, and the end of one line. */
    function space(code: Code): State | undefined {
      if (!isSpace(code) && !(isLineEnding(code) && lines++ === 0)) return open(code)
      const type = isSpace(code) ? 'whitespace' : 'lineEnding'
      effects.enter(type)
      effects.consume(code)
      effects.exit(type)
      return space
    }
    function open(code: Code): State | undefined {
      if (code !== at.openBracket) return nok(code)
      mark(effects, code)
      return first
    }
    function first(code: Code): State | undefined {
      if (code === at.caret || code === at.closeBracket) return nok(code)
      const withKeys: Construct = { partial: true, tokenize: (ahead, yes, no) => items(ahead, yes, no, 'cite') }
      const follow = (kind: 'cite' | 'citeTail') => (next: Code) => items(effects, end, nok, kind)(next)
      return effects.check(withKeys, follow('cite'), follow('citeTail'))(code)
    }
    function end(code: Code): State | undefined {
      mark(effects, code)
      return after
    }
    function after(code: Code): State | undefined {
      if (code === at.openParenthesis) return nok(code)
      return code === at.openBracket ? effects.check(groupOrNote, ok, nok)(code) : ok(code)
    }
  },
}

/** `[see @key` or `[^`: a second group or a note, not the reference of a link. */
const groupOrNote: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      mark(effects, code, 'lookAhead')
      return (following) => (following === at.caret ? ok(following) : items(effects, ok, nok, 'cite')(following))
    }
  },
}

/** The works between the brackets, separated by `;`, up to the closing bracket. The first needs no key in a tail. */
function items(effects: Effects, ok: State, nok: State, first: 'cite' | 'citeTail'): State {
  let kind: 'cite' | 'citeTail' = first
  let part: 'citePrefix' | 'citeSuffix' = 'citePrefix'
  const content = inside(effects, () => effects.enter(part), at.openBracket)
  let used = false
  return item

  function item(code: Code): State | undefined {
    effects.enter(kind)
    if (kind === 'citeTail') return startSuffix(code)
    part = 'citePrefix'
    return prefix(code)
  }
  function prefix(code: Code): State | undefined {
    if (code === null || content.depth > maximumDepth) return nok(code)
    if (content.depth === 0 && (code === at.closeBracket || code === at.semicolon)) return nok(code)
    const begins = (code === at.atSign || code === at.dash) && mayPrecede(content.previous)
    return begins ? effects.check(key, work, takePrefix)(code) : takePrefix(code)
  }
  function takePrefix(code: Code): State | undefined {
    used = true
    return content.take(code, prefix)
  }
  function work(code: Code): State | undefined {
    closePart()
    return effects.attempt(key, startSuffix, nok)(code)
  }
  function startSuffix(code: Code): State | undefined {
    part = 'citeSuffix'
    return suffix(code)
  }
  function suffix(code: Code): State | undefined {
    if (code === null || content.depth > maximumDepth) return nok(code)
    if (content.depth > 0 || (code !== at.closeBracket && code !== at.semicolon)) {
      used = true
      return content.take(code, suffix)
    }
    closePart()
    effects.exit(kind)
    if (code === at.closeBracket) return ok(code)
    kind = 'cite'
    mark(effects, code)
    return item
  }
  function closePart(): void {
    content.close()
    if (used) effects.exit(part)
    used = false
  }
}
