import { didYouMean, fieldOf, Log } from '../../../core/index.ts'
import type { RecordKind } from '../../../corpus/index.ts'
import { defineCommand, exit, UsageError, type World } from '../command.ts'
import { diskHost } from '../host.ts'
import { columns } from '../terminal.ts'
import { ruleMeant } from '../usage.ts'

export const explainCommand = defineCommand({
  usage: 'explain [name]',
  summary:
    'A rule, with its reason, norm and an example; or a record or field, with what it means; all rules without a name',
  examples: [
    ['$0 explain passage-matches', 'what the rule asks and where it comes from'],
    ['$0 explain claim.voice', 'what a field means and takes, and how it is used here'],
    ['$0 explain claim', 'the fields of a record'],
    ['$0 explain', 'every rule in a line'],
  ],
  positionals: { name: { type: 'string', describe: 'A rule’s id, a kind of record, or a field as record.field' } },
  options: {},
  async run(args, world) {
    const id = args.name
    const [kind] = String(id ?? '').split('.')
    const { kinds } = await import('../../../corpus/kinds.ts')
    const known = kinds.find((it) => it.name === kind || it.plural === kind)
    if (known) return explainField(known.name, String(id), world)
    const { rules } = await import('../../../evidence/lint/index.ts')
    if (id === undefined) {
      const rows = [...rules.values()].map(({ id, severity, summary }) => [id, severity, summary])
      world.out(columns(rows, (text, column) => (column === 0 ? world.paint.out('bold', text) : text)))
      return exit.done
    }
    const rule = rules.get(String(id))
    if (!rule)
      throw new UsageError(
        `there is no rule “${id}”`,
        (await pathMeant(String(id))) ?? (await fieldMeant(String(id))) ?? ruleMeant(String(id), rules),
      )
    const { ruleSection } = await import('../../../evidence/lint/index.ts')
    world.out(`${world.paint.out('bold', rule.id)}\n\n${ruleSection(rule)}\n`)
    return exit.done
  },
})

/** The field that a path with a misspelt kind may mean. */
async function pathMeant(path: string): Promise<string | undefined> {
  if (!path.includes('.')) return undefined
  const { allFields } = await import('../../../corpus/field-reference.ts')
  return didYouMean(
    path,
    allFields().map((it) => it.path),
  )[0]
}

/** The fields of records that a name without its kind may mean. */
async function fieldMeant(name: string): Promise<string | undefined> {
  const { allFields } = await import('../../../corpus/field-reference.ts')
  const [first, ...more] = allFields().filter((it) => it.path.endsWith(`.${name}`))
  if (!first) return undefined
  return `it is a field: briefpack explain ${first.path}${more.length > 0 ? ` (and ${more.length} more records have it)` : ''}`
}

/** A field with what it means and takes, the fields in it, and how this project uses it. */
async function explainField(kind: RecordKind, words: string, world: World): Promise<number> {
  const [{ fieldsOf }, { openCorpus }, { recordsOf }] = await Promise.all([
    import('../../../corpus/field-reference.ts'),
    import('../../pipeline/project.ts'),
    import('../../../corpus/corpus.ts'),
  ])
  const path = [kind, ...words.split('.').slice(1)].join('.')
  const fields = fieldsOf(kind)
  const own = fields.find((it) => it.path === path)
  const inner = fields.filter((it) => it.path.startsWith(`${path}.`))
  if (!own && inner.length === 0)
    throw new UsageError(
      `there is no field “${path}”`,
      didYouMean(
        path,
        fields.map((it) => it.path),
      )[0] ?? `briefpack explain ${kind} lists the fields`,
    )
  if (own)
    world.out(
      `${world.paint.out('bold', path)}\n\n${own.description}\n\nTakes ${own.takes}.${own.isRequired ? ' It must be there.' : ''}\n`,
    )
  if (inner.length > 0) {
    const rows = inner.map((it) => [
      it.path.slice(path.length + 1) + (it.isRequired ? ' *' : ''),
      /^(?:one of|a list)/.test(it.takes) ? `${it.description} (${it.takes})` : it.description,
    ])
    world.out(
      `${own ? '\n' : ''}${columns(rows, (text, column) => (column === 0 ? world.paint.out('bold', text) : text))}`,
    )
    return exit.done
  }
  const corpus = await openCorpus(diskHost(world.folder, world.env), new Log())
  const used = new Set<string>()
  for (const [id, record] of recordsOf(corpus, kind))
    for (const value of valuesAt(record, path.split('.').slice(1)))
      if (used.size < 3 && !corpus.faulty.has(`${kind}:${id}`)) used.add(`${JSON.stringify(value)}  (${id})`)
  if (used.size > 0) world.out(`\nIn this project:\n${[...used].map((it) => `  ${it}\n`).join('')}`)
  return exit.done
}

function valuesAt(value: unknown, steps: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((it) => valuesAt(it, steps))
  const [step, ...rest] = steps
  if (step === undefined) return value === undefined ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  const inner = step === '*' ? Object.values(value) : [fieldOf(value, step)]
  return inner.flatMap((it) => valuesAt(it, rest))
}
