import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { compare, fieldOf, type Host } from '../../core/index.ts'
import { UsageError } from './command.ts'

const run = promisify(execFile)

/**
 * The project as it was at a commit. What git does not keep is read as it is now only where nothing else is known:
 * texts are not, since the lock at that commit says what they were.
 */
export async function commitHost(folder: string, commit: string, host: Host): Promise<Host> {
  const files = await filesAt(folder, commit)
  return {
    epoch: host.epoch,
    asset: host.asset,
    list: async (below) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${below}/`))
        .map((path) => path.slice(below.length + 1))
        .sort(compare),
    async read(path) {
      const object = files.get(path)
      return object === undefined ? undefined : await gitBytes(folder, ['cat-file', 'blob', object])
    },
    write: () => Promise.reject(new Error('A commit cannot be written to')),
  }
}

/** The object of each file below the project’s folder, by path. */
async function filesAt(folder: string, commit: string): Promise<Map<string, string>> {
  if (commit.startsWith('-')) throw new UsageError(`“${commit}” is not a commit`)
  const listing = await git(folder, ['ls-tree', '-r', '-z', commit, '--', '.'])
  const entries = listing.split('\0').filter(Boolean)
  return new Map(
    entries.flatMap((entry) => {
      const [meta = '', path = ''] = entry.split('\t')
      const [mode, type, object = ''] = meta.split(' ')
      return type === 'blob' && mode !== '120000' ? [[path, object]] : []
    }),
  )
}

/** The commit that a file of the project came with; `undefined` where git knows of none. */
export async function commitThatAdded(folder: string, path: string): Promise<string | undefined> {
  const commits = await git(folder, ['log', '--diff-filter=A', '--format=%H', '--', path])
  return commits.trim().split('\n').at(-1) || undefined
}

const git = async (folder: string, args: readonly string[]): Promise<string> =>
  new TextDecoder().decode(await gitBytes(folder, args))

async function gitBytes(folder: string, args: readonly string[]): Promise<Uint8Array> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer: 1 << 28, encoding: 'buffer' })
    return new Uint8Array(stdout)
  } catch (error) {
    const [code, told] = [fieldOf(error, 'code'), fieldOf(error, 'stderr')]
    const stderr = told instanceof Uint8Array ? new TextDecoder().decode(told) : ''
    if (code === 'ENOENT')
      throw new UsageError('git is not installed, and earlier states of the project are read with it')
    const unknown = /^fatal: Not a valid object name (.*)$/m.exec(stderr)?.[1]
    if (unknown !== undefined)
      throw new UsageError(
        `git knows no commit “${unknown}” here`,
        'name a commit, a branch or a tag; a shallow clone has few: git fetch --unshallow gets the others',
      )
    if (/^fatal: not a git repository/m.test(stderr))
      throw new UsageError('the project is not in git', 'git init && git add . && git commit begins its history')
    throw new UsageError(
      stderr
        .trim()
        .split('\n')[0]
        ?.replace(/^fatal: /, '') || 'git failed',
      'the project must be in git: name a commit, a branch or a tag',
    )
  }
}
