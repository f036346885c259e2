import { Log, nearest } from '../../../core/index.ts'
import { defineCommand, exit, UsageError } from '../command.ts'
import { diskHost } from '../host.ts'
import { outputPath } from '../output-path.ts'
import { requireCorpus } from '../records.ts'
import { isAsWritten, noteWritten, registers } from '../written.ts'

export const exportCommand = defineCommand({
  usage: 'export <register>',
  summary: 'A register as a spreadsheet that `add` brings back',
  examples: [
    ['$0 export actors', 'out/actors.xlsx, a row an actor, a column a field'],
    ['$0 add out/actors.xlsx', 'what was changed in it, back into the records'],
  ],
  positionals: {
    register: { type: 'string', demandOption: true, describe: 'actors, claims, events, …' },
  },
  options: {
    as: { choices: ['xlsx', 'csv'], default: 'xlsx', describe: 'A workbook, or CSV' },
    out: { alias: 'o', type: 'string', describe: 'The file in the project; by default out/<register>.<format>' },
  },
  async run(args, world) {
    const [{ openCorpus }, { kindOfSheet, tableOf }, { kinds }] = await Promise.all([
      import('../../pipeline/project.ts'),
      import('../../../evidence/import/sheet.ts'),
      import('../../../corpus/kinds.ts'),
    ])
    const asked = args.register
    const kind = kindOfSheet(asked)
    if (!kind) {
      const names = kinds.map(({ plural }) => plural).filter((it) => it !== 'packs')
      const meant = nearest(asked, names)
      throw new UsageError(
        `there is no register “${asked}”`,
        meant ? `did you mean “${meant}”?` : `registers are ${names.join(', ')}`,
      )
    }
    const host = diskHost(world.folder, world.env)
    const corpus = await openCorpus(host, new Log())
    requireCorpus(corpus)
    const table = await tableOf(host, corpus, kind)
    const long = table.rows.find((row) => row.some((it) => it.length > longest))
    if (args.as === 'xlsx' && long)
      throw new UsageError(
        `${long[0]} has a field that is longer than a cell may be`,
        'CSV has no such limit: --as csv',
      )
    const bytes =
      args.as === 'csv'
        ? (await import('../../../write/csv.ts')).csv(table.columns, table.rows)
        : (await import('../../../write/xlsx/xlsx.ts')).workbook([table])
    const usual = `out/${table.name}.${args.as}`
    const path = args.out === undefined ? usual : outputPath(args.out, usual)
    const before = args.out === undefined ? await host.read(path) : undefined
    if (before && !sameBytes(before, bytes) && !(await isAsWritten(host, path)))
      throw new UsageError(
        `${path} was changed since it was written`,
        `bring it in with briefpack add ${path}, or remove it`,
      )
    await host.write(new Map([[path, bytes]]))
    await noteWritten(host, [{ name: registers, paths: [path] }])
    world.out(`${path}\n`)
    return exit.done
  },
})

const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/** Characters of a cell, in every spreadsheet that reads SpreadsheetML. */
const longest = 32_767
