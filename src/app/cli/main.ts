#!/usr/bin/env node
// Answers `--version` and `--help` without loading what commands need; everything else is the program's.
const words = process.argv.slice(2)
const node = Number(process.versions.node.split('.')[0])
const options = words.slice(0, words.includes('--') ? words.indexOf('--') : undefined)
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  const { version } = await import('../../core/version.ts')
  process.stdout.write(`briefpack ${version}\n`)
} else if (words[0] === 'help' || options.includes('--help') || options.includes('-h')) {
  const [{ commandAsked, commandHelp, programHelp }, { commands }] = await Promise.all([
    import('./help.ts'),
    import('./commands.ts'),
  ])
  const command = commandAsked(options, commands)
  process.stdout.write(command ? commandHelp(command) : programHelp(commands))
} else {
  // What the last tier of V8’s compilers does for a run costs more than it saves. Node 24 has Maglev before it, and does without;
  // Node 20 has nothing, so that code waits for it seven times as long as it would.
  const flag = node >= 24 ? '--no-turbofan' : node < 22 && '--interrupt-budget=1000000'
  const { setFlagsFromString } = await import('node:v8')
  if (flag) setFlagsFromString(flag)
  // WebAssembly too: fonts are cut and packed in less time than its second compiler takes.
  setFlagsFromString('--wasm-tiering-budget=50000000')
  const { main } = await import('./program.ts')
  await main(words)
}

export {}
