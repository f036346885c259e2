import { compare, didYouMean, type Host, itemAt, Log, readTextOrReport, readTexts } from '../../core/index.ts'
import { type Corpus, type Issue, load, type Pack } from '../../corpus/index.ts'
import { readTemplates, type Templates } from '../../document/index.ts'
import { type Evidence, examine, issueFolder, lockFile, readIssue, readLock } from '../../evidence/index.ts'
import type { Format } from '../../formats.ts'
import { type Cache, noCache } from '../cache/index.ts'
import type { Config } from './config.ts'
import type { Drafted, Printer } from './draft.ts'
import { Once } from './once.ts'
import type { WordRequest } from './word.ts'

/** Everything of a project that is the same for all its packs: read, checked, and held against the texts. */
export interface Project {
  readonly host: Host
  readonly corpus: Corpus
  readonly evidence: Evidence
  readonly issues: readonly Issue[]
  readonly templates: Templates
  readonly cache: Cache
  readonly csl?: string | undefined
  readonly config: Config
  /** Instead of the formats that each pack asks for: ours, and those that the project’s config has writers for. */
  readonly formats?: readonly (Format | (string & {}))[] | undefined
  /** How Word files are made, instead of how each pack asks. */
  readonly word?: WordRequest | undefined
  readonly draft: boolean
  /** By pack: several ask for the same. */
  readonly printers: Once<Printer>
  readonly drafts: Once<Drafted>
}

export interface OpenOptions {
  /** The folder of the full texts; they may be absent, and then the lock decides. */
  readonly texts?: string | undefined
  /** The citation style of every pack, instead of its own: a name that ships with the tool, or a path. */
  readonly csl?: string | undefined
  /** Instead of the formats that each pack asks for: ours, and those that the project’s config has writers for. */
  readonly formats?: readonly (Format | (string & {}))[] | undefined
  /** How Word files are made, instead of how each pack asks. */
  readonly word?: WordRequest | undefined
  /** For reading while it is written: what is wrong is told in it, and stops nothing. */
  readonly draft?: boolean | undefined
  /** What earlier runs made; without it everything is made anew. */
  readonly cache?: Cache | undefined
  /** What the project adds of its own. */
  readonly config?: Config | undefined
}

/** Reads a project. What is wrong with it is reported; what is right is all there. */
export async function open(
  host: Host,
  log: Log,
  { texts = 'texts', cache = noCache, csl, word, draft = false, config = {}, formats }: OpenOptions = {},
): Promise<Project> {
  const corpus = await openCorpus(host, log, cache)
  const lock = readLock(await readTextOrReport(host, lockFile, log), log)
  const found = await readSourceTexts(host, corpus, texts, log)
  const examined = new Log()
  const evidence = examine(corpus, found.texts, lock, examined)
  for (const finding of examined.findings) {
    // A text that is there and could not be read was told of; that its passages were not looked up follows from it.
    if (finding.ruleId !== 'lock-is-current' || !found.unread.has(finding.file)) log.add(finding)
  }
  const issues = await readIssues(host, log)
  const templates = await readTemplates(host, log, config.helpers)
  return {
    host,
    corpus,
    evidence,
    issues,
    templates,
    cache,
    csl,
    word,
    draft,
    config,
    formats,
    printers: new Once(),
    drafts: new Once(),
  }
}

/** The records of a project; those of sound files as an earlier run read them. */
export function openCorpus(host: Host, log: Log, cache: Cache = noCache): Promise<Corpus> {
  return load(host, log, async (...of) => {
    const read = async () => (await import('../../corpus/records.ts')).readText(...of)
    const known = await cache.remember('records', of, read)
    return known.yaml.exact ? known : read()
  })
}

/** The packs with these names, or all of them; a name that is no pack is reported. */
export function choosePacks({ corpus }: Project, names: readonly string[], log: Log): readonly Pack[] {
  if (names.length === 0) {
    const current = [...corpus.packs.values()].filter((pack) => !pack.deprecated)
    const isTold = log.findings.some(({ file, fatal }) => fatal && file.startsWith('corpus/packs'))
    if (current.length === 0 && corpus.digests.size > 0 && !isTold)
      log.report('file-is-present', { file: 'corpus/packs' }, 'there is no pack to build', {
        notes: ['a pack is a file corpus/packs/<name>.yaml that says what to print'],
      })
    return current
  }
  return names.flatMap((name) => {
    const pack = corpus.packs.get(name)
    if (pack) return [pack]
    log.report('file-is-present', { file: `corpus/packs/${name}.yaml` }, `there is no pack “${name}”`, {
      notes: [...didYouMean(name, corpus.packs.keys()), `packs: ${[...corpus.packs.keys()].join(', ') || 'none'}`],
    })
    return []
  })
}

interface FoundTexts {
  /** By source. */
  readonly texts: ReadonlyMap<string, string>
  /** The files of the sources whose texts are there and could not be read. */
  readonly unread: ReadonlySet<string>
}

async function readSourceTexts(host: Host, corpus: Corpus, folder: string, log: Log): Promise<FoundTexts> {
  const texts = new Map<string, string>()
  const unread = new Set<string>()
  const sources = [...corpus.sources.keys()]
  const found = await readTexts(
    host,
    sources.map((id) => `${folder}/${id}.txt`),
  )
  for (const [index, { text, findings }] of found.entries()) {
    const id = itemAt(sources, index)
    for (const finding of findings) log.add(finding)
    if (text !== undefined) texts.set(id, text)
    else if (findings.length > 0) unread.add(corpus.place('source', id).file)
  }
  return { texts, unread }
}

/** What was issued, oldest first. */
async function readIssues(host: Host, log: Log): Promise<readonly Issue[]> {
  const issues: Issue[] = []
  const names = await host.list(issueFolder)
  for (const { path, text, findings } of await readTexts(
    host,
    names.map((name) => `${issueFolder}/${name}`),
  )) {
    for (const finding of findings) log.add(finding)
    const issue = text === undefined ? undefined : readIssue(path, text, log)
    if (issue) issues.push(issue)
  }
  return issues.sort((a, b) => compare(a.issued, b.issued) || compare(a.name, b.name))
}
