// The language server as an editor meets it: over its protocol, on a project with a fault in it.

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { serve } from '../../src/app/cli/language-server.ts'
import { temporaryFolder } from '../cli/run.ts'

const folder = temporaryFolder('minimal')
const [toServer, toClient] = [new PassThrough(), new PassThrough()]
const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
const uriOf = (file: string) => pathToFileURL(join(folder, file)).href
interface Diagnostics {
  readonly uri: string
  readonly diagnostics: {
    readonly code: string
    readonly message: string
    readonly range: { start: { line: number } }
  }[]
}
const told: Diagnostics[] = []

beforeAll(async () => {
  void serve(toServer, toClient, folder)
  client.onNotification('textDocument/publishDiagnostics', (it: Diagnostics) => void told.push(it))
  client.listen()
  await client.sendRequest('initialize', { processId: null, rootUri: pathToFileURL(folder).href, capabilities: {} })
  await client.sendNotification('initialized', {})
})
afterAll(() => {
  client.dispose()
  rmSync(folder, { recursive: true })
})

async function open(file: string, text = readFileSync(join(folder, file), 'utf8')): Promise<string> {
  const uri = uriOf(file)
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } })
  return uri
}
async function at(file: string, marked: string) {
  const uri = await open(file, marked.replace('‸', ''))
  const before = marked.slice(0, marked.indexOf('‸')).split('\n')
  const position = { line: before.length - 1, character: before.at(-1)!.length }
  return { textDocument: { uri }, position }
}
const close = (uri: string) => client.sendNotification('textDocument/didClose', { textDocument: { uri } })

test('fields, values and ids are offered where they fit', async () => {
  const field = await at('corpus/actors.yaml', '- id: x\n  ki‸\n')
  const fields = await client.sendRequest<{ label: string; detail: string }[]>('textDocument/completion', field)
  expect(fields.map(({ label }) => label)).toContain('kind')
  expect(fields.map(({ label }) => label)).not.toContain('id')
  await close(field.textDocument.uri)
  const value = await at('corpus/actors.yaml', '- id: x\n  kind: pe‸\n')
  const values = await client.sendRequest<{ label: string }[]>('textDocument/completion', value)
  expect(values.map(({ label }) => label)).toContain('person')
  await close(value.textDocument.uri)
})

test('an id leads to its record, and the record to all that name it', async () => {
  const source = readFileSync(join(folder, 'corpus/sources/quay-2003.yaml'), 'utf8')
  const claim = /- id: ([\w-]+)/.exec(source.slice(source.indexOf('claims:')))![1]!
  const place = await at('corpus/sources/quay-2003.yaml', source.replace(`- id: ${claim}`, `- id: ‸${claim}`))
  const shown = await client.sendRequest<{ contents: { value: string } }>('textDocument/hover', place)
  expect(shown.contents.value).toContain(`**claim** \`${claim}\``)
  expect(shown.contents.value).toMatch(/> .+ … .+ \(quay-2003, para\. \d+\)/)
  const found = await client.sendRequest<{ uri: string }>('textDocument/definition', place)
  expect(found.uri).toBe(uriOf('corpus/sources/quay-2003.yaml'))
  const rename = await client.sendRequest<{ changes: Record<string, { newText: string }[]> }>('textDocument/rename', {
    ...place,
    newName: 'renamed-claim',
  })
  const used = await client.sendRequest<unknown[]>('textDocument/references', {
    ...place,
    context: { includeDeclaration: false },
  })
  expect(Object.values(rename.changes).flat().length).toBe(used.length + 1)
  await close(place.textDocument.uri)
})

test('what is typed is checked as it stands in the editor, and corrected', async () => {
  const actors = readFileSync(join(folder, 'corpus/actors.yaml'), 'utf8')
  told.length = 0
  const uri = await open('corpus/actors.yaml', actors.replace('kind: person', 'knd: person'))
  await expect
    .poll(() => told.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))
    .toContain('field-is-known')
  const { range } = told.flatMap(({ diagnostics }) => diagnostics).find(({ code }) => code === 'field-is-known')!
  const actions = await client.sendRequest<{ title: string }[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  })
  expect(actions.map(({ title }) => title).join()).toContain('“kind”')
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: actors }],
  })
  await expect.poll(() => told.findLast((it) => it.uri === uri)?.diagnostics).toEqual([])
  writeFileSync(join(folder, 'corpus/actors.yaml'), actors)
})
