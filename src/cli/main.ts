#!/usr/bin/env node
// Answers `--version` and `--help` without loading what commands need; everything else is the program's.
const words = process.argv.slice(2)
/** Node 24 and newer have Maglev, between V8's quick compiler and the one that optimises most. */
const hasMiddleTier = Number(process.versions.node.split('.')[0]) >= 24
const options = words.slice(0, words.includes('--') ? words.indexOf('--') : undefined)
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  const { version } = await import('../version.ts')
  process.stdout.write(`briefpack ${version}\n`)
} else if (words[0] === 'help' || options.includes('--help') || options.includes('-h')) {
  const [{ commandAsked, commandHelp, programHelp }, { commands }] = await Promise.all([
    import('./help.ts'),
    import('./commands.ts'),
  ])
  const command = commandAsked(options, commands)
  process.stdout.write(command ? commandHelp(command) : programHelp(commands))
} else {
  // What the last tier of V8’s compilers does for a run costs more than it saves: a fifth of a short one, nothing of a long one.
  // Where there is no other tier, it waits until code has run seven times as long as it would: a third of a run.
  const { setFlagsFromString } = await import('node:v8')
  setFlagsFromString(hasMiddleTier ? '--no-turbofan' : '--interrupt-budget=1000000')
  const { main } = await import('./program.ts')
  await main(words)
}

export {}
