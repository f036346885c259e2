import type { Options } from 'yargs'
import type { Doubt, Impact } from '../../evidence/impact.ts'
import { type Command, exit, textsOption, type World } from '../command.ts'
import { hintAtErrors, requireCorpus, textsFolder } from '../records.ts'
import { count, printable } from '../terminal.ts'

const options = {
  since: { type: 'string', default: 'HEAD', describe: 'Compare with this commit' },
  json: { type: 'boolean', default: false, describe: 'Print the impact as JSON' },
  texts: textsOption,
} as const satisfies Record<string, Options>

export const impactCommand: Command<typeof options> = {
  usage: 'impact',
  summary: 'After an edit: the claims, judgments, sections and issued packs it put in doubt, and why',
  examples: [
    ['$0 impact', 'what the edits since the last commit put in doubt'],
    ['$0 impact --since main', 'what this branch puts in doubt'],
  ],
  options,
  async run(args, world) {
    const [{ open }, { draftPacks }, { impact }, { Log }, { diskHost }, { commitHost }] = await Promise.all([
      import('../../build/project.ts'),
      import('../../build/compose.ts'),
      import('../../evidence/impact.ts'),
      import('../../log.ts'),
      import('../host.ts'),
      import('../git.ts'),
    ])
    const log = new Log()
    const host = diskHost(world.folder, world.env)
    const after = await open(host, log, { texts: await textsFolder(args.texts, host) })
    requireCorpus(after.corpus)
    const before = await open(await commitHost(world.folder, String(args.since), host), new Log())
    const found = impact(before, after, await draftPacks(after, log), after.issues)
    if (args.json === true) world.out(`${JSON.stringify(found, null, 2)}\n`)
    else print(found, String(args.since), world)
    world.err(hintAtErrors(log))
    return exit.done
  },
}

function print({ edits, doubts, issues }: Impact, since: string, world: World): void {
  const { out } = world.paint
  if (edits.length === 0) world.out(`no record and no text was edited since ${since}\n`)
  for (const { name, what, grave } of edits) {
    world.out(`${out('cyan', 'edited')}    ${out('bold', name)}${grave ? '' : out('dim', '  (wording only)')}\n`)
    for (const change of what) world.out(`            ${printable(change)}\n`)
  }
  for (const doubt of doubts) printDoubt(doubt, world)
  for (const { issue, pack, reasons } of issues) {
    world.out(`${out('red', 'issued')}    ${out('bold', issue)} of ${pack} is in doubt\n`)
    for (const reason of reasons) world.out(`            because ${printable(reason)}\n`)
  }
  if (world.quiet || edits.length === 0) return
  const found = [
    count(edits.length, 'edit'),
    `${count(doubts.length, 'record')} in doubt`,
    `${count(issues.length, 'issue')} in doubt`,
  ]
  world.err(`  ${found.join(', ')}\n`)
}

function printDoubt({ name, label, reasons, printed }: Doubt, world: World): void {
  const { out } = world.paint
  const sections = [...new Set(printed.map(({ pack, section }) => `${section} of ${pack}`))]
  world.out(`${out('yellow', 'in doubt')}  ${out('bold', name)}  ${printable(label)}\n`)
  for (const reason of reasons) world.out(`            because ${printable(reason)}\n`)
  if (sections.length) world.out(`            printed in ${sections.join(', ')}\n`)
}
