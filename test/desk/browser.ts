import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { test } from 'vitest'

const program = '/usr/bin/chromium'

/** A test in Debian’s Chromium; skipped where it is not installed, and said so; under `CI` it must be there. */
export function browserTest(name: string, run: (browser: Browser) => Promise<void>): void {
  const inBrowser = async () => {
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ]
    const browser = await chromium.launch({ executablePath: program, args: [...args, '--disable-component-update'] })
    await run(browser).finally(() => browser.close())
  }
  if (process.env.CI || existsSync(program)) return void test(name, inBrowser)
  console.warn(`NOT TESTED: “${name}” needs ${program}`)
  test.skip(name, inBrowser)
}
