import type { BuildOptions } from '../../build.ts'
import { didYouMeanOr, type Host, itemAt, Log, missingFile } from '../../core/index.ts'
import { UsageError } from './command.ts'

/**
 * The Word files to compare with, by pack: `what` is a .docx of the project, the name of an issue, or a commit, a branch or a
 * tag. Of the latter the packs are built as they were, with the same options.
 */
export async function earlierFiles(
  what: string,
  folder: string,
  host: Host,
  options: BuildOptions,
): Promise<Record<string, Uint8Array>> {
  if (/\.docx$/i.test(what)) return earlierFile(what, host, options.packs ?? [])
  const [{ commitHost, commitThatAdded }, { build }, { recordsOf }, { lockFile }] = await Promise.all([
    import('./git.ts'),
    import('../../build.ts'),
    import('../../evidence/issue.ts'),
    import('../../evidence/lock.ts'),
  ])
  const record = (await recordsOf(what, host))[0]
  const commit = record === undefined ? what : await commitThatAdded(folder, record)
  if (commit === undefined) {
    throw new UsageError(
      `the issue “${what}” is in no commit`,
      'commit its record, or name the Word file that went out',
    )
  }
  const written = new Map<string, Uint8Array>()
  const before: Host = {
    ...(await commitHost(folder, commit, host).catch((error: unknown) => unknownState(error, commit, host))),
    ...(host.draw && { draw: host.draw }),
    write: async (files) => {
      for (const [path, bytes] of files) written.set(path, bytes)
    },
  }
  const { packs, findings } = await build(before, { ...options, formats: ['docx'], out: 'out', issue: undefined })
  const ending = options.draft ? '.draft.docx' : '.docx'
  const files = [...written].map(([path, bytes]) => [path.slice('out/'.length, -ending.length), bytes] as const)
  if (packs.length > 0 && files.length > 0) return Object.fromEntries(files)
  const first = findings.find(({ fatal }) => fatal)
  const wantsLock = findings.some(({ ruleId, fatal }) => fatal && ruleId === 'lock-is-current')
  const isWithoutLock = wantsLock && (await before.read(lockFile)) === undefined
  throw new UsageError(
    `no pack can be built as of “${what}”${first ? `: ${first.reason}` : ''}`,
    [
      'compare with the Word file that went out: --compare FILE.docx',
      ...(isWithoutLock
        ? [
            `that commit has no ${lockFile}, which stands for the texts: commit what \`briefpack check --update-lock\` writes, and commits from then on can be compared with`,
          ]
        : []),
    ].join('; '),
  )
}

/** What is no commit may be meant for an issue. */
async function unknownState(error: unknown, what: string, host: Host): Promise<never> {
  const { issueFolder } = await import('../../evidence/issue.ts')
  const issues = (await host.list(issueFolder)).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? [])
  if (!(error instanceof UsageError) || issues.length === 0) throw error
  const [meant] = didYouMeanOr(what, issues, 'issues')
  throw new UsageError(`there is no issue “${what}”, and ${error.message}`, meant)
}

async function earlierFile(path: string, host: Host, packs: readonly string[]): Promise<Record<string, Uint8Array>> {
  const [bytes, { unzip }] = await Promise.all([host.read(path), import('../../core/zip.ts')])
  if (!bytes) throw await missingFile(host, path)
  const parts = unzip(bytes)
  const problem =
    typeof parts === 'string' ? parts : parts.has('word/document.xml') ? undefined : 'it is no Word document'
  if (problem) throw new UsageError(`“${path}” cannot be compared with: ${problem}`)
  if (packs.length === 1) return { [itemAt(packs, 0)]: bytes }
  const { openCorpus } = await import('../pipeline/project.ts')
  const known = [...(await openCorpus(host, new Log())).packs.values()].filter((it) => !it.deprecated)
  if (known[1] === undefined) return { [known[0]?.id ?? '']: bytes }
  throw new UsageError(
    `“${path}” is of one pack, and several would be built: ${known.map(({ id }) => id).join(', ')}`,
    `name the pack, e.g. briefpack build ${itemAt(known, 0).id} --compare ${path}`,
  )
}
