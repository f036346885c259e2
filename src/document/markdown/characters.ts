import type { Code } from 'micromark-util-types'

/** Code points of the characters that the extensions look for. */
export const at = {
  ampersand: 38,
  asterisk: 42,
  atSign: 64,
  backslash: 92,
  backtick: 96,
  caret: 94,
  closeBrace: 125,
  closeBracket: 93,
  dash: 45,
  openBrace: 123,
  openBracket: 91,
  openParenthesis: 40,
  semicolon: 59,
  slash: 47,
  tilde: 126,
  underscore: 95,
} as const

/** A letter, a digit, `_`, or half of a character beyond the first plane: what keys are made of. */
export function isWord(code: Code): boolean {
  return code !== null && code >= 0 && /[\p{L}\p{M}\p{N}_\ud800-\udfff]/u.test(String.fromCharCode(code))
}

/** What may stand inside a key, one at a time and between word characters. */
export function isInternal(code: Code): boolean {
  return code !== null && code >= 0 && ':.#$%&-+?<>~/'.includes(String.fromCharCode(code))
}

/** ASCII punctuation: what a backslash escapes. */
export function isPunctuation(code: Code): boolean {
  return code !== null && code >= 0 && /[!-/:-@[-`{-~]/.test(String.fromCharCode(code))
}

/** What stands between `&` and `;` in a character reference. */
export function isReferenceCharacter(code: Code): boolean {
  return code !== null && code >= 0 && /[#A-Za-z0-9]/.test(String.fromCharCode(code))
}

export function isSpace(code: Code): boolean {
  return code === 32 || code === -1 || code === -2
}

/** Line endings are virtual codes below -2; null is the end. */
export function isLineEnding(code: Code): boolean {
  return code !== null && code < -2
}

/** A key that needs no braces. */
export const plainKey = /^[\p{L}\p{M}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{M}\p{N}_]+)*$/u
