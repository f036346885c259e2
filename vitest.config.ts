import { defineConfig } from 'vitest/config'

// A loaded machine is slow, and not wrong: the timeout only ends what hangs.
const timeout = 600_000

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: './test/helpers/temporary-folder.ts',
    testTimeout: timeout,
    hookTimeout: timeout,
    teardownTimeout: timeout,
    maxWorkers: 2,
    reporters: ['default', './test/helpers/counting-reporter.ts'],
  },
})
