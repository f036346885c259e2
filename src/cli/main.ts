#!/usr/bin/env node
// Answers `--version` without loading anything; everything else is the program's.
const words = process.argv.slice(2)
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  const { version } = await import('../version.ts')
  process.stdout.write(`briefpack ${version}\n`)
} else {
  const { main } = await import('./program.ts')
  await main(words)
}

export {}
