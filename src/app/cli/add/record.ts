import { type Host, readText } from '../../../core/index.ts'
import { type RecordKind, recordsOf } from '../../../corpus/index.ts'
import type { RecordField } from '../../../evidence/index.ts'
import { exit, UsageError } from '../command.ts'
import { textsFolder } from '../records.ts'
import { printable } from '../terminal.ts'
import type { Brought, OpenedCorpus } from './door.ts'

/** Writes one record of the fields that are given, or asked for in a terminal. */
export async function addOne(
  { host, corpus, args, source, world, dry }: Omit<Brought, 'path' | 'bytes'>,
  kind: RecordKind,
  more: readonly string[],
): Promise<number> {
  const [{ addRecord }, { unknownKinds }, { askFields, fieldsOf }, { claim }, { lackOf }] = await Promise.all([
    import('../../../evidence/import/add-record.ts'),
    import('../../../corpus/unknown-ids.ts'),
    import('../ask-fields.ts'),
    import('../../../corpus/claim.ts'),
    import('../../../evidence/lint/rules/statement-has-speaker.ts'),
  ])
  if (kind === 'claim' && (source === undefined || !corpus.sources.has(source)))
    throw new UsageError(
      source === undefined ? 'a claim belongs to a source' : `there is no source “${source}”`,
      `--source KEY; sources are ${[...corpus.sources.keys()].slice(0, 8).join(', ')}`,
    )
  const fromWords = kind !== 'claim' || args.words === undefined ? [] : [await passagesOf(host, source ?? '', args)]
  const given = [...fieldsOf(kind, more), ...fromWords]
  const fields = process.stdin.isTTY ? await askFields(kind, given, corpus) : given
  if (!fields) return exit.usage
  const added = await addRecord(host, corpus, kind, fields, source)
  const unknown = unknownKinds(kind, Object.fromEntries(fields), corpus)
  const made = kind === 'claim' ? claim.safeParse(added.data).data : undefined
  const lack = made && lackOf(made)
  const problems = [
    ...added.problems,
    ...idProblems(added.id, fields, kind, corpus),
    ...unknown,
    ...(lack ? [`${lack.reason}\n${lack.note}`] : []),
  ]
  if (problems.length > 0) {
    for (const problem of problems) world.err(`error  ${problem.split('\n').map(printable).join('\n  ')}\n`)
    world.err(`  nothing was written; fields are given as field=value, see briefpack explain ${kind}\n`)
    return exit.findings
  }
  if (!dry) await host.write(new Map([[added.path, added.bytes]]))
  world.out(`${added.path}  ${added.id}\n`)
  if (!world.quiet) world.err(added.yaml.replace(/^/gm, '  ').trimEnd().concat('\n'))
  if (!world.quiet && added.preset > 0)
    world.err(`  the list holds alone from now on: it begins with the ${added.preset} kinds that the project had\n`)
  return exit.done
}

/** An id that is given is kept as it is, or refused. */
function idProblems(id: string, fields: readonly RecordField[], kind: RecordKind, corpus: OpenedCorpus): string[] {
  const given = fields.find(([path]) => path === 'id')?.[1]
  if (given === undefined || given === id) return []
  return recordsOf(corpus, kind).has(String(given))
    ? [`the ${kind} “${given}” exists already\n“${id}” is free`]
    : [`“${given}” is not a slug of lower-case letters, digits and single hyphens\ndid you mean “${id}”?`]
}

/** The passage that `--words` names in the text of a source, as `briefpack pin` finds it. */
async function passagesOf(host: Host, source: string, args: Readonly<Record<string, unknown>>): Promise<RecordField> {
  const [{ pin }, { whyUnpinned }] = await Promise.all([
    import('../../../evidence/pin.ts'),
    import('../../../evidence/unpinned.ts'),
  ])
  const path = `${await textsFolder(args.texts, host)}/${source}.txt`
  const text = await readText(host, path)
  if (text === undefined)
    throw new UsageError(`there is no text ${path}`, 'a passage is found in the text of its source')
  const request = { start: String(args.words), end: args.to === undefined ? undefined : String(args.to) }
  const found = pin(text, request)
  if (found.length > 1)
    throw new UsageError(
      `${found.length} passages answer to these words`,
      'take longer ones, or name the last ones too: --to',
    )
  const passage = found[0]?.passage
  if (passage) return ['passages', [passage]]
  const why = found.length > 0 ? 'they stand twice in their paragraph: take longer ones' : whyUnpinned(text, request)[0]
  throw new UsageError(`these words do not pin a passage in ${path}`, why)
}
