import { encode, entryOf, type Host, Log, must, readWhole } from '../../../core/index.ts'
import type { RecordName } from '../../../corpus/index.ts'
import type { Renaming } from '../../editor/index.ts'
import type { Project } from '../../pipeline/project.ts'
import { defineCommand, exit, textsOption, UsageError, type World } from '../command.ts'
import { diskHost } from '../host.ts'
import { namingTexts } from '../naming-texts.ts'
import { formatPlace, textsFolder } from '../records.ts'
import { count, printable } from '../terminal.ts'

export const renameCommand = defineCommand({
  usage: 'rename <old> <new>',
  summary: 'Give a record another id, everywhere: corpus, packs, templates, text and lock',
  examples: [
    ['$0 rename toll-stays toll-is-kept', 'a claim, with all that cites it'],
    ['$0 rename source:quay-2003 quay-monthly-2003', 'a source, with its file and its text'],
    ['$0 rename pack:report brief --dry-run', 'what a new name for a pack would change'],
  ],
  positionals: {
    old: { type: 'string', demandOption: true, describe: 'A record’s id, or kind:id' },
    new: { type: 'string', demandOption: true, describe: 'The new id' },
  },
  options: {
    'dry-run': { type: 'boolean', default: false, describe: 'Say what would change, and change nothing' },
    texts: textsOption,
  },
  async run(args, world) {
    const [{ open }, { partsOf }, { renaming }, { recordMeant }] = await Promise.all([
      import('../../pipeline/project.ts'),
      import('../../../evidence/graph.ts'),
      import('../../editor/index.ts'),
      import('../opened.ts'),
    ])
    const host = diskHost(world.folder, world.env)
    const folder = await textsFolder(args.texts, host)
    const project = await open(host, new Log(), { texts: folder })
    const name = recordMeant(project.corpus, args.old)
    const to = await newId(project, name, args.new)
    const texts = await namingTexts(host)
    const found = renaming(project.corpus, name, to, texts)
    const { id, kind } = partsOf(name)
    if (kind === 'source' && (await host.read(`${folder}/${id}.txt`)))
      found.moved.push([`${folder}/${id}.txt`, `${folder}/${to}.txt`])
    await makeSure(found, host)
    const files = await filesOf(found, texts, host)
    if (kind === 'pack') await inIssues(id, to, files, host)
    await proved(project, name, to, files, found, host, folder)
    if (!args['dry-run']) {
      await host.write(new Map([...files].filter(([path]) => !found.moved.some(([from]) => from === path))))
      await host.remove?.(found.moved.map(([from]) => from))
    }
    tell(found, files, args['dry-run'], world)
    if (kind === 'source') await tellCode(project, id, to, world)
    if (kind === 'pack')
      world.err('  what was built under the old name is stale: `briefpack clean --stale` removes it\n')
    return exit.done
  },
})

/** A code that is made of the key changes with it. */
async function tellCode({ corpus }: Project, id: string, to: string, world: World): Promise<void> {
  const { codeOf } = await import('../../../corpus/source-codes.ts')
  const source = entryOf(corpus.sources, id)
  const [was, is] = [codeOf(source), codeOf({ ...source, id: to })]
  if (was !== is) world.err(`  its code is ${is} now, and was ${was}: \`code: ${was}\` in its record would keep it\n`)
}

/** A new id that no record of the kind has. */
async function newId({ corpus }: Project, name: RecordName, to: string): Promise<string> {
  const [{ recordsOf }, { slugOf }, { partsOf, placeOf }] = await Promise.all([
    import('../../../corpus/corpus.ts'),
    import('../../../corpus/slug.ts'),
    import('../../../evidence/graph.ts'),
  ])
  const { kind, id } = partsOf(name)
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(to))
    throw new UsageError(
      `“${to}” is not a slug of lower-case letters, digits and single hyphens`,
      slugOf(to) ? `did you mean “${slugOf(to)}”?` : 'e.g. border-law-2012',
    )
  if (to === id) throw new UsageError(`${name} is called so already`)
  const taken = recordsOf(corpus, kind)
  if (!taken.has(to)) return to
  let number = 2
  while (taken.has(`${to}-${number}`)) number++
  const at = formatPlace(placeOf(corpus, `${kind}:${to}`))
  throw new UsageError(`the ${kind} “${to}” exists already, at ${at}`, `“${to}-${number}” is free`)
}

/** No file is written over another. */
async function makeSure({ moved }: Renaming, host: Host): Promise<void> {
  for (const [, to] of moved)
    if ((await host.read(to)) !== undefined)
      throw new UsageError(`there is a file ${to} already`, 'move it away, or take another id')
}

/** All files that change, by path; a file that is moved under both of its names. */
async function filesOf(
  { edits, moved }: Renaming,
  texts: ReadonlyMap<string, string>,
  host: Host,
): Promise<Map<string, Uint8Array>> {
  const { withEdits } = await import('../../editor/index.ts')
  const files = new Map([...edits].map(([file, own]) => [file, encode(withEdits(entryOf(texts, file), own))]))
  for (const [from, to] of moved) {
    const bytes = files.get(from) ?? must(await host.read(from))
    files.set(from, bytes).set(to, bytes)
  }
  return files
}

/** What was issued under the old name of a pack is an earlier issue of it. */
async function inIssues(id: string, to: string, files: Map<string, Uint8Array>, host: Host): Promise<void> {
  const { issueFolder } = await import('../../../evidence/issue.ts')
  for (const name of await host.list(issueFolder)) {
    const path = `${issueFolder}/${name}`
    const text = (await readWhole(host, path).catch(() => undefined)) ?? ''
    const named = text.replace(new RegExp(`("pack":\\s*)"${id}"`), (_, key: string) => `${key}"${to}"`)
    if (named !== text) files.set(path, encode(named))
  }
}

/** The project as it would be is read once more: everything that named the record names it still; the lock follows. */
async function proved(
  before: Project,
  name: RecordName,
  to: string,
  files: Map<string, Uint8Array>,
  { moved }: Renaming,
  host: Host,
  texts: string,
): Promise<void> {
  const [{ open }, { graphOf, partsOf }, { renamedLock }, { lockFile }] = await Promise.all([
    import('../../pipeline/project.ts'),
    import('../../../evidence/graph.ts'),
    import('../../../evidence/rename-lock.ts'),
    import('../../../evidence/lock.ts'),
  ])
  const gone = new Set(moved.map(([from]) => from))
  const shadow: Host = {
    ...host,
    read: async (path) => (gone.has(path) ? undefined : (files.get(path) ?? host.read(path))),
    async list(folder) {
      const here = (path: string) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [])
      const there = (await host.list(folder)).filter((it) => !gone.has(`${folder}/${it}`))
      return [...new Set([...there, ...[...files.keys()].filter((it) => !gone.has(it)).flatMap(here)])].sort()
    },
  }
  const after = await open(shadow, new Log(), { texts })
  const renamed: RecordName = `${partsOf(name).kind}:${to}`
  const [was, is] = [graphOf(before.corpus).into(name).length, graphOf(after.corpus).into(renamed).length]
  if (!graphOf(after.corpus).names.has(renamed) || was !== is)
    throw new UsageError(`${name} cannot be renamed safely: ${was} places name it, and ${is} would`, 'briefpack check')
  const { lock } = before.evidence
  if (!lock) return
  files.set(lockFile, encode(renamedLock(lock, name, to, before.evidence.agreements, after.evidence.agreements)))
}

function tell(
  { edits, moved, left }: Renaming,
  files: ReadonlyMap<string, unknown>,
  isDry: boolean,
  world: World,
): void {
  for (const [from, to] of moved) world.out(`${printable(from)} → ${printable(to)}\n`)
  const gone = new Set(moved.map(([from]) => from))
  for (const [file, own] of edits) if (!gone.has(file)) world.out(`${printable(file)}  ${count(own.length, 'place')}\n`)
  for (const { file, line } of left)
    world.err(`  ${printable(file)}:${line} has the words, and names nothing by them: left as they are\n`)
  const all = [...edits.values()].reduce((sum, own) => sum + own.length, 0)
  const changed = [...files.keys()].filter((it) => !gone.has(it)).length
  world.err(
    `${world.paint.err('green', '✔')} ${all === 0 ? 'nothing else names it: 0 places' : count(all, 'place')} in ${count(changed, 'file')}${isDry ? ', if it were done' : ''}\n`,
  )
}
