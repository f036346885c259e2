import { VFile } from 'vfile'
import type { RuleId } from '../rules/index.ts'
import type { Parsed } from './parse.ts'
import type { Problem } from './problem.ts'
import { processor } from './processor.ts'

/** Markdown → tree with sugar, without the places that only the caller knows. */
export function read(markdown: string): Parsed {
  const file = new VFile(markdown)
  const tree = processor.runSync(processor.parse(file), file)
  return { tree, problems: problemsOf(file) }
}

/** The messages of a file, in the order in which they were given. */
function problemsOf({ messages }: VFile): readonly Problem[] {
  return messages.map(({ ruleId, place, reason, note }): Problem => {
    const start = place && 'start' in place ? place.start : place
    const problem = { rule: ruleId as RuleId, offset: start?.offset ?? 0, reason }
    return note === undefined ? problem : { ...problem, notes: note.split('\n') }
  })
}
