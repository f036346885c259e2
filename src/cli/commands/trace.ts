import type { Options } from 'yargs'
import type { Trace, TracedPassage, TraceNode } from '../../evidence/trace.ts'
import { type Command, exit, textsOption, type World } from '../command.ts'
import { formatPlace, hintAtErrors, textsFolder } from '../records.ts'
import { printable } from '../terminal.ts'

const options = {
  json: { type: 'boolean', default: false, describe: 'Print the trace as JSON' },
  texts: textsOption,
} as const satisfies Record<string, Options>

export const traceCommand: Command<typeof options> = {
  usage: 'trace <id>',
  summary: 'What a record rests on, what rests on it, and where it is printed',
  examples: [
    ['$0 trace inside-help', 'from a judgment down to its passages, and up to the pages'],
    ['$0 trace brandt-review-2021', 'from a source up to all that rests on it'],
  ],
  positionals: { id: { type: 'string', demandOption: true, describe: 'A record’s id, or kind:id' } },
  options,
  async run(args, world) {
    const [{ open }, { draftPacks }, { trace }, { Log }, { diskHost }, { recordMeant }] = await Promise.all([
      import('../../build/project.ts'),
      import('../../build/compose.ts'),
      import('../../evidence/trace.ts'),
      import('../../log.ts'),
      import('../host.ts'),
      import('../record-meant.ts'),
    ])
    const log = new Log()
    const host = diskHost(world.folder, world.env)
    const project = await open(host, log, { texts: await textsFolder(args.texts, host) })
    const name = recordMeant(project.corpus, String(args.id))
    const found = trace(name, project.corpus, project.evidence, await draftPacks(project, log))
    if (args.json === true) world.out(`${JSON.stringify(found, null, 2)}\n`)
    else print(found, world)
    world.err(hintAtErrors(log))
    return exit.done
  },
}

function print({ name, label, place, passages, restsOn, carries, printed }: Trace, world: World): void {
  const { out } = world.paint
  world.out(`${out('bold', name)}  ${printable(label)}\n  ${out('dim', formatPlace(place))}\n`)
  printPassages(passages, '  ', world)
  for (const [title, nodes] of [
    ['rests on', restsOn],
    ['carries', carries],
  ] as const) {
    if (nodes.length > 0) world.out(`\n${out('cyan', title)}\n`)
    printNodes(nodes, '  ', world)
  }
  if (printed.length > 0) world.out(`\n${out('cyan', 'printed in')}\n`)
  for (const { pack, section, place: at, times } of printed) {
    world.out(`  ${section} of ${pack}${times > 1 ? `, ${times} times` : ''}  ${out('dim', formatPlace(at))}\n`)
  }
}

function printNodes(nodes: readonly TraceNode[], indent: string, world: World): void {
  const { out } = world.paint
  const width = Math.max(0, ...nodes.map(({ by }) => by.length))
  for (const { by, name, label, place, passages, children } of nodes) {
    const inner = `${indent}${' '.repeat(width)}  `
    world.out(`${indent}${out('dim', by.padEnd(width))}  ${out('bold', name)}  ${printable(label)}\n`)
    world.out(`${inner}${out('dim', formatPlace(place))}\n`)
    printPassages(passages, inner, world)
    printNodes(children, inner, world)
  }
}

function printPassages(passages: readonly TracedPassage[], indent: string, world: World): void {
  for (const { source, para, start, end, outcome, verified } of passages) {
    const state = outcome === 'unverified' && verified ? 'unverified, as locked' : outcome
    const words = printable(`${source}, para. ${para}: “${start} … ${end}”`)
    world.out(`${indent}${words}  ${world.paint.out(verified ? 'green' : 'red', state)}\n`)
  }
}
