// The PDF writer beside stock pdfmake and typst, on the same tree: whole processes, one after the other, medians. Run it with
// `npm run bench -- pdf [pages…]`. Typst takes part when TYPST names a folder in whose
// node_modules `@myriaddreamin/typst-ts-node-compiler` is installed; it is not a dependency, for it is large.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Block, Inline, Node } from '../src/core/tree.ts'
import { defaultTheme } from '../src/write/theme.ts'
import { reportOf } from './pdf-report.ts'

interface Result {
  readonly pages: number
  readonly bytes: number
  readonly wall: number
  readonly cpu: number
  readonly memory: number
}

const tools = {
  briefpack: async (pages: number) => {
    const { writePdf } = await import('../src/write/pdf/write-pdf.ts')
    const stats: Record<string, number> = {}
    const asset = async (path: string) => readFileSync(`assets/${path}`)
    const artefacts = await writePdf(reportOf(pages), { theme: defaultTheme, asset, stats, attachments: [] })
    return { pages: stats.pages!, bytes: artefacts.get('bench.pdf')!.length }
  },
  pdfmake: async (pages: number) => {
    const pdfmake = createRequire(import.meta.url)('pdfmake')
    const file = (name: string) => `assets/fonts/SourceSerif4-${name}.ttf`
    const fonts = {
      normal: file('Regular'),
      bold: file('Semibold'),
      italics: file('It'),
      bolditalics: file('SemiboldIt'),
    }
    pdfmake.setFonts({ Serif: fonts })
    pdfmake.setUrlAccessPolicy(() => false)
    pdfmake.setLocalAccessPolicy((path: string) => path.startsWith('assets/fonts/'))
    const content = reportOf(pages).body.children.map(stockBlock)
    let count = 0
    const footer = (page: number, all: number) => {
      count = all
      return { text: `${page} / ${all}`, alignment: 'right', margin: [78, 20] }
    }
    const style = { font: 'Serif', fontSize: 10, lineHeight: 1.0 }
    const definition = { content, footer, pageMargins: 78, defaultStyle: style, version: '1.7' }
    const bytes = await pdfmake.createPdf(definition).getBuffer()
    return { pages: count, bytes: bytes.length }
  },
  typst: async (pages: number) => {
    const { NodeCompiler } = createRequire(`${process.env.TYPST}/`)('@myriaddreamin/typst-ts-node-compiler')
    const fontArgs = [{ fontPaths: ['assets/fonts'] }]
    const compiler = NodeCompiler.create({ workspace: '.', fontArgs })
    const { meta, body } = reportOf(pages)
    const notes = new Map(
      body.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [])),
    )
    const source = `#set document(title: "${meta.title}", date: none)
#set page(paper: "a4", margin: 78pt, numbering: "1 / 1")
#set text(font: "Source Serif 4", size: 10pt, lang: "en", region: "GB")
${body.children.map((node) => typstBlock(node, notes)).join('\n\n')}`
    const { result } = compiler.compile({ mainFileContent: source })
    const bytes: Uint8Array = compiler.pdf(result, { pdfStandard: 'ua-1' })
    return { pages: result.numOfPages as number, bytes: bytes.length }
  },
}

type Tool = keyof typeof tools
async function child(tool: Tool, size: number): Promise<void> {
  const { pages, bytes } = await tools[tool](size)
  const { user, system } = process.cpuUsage()
  const memory = process.resourceUsage().maxRSS / 1024
  console.log(
    `RESULT ${JSON.stringify({ pages, bytes, wall: performance.now(), cpu: (user + system) / 1000, memory })}`,
  )
}

function compare(asked: number[]): void {
  const sizes = asked.length > 0 ? asked : [10, 100, 500]
  const names = (Object.keys(tools) as Tool[]).filter((name) => name !== 'typst' || process.env.TYPST)
  console.log('pages asked, tool: pages, wall s, CPU s, memory MB, file MB, CPU against ours')
  for (const size of sizes) {
    const rounds = size > 200 ? 1 : 3
    const all = Array.from({ length: rounds }, () => names.map((name) => run(name, size)))
    const medians = names.map((_, i) => median(all.map((round) => round[i]!)))
    names.forEach((name, i) => {
      const { pages, wall, cpu, memory, bytes } = medians[i]!
      const figures = [pages, wall / 1000, cpu / 1000, memory, bytes / 1e6, cpu / medians[0]!.cpu]
      console.log(`${size}, ${name}: ${figures.map((figure) => Number(figure.toFixed(2))).join(', ')}`)
    })
  }
}

function run(tool: Tool, size: number): Result {
  const options = { stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 }
  const output = execFileSync(process.execPath, [process.argv[1]!, tool, String(size)], options).toString()
  return JSON.parse(/RESULT (.*)/.exec(output)![1]!) as Result
}

const median = (results: Result[]): Result => results.sort((a, b) => a.cpu - b.cpu)[Math.floor(results.length / 2)]!

function stockBlock(node: Block): object {
  const margin = [0, 0, 0, 6]
  if (node.type === 'heading')
    return { text: stockRuns(node.children), fontSize: 24 - node.depth * 5, bold: true, margin: [0, 16, 0, 8] }
  if (node.type === 'paragraph') return { text: stockRuns(node.children), margin }
  if (node.type === 'list') {
    const items = node.children.map((item) => ({ stack: item.children.map(stockBlock) }))
    return node.ordered ? { ol: items } : { ul: items }
  }
  if (node.type === 'table') {
    const body = node.children.map((row) => row.children.map((cell) => ({ text: stockRuns(cell.children) })))
    return {
      table: { headerRows: 1, dontBreakRows: true, widths: ['auto', 'auto', '*', 'auto'], body },
      layout: 'lightHorizontalLines',
      margin,
    }
  }
  if (node.type === 'bibliography') {
    return { stack: node.children.map((entry) => ({ text: stockRuns(entry.children), id: entry.data!.id, margin })) }
  }
  // Stock pdfmake has no notes: they follow the text.
  if (node.type === 'footnoteDefinition') return { stack: node.children.map(stockBlock), fontSize: 8 }
  return { text: '' }
}

function stockRuns(children: readonly Inline[]): object[] {
  return children.map((child): object => {
    if (child.type === 'text') return { text: child.value }
    if (child.type === 'link')
      return { text: stockRuns(child.children), linkToDestination: child.url.slice(1), color: '#17456b' }
    if (child.type === 'footnoteReference') return { text: String(child.number), sup: true }
    return { text: stockRuns((child as { children: Inline[] }).children), italics: true }
  })
}

const escaped = (text: string) => text.replace(/[\\#*_`$<>@[\]/~=+-]/g, '\\$&')

function typstBlock(node: Node, notes: Map<string, Node>): string {
  const inner = (nodes: readonly Node[]) => nodes.map((each) => typstBlock(each, notes)).join('')
  switch (node.type) {
    case 'text':
      return escaped(node.value)
    case 'emphasis':
      return `#emph[${inner(node.children)}]`
    case 'link':
      return `#link(<${node.url.slice(1)}>)[${inner(node.children)}]`
    case 'footnoteReference':
      return `#footnote[${inner((notes.get(node.identifier) as { children: Node[] }).children)}]`
    case 'heading':
      return `${'='.repeat(node.depth)} ${inner(node.children)}`
    case 'paragraph':
      return inner(node.children)
    case 'list':
      return node.children.map((item) => `${node.ordered ? '+' : '-'} ${inner(item.children)}`).join('\n')
    case 'table': {
      const [head, ...rows] = node.children.map((row) =>
        row.children.map((cell) => `[${inner(cell.children)}]`).join(', '),
      )
      return `#table(columns: (auto, auto, 1fr, auto), table.header(${head}), ${rows.join(', ')})`
    }
    case 'bibliography':
      return node.children.map((entry) => `#block[${inner(entry.children)}] <${entry.data!.id}>`).join('\n\n')
    default:
      return ''
  }
}

const [, , tool, size] = process.argv
if (tool !== undefined && tool in tools) await child(tool as Tool, Number(size))
else compare(process.argv.slice(2).map(Number))
