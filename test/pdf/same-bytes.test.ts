/** The same document gives the same bytes: again, after another, in another process, place and time. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../src/core/digest.ts'
import { reportDocument } from '../helpers/report-document.ts'
import { sampleDocument } from '../helpers/sample-document.ts'
import { printed } from './context.ts'

const root = new URL('../../', import.meta.url).pathname
// Beside the packages, so that they are found from wherever the process is started.
const script = join(root, 'node_modules', '.cache-same-bytes.mjs')
const source = script.replace('.mjs', '.ts')

beforeAll(async () => {
  writeFileSync(source, digestOfSample)
  await build({ input: source, platform: 'node', external: /^[^./]/, output: { file: script, codeSplitting: false } })
})
afterAll(() => {
  for (const path of [source, script]) rmSync(path, { force: true })
})

const files = [
  { name: 'b.md', mediaType: 'text/markdown', description: 'b', bytes: [98] },
  { name: 'Ä.md', mediaType: 'text/markdown', description: 'a', bytes: [97] },
]

const digestOfSample = `
  import { readFileSync } from 'node:fs'
  import { sampleDocument } from '../test/helpers/sample-document.ts'
  import { writePdf } from '../src/write/pdf/write-pdf.ts'
  import { defaultTheme } from '../src/write/theme.ts'
  import { sha256 } from '../src/core/digest.ts'
  const asset = async (path) => readFileSync(${JSON.stringify(`${root}assets/`)} + path)
  const attachments = ${JSON.stringify(files)}.map((file) => ({ ...file, bytes: new Uint8Array(file.bytes) }))
  const artefacts = await writePdf(sampleDocument(), { theme: defaultTheme, asset, stats: {}, attachments })
  console.log(sha256([...artefacts.values()][0]))
`

test('again, and after another document', async () => {
  const first = sha256((await printed(sampleDocument())).bytes)
  await printed(reportDocument())
  expect(sha256((await printed(sampleDocument())).bytes)).toBe(first)
})

test('whatever the time zone, the language of the machine and the folder', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'briefpack-'))
  const places = [
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
  const attachments = files.map((file) => ({ ...file, bytes: new Uint8Array(file.bytes) }))
  const here = sha256((await printed(sampleDocument(), { attachments })).bytes)
  expect(digests).toEqual(places.map(() => `${here}\n`))
})
