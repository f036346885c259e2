import { Log } from '../../../core/index.ts'
import type { Impact } from '../../../evidence/index.ts'
import { defineCommand, exit, textsOption, type World } from '../command.ts'
import { hintAtErrors, requireCorpus } from '../records.ts'
import { count, printable, wrapped } from '../terminal.ts'

export const impactCommand = defineCommand({
  usage: 'impact',
  summary: 'After an edit: the claims, judgments, sections and issued packs it put in doubt, and why',
  examples: [
    ['$0 impact', 'what the edits since the last commit put in doubt'],
    ['$0 impact --since main', 'what this branch puts in doubt'],
  ],
  options: {
    since: { type: 'string', default: 'HEAD', describe: 'Compare with this commit' },
    json: { type: 'boolean', default: false, describe: 'Print the impact as JSON' },
    texts: textsOption,
  },
  async run(args, world) {
    const [{ open }, { draftPacks }, { impact }, { commitHost }, { opened }] = await Promise.all([
      import('../../pipeline/project.ts'),
      import('../../pipeline/draft.ts'),
      import('../../../evidence/impact.ts'),
      import('../git.ts'),
      import('../opened.ts'),
    ])
    const { host, log, cache, config, project: after } = await opened(args.texts, world)
    requireCorpus(after.corpus)
    const old = new Log()
    const before = await open(await commitHost(world.folder, args.since, host), old, { cache, config })
    if (old.failed)
      world.err(`briefpack: the project had errors at ${args.since}: what is said of it may lack something\n`)
    const found = impact(before, after, await draftPacks(after, log), after.issues)
    if (args.json) world.out(`${JSON.stringify(found, null, 2)}\n`)
    else print(found, args.since, world)
    world.err(hintAtErrors(log))
    return exit.done
  },
})

function print({ edits, doubts, issues }: Impact, since: string, world: World): void {
  const { out } = world.paint
  const told = (style: 'cyan' | 'yellow' | 'red', word: string, name: string, rest: string): void => {
    const text = wrapped(printable(rest), gap, gap.length + name.length + 2)
    world.out(`${out(style, word.padEnd(gap.length))}${out('bold', name)}${rest === '' ? '' : `  ${text}`}\n`)
  }
  const line = (text: string): void => world.out(`${gap}${wrapped(printable(text), `${gap}  `, gap.length)}\n`)
  if (edits.length === 0) world.out(`no record and no text was edited since ${since}\n`)
  for (const { name, what, grave } of edits) {
    told('cyan', 'edited', name, grave ? '' : '(puts nothing in doubt by itself)')
    for (const change of what) line(change)
  }
  for (const { name, label, reasons, printed } of doubts) {
    told('yellow', 'in doubt', name, label)
    for (const reason of reasons) line(`because ${sentence(reason)}`)
    for (const pack of new Set(printed.map((it) => it.pack)))
      line(`printed in ${pack}: ${printed.flatMap((it) => (it.pack === pack ? it.section : [])).join(', ')}`)
  }
  for (const { issue, pack, reasons } of issues) {
    told('red', 'issued', issue, `of ${pack} is in doubt`)
    for (const reason of reasons) line(`because ${reason}`)
  }
  if (world.quiet || edits.length + issues.length === 0) return
  const found = [
    count(edits.length, 'edit'),
    `${count(doubts.length, 'record')} in doubt`,
    `${count(issues.length, 'issue')} in doubt`,
  ]
  world.err(`  ${found.join(', ')}\n`)
}

const gap = ' '.repeat(10)

/** A reason that is a bare phrase of an edit, as the end of a sentence. */
function sentence(reason: string): string {
  if (reason === 'removed') return 'it was removed'
  return /^(?:it |passage )/.test(reason) ? reason : `it was edited: ${reason}`
}
