import type { Paragraph } from 'mdast'
import {
  type Cite,
  type CiteGroup,
  type DraftInline,
  type DraftNode,
  type FigureCall,
  grouped,
  localeOf,
  nodesOf,
  replaceBelow,
  type Section,
  walk,
} from '../../core/index.ts'
import type { Corpus, Pack } from '../../corpus/index.ts'
import { byIssue, citationOf, reader } from '../../document/index.ts'
import { type FigureData, figureOf, isFile, readOptions } from '../../write/index.ts'

interface Context {
  readonly corpus: Corpus
  readonly pack: Pack
}

/** A note below a figure names the authors of as many works; a reader who wants all has the registers. */
const mostNamed = 10

/**
 * Puts a note below every figure that is drawn from values of claims, or from a file whose source is given, and below
 * figures of records that have a caption: it cites the sources as a sentence does that names its authors, so that the style
 * words it, the bibliography lists the works and the rules see that they are cited.
 */
export async function addSourceNotes(sections: readonly Section[], data: FigureData, context: Context): Promise<void> {
  for (const { tree } of sections) {
    const notes = new Map<DraftNode, Paragraph>()
    for (const call of nodesOf(tree, 'figureCall')) {
      const note = await noteOf(call, data, context)
      if (note) notes.set(call, note)
    }
    if (notes.size === 0) continue
    replaceBelow<DraftNode>(tree, (node) => {
      const note = notes.get(node)
      return note && [node, note]
    })
  }
}

async function noteOf(call: FigureCall, data: FigureData, context: Context): Promise<Paragraph | undefined> {
  const options = readOptions(call.name, call.options)
  const kind = figureOf(call.name)
  const shown = call.children.length > 0 ? (kind?.shows?.(data, options) ?? []) : []
  const works = [
    ...(await worksOf(kind?.claims?.(data, options) ?? [], context)),
    ...wholeWorks(
      shown.flatMap(({ claims }) => claims ?? []),
      context,
    ),
    ...givenWorks(options),
  ]
  const credit = call.children.length > 0 ? (kind?.credit?.(data) ?? '') : ''
  const given = isFile(textOf(options.from)) ? textOf(options.note).trim() : credit
  if (works.length === 0 && given === '') return undefined
  const sources = new Set(works.map(({ identifier }) => identifier)).size
  const words = (value: string): DraftInline => ({ type: 'text', value })
  const { cover, figures } = localeOf(context.pack.language)
  const groups = byAuthor(works, context)
  const cited = groups
    .slice(0, mostNamed)
    .map((children): CiteGroup => ({ type: 'citeGroup', kind: 'narrative', children }))
  const left = new Set(groups.slice(mostNamed).flatMap((group) => group.map(({ identifier }) => identifier))).size
  const rest = [left > 0 ? figures.andMore(left) : '', given].filter(Boolean).map(words)
  const parts: DraftInline[] = [...cited, ...rest]
  const children = parts.flatMap((part, index) => (index === 0 ? [part] : [words(cover.semicolon), part]))
  const end = /[.!?…]$/.test(given) ? [] : [words('.')]
  const note: Paragraph = {
    type: 'paragraph',
    data: { role: 'source-note' },
    children: [words(figures.sources(sources || 1)), ...children, ...end],
  }
  // Its words are the program’s: what is told of them is told at the call.
  for (const node of walk<DraftNode>(note)) if (call.position) node.position = { ...call.position }
  return note
}

/** Works of the same author are named once. */
function byAuthor(works: readonly Cite[], { corpus }: Context): Cite[][] {
  const keyOf = ({ identifier }: Cite) =>
    corpus.sources
      .get(identifier)
      ?.author?.map((name) => ('family' in name ? name.family : name.literal))
      .join('; ') ?? identifier
  return [...grouped(works, keyOf).values()].map((group) => [...group])
}

/** The sources of claims, with the places where the claims are made. */
async function worksOf(ids: readonly string[], context: Context): Promise<readonly Cite[]> {
  const claims = [...new Set(ids)].flatMap((id) => context.corpus.claims.get(id) ?? [])
  if (claims.length === 0) return []
  const { tree } = (await reader()).read(citationOf(claims, context), context.pack.language)
  return [...nodesOf(tree, 'citeGroup')].flatMap(({ children }) => children)
}

/** The sources of claims, in the order of their dates, without the places. */
function wholeWorks(ids: readonly string[], { corpus }: Context): readonly Cite[] {
  const used = new Set(ids.flatMap((id) => corpus.claims.get(id)?.source ?? []))
  const sources = [...used].flatMap((key) => corpus.sources.get(key) ?? [])
  return sources.sort(byIssue).map(({ id }) => citeOf(id))
}

const citeOf = (key: string): Cite => ({ type: 'cite', identifier: key, label: key, children: [] })

/** The source that a call gives for numbers from a file. */
function givenWorks({ from, source }: Readonly<Record<string, unknown>>): readonly Cite[] {
  const key = textOf(source).trim()
  if (!isFile(textOf(from)) || key === '') return []
  return [citeOf(key)]
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
