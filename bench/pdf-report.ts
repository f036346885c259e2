/** A made-up report of about so many pages, the same each time: text with citations and notes, lists, tables, a bibliography. */
import type { Block, Document, Inline } from '../src/core/tree.ts'

const wordsPerPage = 430

export function reportOf(pages: number): Document {
  const random = generator(pages)
  const word = vocabulary(random)
  const blocks: Block[] = []
  const notes: Block[] = []
  let written = 0
  let section = 0
  while (written < pages * wordsPerPage) {
    if (written >= section * 900) {
      section += 1
      blocks.push({
        type: 'heading',
        depth: section % 4 === 1 ? 1 : 2,
        data: { id: `s${section}` },
        children: [{ type: 'text', value: `${section} ${titled(phrase(word, 4))}` }],
      })
    }
    const kind = random()
    const block = kind < 0.08 ? list() : kind < 0.13 ? table() : paragraph()
    blocks.push(block)
  }
  const sources = Array.from({ length: Math.ceil(pages / 2) + 5 }, (_, i) => ({
    type: 'bibliographyEntry' as const,
    identifier: `k${i}`,
    data: { id: `source-k${i}` },
    children: [
      text(`${titled(phrase(word, 2))}. ${1990 + (i % 30)}. ${titled(phrase(word, 8))}. https://example.org/${i}`),
    ],
  }))
  blocks.push({ type: 'heading', depth: 1, data: { id: 'sources' }, children: [text('Sources')] })
  blocks.push({ type: 'bibliography', hanging: true, children: sources })
  const words = {
    colon: ': ',
    contents: 'Contents',
    figures: 'Figures',
    tables: 'Tables',
    notes: 'Notes',
    page: 'Page',
    of: 'of',
  }
  return {
    meta: {
      ...{ name: 'bench', title: 'A report', authors: ['A. Author'], facts: [], language: 'en-GB' },
      ...{ date: '2026-01-01T00:00:00Z', description: '', keywords: [] },
      words: {
        ...words,
        backToText: 'Back',
        skipToText: 'Skip',
        ...{ search: 'Search', found: 'Found', copy: 'Copy', enlarge: 'Enlarge', filter: 'Only rows with' },
        asTable: 'Table',
      },
    },
    body: { type: 'root', children: [...blocks, ...notes] },
  }

  function sentence(): Inline[] {
    const count = 10 + Math.floor(random() * 16)
    written += count
    const inlines: Inline[] = [text(titled(phrase(word, count)))]
    if (random() < 0.1) inlines.push({ type: 'emphasis', children: [text(` ${phrase(word, 3)}`)] })
    if (random() < 0.5) {
      const source = `k${Math.floor(random() * (pages / 2 + 5))}`
      inlines.push(text(' '), { type: 'link', url: `#source-${source}`, children: [text(`(${phrase(word, 1)} 2004)`)] })
    }
    inlines.push(text('.'))
    if (random() < 0.04) {
      const number = notes.length + 1
      notes.push({
        type: 'footnoteDefinition',
        ...{ identifier: `n${number}`, number },
        children: [{ type: 'paragraph', children: [text(`${titled(phrase(word, 12))}.`)] }],
      })
      inlines.push({ type: 'footnoteReference', identifier: `n${number}`, number })
    }
    return [...inlines, text(' ')]
  }

  function paragraph(): Block {
    return { type: 'paragraph', children: Array.from({ length: 3 + Math.floor(random() * 4) }, sentence).flat() }
  }

  function list(): Block {
    const children = Array.from({ length: 4 }, () => ({
      type: 'listItem' as const,
      spread: false,
      children: [{ type: 'paragraph' as const, children: sentence() }],
    }))
    return { type: 'list', ordered: random() < 0.5, spread: false, children }
  }

  function table(): Block {
    const cell = (count: number) => ({ type: 'tableCell' as const, children: [text(phrase(word, count))] })
    const rows = Array.from({ length: 8 }, () => ({
      type: 'tableRow' as const,
      children: [cell(1), cell(3), cell(9), cell(2)],
    }))
    written += 120
    return { type: 'table', align: [null, null, null, null], children: rows }
  }
}

const text = (value: string): Inline => ({ type: 'text', value })
const titled = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const phrase = (word: () => string, count: number) => Array.from({ length: count }, word).join(' ')

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Words as a language has them: a few very often, most of them seldom. */
function vocabulary(random: () => number): () => string {
  const syllables = [
    'ba',
    'con',
    'de',
    'es',
    'fi',
    'gra',
    'ly',
    'ment',
    'no',
    'per',
    'qui',
    'res',
    'sta',
    'ti',
    'on',
    'ver',
  ]
  const words = Array.from({ length: 20_000 }, (_, rank) => {
    const count = 1 + Math.floor(Math.log2(rank + 2) / 3.2 + random())
    return Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  })
  return () => words[Math.floor(words.length ** random()) - 1]!
}
