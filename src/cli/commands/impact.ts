import type { Options } from 'yargs'
import type { Doubt, Impact } from '../../evidence/impact.ts'
import { type Command, exit, type World } from '../command.ts'
import { hintAtErrors } from '../records.ts'

const options = {
  since: { type: 'string', default: 'HEAD', describe: 'Compare with this commit' },
  json: { type: 'boolean', default: false, describe: 'Print the impact as JSON' },
} as const satisfies Record<string, Options>

export const impactCommand: Command<typeof options> = {
  usage: 'impact',
  summary: 'After an edit: the claims, judgments, sections and issued packs it put in doubt, and why',
  examples: [['$0 impact --since main', 'what this branch’s edits put in doubt']],
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
    const after = await open(host, log)
    const before = await open(await commitHost(world.folder, String(args.since), host), new Log())
    const found = impact(before, after, draftPacks(after, log), after.issues)
    if (args.json === true) world.out(`${JSON.stringify(found, null, 2)}\n`)
    else print(found, world)
    world.err(hintAtErrors(log))
    return exit.done
  },
}

function print({ edits, doubts, issues }: Impact, world: World): void {
  if (edits.length === 0) world.out('no record and no text was edited\n')
  for (const edit of edits)
    world.out(`edited  ${edit.name}  ${edit.what.join('; ')}${edit.grave ? '' : '  (wording only)'}\n`)
  for (const doubt of doubts) printDoubt(doubt, world)
  for (const { issue, pack, reasons } of issues)
    world.out(`issued  ${issue} (${pack}) is in doubt: ${reasons.join('; ')}\n`)
}

function printDoubt({ name, label, reasons, printed }: Doubt, world: World): void {
  const sections = [...new Set(printed.map(({ pack, section }) => `${pack}, ${section}`))]
  world.out(`in doubt  ${name}  ${label}\n`)
  for (const reason of reasons) world.out(`    because ${reason}\n`)
  if (sections.length) world.out(`    printed in ${sections.join('; ')}\n`)
}
