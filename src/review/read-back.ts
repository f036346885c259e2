import { type BuildOptions, build } from '../build.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { encode, type Host, readWhole } from '../host.ts'
import { editValue } from '../import/edit-record.ts'
import { type Finding, Log } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import { openCorpus } from '../pipeline/project.ts'
import { Comparison, type Edit, type Located, type Remark } from './compare.ts'
import type { Field } from './fields.ts'
import { readWordFile, type WordFile } from './word-file.ts'

export interface ReadBack {
  readonly pack: string
  readonly edits: readonly Edit[]
  readonly remarks: readonly Remark[]
  /** The files of the project with the edits in them that are not refused. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * What a person edited in a Word file of a pack since it was built. An edit is taken over only if it lies in the words of one
 * field, touches no citation, and no number, quotation or name that rests on a claim; and if the pack, built with it, says just
 * what the edited file says, and `check` finds nothing new. Gives a sentence instead where the file cannot be read back.
 */
export async function readBack(host: Host, bytes: Uint8Array, options: BuildOptions = {}): Promise<ReadBack | string> {
  const edited = readWordFile(bytes)
  if (typeof edited === 'string') return edited
  const corpus = await openCorpus(host, new Log())
  const pack = edited.pack
  if (pack === undefined) return 'it was not built by briefpack, or before its files could be read back: build it anew'
  if (!corpus.packs.has(pack))
    return [
      `it is of the pack “${pack}”, which this project does not have`,
      ...didYouMean(pack, corpus.packs.keys()),
    ].join('; ')
  const before = await buildWord(host, pack, options)
  if (typeof before === 'string') return before
  const found = new Comparison(corpus, before.word, edited)
  let edits = found.edits()
  for (;;) {
    const files = await applied(host, corpus, edits)
    const open = edits.filter(({ refused }) => refused === undefined)
    if (open.length === 0) return { pack, edits, remarks: found.remarks(), files }
    const after = await buildWord(overlaid(host, files), pack, options)
    const checked = edits.map((edit) => (open.includes(edit) ? proven(edit, edits, corpus, before, after) : edit))
    if (checked.every((edit, index) => edit === edits[index])) return { pack, edits, remarks: found.remarks(), files }
    edits = checked
  }
}

interface Built {
  readonly word: WordFile
  readonly findings: readonly Finding[]
}

async function buildWord(host: Host, pack: string, options: BuildOptions): Promise<Built | string> {
  const written = new Map<string, Uint8Array>()
  const into: Host = {
    ...host,
    write: async (files) => {
      for (const [path, bytes] of files) written.set(path, bytes)
    },
  }
  // What came back may be a draft, which was built although there were errors.
  const { findings } = await build(into, { ...options, packs: [pack], formats: ['docx'], out: 'out', draft: true })
  const bytes = written.get(`out/${pack}.draft.docx`)
  const word = bytes && readWordFile(bytes)
  if (word && typeof word !== 'string') return { word, findings }
  const first = findings.find(({ fatal }) => fatal)
  return `the pack “${pack}” does not build${first ? `: ${first.file}:${first.line ?? 1} ${first.reason}` : ''}`
}

const overlaid = (host: Host, files: ReadonlyMap<string, Uint8Array>): Host => ({
  ...host,
  read: async (path) => files.get(path) ?? host.read(path),
})

/** An edit as it is, or refused: with all that are taken over the pack must say what the person wrote, and nothing be found anew. */
function proven(edit: Edit, edits: readonly Edit[], corpus: Corpus, before: Built, after: Built | string): Edit {
  if (typeof after === 'string') return { ...edit, refused: `with it ${after}` }
  const known = new Set(before.findings.map(keyOf))
  const { kind, id, path } = edit.field!
  const { file } = corpus.place(kind, id)
  const isNew = (it: Finding) =>
    !known.has(keyOf(it)) && (it.fatal || it.subject === `${kind}:${id}` || it.file === file)
  const fresh = after.findings.find(isNew)
  if (fresh) return { ...edit, refused: `check would find: ${fresh.reason}` }
  const together = edits.filter((it) => it.paragraph === edit.paragraph && it.refused === undefined)
  const wanted = together
    .flatMap(({ change }) => change ?? [])
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, is }) => text.slice(0, from) + is + text.slice(to), edit.paragraph!)
  if (after.word.paragraphs.some(({ text }) => text === wanted)) return edit
  return { ...edit, refused: `${kind} ${id} prints “${path.join('.')}” in another way than it stands here` }
}

const keyOf = ({ ruleId, file, reason }: Finding) => `${ruleId} ${file} ${reason}`

/** The files with the edits that are not refused; several in one field are made from its end to its start. */
async function applied(host: Host, corpus: Corpus, edits: readonly Edit[]): Promise<Map<string, Uint8Array>> {
  const texts = new Map<string, string>()
  const byField = new Map<Field, Located[]>()
  for (const edit of edits)
    if (edit.refused === undefined && edit.field && edit.at)
      byField.set(edit.field, [...(byField.get(edit.field) ?? []), edit.at])
  for (const [{ kind, id, path, value }, changes] of byField) {
    const { file } = corpus.place(kind, id, path)
    const text = texts.get(file) ?? (await readWhole(host, file))
    if (text === undefined) continue
    const now = changes
      .toSorted((a, b) => b.from - a.from)
      .reduce((it, { from, to, is }) => it.slice(0, from) + is + it.slice(to), value)
    const done = editValue(text, kind, id, path, now)
    if ('text' in done) texts.set(file, done.text)
  }
  return new Map([...texts].map(([file, text]) => [file, encode(text)]))
}
