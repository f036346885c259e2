import { type BuildOptions, build } from '../../build.ts'
import { didYouMean, encode, entryOf, type Finding, type Host, Log, must } from '../../core/index.ts'
import { type Corpus, readToEdit } from '../../corpus/index.ts'
import { editValue } from '../../evidence/index.ts'
import { draft } from '../pipeline/draft.ts'
import { open } from '../pipeline/project.ts'
import { Comparison } from './compare.ts'
import type { Edit, Located, Remark } from './edit.ts'
import type { Field } from './fields.ts'
import { replaced } from './sentences.ts'
import { readWordFile, type WordFile } from './word-file.ts'

export interface ReadBack {
  readonly pack: string
  readonly edits: readonly Edit[]
  readonly remarks: readonly Remark[]
  /** What stood in the way of the pack before any edit: where there is something, paragraphs may read otherwise than in the file. */
  readonly errors: readonly Finding[]
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
  const project = await open(host, new Log(), options)
  const { corpus } = project
  const pack = edited.pack
  if (pack === undefined)
    return 'it does not say of which pack it is: it was not built by briefpack, or a program wrote it anew, as pandoc does, and left out that and the bookmarks; take the file as a word processor saved it'
  if (!corpus.packs.has(pack))
    return [
      `it is of the pack “${pack}”, which this project does not have`,
      ...didYouMean(pack, corpus.packs.keys()),
    ].join('; ')
  const before = await buildWord(host, pack, options)
  if (typeof before === 'string') return before
  const { sections } = await draft(project, entryOf(corpus.packs, pack), new Log())
  const found = new Comparison(corpus, sections, before.word, edited)
  const errors = before.findings.filter(({ fatal }) => fatal)
  let edits = found.edits()
  for (;;) {
    const files = await applied(host, corpus, edits)
    const pending = edits.filter(({ refused }) => refused === undefined)
    const result = { pack, edits, remarks: found.remarks(), errors, files }
    if (pending.length === 0) return result
    const after = await buildWord(overlaid(host, files), pack, options)
    const faults = typeof after === 'string' ? new Map() : faultsOf(pending, corpus, before, after)
    const checked = edits.map((edit) => (pending.includes(edit) ? proven(edit, edits, before, after, faults) : edit))
    if (checked.every((edit, index) => edit === edits[index])) return result
    edits = checked
  }
}

interface Built {
  readonly word: WordFile
  readonly findings: readonly Finding[]
  /** How many claims could not be held against their passages. */
  readonly unchecked: number
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
  const { findings, checked } = await build(into, {
    ...options,
    packs: [pack],
    formats: ['docx'],
    out: 'out',
    draft: true,
    // What word processors make anew is not read.
    unpaged: true,
  })
  const bytes = written.get(`out/${pack}.draft.docx`)
  const word = bytes && readWordFile(bytes)
  if (word && typeof word !== 'string') return { word, findings, unchecked: checked.claims.unchecked }
  const first = findings.find(({ fatal }) => fatal)
  return `the pack “${pack}” does not build${first ? `: ${first.file}:${first.line ?? 1} ${first.reason}` : ''}`
}

const overlaid = (host: Host, files: ReadonlyMap<string, Uint8Array>): Host => ({
  ...host,
  read: async (path) => files.get(path) ?? host.read(path),
})

/** What `check` would find anew, by the edits that it comes from: those at its place, else of its record, else in its file, else all. */
function faultsOf(edits: readonly Edit[], corpus: Corpus, before: Built, after: Built): ReadonlyMap<Edit, string> {
  const known = new Set(before.findings.map(keyOf))
  const faults = new Map<Edit, string>()
  const inFields = (isGuilty: (field: Field) => boolean) =>
    edits.filter(({ at = [] }) => at.some(({ field }) => isGuilty(field)))
  const blame = (those: readonly Edit[], why: string) => {
    for (const edit of those) if (!faults.has(edit)) faults.set(edit, why)
  }
  for (const finding of after.findings) {
    if (known.has(keyOf(finding))) continue
    const { file, line, subject, fatal, reason } = finding
    const guilty = [
      inFields(({ kind, id, path }) => {
        const place = corpus.place(kind, id, path)
        return place.file === file && place.start?.line === line
      }),
      inFields(({ kind, id }) => subject === `${kind}:${id}`),
      inFields(({ kind, id }) => corpus.place(kind, id).file === file),
      fatal ? edits : [],
    ].find((those) => those.length > 0)
    blame(guilty ?? [], `check would find: ${reason}`)
  }
  if (after.unchecked > before.unchecked) {
    const why = 'the claim could not be held against its passage as it would be: its text is not at hand'
    blame(
      inFields(({ kind }) => kind === 'claim'),
      why,
    )
  }
  return faults
}

/** An edit as it is, or refused: with all that are taken over the pack must say what the person wrote, and nothing be found anew. */
function proven(
  edit: Edit,
  edits: readonly Edit[],
  before: Built,
  after: Built | string,
  faults: ReadonlyMap<Edit, string>,
): Edit {
  if (typeof after === 'string') return { ...edit, refused: `with it ${after}` }
  const fault = faults.get(edit)
  if (fault !== undefined) return { ...edit, refused: fault }
  const { index, text } = must(edit.paragraph)
  const { kind, id, path } = must(edit.field)
  const there = edits.filter((it) => it.paragraph?.index === index && it.refused === undefined)
  const wanted = replaced(
    text,
    there.flatMap(({ change }) => change ?? []),
  )
  const paragraphs = after.word.paragraphs
  const { change } = edit
  // The rest of a paragraph can name what another edit changed, as a register names the sections that use its claims.
  const near =
    change && text.slice(Math.max(0, change.from - 40), change.from) + change.is + text.slice(change.to, change.to + 40)
  const isThere =
    paragraphs.length === before.word.paragraphs.length
      ? paragraphs[index]?.text === wanted || (near !== undefined && paragraphs[index]?.text.includes(near))
      : paragraphs.some((it) => it.text === wanted)
  if (isThere) return edit
  return { ...edit, refused: `${kind} ${id} prints “${path.join('.')}” in another way than it stands here` }
}

const keyOf = ({ ruleId, file, reason }: Finding) => `${ruleId} ${file} ${reason}`

/** A field that is printed in two places may have been changed alike in both. */
const withOne = (all: readonly Located[], one: Located): Located[] =>
  all.some((it) => it.from === one.from && it.to === one.to && it.is === one.is) ? [...all] : [...all, one]

/** The files with the edits that are not refused; several in one field are made from its end to its start. */
async function applied(host: Host, corpus: Corpus, edits: readonly Edit[]): Promise<Map<string, Uint8Array>> {
  const texts = new Map<string, string>()
  const byField = new Map<Field, Located[]>()
  for (const edit of edits)
    if (edit.refused === undefined)
      for (const at of edit.at ?? []) byField.set(at.field, withOne(byField.get(at.field) ?? [], at))
  for (const [{ kind, id, path, value }, changes] of byField) {
    const { file } = corpus.place(kind, id, path)
    const text = texts.get(file) ?? (await readToEdit(host, file))
    const done = editValue(text, kind, id, path, replaced(value, changes))
    if ('text' in done) texts.set(file, done.text)
  }
  return new Map([...texts].map(([file, text]) => [file, encode(text)]))
}
