import { isRecord } from '../../core/index.ts'
/** A tool as the Model Context Protocol lists it. */
export interface Tool {
  readonly name: string
  readonly description: string
  readonly inputSchema: object
  call(args: unknown): Promise<{ readonly isError: boolean; readonly value: unknown }>
}

/** The revision of the protocol that is spoken, whichever the client asks for. */
const protocol = '2025-06-18'
const longestLine = 1_000_000

/**
 * Answers one line of JSON-RPC 2.0 as an MCP server of tools does (initialize, ping, tools/list, tools/call); `undefined`
 * where nothing is to be answered. Never throws: what is wrong with the line is its answer.
 */
export async function answer(line: string, tools: readonly Tool[], version: string): Promise<string | undefined> {
  if (line.trim() === '') return undefined
  if (line.length > longestLine) return failure(null, -32600, `a message of more than ${longestLine} characters`)
  let message: unknown
  try {
    message = JSON.parse(line)
  } catch {
    return failure(null, -32700, 'this line is no JSON')
  }
  if (!isRecord(message)) return failure(null, -32600, 'a message is one JSON object a line')
  const { id, method, params, jsonrpc } = message
  if (jsonrpc !== '2.0' || typeof method !== 'string')
    return failure(idOf(id), -32600, 'this is no request of JSON-RPC 2.0')
  if (id === undefined) return undefined
  if (typeof id !== 'string' && typeof id !== 'number') return failure(null, -32600, 'an id is a string or a number')
  if (method === 'ping') return success(id, {})
  if (method === 'initialize')
    return success(id, {
      protocolVersion: protocol,
      capabilities: { tools: {} },
      serverInfo: { name: 'briefpack', version },
    })
  if (method === 'tools/list')
    return success(id, {
      tools: tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })),
    })
  if (method !== 'tools/call') return failure(id, -32601, `there is no method “${method}”`)
  const { name, arguments: args } = isRecord(params) ? params : {}
  const tool = tools.find((it) => it.name === name)
  if (!tool)
    return failure(
      id,
      -32602,
      `${name === undefined ? 'the call names no tool' : `there is no tool “${String(name)}”`}; tools are ${tools.map((it) => it.name).join(', ')}`,
    )
  const { isError, value } = await tool.call(args ?? {})
  return success(id, { content: [{ type: 'text', text: JSON.stringify(value, null, 2) }], isError })
}

const idOf = (id: unknown) => (typeof id === 'string' || typeof id === 'number' ? id : null)
const success = (id: string | number, result: object) => JSON.stringify({ jsonrpc: '2.0', id, result })
const failure = (id: string | number | null, code: number, message: string) =>
  JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })
