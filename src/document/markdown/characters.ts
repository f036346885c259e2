import { asciiAlphanumeric, markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Effects, TokenType } from 'micromark-util-types'

/** A letter, a digit, `_`, or half of a character beyond the first plane: what keys are made of. */
export function isWord(code: Code): boolean {
  return code !== null && code >= 0 && /[\p{L}\p{M}\p{N}_\ud800-\udfff]/u.test(String.fromCharCode(code))
}

/** What may stand inside a key, one at a time and between word characters. */
export function isInternal(code: Code): boolean {
  return code !== null && code >= 0 && ':.#$%&-+?<>~/'.includes(String.fromCharCode(code))
}

/** What stands between `&` and `;` in a character reference. */
export const isReferenceCharacter = (code: Code): boolean => code === codes.numberSign || asciiAlphanumeric(code)

/** Where a line ends, or the text. */
export const isEnd = (code: Code): boolean => code === null || markdownLineEnding(code)

/** Takes one character as a token of its own. */
export function takeAs(effects: Effects, code: Code, type: TokenType): void {
  effects.enter(type)
  effects.consume(code)
  effects.exit(type)
}

/** A key that needs no braces. */
export const plainKey = /^[\p{L}\p{M}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{M}\p{N}_]+)*$/u
