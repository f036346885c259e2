import type { Library, LibraryFormat } from '../../../evidence/index.ts'
import { exit } from '../command.ts'
import { count, printable } from '../terminal.ts'
import { type Brought, sayDone } from './door.ts'

/** Brings the items of a bibliographic file in as sources. */
export async function addLibraryFile(brought: Brought, format: LibraryFormat): Promise<number> {
  const [{ readLibrary }, { decode }] = await Promise.all([
    import('../../../evidence/import/bibliography.ts'),
    import('../../../evidence/import/encoding.ts'),
  ])
  return addItems(brought, readLibrary(decode(brought.bytes, { named: brought.encoding }).text, format))
}

/** Brings items in as sources, and says what became of them. */
export async function addItems(brought: Omit<Brought, 'bytes'>, library: Library): Promise<number> {
  const { host, corpus, path, world, dry } = brought
  const { addLibrary } = await import('../../../evidence/import/add-library.ts')
  for (const { line, reason } of library.problems)
    world.err(`${printable(path)}:${line}:1  error  ${printable(reason)}\n`)
  const added = await addLibrary(host, corpus, library)
  for (const { source, line, reason } of added.undated) {
    const place = line === undefined ? `corpus/sources/${source}.yaml` : `${printable(path)}:${line}:1`
    world.err(`${place}  error  ${printable(reason)}\n`)
  }
  if (!dry) await host.write(added.files)
  for (const key of added.created) world.out(`corpus/sources/${key}.yaml\n`)
  for (const [key, fields] of added.changed) world.out(`corpus/sources/${key}.yaml  ${fields.join(', ')}\n`)
  for (const { source, field, here, there } of added.conflicts)
    world.err(
      `corpus/sources/${source}.yaml  “${field}” was changed here and in the library, and stays as it is here\n` +
        `  here:  ${printable(JSON.stringify(here) ?? 'nothing')}\n  there: ${printable(JSON.stringify(there) ?? 'nothing')}\n`,
    )
  const created = count(added.created.length, 'new source')
  sayDone(brought, `${created}, ${added.changed.size} changed, ${added.same} as before`)
  if (!world.quiet && added.homeless.size > 0) {
    const names = [...added.homeless].map(([name, items]) => `${name} (${items})`).join(', ')
    world.err(`  fields that a source does not have are kept under library.other: ${printable(names)}\n`)
  }
  return library.problems.length + added.undated.length + added.conflicts.length > 0 ? exit.findings : exit.done
}
