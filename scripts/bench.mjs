// Runs the benches: `npm run bench` all of them, `npm run bench -- NAME [ARGUMENTS]` one. Each is a program of its own, bundled and started here.
import { spawnSync } from 'node:child_process'
import { build } from 'rolldown'

const benches = ['project', 'citations', 'evidence', 'agree', 'pdf', 'word', 'reading', 'library', 'editor']
const [name, ...rest] = process.argv.slice(2)
if (name !== undefined && !benches.includes(name)) {
  console.error(`there is no bench “${name}”; benches are ${benches.join(', ')}`)
  process.exit(2)
}
for (const one of name === undefined ? benches : [name]) {
  const dir = `out/bench-${one}`
  await build({
    input: `./bench/${one}.ts`,
    platform: 'node',
    external: /^[^./]/,
    output: { dir, entryFileNames: 'main.mjs' },
  })
  console.log(`\n# ${one}\n`)
  const { status } = spawnSync(process.execPath, [`${dir}/main.mjs`, ...rest], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
