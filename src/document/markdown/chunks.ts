import { codeText } from 'micromark-core-commonmark'
import { asciiPunctuation, markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, State, Token } from 'micromark-util-types'
import { isReferenceCharacter } from './characters.ts'

/** Takes the text inside brackets, keeping count of nested brackets, escapes and code spans. */
export interface Inside {
  /** Consume one character (or one escape, or one code span) as content, then go on with `next`. */
  take(code: Code, next: State): State | undefined
  /** The content so far is done: what follows is syntax. */
  close(): void
  /** How many brackets inside are open. */
  readonly depth: number
  readonly previous: Code
}

/**
 * Deeper nesting than this is not syntax of ours. It also makes reading linear: at any point at most this many opening
 * brackets are still looking for their end.
 */
export const maximumDepth = 8

/** Content inside `token`, handed back to micromark a line at a time, so that markup in it is parsed with its positions. */
export function inside(effects: Effects, open: () => void, before: Code): Inside {
  let chunk: Token | undefined
  let isOpen = false
  let span = 0
  const state = { depth: 0, previous: before, take, close }
  const codeSpan = codeSpanAhead((length) => {
    span = length
  })
  const reference = referenceAhead((length) => {
    span = length
  })
  return state

  function take(code: Code, next: State): State | undefined {
    if (code === codes.backslash) return takeEscape(code, next)
    if (code === codes.graveAccent) return effects.check(codeSpan, takeSpan(next), takeTicks(next))(code)
    if (code === codes.ampersand) return effects.check(reference, takeSpan(next), takeOne(next))(code)
    if (code === codes.leftSquareBracket) state.depth++
    if (code === codes.rightSquareBracket) state.depth--
    consume(code)
    return next
  }

  function takeEscape(code: Code, next: State): State {
    consume(code)
    return (following) => {
      if (!asciiPunctuation(following)) return next(following)
      consume(following)
      return next
    }
  }

  function takeSpan(next: State): State {
    return function more(code) {
      consume(code)
      return --span > 0 ? more : next
    }
  }

  function takeOne(next: State): State {
    return (code) => {
      consume(code)
      return next
    }
  }

  function takeTicks(next: State): State {
    return function more(code) {
      if (code !== codes.graveAccent) return next(code)
      consume(code)
      return more
    }
  }

  function consume(code: Code): void {
    if (!isOpen) start()
    effects.consume(code)
    state.previous = code
    if (markdownLineEnding(code)) endChunk()
  }

  function start(): void {
    if (!chunk) open()
    const previous = chunk
    chunk = effects.enter('chunkText', { contentType: 'text', ...(previous ? { previous } : {}) })
    if (previous) previous.next = chunk
    isOpen = true
  }

  function endChunk(): void {
    if (isOpen) effects.exit('chunkText')
    isOpen = false
  }

  function close(): void {
    endChunk()
    chunk = undefined
  }
}

/** Is this the start of a code span, and how long is it? Brackets and semicolons in code are not syntax. */
function codeSpanAhead(found: (length: number) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let length = 0
      const consume = (code: Code): undefined => {
        length++
        effects.consume(code)
      }
      const end = (code: Code) => {
        found(length)
        return ok(code)
      }
      return codeText.tokenize.call(this, { ...effects, consume }, end, nok)
    },
  }
}

/** Is this a character reference, whose `;` separates nothing? */
function referenceAhead(found: (length: number) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let length = 0
      return (code) => {
        effects.enter('lookAhead')
        return more(code)
      }
      function more(code: Code): State | undefined {
        if (length === 1 && /\d/.test(String.fromCharCode(code ?? 0))) return nok(code)
        if (length > 0 && !isReferenceCharacter(code)) return end(code)
        if (length > 32) return nok(code)
        effects.consume(code)
        length++
        return more
      }
      function end(code: Code): State | undefined {
        if (code !== codes.semicolon || length < 3) return nok(code)
        effects.consume(code)
        effects.exit('lookAhead')
        found(length + 1)
        return ok
      }
    },
  }
}
