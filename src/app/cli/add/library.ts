import type { Host } from '../../../core/index.ts'
import type { Library, LibraryFormat } from '../../../evidence/index.ts'
import { exit, type World } from '../command.ts'
import { count, printable } from '../terminal.ts'
import type { OpenedCorpus } from './door.ts'

/** Brings the items of a bibliographic file in as sources. */
export async function addLibraryFile(
  host: Host,
  corpus: OpenedCorpus,
  path: string,
  bytes: Uint8Array,
  format: LibraryFormat,
  world: World,
  dry: boolean,
): Promise<number> {
  const [{ readLibrary }, { decode }] = await Promise.all([
    import('../../../evidence/import/bibliography.ts'),
    import('../../../evidence/import/plain.ts'),
  ])
  return addItems(host, corpus, path, readLibrary(decode(bytes).text, format), world, dry)
}

/** Brings items in as sources, and says what became of them. */
export async function addItems(
  host: Host,
  corpus: OpenedCorpus,
  path: string,
  library: Library,
  world: World,
  dry: boolean,
): Promise<number> {
  const { addLibrary } = await import('../../../evidence/import/add-library.ts')
  for (const { line, reason } of library.problems)
    world.err(`${printable(path)}:${line}:1  error  ${printable(reason)}\n`)
  const added = await addLibrary(host, corpus, library)
  if (!dry) await host.write(added.files)
  for (const key of added.created) world.out(`corpus/sources/${key}.yaml\n`)
  for (const [key, fields] of added.changed) world.out(`corpus/sources/${key}.yaml  ${fields.join(', ')}\n`)
  for (const { source, field, here, there } of added.conflicts)
    world.err(
      `corpus/sources/${source}.yaml  “${field}” was changed here and in the library, and stays as it is here\n` +
        `  here:  ${printable(JSON.stringify(here) ?? 'nothing')}\n  there: ${printable(JSON.stringify(there) ?? 'nothing')}\n`,
    )
  if (!world.quiet) {
    const said = [
      `${count(added.created.length, 'new source')}`,
      `${added.changed.size} changed`,
      `${added.same} as before`,
    ]
    world.err(`${dry ? 'would be: ' : '✔ '}${said.join(', ')}\n`)
    if (added.homeless.size > 0) {
      const names = [...added.homeless].map(([name, items]) => `${name} (${items})`).join(', ')
      world.err(`  fields that a source does not have are kept under library.other: ${printable(names)}\n`)
    }
  }
  return library.problems.length > 0 || added.conflicts.length > 0 ? exit.findings : exit.done
}
