import { expect, test } from 'vitest'
import { Log } from '../../src/core/log.ts'
import { load } from '../../src/corpus/load.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const event = '- {id: fire, title: A fire, date: "2003", claims: [none]}\n'

async function lostIn(file: string, text: string): Promise<readonly string[]> {
  const corpus = await load(memoryHost(new Map([[`corpus/${file}`, text]])), new Log())
  return [...corpus.lost]
}

test('records may be missing where a file has none to be read, and only there', async () => {
  expect(await lostIn('events.yaml', event)).toEqual([])
  expect(await lostIn('events.yaml', '# none yet\n')).toEqual([])
  expect(await lostIn('events.yaml', '[]\n')).toEqual([])
  expect(await lostIn('events.yaml', `- 5\n${event}`)).toEqual([])
  expect(await lostIn('events.yaml', 'events: []\n')).toEqual(['event'])
  expect(await lostIn('events.yaml', '- &a {id: fire}\n- *a\n')).toEqual(['event'])
  expect(await lostIn('sources/wire.yaml', 'title: A wire\n')).toEqual([])
  expect(await lostIn('sources/wire.yaml', '[]\n')).toEqual(['source', 'claim'])
  expect(await lostIn('sources/wire.yaml', '')).toEqual(['source', 'claim'])
})

test('a mapping where a word belongs is told of, whatever its fields are called', async () => {
  const log = new Log()
  await load(
    memoryHost(new Map([['corpus/actors.yaml', '- {id: a, kind: {toString: [], valueOf: 1}, name: A}\n']])),
    log,
  )
  expect(log.findings.map(({ reason }) => reason)).toEqual(['“kind” is a mapping, not text'])
})

test('a refused date leaves the year that it names, and otherwise nothing', async () => {
  const issuedAs = async (date: string) => {
    const text = `type: book\ntitle: A wire\nissued: ${JSON.stringify(date)}\n`
    const corpus = await load(memoryHost(new Map([['corpus/sources/wire.yaml', text]])), new Log())
    return corpus.sources.get('wire')?.issued
  }
  expect(await issuedAs('12 May 2004')).toBe('2004')
  expect(await issuedAs('Y170000002')).toBeUndefined()
  expect(await issuedAs('n.d.')).toBeUndefined()
})
