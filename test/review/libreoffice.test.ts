// What a person edits in LibreOffice comes back: in the records, or refused with a reason. READ_BACK=500 makes a long run of it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Edit } from '../../src/app/review/edit.ts'
import { readBack } from '../../src/app/review/read-back.ts'
import { replaced } from '../../src/app/review/sentences.ts'
import { readWordFile, type WordFile } from '../../src/app/review/word-file.ts'
import { build } from '../../src/build.ts'
import { plain } from '../../src/write/docx/paragraph-marks.ts'
import { readFiles } from '../helpers/golden.ts'
import { libreOffice, libreOfficeTest } from '../helpers/libreoffice.ts'
import { sharedCache as cache, memoryHost } from '../helpers/memory-host.ts'

const templates = [...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const)
const corpus = [...readFiles('corpus')].map(([path, text]) => [`corpus/${path}`, text] as const)
const projects = {
  'alder-water': new Map([...readFiles('assets/sample'), ...templates]),
  'kazakhstan-ct-brief': new Map([...corpus, ...templates]),
} as const
type Pack = keyof typeof projects

/** What is done to a paragraph, as `libreoffice.py` names it, and what a person would call it. */
interface Change {
  readonly what: string
  readonly paragraph: string
  readonly step: readonly [number: number, kind: string, words: string, now: string]
  readonly mark: string
}

/** One of a kind: the words that are changed, and what stands there then. `undefined` where the paragraph has none. */
const hands: Record<
  string,
  (text: string, mark: string, all: string) => readonly [string, string, string] | undefined
> = {
  replace: (text, mark) => typed(text, /(?<=\p{Ll} )\p{Ll}{4,}(?= \p{Ll})/u, () => mark),
  insert: (text, mark) => typed(text, /(?<=\p{Ll} )\p{Ll}{4,}(?= \p{Ll})/u, (it) => `${it} ${mark}`),
  end: (text, mark) => typed(text, /\p{Ll}{4,}(?=\.$)/u, (it) => `${it} ${mark}`),
  remove: (text, _mark, all) => {
    const once = [...text.matchAll(/(?<=\p{Ll} )\p{Ll}{5,} (?=\p{Ll})/gu)].find(
      ([it]) => all.split(it.trim()).length === 2,
    )
    return once && ['type', once[0], '']
  },
  number: (text, mark) => typed(text, /\p{N}+/u, (it) => `${it}7 ${mark}`),
  name: (text, mark) => typed(text, /(?<=\p{Ll} )\p{Lu}\p{Ll}+/u, () => `Q${mark}`),
  negation: (text, mark) =>
    typed(text, /(?<=\p{Ll} )(?:is|was|are|were|had|has)(?= \p{Ll})/u, (it) => `${it} not ${mark}`),
  quotation: (text, mark) => typed(text, /(?<=\p{Ll} )\p{Ll}{4,}(?= \p{Ll})/u, (it) => `“${it} ${mark}”`),
  citation: (text, mark) => typed(text, /¶\d+/u, () => mark),
  split: (text, mark) => {
    const [at] = /(?<=\p{Ll} )\p{Ll}{4,}(?= \p{Ll})/u.exec(text) ?? []
    return at === undefined ? undefined : ['split', at, `${mark} `]
  },
  'new paragraph': (_text, mark) => ['new', '', mark],
  'no paragraph': (text) => (text.length > 60 ? ['remove', '', ''] : undefined),
  join: (text) => (text.length > 60 ? ['join', '', ''] : undefined),
}

function typed(
  text: string,
  pattern: RegExp,
  edit: (words: string) => string,
): readonly [string, string, string] | undefined {
  const [found] = pattern.exec(text) ?? []
  return found === undefined ? undefined : ['type', found, edit(found)]
}

/** So many changes of different paragraphs, no two of them neighbours. */
function changesOf(texts: readonly string[], marked: ReadonlySet<string>, seed: number, count: number): Change[] {
  let state = seed * 2654435761 + 1
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % below
  }
  const all = texts.join('\n')
  const taken = new Set<number>()
  const changes: Change[] = []
  for (let tries = 0; changes.length < count && tries < count * 60; tries++) {
    const index = next(texts.length)
    const [what, hand] = Object.entries(hands)[next(Object.keys(hands).length)]!
    const paragraph = texts[index]!
    const mark = `quor${[...String(changes.length + 10)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}lemba`
    if (!marked.has(plain(paragraph).trim()) || [-1, 0, 1].some((by) => taken.has(index + by))) continue
    const made = hand(paragraph, mark, all)
    // A caption that comes to stand beside its picture has lost no word.
    if (!made || (what === 'join' && texts[index + 1]?.trim() === '')) continue
    taken.add(index)
    changes.push({ what, paragraph, mark, step: [index, ...made] })
  }
  return changes
}

/** The edits that tell of a change. */
function tellings(edits: readonly Edit[], { what, mark, paragraph, step: [, , words] }: Change): Edit[] {
  if (what === 'remove') return edits.filter(({ was }) => was.includes(words.trim()))
  const start = plain(paragraph).slice(0, 40)
  if (what === 'no paragraph' || what === 'join') return edits.filter(({ was, is }) => `${was}\n${is}`.includes(start))
  return edits.filter(({ is }) => is.includes(mark))
}

/** What a text binds: its numbers, its names, and what it quotes. */
const bound = (text: string) =>
  JSON.stringify([/\p{N}+/gu, /(?<=[\p{L},;] )\p{Lu}\p{L}+/gu, /“[^”]*”/gu].map((kind) => text.match(kind)?.sort()))

/** What no record takes over where it rests on claims, and what none takes over at all. */
const binding = new Set(['number', 'name', 'negation', 'quotation'])
const structural = new Set(['citation', 'split', 'new paragraph', 'no paragraph', 'join'])

const perFile = 20

/** Makes changes in files that LibreOffice opens and saves, and reads each back. */
async function prove(pack: Pack, files: number, counts: Record<string, number>): Promise<void> {
  const project = projects[pack]
  const folder = mkdtempSync(join(tmpdir(), 'read-back-'))
  try {
    const host = memoryHost(project)
    await build(host, { packs: [pack], formats: ['docx'], cache })
    const word = host.written.get(`out/${pack}.docx`)!
    const opened = join(folder, 'built.docx')
    writeFileSync(opened, word)
    const { paragraphs } = readWordFile(word) as WordFile
    const marked = new Set(
      paragraphs.filter(({ marks }) => marks.length > 0).map(({ text }) => text.replaceAll('†', '').trim()),
    )
    const [[texts]] = (await libreOffice([{ open: opened, do: [['text-of']] }])) as [[string[]]]
    const rounds = Array.from({ length: files }, (_, round) => changesOf(texts, marked, round + 1, perFile))
    const savedAs = (round: number) => join(folder, `${round}.docx`)
    const answers = await libreOffice(
      rounds.map((changes, round) => ({
        open: opened,
        do: [
          ['track', round % 2 === 1],
          ['edit', changes.map(({ step }) => step)],
        ],
        save: savedAs(round),
        filter: 'MS Word 2007 XML',
      })),
    )
    for (const [round, changes] of rounds.entries()) {
      const done = answers[round]![1] as boolean[]
      const result = await readBack(memoryHost(project), readFileSync(savedAs(round)), { cache })
      if (typeof result === 'string') throw new Error(result)
      const told = new Set(changes.flatMap((change) => tellings(result.edits, change)))
      for (const edit of result.edits)
        if (edit.refused === undefined && !told.has(edit)) counts[`unasked ${JSON.stringify(edit)}`] = 1
      for (const change of changes.filter((_, index) => done[index])) judge(change, result.edits, counts)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function judge(change: Change, edits: readonly Edit[], counts: Record<string, number>): void {
  const count = (outcome: string) => {
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  const told = tellings(edits, change)
  const name = `${change.what}: ${JSON.stringify(change)}`
  if (told.length === 0) count(`lost ${name}`)
  for (const { refused, field, at } of told.slice(0, 1)) {
    count(refused === undefined ? 'applied' : 'refused')
    count(`${change.what} ${refused === undefined ? 'applied' : 'refused'}`)
    if (refused !== undefined) continue
    const now = replaced(field!.value, at!)
    const isBound = field!.claims.length > 0 && (binding.has(change.what) || bound(now) !== bound(field!.value))
    if (isBound || structural.has(change.what)) count(`bound ${name}`)
  }
}

const wanted = Number(process.env.READ_BACK ?? 20)
const files = Math.ceil(wanted / perFile)

libreOfficeTest(
  `${files * perFile} edits made in LibreOffice: none is lost, none alters what rests on a claim`,
  async () => {
    const counts: Record<string, number> = {}
    await prove('alder-water', Math.ceil(files / 2), counts)
    if (files > 1) await prove('kazakhstan-ct-brief', Math.floor(files / 2), counts)
    const faults = Object.keys(counts).filter((it) => /^(?:lost|bound|unasked) /.test(it))
    if (process.env.READ_BACK) console.log(counts)
    expect(faults).toEqual([])
    // Some cannot be made: LibreOffice takes no paragraph out that is all of a cell, and types nothing over a link.
    expect((counts.applied ?? 0) + (counts.refused ?? 0)).toBeGreaterThan(files * perFile * 0.7)
  },
)
