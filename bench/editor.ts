// The editor and the workbench on a large project: 10,000 claims in 2,500 sources, and a text of 500 paragraphs in the
// browser. Times are medians of 30, by the clock.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { memoryCache } from '../src/app/cache/memory.ts'
import { serveDesk } from '../src/app/cli/desk-server.ts'
import { diskHost } from '../src/app/cli/host.ts'
import { complete, hover, references } from '../src/app/editor/language.ts'
import { openCorpus } from '../src/app/pipeline/project.ts'
import { Log } from '../src/core/log.ts'
import { madeUpProject } from './made-up-project.ts'

const folder = mkdtempSync(join(tmpdir(), 'editor-'))
const files = madeUpProject(Number(process.argv[2] ?? 2500))
for (const [path, text] of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]!.toFixed(1)
const timed = (run: () => unknown) =>
  median(
    Array.from({ length: 30 }, () => {
      const start = performance.now()
      run()
      return performance.now() - start
    }),
  )

try {
  const cache = memoryCache()
  const corpus = await openCorpus(diskHost(folder), new Log(), cache)
  const source = [...corpus.sources.values()].findLast((it) => it.claims.length > 0)!
  const { file } = corpus.place('source', source.id)
  const text = files.get(file)!
  const claim = source.claims.at(-1)!.id
  const line = text.split('\n').findIndex((it) => it.includes(`id: ${claim}`))
  const position = { line, character: text.split('\n')[line]!.indexOf(claim) + 1 }
  console.log(`${corpus.claims.size} claims in ${corpus.sources.size} sources`)
  console.log(`hover over a claim: ${timed(() => hover(corpus, file, text, position, () => 'ok'))} ms (target 50 ms)`)
  const start = performance.now()
  await openCorpus(diskHost(folder), new Log(), cache)
  console.log(
    `all records read anew after an edit, while hover and completion use those before: ${(performance.now() - start).toFixed(0)} ms`,
  )
  console.log(`completion there: ${timed(() => complete(corpus, file, text, position))} ms`)
  console.log(`references to it: ${timed(() => references(corpus, `claim:${claim}`))} ms`)
} finally {
  rmSync(folder, { recursive: true })
}

const desk = mkdtempSync(join(tmpdir(), 'desk-'))
const words = 'the port was closed on Monday and nobody knew why the council of Arden said so'
const paragraphs = Array.from({ length: 500 }, (_, at) =>
  `Paragraph ${at}: ${`${words}. `.repeat(1 + (at % 6))}`.trim(),
)
mkdirSync(join(desk, 'corpus/sources'), { recursive: true })
mkdirSync(join(desk, 'texts'))
mkdirSync(join(desk, 'templates'))
writeFileSync(join(desk, 'corpus/sources/long.yaml'), 'type: document\ntitle: A long text\n')
writeFileSync(join(desk, 'texts/long.txt'), `${paragraphs.join('\n')}\n`)
const server = await serveDesk({ folder: desk, host: diskHost(desk), options: {}, port: 0 })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage()
  const times: number[] = []
  await page.goto(server.address)
  await page.locator('.list a').waitFor()
  for (let run = 0; run < 9; run++) {
    const start = performance.now()
    await page.locator('.list a').click()
    await page.locator('[data-para="500"]').waitFor()
    times.push(performance.now() - start)
    await page.goBack()
    await page.locator('.list a').waitFor()
  }
  console.log(`a text of ${paragraphs.length} paragraphs, shown: ${median(times)} ms (target 300 ms)`)
} finally {
  await browser.close()
  await server.close()
  rmSync(desk, { recursive: true })
}
