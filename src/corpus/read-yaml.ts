import { type Document, isAlias, isMap, isScalar, type Node, parseDocument, stringify } from 'yaml'
import type { Mark, ParsedYaml } from './yaml.ts'
import { inOneColumn, parserSlip, quietSlip, type Slip } from './yaml-slips.ts'

/** Parses YAML 1.2, without telling of errors. */
export function readYaml(text: string): ParsedYaml {
  // What is odd about a text is told through the log, and not by the library on the terminal.
  const options = { prettyErrors: false, strict: true, uniqueKeys: true, logLevel: 'error' } as const
  const document = parseDocument(text, options)
  const nodes: Node[] = []
  const marks = document.contents ? markOf(document.contents, nodes) : null
  const problems = slipsOf(document, nodes, text)
  const common = { broken: problems.length > 0, marks, problems }
  try {
    // Aliases are refused, so nothing can grow beyond the size of the file.
    const data: unknown = document.toJS({ maxAliasCount: 0 })
    return { ...common, data, exact: isExact(data) }
  } catch {
    return { ...common, exact: true }
  }
}

/** What is wrong, in the order of the text; once a line, for the parser stumbles more than once over some slips. */
function slipsOf({ errors, warnings }: Document, nodes: readonly Node[], text: string): Slip[] {
  const aliases = new Set(nodes.flatMap((node) => (isAlias(node) ? node.source : [])))
  const found = [
    ...[...errors, ...warnings].map((error) => parserSlip(error, text, nodes)),
    ...nodes.flatMap((node) => quietSlip(node, text, aliases) ?? []),
  ]
  const lineOf = ({ from }: Slip) => text.lastIndexOf('\n', from - 1)
  const byLine = new Map<number, Slip>()
  for (const slip of found.sort((a, b) => a.from - b.from)) {
    if (!byLine.has(lineOf(slip))) byLine.set(lineOf(slip), slip)
  }
  const slips = [...byLine.values()]
  const first = slips.findIndex(({ notes }) => notes.includes(inOneColumn))
  return slips.filter(({ notes }, index) => index <= first || !notes.includes(inOneColumn))
}

/** Where a node and all below it stand; the nodes are added to `nodes`. */
function markOf(node: unknown, nodes: Node[]): Mark {
  const at = rangeOf(node) ?? null
  if (node) nodes.push(node as Node)
  if (isMap(node)) {
    const map = node.items.map(({ key, value }) => {
      const { at: whole } = markOf(key, nodes)
      return [isScalar(key) ? String(key.value) : null, { ...markOf(value, nodes), key: whole }] as const
    })
    return { at, map }
  }
  const items = (node as { items?: unknown[] } | null)?.items
  return items ? { at, list: items.map((item) => markOf(item, nodes)) } : { at }
}

function isExact(data: unknown): boolean {
  if (typeof data === 'number') return Number.isFinite(data) && !Object.is(data, -0)
  if (typeof data !== 'object' || data === null) return typeof data !== 'bigint' && data !== undefined
  return Object.values(data).every(isExact)
}

function rangeOf(node: unknown): [number, number] | undefined {
  const range = (node as Node | undefined)?.range
  return range ? [range[0], range[1]] : undefined
}

/** A record as YAML, as a person would write it. */
export function printYaml(record: unknown): string {
  return stringify(record, { lineWidth: 120 })
}
