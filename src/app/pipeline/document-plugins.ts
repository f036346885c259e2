import { type PluggableList, unified } from 'unified'
import type { Node as UnistNode } from 'unist'
import { VFile } from 'vfile'
import { type Document, type Log, type Node, type Root, ruleNamed, walk } from '../../core/index.ts'
import { configFile } from './config.ts'

/**
 * Runs a project's plugins on the tree of a whole document. Their messages are findings of the project's config; a plugin
 * that fails, or leaves what writers do not know, is an error, and the document stands as it was.
 */
export async function runPlugins(plugins: PluggableList, { meta, body }: Document, log: Log): Promise<Root> {
  const place = { file: configFile }
  const file = new VFile({ path: `${meta.name}.md`, data: { meta } })
  try {
    // Our positions have no lines, which unist asks for; `problemOf` looks at what comes back.
    const given = structuredClone(body) as unknown as UnistNode
    const tree = (await unified().use(plugins).run(given, file)) as unknown as Root
    for (const { source, ruleId, reason } of file.messages) {
      log.report(ruleNamed([source ?? 'plugin', ruleId].filter(Boolean).join('/')), place, reason)
    }
    const problem = problemOf(tree)
    if (problem === undefined) return tree
    log.report('markdown-is-supported', place, `A plugin for documents left ${problem}, which no writer knows`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    log.report('markdown-is-supported', place, `A plugin for documents failed: ${reason}`)
  }
  return body
}

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
  ...{
    root: parent(),
    heading: parent(),
    paragraph: parent(),
    blockquote: parent(),
    list: parent(),
    listItem: parent(),
  },
  ...{
    tableRow: parent(),
    tableCell: parent(),
    emphasis: parent(),
    strong: parent(),
    delete: parent(),
    span: parent(),
  },
  ...{ superscript: parent(), subscript: parent(), smallCaps: parent(), bibliography: parent() },
}

function parent() {
  return { lists: ['children'] }
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
