import { type PluggableList, type Plugin, unified } from 'unified'
import { VFile } from 'vfile'
import {
  type Document,
  type Log,
  type Meta,
  messageOf,
  type Node,
  type Root,
  ruleNamed,
  sha256,
  walk,
} from '../../core/index.ts'
import type { Pack } from '../../corpus/index.ts'
import { directions, imprintOf } from '../../document/index.ts'
import { settledTables, type TableOptions } from '../../write/index.ts'
import { configFile } from './config.ts'
import { manifestFile } from './manifest.ts'
import type { Project } from './project.ts'

/** What the passes over a whole document know besides its tree. */
export interface Making {
  readonly pack: Pack
  readonly project: Project
  readonly tables: TableOptions
}

interface OfDocuments {
  run(tree: Root, file: VFile): Promise<Root>
}

/** The way from the tree that `resolve` gives to the one that writers take, as `markdown/processor.ts` is that of a section. */
const processorWith = (document: PluggableList, { pack, project, tables }: Making): OfDocuments =>
  unified()
    .use(pluginOf(directions), { language: pack.language, sources: project.corpus.sources })
    .use(imprint, { pack, project })
    .use(document)
    .use(document.length > 0 ? [knownNodes] : [])
    .use(pluginOf(settledTables), tables)
    .freeze() as unknown as OfDocuments

/**
 * Runs the passes. What a plugin of the project says is a finding of its config; where one fails, or leaves what writers do
 * not know, that is an error, and none is used.
 */
export async function finish(body: Root, meta: Meta, making: Making, log: Log): Promise<Document> {
  const { document = [] } = making.project.config
  const file = new VFile({ path: `${meta.name}.md`, data: { meta } })
  const place = { file: configFile }
  const run = (plugins: PluggableList, given: Root) => processorWith(plugins, making).run(given, file)
  if (document.length === 0) return { meta, body: await run([], body) }
  try {
    const made = await run(document, structuredClone(body))
    for (const { source, ruleId, reason } of file.messages)
      log.report(ruleNamed([source ?? 'plugin', ruleId].filter(Boolean).join('/')), place, reason)
    return { meta, body: made }
  } catch (error) {
    log.report('markdown-is-supported', place, `A plugin for documents failed: ${messageOf(error)}`)
    return { meta, body: await run([], body) }
  }
}

/** Our positions have no lines, which the nodes of unist have: to unified a tree of ours is a node all the same. */
const pluginOf = <Options extends unknown[]>(attach: (...options: Options) => (body: Root) => unknown) =>
  attach as unknown as Plugin<Options>

const imprint = pluginOf(
  ({ pack, project }: Omit<Making, 'tables'>) =>
    (body) =>
      withImprint(body, pack, project),
)

/** The text with the pack's imprint behind it. */
export function withImprint(body: Root, pack: Pack, project: Project): Root {
  const formats: readonly string[] = project.formats ?? pack.formats
  const hasAttachments = formats.includes('pdf') || formats.includes('docx')
  const digest = sha256(manifestFile(project, pack.id))
  return { ...body, children: [...body.children, ...imprintOf(pack, { digest, hasAttachments })] }
}

/** Holds that writers know all that is in the tree, which only a plugin can have changed. */
const knownNodes = pluginOf(() => (body) => {
  const problem = problemOf(body)
  if (problem !== undefined) throw new Error(`it left ${problem}, which no writer knows`)
})

const parent = { lists: ['children'] }

/** What each node must have to be written: the fields that are lists of nodes, and those that are texts. */
const shapes: Readonly<
  Record<Node['type'], { readonly lists?: readonly string[]; readonly texts?: readonly string[] }>
> = {
  text: { texts: ['value'] },
  inlineCode: { texts: ['value'] },
  code: { texts: ['value'] },
  break: {},
  thematicBreak: {},
  link: { lists: ['children'], texts: ['url'] },
  image: { texts: ['url', 'alt', 'format'] },
  footnoteReference: { texts: ['identifier'] },
  footnoteDefinition: { lists: ['children'], texts: ['identifier'] },
  figure: { lists: ['children', 'caption'], texts: ['label', 'kind'] },
  contents: { lists: ['entries'] },
  bibliographyEntry: { lists: ['children'], texts: ['identifier'] },
  table: { lists: ['children', 'align'] },
  ...{ root: parent, heading: parent, paragraph: parent, blockquote: parent, list: parent, listItem: parent },
  ...{ tableRow: parent, tableCell: parent, emphasis: parent, strong: parent, delete: parent, span: parent },
  ...{ superscript: parent, subscript: parent, smallCaps: parent, bibliography: parent },
}

/** The first node that is not of the tree, in words; `undefined` when all are. */
function problemOf(tree: Root): string | undefined {
  for (const node of walk<Node>(tree)) {
    if (!Object.hasOwn(shapes, node.type)) return `a “${node.type}”`
    const { lists = [], texts = [] } = shapes[node.type]
    const fields: Readonly<Record<string, unknown>> = { ...node }
    const field =
      lists.find((name) => !Array.isArray(fields[name])) ?? texts.find((name) => typeof fields[name] !== 'string')
    if (field !== undefined) return `a “${node.type}” without its ${field}`
  }
  return undefined
}
