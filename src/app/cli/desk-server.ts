import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { watch } from 'chokidar'
import type { CheckOptions } from '../../build.ts'
import { type Host, PathError } from '../../core/index.ts'
import { memoryCache } from '../cache/index.ts'
import { Desk, draftRequest, isBadRequest, NotFound, saveClaim, saveJudgment, weighRequest } from '../desk/index.ts'
import { packageRoot } from './host.ts'

export interface DeskSettings {
  readonly folder: string
  readonly host: Host
  readonly options: CheckOptions
  readonly port: number
}

export interface DeskServer {
  /** With the token behind `#`, which browsers send to nobody. */
  readonly address: string
  close(): Promise<void>
  readonly stopped: Promise<void>
}

/**
 * The workbench over HTTP, for the browsers of this machine. Pages are open; whatever is of the project asks for the
 * token of this run. A name of another host in `Host`, or a page of another origin, is turned away, so that neither a
 * web page nor a name that is made to point here can read or write.
 */
export async function serveDesk({ folder, host, options, port }: DeskSettings): Promise<DeskServer> {
  const desk = new Desk(host, { cache: memoryCache(), ...options })
  const token = randomBytes(24).toString('base64url')
  const watcher = watch(['corpus', 'templates', options.texts ?? 'texts'], { cwd: folder, ignoreInitial: true })
  watcher.on('all', () => desk.changed())
  await new Promise<void>((ready) => watcher.once('ready', () => ready()))
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: Error) => {
      const status = error instanceof Refusal ? error.status : statusOf(error)
      if (status === 500) process.stderr.write(`briefpack desk: ${error.stack}\n`)
      if (!response.headersSent) send(response, status, 'application/json', JSON.stringify({ error: error.message }))
    })
  })
  const stopped = new Promise<void>((done) => server.once('close', done))
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  const address = server.address()
  const own = typeof address === 'object' && address ? address.port : port
  const hosts = [`127.0.0.1:${own}`, `localhost:${own}`]

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request
    if (!hosts.includes(headers.host ?? '')) throw new Refusal(421, 'this address is not of this workbench')
    if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`)
      throw new Refusal(403, 'a page of another origin may not ask')
    const url = new URL(request.url ?? '/', `http://${hosts[0]}`)
    const page = pages[url.pathname]
    if (page && method === 'GET') {
      send(response, 200, page.type, await readFile(join(packageRoot(), 'dist', 'desk', page.file)))
      return
    }
    const part = /^\/pdf\/((?:standard_fonts|cmaps|wasm)\/\w[\w-]*\.\w+)$/.exec(url.pathname)?.[1]
    if (part && method === 'GET') {
      const bytes = await readFile(join(pdfParts(), part)).catch(() => undefined)
      if (!bytes) throw new Refusal(404, 'pdf.js has no such part')
      send(response, 200, part.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'application/octet-stream', bytes)
      return
    }
    if (!url.pathname.startsWith('/api/')) throw new Refusal(404, 'there is no such page')
    if (!isToken(headers.authorization, token)) throw new Refusal(401, 'the token is not that of this run')
    const route = routes.find((it) => it.method === method && it.path.test(url.pathname))
    if (!route) throw new Refusal(404, 'there is no such request')
    const body = method === 'POST' ? await bodyOf(request) : undefined
    const id = decodeURIComponent(url.pathname.split('/')[3] ?? '')
    const found = await route.run(desk, body, id, url.searchParams)
    if (found instanceof Uint8Array) return send(response, 200, 'application/pdf', found)
    send(
      response,
      typeof found === 'object' && found !== null && 'conflict' in found ? 409 : 200,
      'application/json',
      JSON.stringify(found),
    )
  }

  return {
    address: `http://127.0.0.1:${own}/#token=${token}`,
    stopped,
    async close() {
      await watcher.close()
      desk.changed()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

class Refusal extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const statusOf = (error: Error) =>
  error instanceof NotFound ? 404 : isBadRequest(error) ? 400 : error instanceof PathError ? 403 : 500

const pages: Readonly<Record<string, { readonly file: string; readonly type: string } | undefined>> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/client.js': { file: 'client.js', type: 'text/javascript; charset=utf-8' },
  '/pdf.js': { file: 'pdf.js', type: 'text/javascript; charset=utf-8' },
  '/style.css': { file: 'style.css', type: 'text/css; charset=utf-8' },
}

/** What pdf.js fetches while it draws: fonts that files leave out, tables of characters, readers of pictures. */
const pdfParts = () => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  run(desk: Desk, body: unknown, id: string, query: URLSearchParams): Promise<unknown>
}

/** How long a page waits for a change before it asks again, in milliseconds. */
const patience = 25_000

const routes: readonly Route[] = [
  { method: 'GET', path: /^\/api\/project$/, run: (desk) => desk.overview() },
  { method: 'GET', path: /^\/api\/sources\/[^/]+$/, run: (desk, _, id) => desk.source(id) },
  { method: 'GET', path: /^\/api\/sources\/[^/]+\/file$/, run: (desk, _, id) => desk.file(id) },
  { method: 'GET', path: /^\/api\/findings$/, run: (desk) => desk.findings() },
  {
    method: 'GET',
    path: /^\/api\/changes$/,
    run: async (desk, _body, _id, query) => ({ version: await desk.after(Number(query.get('after')) || 0, patience) }),
  },
  { method: 'POST', path: /^\/api\/draft$/, run: (desk, body) => desk.draft(draftRequest.parse(body)) },
  { method: 'POST', path: /^\/api\/claims$/, run: (desk, body) => desk.saveClaim(saveClaim.parse(body)) },
  { method: 'POST', path: /^\/api\/weigh$/, run: (desk, body) => desk.weigh(weighRequest.parse(body)) },
  { method: 'POST', path: /^\/api\/judgments$/, run: (desk, body) => desk.saveJudgment(saveJudgment.parse(body)) },
  { method: 'POST', path: /^\/api\/build$/, run: (desk) => desk.build() },
]

function isToken(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** No request of the pages comes near this, in bytes. */
const mostBytes = 1_000_000

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new Refusal(415, 'a body is JSON')
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > mostBytes) throw new Refusal(413, 'the body is too large')
    parts.push(part)
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    // What is left of a body that was refused is not read.
    ...(status === 413 || status === 415 ? { connection: 'close' } : {}),
  })
  response.end(body)
}
