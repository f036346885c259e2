// A file that YAML cannot read is written into by nobody: what is broken in it would be lost, or broken further.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run, temporaryFolder } from '../cli/run.ts'

const source = 'corpus/sources/quay-2003.yaml'
const claim = 'passages=[{para: 1, start: The toll}]'
const doors: readonly (readonly [file: string, ...args: string[]])[] = [
  [source, 'add', 'claim', '--source', 'quay-2003', 'kind=fact', 'gist=So it was.', 'voice=author', claim],
  [source, 'add', 'ANNOTATIONS', '--source', 'quay-2003'],
  [source, 'add', 'TEXT', '--source', 'quay-2003', '--replace'],
  [source, 'pin', 'quay-2003', 'The toll', '--write', 'toll-stays'],
  ['corpus/actors.yaml', 'add', 'actor', 'name=Ben', 'kind=person'],
]

test.each(doors)('%s stays as it is: %s %s', async (file, ...args) => {
  const folder = temporaryFolder('minimal')
  try {
    const text = readFileSync(join(folder, 'texts/quay-2003.txt'), 'utf8')
    const words = /[A-Z]\w+ \w+ \w+/.exec(text)![0]
    writeFileSync(
      join(folder, 'a.json'),
      JSON.stringify([{ uri: 'x', target: [{ selector: [{ type: 'TextQuoteSelector', exact: words }] }] }]),
    )
    writeFileSync(join(folder, 'a.txt'), 'Another text.\n')
    const broken = `${readFileSync(join(folder, file), 'utf8')}\nbad: [unclosed\n`
    writeFileSync(join(folder, file), broken)
    const places: Record<string, string> = {
      ANNOTATIONS: join(folder, 'a.json'),
      TEXT: join(folder, 'a.txt'),
      'The toll': words,
    }
    const { code, err } = await run(
      folder,
      args.map((it) => places[it] ?? it),
    )
    expect(err).toContain(`${file}:`)
    expect(err).toContain('is no valid YAML, and nothing was written')
    expect(code).toBe(2)
    expect(readFileSync(join(folder, file), 'utf8')).toBe(broken)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
