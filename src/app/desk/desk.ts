import { build, type CheckOptions, check } from '../../build.ts'
import { encode, entryOf, type Host, Log, readWhole, sha256 } from '../../core/index.ts'
import { type Corpus, type Judgment, readToEdit, type Source } from '../../corpus/index.ts'
import {
  addRecord,
  type Edited,
  editRecord,
  elsewhere,
  passageFor,
  spanOf,
  wholeWords,
  writePassage,
} from '../../evidence/index.ts'
import { open, openCorpus, type Project } from '../pipeline/project.ts'
import type {
  Draft,
  DraftRequest,
  Findings,
  Overview,
  SaveClaim,
  Saved,
  SaveJudgment,
  Saving,
  SourceText,
  WeighRequest,
} from './api.ts'
import { changedLines } from './changed-lines.ts'
import { copiedWords, defaults, readDate, recordOf } from './claim-fields.ts'
import { findingRow, overviewOf, sourceText, weighed } from './views.ts'

/** What a page asks for and does not exist. */
export class NotFound extends Error {}

/**
 * The workbench: what a project holds, as its pages show it, and changes of its files. A file is written only when it
 * is as the page has seen it; otherwise the page is told what was changed.
 */
export class Desk {
  readonly #host: Host
  readonly #options: CheckOptions
  readonly #seen = new Map<string, string>()
  #project: Promise<Project> | undefined
  #saving: Promise<unknown> = Promise.resolve()
  #waiting: (() => void)[] = []
  #version = 1

  constructor(host: Host, options: CheckOptions = {}) {
    this.#host = host
    this.#options = options
  }

  /** A file of the project is not as it was. */
  changed(): void {
    this.#project = undefined
    this.#version++
    for (const wake of this.#waiting.splice(0)) wake()
  }

  /** The version after this one; the same when nothing changes for so many milliseconds. */
  async after(version: number, patience: number): Promise<number> {
    if (version >= this.#version)
      await new Promise<void>((done) => {
        const timer = setTimeout(done, patience)
        this.#waiting.push(() => {
          clearTimeout(timer)
          done()
        })
      })
    return this.#version
  }

  async overview(): Promise<Overview> {
    const version = this.#version
    return { ...overviewOf(await this.#opened()), digests: await this.#digests(), version }
  }

  async source(id: string): Promise<SourceText> {
    const project = await this.#opened()
    const source = project.corpus.sources.get(id)
    if (!source) throw new NotFound(`there is no source “${id}”`)
    const hasPages = (await this.#file(source)) !== undefined
    return { ...sourceText(project, source), path: project.corpus.place('source', id).file, hasPages }
  }

  /** The PDF that a text was taken from. */
  async file(id: string): Promise<Uint8Array> {
    const source = (await this.#opened()).corpus.sources.get(id)
    const bytes = source && (await this.#file(source))
    if (!bytes) throw new NotFound(`there is no file of the source “${id}”`)
    return bytes
  }

  /** Another file than the one that the text was taken from would show other pages. */
  async #file({ id, text }: Source): Promise<Uint8Array | undefined> {
    if (!text?.file) return undefined
    const bytes = await this.#host.read(`${this.#options.texts ?? 'texts'}/${id}.pdf`)
    return bytes && sha256(bytes) === text.file.sha256 ? bytes : undefined
  }

  async draft(request: DraftRequest): Promise<Draft> {
    const project = await this.#opened()
    const pinned = pinnedIn(project, request)
    const last = project.corpus.sources.get(request.source)?.claims.at(-1)
    const fields = request.fields ?? defaults(pinned?.words ?? '', last && { ...last, source: request.source })
    const record = { ...recordOf(fields, pinned?.words ?? ''), ...(pinned?.passage && { passages: [pinned.passage] }) }
    const { problems } = await addRecord(this.#host, project.corpus, 'claim', entriesOf(record), request.source)
    return {
      fields,
      words: pinned?.words ?? '',
      para: pinned?.para ?? 0,
      unpinned: pinned && !pinned.passage ? twice : undefined,
      elsewhere: pinned?.elsewhere ?? [],
      copied: copiedWords(fields.gist, pinned?.words ?? ''),
      date: readDate(fields.date?.edtf),
      problems,
    }
  }

  saveClaim(request: SaveClaim): Promise<Saving> {
    return this.#alone(async () => {
      const project = await this.#opened()
      if (!project.corpus.sources.has(request.source)) throw new NotFound(`there is no source “${request.source}”`)
      const pinned = pinnedIn(project, request)
      const path = project.corpus.place('source', request.source).file
      const record = recordOf(request.fields, pinned?.words ?? '')
      if (pinned && !pinned.passage) return { refused: [twice] }
      if (request.id !== undefined) {
        const { id } = request
        const claim = project.corpus.claims.get(id)
        if (claim?.source !== request.source) throw new NotFound(`the source has no claim “${id}”`)
        const whole = { ...record, credibility: { ...claim.credibility, ...record.credibility } }
        const date = record.date && { ...claim.date, ...record.date }
        return this.#edit(path, request.digest, id, (text) => {
          const edited = editRecord(text, 'claim', id, { ...whole, date })
          return 'text' in edited && pinned?.passage ? writePassage(edited.text, id, pinned.passage, true) : edited
        })
      }
      if (!pinned?.passage) return { refused: ['no words are selected'] }
      const found = await this.#conflict(path, request.digest)
      if (found) return found
      const corpus = await openCorpus(this.#host, new Log(), this.#options.cache)
      const fields = entriesOf({ ...record, passages: [pinned.passage] })
      const added = await addRecord(this.#host, corpus, 'claim', fields, request.source)
      if (added.problems.length > 0) return { refused: added.problems }
      return this.#write(added.id, added.path, added.bytes)
    })
  }

  async weigh(request: WeighRequest) {
    const project = await this.#opened()
    return weighed(project, { ...judgmentIn(project.corpus, request.id), ...request })
  }

  saveJudgment(request: SaveJudgment): Promise<Saving> {
    return this.#alone(async () => {
      const { corpus } = await this.#opened()
      judgmentIn(corpus, request.id)
      const unknown = [...request.for, ...request.against].filter((id) => !corpus.claims.has(id))
      if (unknown.length > 0) return { refused: unknown.map((id) => `there is no claim “${id}”`) }
      const { file } = corpus.place('judgment', request.id)
      return this.#edit(file, request.digest, request.id, (text) =>
        editRecord(text, 'judgment', request.id, {
          for: request.for.length > 0 ? request.for : undefined,
          against: request.against.length > 0 ? request.against : undefined,
        }),
      )
    })
  }

  async findings(): Promise<Findings> {
    const { corpus } = await this.#opened()
    const { findings } = await check(this.#host, this.#options)
    return { findings: findings.map((it) => findingRow(it, corpus)), built: [] }
  }

  async build(): Promise<Findings> {
    const { corpus } = await this.#opened()
    const { findings, packs } = await build(this.#host, this.#options)
    return { findings: findings.map((it) => findingRow(it, corpus)), built: packs.flatMap(({ paths }) => paths) }
  }

  #opened(): Promise<Project> {
    this.#project ??= open(this.#host, new Log(), this.#options)
    return this.#project
  }

  /** One after the other: two pages of one browser do not write between each other’s look and write. */
  #alone<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#saving.then(run, run)
    this.#saving = next.catch(() => {})
    return next
  }

  async #edit(path: string, digest: string, id: string, edit: (text: string) => Edited): Promise<Saving> {
    const found = await this.#conflict(path, digest)
    if (found) return found
    const edited = edit(await readToEdit(this.#host, path))
    if ('why' in edited) return { refused: [edited.why] }
    return this.#write(id, path, encode(edited.text))
  }

  async #write(saved: string, path: string, bytes: Uint8Array): Promise<Saved> {
    await this.#host.write(new Map([[path, bytes]]))
    this.changed()
    return { saved, path, digest: await this.#digest(path), version: this.#version }
  }

  async #digest(path: string): Promise<string> {
    const text = (await readWhole(this.#host, path)) ?? ''
    const digest = sha256(text)
    this.#seen.set(digest, text)
    return digest
  }

  async #digests(): Promise<Overview['digests']> {
    const paths = [...(await this.#opened()).corpus.digests.keys()]
    return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await this.#digest(path)] as const)))
  }

  async #conflict(path: string, digest: string): Promise<Saving | undefined> {
    const now = await this.#digest(path)
    if (now === digest) return undefined
    const changed = changedLines(this.#seen.get(digest) ?? '', entryOf(this.#seen, now))
    return { conflict: `${path} was changed meanwhile, and nothing was written`, path, digest: now, ...changed }
  }
}

const twice = 'these words stand twice in the paragraph, and nothing tells the two apart: take longer ones'

/** Selected words, widened to whole ones, and the record that pins them; `undefined` where no word is selected. */
function pinnedIn({ evidence }: Project, { source, para, from, to }: DraftRequest) {
  const text = evidence.texts.get(source)
  if (!text || para === undefined || from === undefined || to === undefined) return undefined
  const paragraph = text[para - 1]
  if (paragraph === undefined || !(from < to)) return undefined
  const [start, end] = wholeWords(paragraph, Math.max(0, from), Math.min(paragraph.length, to))
  if (!(start < end)) return undefined
  const span = spanOf(paragraph, para, start, end)
  return { words: span.text, para, passage: passageFor(span, text), elsewhere: elsewhere(span, text) }
}

const entriesOf = (record: Readonly<Record<string, unknown>>) =>
  Object.entries(record).filter(([, value]) => value !== undefined)

function judgmentIn(corpus: Corpus, id: string): Judgment {
  const judgment = corpus.judgments.get(id)
  if (!judgment) throw new NotFound(`there is no judgment “${id}”`)
  return judgment
}
