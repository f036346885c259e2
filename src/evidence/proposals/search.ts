import { itemAt } from '../../core/index.ts'
import type { Corpus } from '../../corpus/index.ts'
import { fold, foldedLines } from '../fold.ts'
import { normalisePhrase } from '../normalise.ts'
import { isUnspaced } from '../words.ts'

/** A paragraph of a text, or a record, that has all words that were asked for. */
export interface Found {
  /** `text` for a paragraph, else the kind of the record. */
  readonly kind: string
  /** A source’s key, or a record’s id. */
  readonly id: string
  readonly para?: number
  readonly words: string
}

const shown = 300

/** Where all of some words stand, each as the beginning of a word, or anywhere in a script without spaces: in the held texts and in the registers. */
export function search(
  words: string,
  corpus: Corpus,
  texts: ReadonlyMap<string, readonly string[]>,
  limit = 20,
): readonly Found[] {
  const asked = wordsIn(normalised(words))
  if (asked.length === 0) return []
  const isIn = (text: string) => {
    const there = wordsIn(text)
    return asked.every((word) => there.some((it) => (isUnspaced(word) ? it.includes(word) : it.startsWith(word))))
  }
  const has = (text: string) => isIn(normalised(text))
  const found: Found[] = []
  for (const [id, paragraphs] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [at, paragraph] of paragraphs.entries())
      if (isIn(itemAt(foldedLines(paragraphs), at).text))
        found.push({ kind: 'text', id, para: at + 1, words: around(paragraph, itemAt(asked, 0)) })
  for (const { id, gist } of corpus.claims.values()) if (has(gist)) found.push({ kind: 'claim', id, words: gist })
  for (const { id, name, names } of corpus.actors.values())
    if ([name, ...names.map(({ form }) => form)].some(has)) found.push({ kind: 'actor', id, words: name })
  for (const { id, title } of corpus.sources.values())
    if (title !== undefined && has(title)) found.push({ kind: 'source', id, words: title })
  return found.slice(0, limit)
}

/** As texts are compared with what is quoted of them. */
const normalised = (text: string) => fold(normalisePhrase(text))

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

function around(paragraph: string, word: string): string {
  if (paragraph.length <= shown) return paragraph
  const at = Math.max(0, paragraph.toLowerCase().indexOf(word) - shown / 3)
  return `${at > 0 ? '…' : ''}${paragraph.slice(at, at + shown)}…`
}
