import { itemAt, lastOf } from '../../core/index.ts'
import type { Corpus } from '../../corpus/index.ts'
import { claimsCited } from '../citations.ts'
import { quotationsIn } from '../quotes.ts'
import type { Sentence } from './sentences.ts'
import type { Writing } from './writing.ts'

/** Words in a block quotation, which needs no quotation marks, and our own words around it as a writing. */
export interface BlockQuotation {
  readonly words: string
  /** No quotation marks stand around the words. */
  readonly isBare: boolean
  /** The text is the lead-in paragraph with the attribution line of the block. */
  readonly writing: Writing
}

/**
 * The block quotations that cite a source. One that cites none is no quotation, and words that a record holds, such as a
 * judgment's, are checked where the record is.
 */
export function blockQuotations(sentences: readonly Sentence[], corpus: Corpus): readonly BlockQuotation[] {
  return blocksIn(sentences).flatMap(({ block, before }): readonly BlockQuotation[] => {
    const cites = block.flatMap((it) => it.cites)
    const own = block.filter((it) => it.isOfTemplate)
    const [text, voice] = partsOf(own.map((it) => it.text).join(' '))
    if (cites.length === 0 || text === '') return []
    const writing: Writing = {
      role: 'statement',
      text: [...before.map((it) => it.text), voice].join(' '),
      claims: claimsCited(cites),
      sources: [...new Set(cites.map((cite) => cite.identifier))].filter((key) => corpus.sources.has(key)),
      judgment: false,
      subject: `section:${itemAt(block, 0).section}`,
      place: itemAt(own, 0).place,
    }
    const marked = quotationsIn(text)
    if (marked[0]?.from !== 0) return [{ words: text, isBare: true, writing }]
    return marked.map(({ words }) => ({ words, isBare: false, writing }))
  })
}

interface Run {
  readonly block: Sentence[]
  /** The sentences of the paragraph that leads to it. */
  readonly before: readonly Sentence[]
}

/** Paragraphs of one block quotation follow each other. */
function blocksIn(sentences: readonly Sentence[]): readonly Run[] {
  const runs: Run[] = []
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.block !== 'blockquote') continue
    const last = sentences[index - 1]
    if (last?.block === 'blockquote' && last.section === sentence.section) lastOf(runs).block.push(sentence)
    else {
      const before = sentences.slice(0, index).filter(({ paragraph, section, block }) => {
        return paragraph === last?.paragraph && section === sentence.section && block === 'paragraph'
      })
      runs.push({ block: [sentence], before })
    }
  }
  return runs
}

/** What is quoted, and what a remark in brackets or a short line after a dash at its end says of it. */
function partsOf(text: string): readonly [words: string, voice: string] {
  const end =
    /(?:(?<=[.!?…]["'”’»]?)\s*[—–]\s[^—–]{1,80}|\s*\([^()]*(?:translat|перевод|аударма)[^()]*\)[.\s]*)+$/iu.exec(text)
  return end ? [text.slice(0, end.index).trim(), end[0].trim()] : [text, '']
}
