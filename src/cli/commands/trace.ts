import type { Options } from 'yargs'
import type { TracedPassage, TraceNode } from '../../evidence/trace.ts'
import { type Command, exit, type World } from '../command.ts'
import { formatPlace, hintAtErrors, recordMeant } from '../records.ts'

const options = {
  json: { type: 'boolean', default: false, describe: 'Print the trace as JSON' },
} as const satisfies Record<string, Options>

export const traceCommand: Command<typeof options> = {
  usage: 'trace <id>',
  summary: 'What a record rests on, what rests on it, and where it is printed',
  examples: [['$0 trace reform-line-2005', 'from a judgment down to its passages, and up to the pages']],
  positionals: { id: { type: 'string', demandOption: true, describe: 'A record’s id, or kind:id' } },
  options,
  async run(args, world) {
    const [{ open }, { draftPacks }, { trace }, { Log }, { diskHost }] = await Promise.all([
      import('../../build/project.ts'),
      import('../../build/compose.ts'),
      import('../../evidence/trace.ts'),
      import('../../log.ts'),
      import('../host.ts'),
    ])
    const log = new Log()
    const project = await open(diskHost(world.folder, world.env), log)
    const name = recordMeant(project.corpus, String(args.id))
    const found = trace(name, project.corpus, project.evidence, draftPacks(project, log))
    if (args.json === true) world.out(`${JSON.stringify(found, null, 2)}\n`)
    else {
      world.out(`${name}  ${found.label}\n  ${formatPlace(found.place)}\n`)
      printPassages(found.passages, '  ', world)
      printNodes('rests on', found.restsOn, world)
      printNodes('carries', found.carries, world)
      for (const { pack, section, place, times } of found.printed) {
        world.out(`printed in ${pack}, ${section}${times > 1 ? `, ${times} times` : ''}  ${formatPlace(place)}\n`)
      }
    }
    world.err(hintAtErrors(log))
    return exit.done
  },
}

function printNodes(title: string, nodes: readonly TraceNode[], world: World): void {
  if (nodes.length === 0) return
  world.out(`${title}\n`)
  for (const node of nodes) printNode(node, '  ', world)
}

function printNode(node: TraceNode, indent: string, world: World): void {
  world.out(`${indent}${node.by}: ${node.name}  ${node.label}  ${formatPlace(node.place)}\n`)
  printPassages(node.passages, `${indent}  `, world)
  for (const child of node.children) printNode(child, `${indent}  `, world)
}

function printPassages(passages: readonly TracedPassage[], indent: string, world: World): void {
  for (const { source, para, start, end, outcome, verified } of passages) {
    world.out(
      `${indent}${source}, para. ${para}: “${start} … ${end}”  ${outcome}${outcome === 'unverified' && verified ? ' (as locked)' : ''}\n`,
    )
  }
}
