import { definitionLists } from './plugins/definition-lists.js'

/** @type {import('briefpack').Config} */
export default {
  syntax: [equalsAsMark],
  markdown: [definitionLists, remarkLong],
  document: [countWords],
  helpers: {
    crowns: {
      run: ([amount], { each }, { markdown, escape }) =>
        typeof amount === 'number'
          ? markdown(`**${amount}** ${escape(each ? 'crowns each' : 'crowns')}`)
          : 'no crowns',
    },
  },
  rules: [
    {
      id: 'house/no-fear',
      severity: 'warning',
      summary: 'Nobody is said to fear.',
      scope: 'pack',
      check({ sentences }, report) {
        for (const sentence of sentences) {
          if (/\bfeared\b/.test(sentence.text)) report(sentence.place, 'somebody is said to fear', { notes: ['say what was done'] })
        }
      },
    },
  ],
  writers: {
    outline: async ({ meta, body }) => {
      const titles = body.children.filter(({ type }) => type === 'heading').map((node) => `${node.depth} ${textOf(node)}`)
      return new Map([[`${meta.name}.outline.txt`, new TextEncoder().encode(`${titles.join('\n')}\n`)]])
    },
  },
}

/** More syntax: `==marked==` is strong, by an extension of the parser. */
function equalsAsMark() {
  const data = this.data()
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    { transforms: [(tree) => markEquals(tree)] },
  ]
}

function markEquals(node) {
  if (!node.children) return
  for (const child of node.children) markEquals(child)
  node.children = node.children.flatMap((child) => {
    const parts = child.type === 'text' ? child.value.split('==') : []
    if (parts.length !== 3) return [child]
    const text = (value) => ({ type: 'text', value, position: child.position })
    return [text(parts[0]), { type: 'strong', children: [text(parts[1])], position: child.position }, text(parts[2])]
  })
}

/** A message of a plugin is a finding, at the place in the template. */
function remarkLong() {
  return (tree, file) => {
    for (const node of tree.children) {
      if (node.type === 'heading' && textOf(node).length > 30) {
        file.message('The heading is long', { place: node.position, source: 'house', ruleId: 'short-headings' })
      }
    }
  }
}

/** A plugin for documents may take its time. */
function countWords() {
  return async (tree) => {
    const count = tree.children.map(textOf).join(' ').split(/\s+/).filter(Boolean).length
    await undefined
    tree.children.splice(1, 0, { type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: `${count} words.` }] }] })
  }
}

function textOf(node) {
  return node.value ?? (node.children ?? []).map(textOf).join(' ')
}
