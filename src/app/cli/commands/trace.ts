import type { Corpus } from '../../../corpus/index.ts'
import type { SectionTrace, Trace, TracedPassage, TraceNode } from '../../../evidence/index.ts'
import { defineCommand, exit, textsOption, UsageError, type World } from '../command.ts'
import { formatPlace, hintAtErrors, requireCorpus } from '../records.ts'
import { printable, wrapped } from '../terminal.ts'
import { meaning } from '../usage.ts'

export const traceCommand = defineCommand({
  usage: 'trace <id>',
  summary: 'What a record rests on, what rests on it, and where it is printed',
  examples: [
    ['$0 trace fields-fed-wells', 'from a judgment down to its passages, and up to the pages'],
    ['$0 trace brandt-review-2021', 'from a source up to all that rests on it'],
  ],
  positionals: { id: { type: 'string', demandOption: true, describe: 'A record’s id, or kind:id; section:name' } },
  options: {
    json: { type: 'boolean', default: false, describe: 'Print the trace as JSON' },
    texts: textsOption,
  },
  async run(args, world) {
    const [{ draftPacks }, { trace, traceSections }, { opened, recordMeant }] = await Promise.all([
      import('../../pipeline/draft.ts'),
      import('../../../evidence/trace.ts'),
      import('../opened.ts'),
    ])
    const { log, project } = await opened(args.texts, world)
    const printings = await draftPacks(project, log)
    const sections = sectionsMeant(args.id, project.corpus, traceSections(project.corpus, printings))
    if (sections) {
      if (args.json) world.out(`${JSON.stringify(sections, null, 2)}\n`)
      else for (const section of sections) printSection(section, world)
      return exit.done
    }
    const name = recordMeant(project.corpus, args.id)
    const found = trace(name, project.corpus, project.evidence, printings)
    if (args.json) world.out(`${JSON.stringify(found, null, 2)}\n`)
    else print(found, world)
    world.err(hintAtErrors(log))
    return exit.done
  },
})

/** `section:outlook` is a section of every pack that has it; none when a record is meant. */
function sectionsMeant(
  words: string,
  corpus: Corpus,
  sections: readonly SectionTrace[],
): readonly SectionTrace[] | undefined {
  const name = /^section:(.*)$/.exec(words)?.[1]
  if (name === undefined) return undefined
  requireCorpus(corpus)
  const found = sections.filter(({ section }) => section === name)
  if (found.length > 0) return found
  const known = [...new Set(sections.map(({ section }) => section))]
  throw new UsageError(
    `no section “${name}” prints anything of the corpus`,
    meaning(name, known, `they are ${known.join(', ')}`),
  )
}

function printSection({ pack, section, prints }: SectionTrace, world: World): void {
  const { out } = world.paint
  world.out(`${out('bold', `section ${section}`)} of ${pack}\n\n${out('cyan', 'prints')}\n`)
  for (const { name, label, place, times } of prints) {
    const text = wrapped(printable(label), '      ', name.length + 4)
    world.out(`  ${out('bold', name)}  ${text}\n`)
    world.out(`      ${out('dim', formatPlace(place))}${times > 1 ? `  ${times} times` : ''}\n`)
  }
}

function print({ name, label, place, passages, restsOn, carries, printed }: Trace, world: World): void {
  const { out } = world.paint
  world.out(`${out('bold', name)}  ${wrapped(printable(label), '  ', name.length + 2)}\n`)
  world.out(`  ${out('dim', formatPlace(place))}\n`)
  printPassages(passages, '  ', world)
  for (const [title, nodes] of [
    ['rests on', restsOn],
    ['carries', carries],
  ] as const) {
    if (nodes.length > 0) world.out(`\n${out('cyan', title)}\n`)
    printNodes(nodes, '  ', world, new Set())
  }
  if (printed.length > 0) world.out(`\n${out('cyan', 'printed in')}\n`)
  for (const { pack, section, place: at, times } of printed) {
    world.out(`  ${section} of ${pack}${times > 1 ? `, ${times} times` : ''}  ${out('dim', formatPlace(at))}\n`)
  }
}

/** A record that was met before is told in one line; a source, whose passages name it, in a word. */
function printNodes(nodes: readonly TraceNode[], indent: string, world: World, met: Set<string>): void {
  const { out } = world.paint
  const inner = `${indent}    `
  for (const { by, name, label, place, passages, children } of nodes) {
    const again = met.has(name)
    met.add(name)
    const rest = again ? '(see above)' : printable(label)
    const used = indent.length + by.length + 2 + name.length + 2
    world.out(`${indent}${out('dim', by)}  ${out('bold', name)}  ${wrapped(rest, inner, used)}\n`)
    if (again) continue
    world.out(`${inner}${out('dim', formatPlace(place))}\n`)
    printPassages(passages, inner, world)
    printNodes(children, inner, world, met)
  }
}

function printPassages(passages: readonly TracedPassage[], indent: string, world: World): void {
  for (const { source, para, start, end, outcome, verified } of passages) {
    const state = outcome === 'unverified' && verified ? 'unverified, as locked' : outcome
    const words = wrapped(printable(`${source}, para. ${para}: “${start} … ${end}”`), indent)
    world.out(`${indent}${words}  ${world.paint.out(verified ? 'green' : 'red', state)}\n`)
  }
}
