import { Readability } from '@mozilla/readability'
import { fieldOf, isRecord, itemAt, lastOf } from '../../core/index.ts'
import { bodyOf, type DomDocument, type DomElement, type DomNode, documentOf } from './dom.ts'
import { decodeText } from './encoding.ts'
import type { ImportedText } from './imported.ts'

/** Elements within elements: pages of people stay below a hundred. Deeper ones cost the reader of articles minutes. */
const depths = { article: 256, page: 2000 }

/** A web page, also one saved whole in a file: the article without what stands around it, and what the page says of itself. */
export function readHtml(bytes: Uint8Array, named?: string): ImportedText {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const { text, notes } = decodeText(bytes, { named, declared: /charset=["']?([\w-]+)/i.exec(head)?.[1] })
  const document = documentOf(text)
  const depth = depthOf(document)
  if (depth > depths.page)
    throw new Error(`its elements stand ${depth} deep in each other, and at most ${depths.page} are read`)
  const described = describedBy(document)
  for (const element of document.querySelectorAll('script, style, noscript, template, svg, [hidden]')) element.remove()
  const isDeep = depth > depths.article
  const article = isDeep ? undefined : articleOf(text)
  const whole = paragraphsIn(document.body ?? document.documentElement)
  const found = article ? paragraphsIn(bodyOf(article)) : []
  // Where the article is a small part of what can be read, it was perhaps not found whole: a person decides.
  const share = lengthOf(found) / Math.max(1, lengthOf(whole))
  const isArticle = found.length > 0 && share > 0.25
  const heading = isArticle ? headingOf(document, whole, found, described['container-title']) : []
  return {
    paragraphs: isArticle ? [...heading, ...found] : whole,
    described,
    notes: [
      ...notes,
      ...(isDeep ? [`its elements stand ${depth} deep in each other, too deep to look for an article in`] : []),
      ...(isArticle ? [] : ['no article could be told from the page around it: the whole page was taken']),
    ],
  }
}

function depthOf(root: DomNode): number {
  let depth = 0
  for (let level: readonly DomNode[] = [root]; level.length > 0; depth++)
    level = level.flatMap((it) => [...it.childNodes])
  return depth
}

/** The heading above an article, where the article came without it: a reader that is sure of the title leaves it out. */
function headingOf(
  document: DomDocument,
  whole: readonly string[],
  found: readonly string[],
  site: string | undefined,
): readonly string[] {
  const headings = [...document.querySelectorAll('h1')].map((h1) => paragraphsIn(h1))
  const isFound = headings.some((lines) => lines[0] !== undefined && found.includes(lines[0]))
  if (isFound) return []
  const [opening] = found
  const start = opening === undefined ? -1 : whole.indexOf(opening)
  const isAbove = ([first]: readonly string[]) =>
    first !== undefined && first !== site && (start === -1 || whole.indexOf(first) < start)
  return headings.findLast(isAbove) ?? []
}

/** It takes its document to pieces, so it has one of its own. */
function articleOf(text: string): string | undefined {
  const document = documentOf(text)
  for (const element of document.querySelectorAll('script, style, noscript, template, [hidden]')) element.remove()
  return new Readability(document as never).parse()?.content ?? undefined
}

const lengthOf = (paragraphs: readonly string[]) => paragraphs.join('').length

const blocks =
  'address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'
const isBlock = new Set(blocks.split(' ').map((name) => name.toUpperCase()))

/** One paragraph for each block that holds text; a row of a table is one. */
export function paragraphsIn(root: DomElement): string[] {
  const paragraphs = ['']
  const add = (text: string) => {
    paragraphs[paragraphs.length - 1] += text
  }
  const visit = (node: DomNode, inRow: boolean): void => {
    if (node.nodeType === 3) add(node.nodeValue ?? '')
    if (node.nodeType !== 1) return
    const name = (node as DomElement).tagName.toUpperCase()
    if (name === 'BR') {
      if (inRow) add(' ')
      else paragraphs.push('')
      return
    }
    if (name === 'SUP' && /^\s*\d+\s*$/.test(node.textContent ?? '')) {
      add(superscript(node.textContent ?? ''))
      return
    }
    const isRow = name === 'TR'
    const opens = isBlock.has(name) && !inRow
    if (opens) paragraphs.push('')
    if (inRow && /^T[DH]$/.test(name) && lastOf(paragraphs).trim() !== '') add(' | ')
    for (const child of node.childNodes) visit(child, inRow || isRow)
    if (opens) paragraphs.push('')
  }
  visit(root, false)
  // Signs that only lead back from a note to its call.
  const clean = (text: string) =>
    text
      .replace(/[↩↑]\ufe0e?/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  return paragraphs.map(clean).filter((text) => text !== '')
}

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const superscript = (text: string) => text.trim().replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)

/** What a page says of itself in its head: Highwire tags, Dublin Core, Open Graph, schema.org. */
function describedBy(document: DomDocument): ImportedText['described'] {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const found = document
        .querySelector(`meta[name="${name}" i], meta[property="${name}" i]`)
        ?.getAttribute('content')
      if (found?.trim()) return found.trim()
    }
    return undefined
  }
  const data = structured(document)
  const authors = [...document.querySelectorAll('meta[name="citation_author" i]')].flatMap(
    (it) => it.getAttribute('content')?.trim() || [],
  )
  const names = authors.length > 0 ? authors : [data.author ?? meta('author', 'dc.creator', 'article:author')].flat()
  const issued = meta('citation_publication_date', 'citation_date', 'article:published_time', 'dc.date') ?? data.issued
  const date = /^(\d{4})(?:[-/](\d\d))?(?:[-/](\d\d))?/.exec(issued ?? '')
  const language = document.documentElement?.getAttribute('lang')
  const found = {
    title:
      meta('citation_title', 'og:title', 'dc.title') ??
      data.title ??
      document.querySelector('title')?.textContent?.trim(),
    author: names.filter((it) => it && !/^https?:/.test(it)).map((it) => nameOf(it as string)),
    'container-title': meta('citation_journal_title', 'og:site_name'),
    publisher: meta('citation_publisher', 'dc.publisher') ?? data.publisher,
    issued: date?.slice(1).filter(Boolean).join('-'),
    URL: document.querySelector('link[rel="canonical" i]')?.getAttribute('href') ?? meta('og:url') ?? undefined,
    DOI: meta('citation_doi'),
    language: language ? language.slice(0, 2).toLowerCase() : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value.length > 0))
}

/** “Family, Given” is a person; anything else is kept as it stands. */
const nameOf = (text: string) => {
  const [family, given, ...more] = text.split(',').map((part) => part.trim())
  return family && given && more.length === 0 ? { family, given } : { literal: text }
}

function structured(document: DomDocument): { title?: string; author?: string[]; issued?: string; publisher?: string } {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const parsed: unknown = JSON.parse(script.textContent ?? '')
      const things: unknown[] = [fieldOf(parsed, '@graph') ?? parsed].flat()
      const it = things.filter(isRecord).find((thing) => /Article|Report|WebPage|Posting/.test(String(thing['@type'])))
      if (!it) continue
      const named = (value: unknown) =>
        [value].flat().flatMap((one) => (typeof one === 'string' ? one : ((one as { name?: string })?.name ?? [])))
      return {
        ...(typeof it.headline === 'string' ? { title: it.headline } : {}),
        ...(named(it.author).length > 0 ? { author: named(it.author) } : {}),
        ...(typeof it.datePublished === 'string' ? { issued: it.datePublished } : {}),
        ...(named(it.publisher)[0] ? { publisher: itemAt(named(it.publisher), 0) } : {}),
      }
    } catch {
      // A page's own data may be broken; the page can be read all the same.
    }
  }
  return {}
}
