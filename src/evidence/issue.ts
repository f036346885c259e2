import { type Host, isRecord, Log } from '../core/index.ts'
import type { Corpus } from '../corpus/index.ts'
import type { Confidence } from './ceiling.ts'
import { digestsOf, type Evidence } from './examine.ts'
import { partsOf } from './graph.ts'
import type { Printings } from './printing.ts'

/** What a pack said when it was issued, and on what it rested: `corpus/issues/<name>.json`, committed. */
export interface Issue {
  readonly name: string
  readonly pack: string
  /** The pack's date of issue, EDTF. */
  readonly issued: string
  readonly judgments: Readonly<Record<string, IssuedJudgment>>
  /** The digests of the passages of each claim that was printed or that a printed judgment rests on. */
  readonly claims: Readonly<Record<string, readonly string[]>>
  readonly sources: Readonly<Record<string, IssuedSource>>
}

interface IssuedJudgment {
  readonly text: string
  readonly likelihood?: string
  readonly confidence: Confidence
}

interface IssuedSource {
  /** The digest of its normalised text, where it had one. */
  readonly text?: string
  readonly grade?: string
}

export const issueFolder = 'corpus/issues'

/** The name under which one of several packs that are issued together is recorded. */
export const issueOf = (name: string, pack: string): string => `${name}-${pack}`

/** The records of what was issued under a name: its own, or one for each pack that was issued with it. */
export async function recordsOf(name: string, host: Host): Promise<readonly string[]> {
  const files = (await host.list(issueFolder)).filter((file) => file === `${name}.json` || file.startsWith(`${name}-`))
  const records = await Promise.all(
    files.map(async (file) => {
      const bytes = file === `${name}.json` ? undefined : await host.read(`${issueFolder}/${file}`)
      const issue = bytes && readIssue(file, new TextDecoder().decode(bytes), new Log())
      return bytes === undefined || (issue && issueOf(name, issue.pack) === issue.name)
        ? [`${issueFolder}/${file}`]
        : []
    }),
  )
  return records.flat()
}

/** The record of issuing a pack now. */
export function recordIssue(
  name: string,
  packId: string,
  corpus: Corpus,
  evidence: Evidence,
  printings: Printings,
): Issue {
  const printed = [...printings].filter(([, places]) => places.some(({ pack }) => pack === packId))
  const idsOf = (kind: string) =>
    printed
      .map(([key]) => partsOf(key))
      .filter((it) => it.kind === kind)
      .map(({ id }) => id)
  const judgments = idsOf('judgment').flatMap((id) => corpus.judgments.get(id) ?? [])
  const ids = new Set([...idsOf('claim'), ...judgments.flatMap((it) => [...it.for, ...it.against])])
  const claims = [...ids].sort().flatMap((id) => corpus.claims.get(id) ?? [])
  const keys = [...new Set(claims.map(({ source }) => source))].sort()
  return {
    name,
    pack: packId,
    issued: corpus.packs.get(packId)?.issued ?? '',
    judgments: Object.fromEntries(
      judgments.map(({ id, text, likelihood, confidence }) => [
        id,
        { text, ...(likelihood !== undefined && { likelihood }), confidence: confidence.level },
      ]),
    ),
    claims: Object.fromEntries(claims.map(({ id }) => [id, digestsOf(id, evidence)])),
    sources: Object.fromEntries(keys.map((key) => [key, issuedSource(key, corpus, evidence)])),
  }
}

/** An issue's record in the text of its file; `undefined`, and reported, when it cannot be read. */
export function readIssue(file: string, text: string, log: Log): Issue | undefined {
  try {
    const data: unknown = JSON.parse(text)
    if (isIssue(data)) return data
    log.report('field-is-valid', { file }, 'the file is not the record of an issue as `build --issue` writes it')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    log.report('field-is-valid', { file }, `the record of an issue is not JSON: ${error.message}`)
  }
  return undefined
}

function issuedSource(key: string, corpus: Corpus, evidence: Evidence): IssuedSource {
  const text = evidence.digests.get(key) ?? evidence.lock?.sources[key]?.text
  const grade = corpus.sources.get(key)?.reliability?.grade
  return { ...(text !== undefined && { text }), ...(grade !== undefined && { grade }) }
}

function isIssue(data: unknown): data is Issue {
  if (!isRecord(data)) return false
  const { name, pack, issued, judgments, claims, sources } = data
  return (
    [name, pack, issued].every((it) => typeof it === 'string') &&
    isRecord(judgments) &&
    Object.values(judgments).every((it) => isRecord(it) && typeof it.text === 'string') &&
    isRecord(claims) &&
    Object.values(claims).every((it) => Array.isArray(it)) &&
    isRecord(sources) &&
    Object.values(sources).every(isRecord)
  )
}
