// A process that stays, as `--watch` and editors have it: commands one after the other, each after a file was replaced. Prints the
// CPU seconds of each. Started by the bench `project` with the program and a file that has, as JSON, [words, file, text] of each command.
import { readFileSync, writeFileSync } from 'node:fs'

const [program, list] = process.argv.slice(2)
const { runProgram } = await import(program)
const silent = { write: () => true }
const seconds = []
for (const [words, file, text] of JSON.parse(readFileSync(list, 'utf8'))) {
  writeFileSync(file, text)
  const before = process.cpuUsage()
  await runProgram(words, { stdout: silent, stderr: silent, env: process.env })
  const { user, system } = process.cpuUsage(before)
  seconds.push((user + system) / 1e6)
}
console.log(JSON.stringify(seconds))
