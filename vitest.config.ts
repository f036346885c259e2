import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// A loaded machine is slow, and not wrong: the timeout only ends what hangs.
const timeout = 600_000
/** What counts the work of code turns the optimising compilers off, and what answers for the disk mocks it: each has a process of its own. */
const apart = ['test/**/work.test.ts', 'test/cli/unwritable.test.ts']

// The code of packages as it ships, without the assertions that they make of themselves in development.
process.env.NODE_ENV = 'production'

/** Most code of a test runs once: it is not worth to optimise it. Newer versions of Node have no such flag. */
const patience = [
  '--wasm-tiering-budget=50000000',
  ...(process.versions.node.startsWith('20.') ? ['--interrupt-budget=1000000'] : []),
]

/** What takes longest goes first, so that the workers end together, also where no run before told how long each takes. */
const long =
  /\/(?:cases|desk|cli|docs|cache|careless|read-back|draft|reading|keep|first-pack|chain|languages|init|libreoffice|revisions)\.test\.ts$/
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((it) => !isLong(it))]
  }
}

export default defineConfig({
  test: {
    // Modules that were not changed since the last run are not compiled again.
    experimental: { fsModuleCache: true },
    globalSetup: './test/helpers/temporary-folder.ts',
    testTimeout: timeout,
    hookTimeout: timeout,
    teardownTimeout: timeout,
    expect: { poll: { timeout: timeout / 2 } },
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './test/helpers/counting-reporter.ts'],
    // The built program runs as it was built.
    server: { deps: { external: [/\/dist\//] } },
    // Less than the half of the garbage collector's work that the default makes.
    execArgv: ['--max-semi-space-size=64', ...patience],
    projects: [
      // No module keeps state between files, so that they can share what they import.
      { extends: true, test: { name: 'all', include: ['test/**/*.test.ts'], exclude: apart, isolate: false } },
      { extends: true, test: { name: 'apart', include: apart, isolate: true } },
    ],
  },
})
