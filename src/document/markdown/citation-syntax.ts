/**
 * Pandoc's citation syntax (https://pandoc.org/MANUAL.html#citation-syntax) as a micromark extension:
 * `[see @key, pp. 33-35; @other]`, `@key [p. 4]`, `[-@key]`, `@{odd key}`, `[@*]`.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types'
import { isWord, takeAs } from './characters.ts'
import { inside, maximumDepth } from './chunks.ts'
import { key } from './citation-key.ts'

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
  return { text: { [codes.leftSquareBracket]: group, [codes.atSign]: narrative, [codes.dash]: narrative } }
}

/** `me@example.org`, `//host/@handle`, `@@` and `[^@note]` are not citations; `_@key` in emphasis is. */
function mayPrecede(code: Code): boolean {
  if (code === codes.underscore) return true
  return !(isWord(code) || code === codes.atSign || code === codes.slash || code === codes.caret)
}

const group: Construct = {
  name: 'citeGroup',
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('citeGroup')
      takeAs(effects, code, 'citeMarker')
      return first
    }
    /** `[^note]` is a footnote's. */
    function first(code: Code): State | undefined {
      return code === codes.caret ? nok(code) : items(effects, end, nok, 'cite')(code)
    }
    function end(code: Code): State | undefined {
      takeAs(effects, code, 'citeMarker')
      effects.exit('citeGroup')
      return after
    }
    function after(code: Code): State | undefined {
      if (code === codes.leftParenthesis || code === codes.leftCurlyBrace) return nok(code)
      return code === codes.leftSquareBracket ? effects.check(groupOrNote, ok, nok)(code) : ok(code)
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
      if (!markdownSpace(code) && !(markdownLineEnding(code) && lines++ === 0)) return open(code)
      takeAs(effects, code, markdownSpace(code) ? 'whitespace' : 'lineEnding')
      return space
    }
    function open(code: Code): State | undefined {
      if (code !== codes.leftSquareBracket) return nok(code)
      takeAs(effects, code, 'citeMarker')
      return first
    }
    function first(code: Code): State | undefined {
      if (code === codes.caret || code === codes.rightSquareBracket) return nok(code)
      const withKeys: Construct = { partial: true, tokenize: (ahead, yes, no) => items(ahead, yes, no, 'cite') }
      const follow = (kind: 'cite' | 'citeTail') => (next: Code) => items(effects, end, nok, kind)(next)
      return effects.check(withKeys, follow('cite'), follow('citeTail'))(code)
    }
    function end(code: Code): State | undefined {
      takeAs(effects, code, 'citeMarker')
      return after
    }
    function after(code: Code): State | undefined {
      if (code === codes.leftParenthesis) return nok(code)
      return code === codes.leftSquareBracket ? effects.check(groupOrNote, ok, nok)(code) : ok(code)
    }
  },
}

/** `[see @key` or `[^`: a second group or a note, not the reference of a link. */
const groupOrNote: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      takeAs(effects, code, 'lookAhead')
      return (following) => (following === codes.caret ? ok(following) : items(effects, ok, nok, 'cite')(following))
    }
  },
}

/** The works between the brackets, separated by `;`, up to the closing bracket. The first needs no key in a tail. */
function items(effects: Effects, ok: State, nok: State, first: 'cite' | 'citeTail'): State {
  let kind: 'cite' | 'citeTail' = first
  let part: 'citePrefix' | 'citeSuffix' = 'citePrefix'
  const content = inside(effects, () => effects.enter(part), codes.leftSquareBracket)
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
    if (content.depth === 0 && (code === codes.rightSquareBracket || code === codes.semicolon)) return nok(code)
    const begins = (code === codes.atSign || code === codes.dash) && mayPrecede(content.previous)
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
    if (content.depth > 0 || (code !== codes.rightSquareBracket && code !== codes.semicolon)) {
      used = true
      return content.take(code, suffix)
    }
    closePart()
    effects.exit(kind)
    if (code === codes.rightSquareBracket) return ok(code)
    kind = 'cite'
    takeAs(effects, code, 'citeMarker')
    return item
  }
  function closePart(): void {
    content.close()
    if (used) effects.exit(part)
    used = false
  }
}
