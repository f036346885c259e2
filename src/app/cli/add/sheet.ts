import { Log, nearest, reasonOf } from '../../../core/index.ts'
import { exit, UsageError } from '../command.ts'
import { count, printable } from '../terminal.ts'
import { type Brought, sayDone } from './door.ts'

/** Brings registers back from a spreadsheet: a table is of the kind that its sheet, or its file, is named after. */
export async function addSheetFile(brought: Brought): Promise<number> {
  const { host, corpus, path, bytes, encoding, world, dry } = brought
  const [{ readSheets }, { kindOfSheet, mergeSheet }, { kinds }, { openCorpus }] = await Promise.all([
    import('../../../evidence/import/read-sheet.ts'),
    import('../../../evidence/import/sheet.ts'),
    import('../../../corpus/kinds.ts'),
    import('../../pipeline/project.ts'),
  ])
  let sheets: ReturnType<typeof readSheets>
  try {
    sheets = readSheets(path, bytes, encoding)
  } catch (error) {
    throw new UsageError(`“${printable(path)}” cannot be read: ${reasonOf(error)}`)
  }
  const stem = path.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  const of = (name: string) => kindOfSheet(name) ?? (sheets.length === 1 ? kindOfSheet(stem) : undefined)
  if (!sheets.some(({ name }) => of(name))) {
    const names = kinds.map(({ plural }) => plural).filter((it) => it !== 'packs')
    const meant = nearest(stem, names)
    // A workbook has tables of its own.
    const ending = sheets.length === 1 ? (/\.\w+$/.exec(path)?.[0] ?? '') : ''
    throw new UsageError(
      `no table in “${printable(path)}” is named after a register`,
      [
        meant
          ? `call it ${meant}${ending}`
          : `call it after what its rows are: ${names.map((it) => `${it}${ending}`).join(', ')}`,
        'figures of a source are its text: --source KEY; a chart reads them where they lie: {{figure "bar" from="…"}}',
      ].join('; '),
    )
  }
  let [code, opened]: [number, typeof corpus] = [exit.done, corpus]
  for (const sheet of sheets) {
    const kind = of(sheet.name)
    if (!kind) {
      world.err(`  left out: the sheet “${printable(sheet.name)}” is named after no register\n`)
      continue
    }
    const merged = await mergeSheet(host, opened, kind, sheet)
    if (!dry) {
      await host.write(merged.files)
      opened = await openCorpus(host, new Log())
    }
    for (const id of merged.created) world.out(`${kind} ${id}\n`)
    for (const [id, fields] of merged.changed) world.out(`${kind} ${id}  ${fields.join(', ')}\n`)
    for (const { row, reason } of merged.problems) {
      const lines = reason.split('\n').map(printable)
      world.err(`${printable(path)}:${row}:1  error  ${lines.join('\n  ')}\n`)
    }
    const created = count(merged.created.length, `new ${kind}`)
    sayDone(brought, `${sheet.name}: ${created}, ${merged.changed.size} changed, ${merged.same} as before`)
    if (merged.problems.length > 0) code = exit.findings
  }
  return code
}
