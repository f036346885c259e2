import { stringify } from 'yaml'
import { encode, type Host } from '../../src/core/host.ts'
import { Log } from '../../src/core/log.ts'
import type { Corpus } from '../../src/corpus/corpus.ts'
import type { Lock } from '../../src/corpus/kept-records.ts'
import { load } from '../../src/corpus/load.ts'
import { spansBetween } from '../../src/evidence/anchor.ts'
import { type Evidence, examine } from '../../src/evidence/examine.ts'
import { readLock, writeLock } from '../../src/evidence/lock.ts'
import { paragraphsOf } from '../../src/evidence/normalise.ts'
import { passageFor } from '../../src/evidence/pin.ts'

type Data = Record<string, unknown>

/** A source with its text and the first and last words of each claim's passage. */
export interface TestSource extends Data {
  readonly text: string
  readonly pins?: Readonly<Record<string, readonly [string, string]>>
  readonly claimFields?: Readonly<Record<string, Data>>
}

export interface TestCorpus {
  readonly corpus: Corpus
  readonly texts: ReadonlyMap<string, string>
  readonly log: Log
}

/** Loads a corpus of sources whose claims are pinned by their words, and of any other registers. */
export async function makeCorpus(
  sources: Readonly<Record<string, TestSource>>,
  registers: Data = {},
): Promise<TestCorpus> {
  const files = new Map<string, string>()
  for (const [key, source] of Object.entries(sources)) files.set(`corpus/sources/${key}.yaml`, sourceYaml(source))
  for (const [name, records] of Object.entries(registers))
    files.set(`corpus/${name}.yaml`, stringify(records, { aliasDuplicateObjects: false }))
  const host: Host = {
    list: async (folder) => [...files.keys()].map((path) => path.slice(folder.length + 1)).sort(),
    read: async (path) => (files.has(path) ? encode(files.get(path)!) : undefined),
    write: async () => {},
    asset: async () => new Uint8Array(),
  }
  const log = new Log()
  const corpus = await load(host, log)
  const faults = log.findings.filter(({ fatal }) => fatal).map(({ message }) => message)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const texts = new Map(Object.entries(sources).map(([key, { text }]) => [key, text]))
  return { corpus, texts, log }
}

export function lockOf({ corpus, texts }: TestCorpus): Lock {
  return readLock(writeLock(examine(corpus, texts, undefined, new Log()), []), new Log())!
}

/** What the tool says of a corpus when some texts are others. */
export function examineWith(
  { corpus, texts }: TestCorpus,
  changed: Readonly<Record<string, string | undefined>>,
  lock?: Lock,
): { evidence: Evidence; log: Log } {
  const now = new Map(texts)
  for (const [key, text] of Object.entries(changed)) {
    if (text === undefined) now.delete(key)
    else now.set(key, text)
  }
  const log = new Log()
  return { evidence: examine(corpus, now, lock, log), log }
}

function sourceYaml({ text, pins = {}, claimFields = {}, ...fields }: TestSource): string {
  const paragraphs = paragraphsOf(text)
  const claims = Object.entries(pins).map(([id, [start, end]]) => {
    const [span] = spansBetween(start, end, paragraphs)
    if (!span) throw new Error(`no passage “${start} … ${end}”`)
    return {
      id,
      kind: 'fact',
      gist: `What ${id} says.`,
      voice: 'author',
      credibility: { proposition: 3, why: 'A test.' },
      passages: [passageFor(span, paragraphs)],
      ...claimFields[id],
    }
  })
  return stringify({ type: 'article-newspaper', ...fields, claims }, { aliasDuplicateObjects: false })
}
