import { type Host, Log } from '../core/index.ts'
import { type Corpus, type Issue, issueSchema } from '../corpus/index.ts'
import { digestsOf, type Evidence } from './examine.ts'
import { partsOf } from './graph.ts'
import type { Printings } from './printing.ts'

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
    const { success, data } = issueSchema.safeParse(JSON.parse(text))
    if (success) return data
    log.report('field-is-valid', { file }, 'the file is not the record of an issue as `build --issue` writes it')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    log.report('field-is-valid', { file }, `the record of an issue is not JSON: ${error.message}`)
  }
  return undefined
}

function issuedSource(key: string, corpus: Corpus, evidence: Evidence): Issue['sources'][string] {
  const text = evidence.digests.get(key) ?? evidence.lock?.sources[key]?.text
  const grade = corpus.sources.get(key)?.reliability?.grade
  return { ...(text !== undefined && { text }), ...(grade !== undefined && { grade }) }
}
