import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { test } from 'vitest'

const program = '/usr/bin/chromium'
/** A loaded machine is slow, and not wrong. */
const timeout = 300_000

/** Opens a page that waits as long for what a test expects of it as the test itself may take. */
export type Open = (options?: BrowserContextOptions) => Promise<Page>

let started: Promise<Browser> | undefined

/** One browser serves the tests of a worker, and ends with it. */
const browser = () =>
  (started ??= chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      '--disable-component-update',
    ],
    timeout,
  }))

/** A test in Debian’s Chromium; skipped where it is not installed, and said so; under `CI` it must be there. */
export function browserTest(name: string, run: (open: Open) => Promise<void>): void {
  const inBrowser = async () => {
    const pages: Page[] = []
    const open: Open = async (options) => {
      const page = await (await browser()).newPage(options)
      page.setDefaultTimeout(timeout)
      pages.push(page)
      return page
    }
    await run(open).finally(() => Promise.all(pages.map((page) => page.context().close())))
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
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    // What is right is not told of, and no element is named by a selector: that is a fifth of the work.
    const options = { resultTypes: ['violations'], selectors: false, elementRef: false }
    return (await axe.run(options)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  return found
}
