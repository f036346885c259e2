import { Log } from '../../../core/index.ts'
import { exit, UsageError } from '../command.ts'
import { addCodingsOf } from './codings.ts'
import type { Brought } from './door.ts'
import { addItems } from './library.ts'

/** Zotero on this machine; no other address is ever asked. */
const address = 'http://127.0.0.1:23119/api/users/0'

/** Brings in an item or a collection of the Zotero that runs here, and what is marked in its PDF files. */
export async function addFromZotero(brought: Omit<Brought, 'bytes'>): Promise<number> {
  const { host, path } = brought
  const key = path.replace(/^zotero:/, '')
  if (!/^[A-Z0-9]{8}$/.test(key))
    throw new UsageError(
      `“${key}” is no key of Zotero`,
      'a key has eight capital letters and digits, e.g. zotero:ABCD2345',
    )
  const [{ readZotero }, { openCorpus }] = await Promise.all([
    import('../../../evidence/import/zotero.ts'),
    import('../../pipeline/project.ts'),
  ])
  const found = await readZotero(key, askZotero)
  if (!found) throw new UsageError(`Zotero has no item and no collection “${key}”`)
  const code = await addItems(brought, { items: found.items, problems: [] })
  if (found.codings.length === 0) return code
  const corpus = await openCorpus(host, new Log())
  const codings = { tool: 'Zotero', codings: found.codings, left: found.left }
  const marked = await addCodingsOf({ ...brought, corpus, bytes: new Uint8Array() }, codings)
  return marked === exit.done ? code : marked
}

/** An answer of Zotero’s local API (version 3); `undefined` where it knows of no such thing. */
async function askZotero(path: string): Promise<unknown> {
  const response = await fetch(`${address}/${path}`, {
    headers: { 'Zotero-API-Version': '3' },
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
  }).catch(() => {
    throw new UsageError(
      'Zotero does not answer on this machine',
      'start it, and allow other applications to speak with it (Settings, Advanced)',
    )
  })
  if (response.status === 404) return undefined
  if (!response.ok) throw new UsageError(`Zotero answers ${response.status}: ${(await response.text()).slice(0, 200)}`)
  return response.json()
}
