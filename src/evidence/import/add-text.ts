import { encode, entryOf, type Host, itemAt, readText, sha256 } from '../../core/index.ts'
import {
  type Corpus,
  codeOf,
  codeToWrite,
  editYaml,
  fieldOrder,
  inOrder,
  parseEdtf,
  readToEdit,
  type Source,
  setField,
  yamlOf,
} from '../../corpus/index.ts'
import { paragraphsOf } from '../normalise.ts'
import { describeText, isTextOf } from '../pin.ts'
import { bareWordsOf, type Row, sharedRuns } from '../shared.ts'
import type { ReadFile } from './read-file.ts'
import { bareAddress, uniqueSlug } from './slug.ts'

export interface AddedText {
  readonly source: string
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly state: 'created' | 'attached' | 'same'
  readonly paragraphs: number
  readonly pages: number
  /** Other sources with a text that shares runs of eight words with it, and the share of its words that are in them. */
  readonly alike: readonly { readonly source: string; readonly share: number }[]
  /** A source without a text, which may be the one. */
  readonly untexted?: string | undefined
  /** What the record still lacks, in words. */
  readonly missing: readonly string[]
}

export interface AddTextOptions {
  /** The source that the text is of; a new one otherwise. */
  readonly source?: string | undefined
  /** The folder of the texts. */
  readonly texts: string
  /** The day of capture, as EDTF. */
  readonly on: string
  /** Replace a text that is there and differs. */
  readonly replace?: boolean | undefined
}

/** A text is there already, and says something else. */
export class TextDiffers extends Error {}

/**
 * Files a text that was read from a file: the text itself in the folder of the texts, with the file where it is a PDF,
 * whose pages the workbench shows; what it is in the source's record.
 */
export async function addText(
  host: Host,
  corpus: Corpus,
  name: string,
  bytes: Uint8Array,
  read: ReadFile,
  { source, texts, on, replace }: AddTextOptions,
): Promise<AddedText> {
  const text = `${read.paragraphs.join('\n')}\n`
  const digest = sha256(bytes)
  const described = describeText(text)
  const isIts = ({ text: own }: Source) => isTextOf(paragraphsOf(text), own)
  const known =
    source ??
    [...corpus.sources.values()].find((it) => it.text?.file?.sha256 === digest || isIts(it))?.id ??
    [...corpus.sources.values()].find((it) => !it.text && isOf(it, read.described))?.id
  const key = known ?? uniqueSlug(keyWords(name, read), (it) => corpus.sources.has(it), 'source')
  const place = `${texts}/${key}.txt`
  const there = await readText(host, place)
  const kept = isPdf(bytes) ? [[`${texts}/${key}.pdf`, bytes] as const] : []
  const fields = {
    ...described,
    ...(read.pages ? { pages: firstOfPages(read.pages, read.paragraphs) } : {}),
    file: { name, sha256: digest, tool: read.tool, captured: on },
  }
  const facts = { source: key, paragraphs: described.paragraphs, pages: new Set(read.pages).size }
  const alike = await likenesses(host, corpus, texts, key, text)
  if (known !== undefined && corpus.sources.has(known)) {
    const old = entryOf(corpus.sources, known)
    const isNewFile = old.text?.file?.name === name && old.text.file.sha256 !== digest
    if (
      there !== undefined &&
      !isNewFile &&
      describeText(there).sha256 === described.sha256 &&
      old.text &&
      isIts(old)
    ) {
      const isKept = kept.length === 0 || old.text.file?.sha256 !== digest || (await host.read(itemAt(kept, 0)[0]))
      return { ...facts, files: new Map(isKept ? [] : kept), state: 'same', alike, missing: [] }
    }
    if (there !== undefined && describeText(there).sha256 !== described.sha256 && !replace)
      throw new TextDiffers(`${place} holds another text`)
    const path = `corpus/sources/${known}.yaml`
    const yaml = await readToEdit(host, path)
    const edited = editYaml(yaml, (document) => {
      setField(document, 'held', true, fieldOrder('source'))
      setField(document, 'text', fields, fieldOrder('source'))
    })
    return {
      ...facts,
      files: new Map([[place, encode(text)], [path, encode(edited)], ...kept]),
      state: 'attached',
      alike,
      missing: [],
    }
  }
  const code = codeToWrite(key, new Set([...corpus.sources.values()].map(codeOf)))
  const record = inOrder({ ...newSource(read, fields), ...(code ? { code } : {}) }, 'source')
  return {
    ...facts,
    files: new Map([[place, encode(text)], [`corpus/sources/${key}.yaml`, encode(yamlOf(record))], ...kept]),
    state: 'created',
    untexted: untexted(corpus, read.paragraphs),
    alike,
    missing: Object.entries({ title: 'title', author: 'author', issued: 'date', language: 'language' })
      .filter(([field]) => !(field in record))
      .map(([, word]) => word),
  }
}

/** A source without a text whose title stands among the first lines: a person may tell whether it is that text. */
function untexted(corpus: Corpus, paragraphs: readonly string[]): string | undefined {
  const first = paragraphs.slice(0, 3).map(plainly)
  return [...corpus.sources.values()].find(({ text, title }) => !text && title && first.includes(plainly(title)))?.id
}

const plainly = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** A source that has no text yet, e.g. from a library, is what the file says that it is: by its address, or a title of some words. */
function isOf({ URL, DOI, title }: Source, said: ReadFile['described']): boolean {
  const alike = (one: string | undefined, other: string | undefined, form: (text: string) => string) =>
    one !== undefined && other !== undefined && form(one) === form(other)
  const isLong = (title ?? '').split(/\s+/).length > 3
  return (
    alike(DOI, said.DOI, bareAddress) ||
    alike(URL, said.URL, bareAddress) ||
    (isLong && alike(title, said.title, plainly))
  )
}

const isPdf = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'

/** A record of what the file says of itself; how each datum is known goes with it. */
function newSource(read: ReadFile, text: object): Record<string, unknown> {
  const { made: _, language, issued, ...said } = read.described
  const isDate = issued !== undefined && parseEdtf(issued) !== undefined
  const data = { ...said, ...(isDate ? { issued } : {}) }
  const isWeb = said.URL !== undefined || read.accessed !== undefined
  const note = 'From the properties of the file; not yet compared with the text.'
  const basis = Object.fromEntries(
    Object.keys(data).map((field) => [field, { how: isWeb ? 'publisher-page' : 'told', note }]),
  )
  const { URL: address, DOI, ...before } = data as Record<string, unknown>
  return {
    type: isWeb ? 'webpage' : 'document',
    ...before,
    ...(isWeb && read.accessed ? { accessed: read.accessed } : {}),
    ...(address ? { URL: address } : {}),
    ...(DOI ? { DOI } : {}),
    ...(language && /^[a-z]{2,3}$/.test(language) ? { language } : {}),
    ...(Object.keys(basis).length > 0 ? { basis } : {}),
    text,
  }
}

function keyWords(name: string, { described }: ReadFile): string {
  const [author] = described.author ?? []
  const family = author && ('family' in author ? author.family : author.literal.split(/\s+/).at(-1))
  const year = described.issued?.slice(0, 4)
  const file = name.replace(/^.*[\\/]/, '').replace(/\.\w{2,5}$/, '')
  return family && year ? `${family} ${year}` : file
}

/** Paragraphs are counted as a source counts them: those that the normalisation leaves. */
function firstOfPages(pages: readonly string[], paragraphs: readonly string[]): Record<string, number> {
  const first: Record<string, number> = {}
  let number = 0
  for (const [index, page] of pages.entries()) {
    number += paragraphsOf(paragraphs[index] ?? '').length
    first[page] ??= number
  }
  return first
}

async function likenesses(host: Host, corpus: Corpus, folder: string, key: string, text: string) {
  const rows: Row[] = [rowOf(key, text)]
  for (const source of corpus.sources.keys()) {
    if (source === key) continue
    const other = await readText(host, `${folder}/${source}.txt`)
    if (other !== undefined) rows.push(rowOf(source, other))
  }
  const shared = new Map<string, number>()
  for (const run of sharedRuns(rows)) {
    const other = run.sources.find((it) => it !== key)
    if (run.sources.includes(key) && other) shared.set(other, (shared.get(other) ?? 0) + run.words)
  }
  const words = Math.max(1, itemAt(rows, 0).words.length)
  return [...shared]
    .map(([source, count]) => ({ source, share: Math.min(1, count / words) }))
    .sort((a, b) => b.share - a.share)
}

function rowOf(source: string, text: string): Row {
  const words = paragraphsOf(text).flatMap((paragraph, index) =>
    bareWordsOf(paragraph).map(({ word }) => ({ word, paragraph: index + 1 })),
  )
  return {
    source,
    words: words.map(({ word }) => word),
    paragraphs: words.map(({ paragraph }) => paragraph),
    pinned: [],
  }
}
