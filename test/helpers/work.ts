import { Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'

// Optimised code counts nothing.
for (const tier of ['opt', 'maglev', 'sparkplug']) setFlagsFromString(`--no-${tier}`)
const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/**
 * How much a computation does: the blocks of code that it runs, loops counted each time round. The number is the same on
 * an idle machine and on a busy one. Whoever imports this runs slowly, so measure in a test file of its own.
 */
export function workOf(compute: () => void): number {
  countBlocks()
  compute()
  return countBlocks()
}

/** The blocks that ran since this was last asked. */
function countBlocks(): number {
  let count = 0
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error
    const functions = coverage.result.flatMap((script) => script.functions)
    for (const { ranges } of functions) for (const range of ranges) count += range.count
  })
  return count
}
