import type { RecordKind } from '../../corpus/fields.ts'
import type { Host } from '../../host.ts'
import { exit, UsageError, type World } from '../command.ts'
import { printable } from '../terminal.ts'
import type { OpenedCorpus } from './door.ts'

/** Writes one record of the fields that are given, or asked for in a terminal. */
export async function addOne(
  host: Host,
  corpus: OpenedCorpus,
  kind: RecordKind,
  more: readonly string[],
  args: Record<string, unknown>,
  world: World,
  dry: boolean,
): Promise<number> {
  const [{ addRecord }, { askFields, fieldsOf }] = await Promise.all([
    import('../../import/add-record.ts'),
    import('../ask-fields.ts'),
  ])
  const source = args.source === undefined ? undefined : String(args.source)
  if (kind === 'claim' && (source === undefined || !corpus.sources.has(source)))
    throw new UsageError(
      'a claim belongs to a source',
      `--source KEY; sources are ${[...corpus.sources.keys()].slice(0, 8).join(', ')}`,
    )
  const given = fieldsOf(kind, more)
  const fields = process.stdin.isTTY ? await askFields(kind, given, corpus) : given
  if (!fields) return exit.usage
  const added = await addRecord(host, corpus, kind, fields, source)
  if (added.problems.length > 0) {
    for (const problem of added.problems) world.err(`error  ${problem.split('\n').map(printable).join('\n  ')}\n`)
    world.err(`  nothing was written; fields are given as field=value, see briefpack explain ${kind}\n`)
    return exit.findings
  }
  if (!dry) await host.write(new Map([[added.path, added.bytes]]))
  world.out(`${added.path}  ${added.id}\n`)
  if (!world.quiet) world.err(added.yaml.replace(/^/gm, '  ').trimEnd().concat('\n'))
  return exit.done
}
