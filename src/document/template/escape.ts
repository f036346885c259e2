/**
 * Text that stands in Markdown as itself, wherever it is put: at the start of a paragraph, in a sentence, a cell, a
 * heading, a link's words, a list item, a note. Every character that can open or close a construct of CommonMark, GFM
 * or our own extensions gets a backslash; line ends, tabs and white space at the edges become character references.
 * Cleverer is wrong: each rule that escapes only "where needed" has been seen to fail somewhere.
 */
import { codePointOf } from '../../core/index.ts'

export function escapeMarkdown(text: string): string {
  return ANY.test(text) ? text.replace(ACTIVE, '\\$&').replace(BLANK, reference) : text
}

/** A URL for the destination `<…>` of a link: what would end it is percent-encoded, what would be decoded is escaped. */
export function escapeDestination(url: string): string {
  return `<${escapeMarkdown(url.replace(/[<>\s\\]/g, encodeURIComponent))}>`
}

const ACTIVE = /[!"'#$&()*+\-.:;<=>@[\\\]^_`{|}~]/g
const BLANK = /[\n\r\t]|^\s|\s$/g
const ANY = /[!"'#$&()*+\-.:;<=>@[\\\]^_`{|}~\n\r\t]|^\s|\s$/

function reference(character: string): string {
  return `&#x${codePointOf(character).toString(16).toUpperCase()};`
}
