import { parse as parseYaml, stringify } from 'yaml'
import { check } from '../../src/build.ts'
import { type Finding, Log, type Place } from '../../src/core/log.ts'
import type { RecordKind } from '../../src/corpus/fields.ts'
import { load } from '../../src/corpus/load.ts'
import { type Order, orderOf } from '../../src/corpus/order.ts'
import type { Passage } from '../../src/corpus/passage.ts'
import { parse } from '../../src/document/markdown/parse.ts'
import { read } from '../../src/document/markdown/read.ts'
import { digestOf, spansBetween } from '../../src/evidence/anchor.ts'
import { nameClaims } from '../../src/evidence/citations.ts'
import { examine } from '../../src/evidence/examine.ts'
import { readIssue } from '../../src/evidence/issue.ts'
import { lintCorpus, lintPack } from '../../src/evidence/lint/index.ts'
import { settle } from '../../src/evidence/lint/settle.ts'
import { lockFile, readLock, writeLock } from '../../src/evidence/lock.ts'
import { paragraphsOf } from '../../src/evidence/normalise.ts'
import { describeText } from '../../src/evidence/pin.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import type { Block } from './reference.ts'

type Data = Record<string, unknown>

/** A project of the rule reference, as files. */
export type Project = Map<string, string>

const registers = {
  actor: 'actors',
  judgment: 'judgments',
  disagreement: 'disagreements',
  event: 'events',
  measure: 'measures',
} as const

/** The base project with an example's blocks laid over it. */
export function projectOf(base: readonly Block[], changes: readonly Block[]): Project {
  const project: Project = new Map()
  for (const block of [...base, ...changes]) apply(block, project)
  const baseTexts = new Map(base.flatMap(({ of, text }) => (of.startsWith('texts/') ? [[of, text]] : [])))
  for (const [path, text] of project) {
    if (path.startsWith('corpus/sources/')) project.set(path, pinned(path, text, project, baseTexts))
  }
  return project
}

/** All that the tool says of a project: the lock is made from the base, before the changes. */
export async function findingsOf(base: readonly Block[], changes: readonly Block[]): Promise<readonly Finding[]> {
  return findingsIn(projectOf(base, changes), await lockOf(base))
}

/** What the tool says of files as they are. */
export async function findingsIn(project: Project, lockText: string | undefined): Promise<readonly Finding[]> {
  const log = new Log()
  const corpus = await load(memoryHost(project), log)
  const issues = [...project].flatMap(([path, text]) =>
    path.startsWith('corpus/issues/') ? (readIssue(path, text, log) ?? []) : [],
  )
  const lock = readLock(lockText, log)
  const evidence = examine(corpus, textsOf(project), lock, log)
  lintCorpus({ corpus, evidence, issues }, log)
  const sections = [...project].flatMap(([path, markdown]) =>
    path.startsWith('templates/')
      ? parse({ name: 'body', markdown, place: placer(path, markdown), record: () => undefined }, log, read(markdown))
      : [],
  )
  nameClaims(sections, corpus, log)
  const missingGlyphs = [...project].flatMap(([path, text]) =>
    path.startsWith('templates/') && text.includes('☃') ? [{ character: '☃', place: { file: path } }] : [],
  )
  const [pack] = corpus.packs.values()
  if (!pack) return log.findings
  lintPack({ corpus, evidence, issues, pack, sections, missingGlyphs }, log)
  const { findings, idle } = settle(log.findings, pack, (...at) => corpus.place('pack', pack.id, ...at))
  return [...findings, ...idle]
}

/** As `findingsOf`, through every stage up to the writers: slower, for the rules that other stages report. */
export async function findingsOfWhole(base: readonly Block[], changes: readonly Block[]): Promise<readonly Finding[]> {
  const project = projectOf(base, changes)
  const lock = await lockOf(base)
  if (lock !== undefined) project.set(lockFile, lock)
  return (await check(memoryHost(project))).findings
}

const locks = new WeakMap<readonly Block[], Promise<string | undefined>>()

/** The lock of the base project, made once. */
export function lockOf(base: readonly Block[]): Promise<string | undefined> {
  const known = locks.get(base) ?? makeLock(base)
  locks.set(base, known)
  return known
}

async function makeLock(base: readonly Block[]): Promise<string | undefined> {
  const log = new Log()
  const project = projectOf(base, [])
  const corpus = await load(memoryHost(project), log)
  return writeLock(examine(corpus, textsOf(project), undefined, log), [])
}

/** One line a finding, as the reference writes it. */
export function written(finding: Finding): string {
  return `${finding.fatal ? 'error' : 'warning'} ${finding.ruleId} ${finding.subject ?? finding.file}: ${finding.reason}`
}

function textsOf(project: Project): Map<string, string> {
  return new Map([...project].flatMap(([path, text]) => (path.startsWith('texts/') ? [[path.slice(6, -4), text]] : [])))
}

function placer(file: string, markdown: string): (offset: number) => Place {
  return (offset) => {
    const before = markdown.slice(0, offset).split('\n')
    return { file, start: { line: before.length, column: before.at(-1)!.length + 1 } }
  }
}

function apply({ language, of, text }: Block, project: Project): void {
  if (language === 'absent') project.delete(of)
  else if (language === 'markdown') project.set(`templates/${of}.md.hbs`, text)
  else if (of.includes('/') && of !== lockFile) project.set(of, text)
  else if (of.startsWith('claims:')) addMany(Number(of.slice(7)), parseYaml(text) as Data, project)
  else patch(of, (parseYaml(text) ?? {}) as Data, project)
}

/** Lays fields over a record, or adds the record. */
function patch(name: string, fields: Data, project: Project): void {
  const [kind, id] = name.split(':') as [string, string]
  if (kind === 'source' || kind === 'pack') {
    const path = `corpus/${kind}s/${id}.yaml`
    project.set(path, yamlOf(kind, merge(parseYaml(project.get(path) ?? '{}'), fields)))
  } else if (kind === 'claim') patchClaim(id, fields, project)
  else {
    const path = `corpus/${registers[kind as keyof typeof registers]}.yaml`
    const list = (parseYaml(project.get(path) ?? '[]') ?? []) as Data[]
    project.set(path, yamlOf(kind as keyof typeof registers, inList(list, id, fields)))
  }
}

/** With the fields in order, wherever an example adds one. */
function yamlOf(kind: RecordKind, data: unknown): string {
  return stringify(inOrder(data, orderOf(kind)))
}

function inOrder(data: unknown, order: Order | undefined): unknown {
  if (Array.isArray(data)) return data.map((it) => inOrder(it, order?.entries))
  if (!order || !isData(data)) return data
  const rank = (name: string) => order.fields.get(name)?.rank ?? -1
  const names = Object.keys(data).sort((a, b) => rank(a) - rank(b))
  return Object.fromEntries(names.map((name) => [name, inOrder(data[name], order.fields.get(name)?.inner)]))
}

function patchClaim(id: string, { source, ...fields }: Data, project: Project): void {
  for (const [path, text] of project) {
    if (!path.startsWith('corpus/sources/')) continue
    const record = parseYaml(text) as { claims?: Data[] }
    const isHere = source === undefined ? record.claims?.some((it) => it.id === id) : path.endsWith(`/${source}.yaml`)
    if (isHere) project.set(path, yamlOf('source', { ...record, claims: inList(record.claims ?? [], id, fields) }))
  }
}

function addMany(count: number, fields: Data, project: Project): void {
  const passages = [{ start: 'Nobody said', end: 'how long.' }]
  const common = { source: 'lind-2004', kind: 'fact', gist: 'The length was not said.', voice: 'author', passages }
  for (let index = 0; index < count; index++) patchClaim(`remark-${index}`, { ...common, ...fields }, project)
}

function inList(list: readonly Data[], id: string, fields: Data): Data[] {
  const known = list.some((it) => it.id === id)
  return known ? list.map((it) => (it.id === id ? (merge(it, fields) as Data) : it)) : [...list, { id, ...fields }]
}

function merge(under: unknown, over: unknown): unknown {
  if (!isData(under) || !isData(over)) return over
  const merged: Data = { ...under }
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete merged[key]
    else merged[key] = merge(under[key], value)
  }
  return merged
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Fills in `para` and `sha256` of passages that give only their words, from the base text, so that an example can change
 * the text under them; and the digest of the text as it is now.
 */
function pinned(path: string, text: string, project: Project, baseTexts: ReadonlyMap<string, string>): string {
  const file = path.replace('corpus/sources/', 'texts/').replace('.yaml', '.txt')
  const source = parseYaml(text) as Data
  const original = baseTexts.get(file) ?? project.get(file) ?? ''
  const paragraphs = paragraphsOf(original)
  const fill = (passage: Partial<Passage>) => {
    if (passage.sha256 !== undefined) return passage
    const [span] = spansBetween(passage.start!, passage.end!, paragraphs)
    if (!span) throw new Error(`${file}: no passage “${passage.start} … ${passage.end}”`)
    return { ...passage, para: span.para, sha256: digestOf(span) }
  }
  const each = (list: unknown) =>
    (list as Data[] | undefined)?.map((it) => ({
      ...it,
      passages: ((it.passages ?? []) as Passage[]).map(fill),
      ...(it['supported-by'] !== undefined && { 'supported-by': (it['supported-by'] as Data[]).map(filled) }),
    }))
  const filled = (it: Data) => (it.passage === undefined ? it : { ...it, passage: fill(it.passage as Passage) })
  const held = source.held === false ? undefined : describeText(project.get(file) ?? original)
  const pins = { text: merge(held, source.text ?? held), claims: each(source.claims), defects: each(source.defects) }
  return yamlOf('source', { ...source, ...pins })
}
