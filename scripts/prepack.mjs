// Builds dist/ where it is not there yet, so that `npm pack` of a fresh clone gives a command that works.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

if (!existsSync('dist/cli/main.js')) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const env = { ...process.env, npm_config_global: 'false', npm_config_prefix: undefined, npm_config_omit: '' }
  if (!existsSync('node_modules/rolldown/package.json'))
    execFileSync(npm, ['ci', '--ignore-scripts'], { stdio: 'inherit', env })
  await import('./bundle.mjs')
}
