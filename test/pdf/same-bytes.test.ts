/** The same document gives the same bytes: again, after another, in another process, place and time. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../src/digest.ts'
import { reportDocument } from '../helpers/report-document.ts'
import { sampleDocument } from '../helpers/sample-document.ts'
import { printed } from './context.ts'

const root = new URL('../../', import.meta.url).pathname
// Beside the packages, so that they are found from wherever the process is started.
const script = join(root, 'node_modules', '.cache-same-bytes.mjs')

beforeAll(async () => {
  await build({
    stdin: { contents: digestOfSample, resolveDir: root, loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile: script, logLevel: 'error' },
  })
})
afterAll(() => rmSync(script, { force: true }))

const digestOfSample = `
  import { readFileSync } from 'node:fs'
  import { sampleDocument } from './test/helpers/sample-document.ts'
  import { writePdf } from './src/write/pdf/write-pdf.ts'
  import { defaultTheme } from './src/write/theme.ts'
  import { sha256 } from './src/digest.ts'
  const asset = async (path) => readFileSync(${JSON.stringify(`${root}assets/`)} + path)
  const attachments = [{ name: 'b.md', mediaType: 'text/markdown', description: 'b', bytes: new Uint8Array([98]) }, { name: 'Ä.md', mediaType: 'text/markdown', description: 'a', bytes: new Uint8Array([97]) }]
  const artefacts = await writePdf(sampleDocument(), { theme: defaultTheme, asset, stats: {}, attachments })
  console.log(sha256([...artefacts.values()][0]))
`

test('again, and after another document', async () => {
  const first = sha256((await printed(sampleDocument())).bytes)
  await printed(reportDocument())
  expect(sha256((await printed(sampleDocument())).bytes)).toBe(first)
})

test('whatever the time zone, the language of the machine and the folder', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'briefpack-'))
  const places = [
    { TZ: 'UTC', LC_ALL: 'C', cwd: root },
    { TZ: 'Asia/Almaty', LC_ALL: 'da_DK.UTF-8', cwd: elsewhere },
    { TZ: 'America/St_Johns', LC_ALL: 'sv_SE.UTF-8', cwd: root },
    { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', cwd: elsewhere },
  ]
  const digests = places.map(({ cwd, ...environment }) =>
    execFileSync(process.execPath, [script], {
      cwd,
      env: { ...process.env, ...environment, LANG: environment.LC_ALL },
    }).toString(),
  )
  expect(digests[0]).toMatch(/^[0-9a-f]{64}/)
  expect(new Set(digests).size).toBe(1)
})
