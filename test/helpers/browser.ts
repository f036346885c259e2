import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
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

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds on a page, by the names of its rules. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // Through the debugger, not as a script of the page, which its policy would refuse.
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  return found
}
