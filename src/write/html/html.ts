/**
 * One HTML file that needs nothing else: styles, pictures and notes are in it, and its policy forbids the browser to load
 * anything, and to run anything but one script, by its digest, without which nothing is lost. `toHast` gives the tree, which tests read; `writeHtml` prints it.
 */
import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import {
  type Block,
  bytesOfHex,
  type Document,
  type Heading,
  isRightToLeft,
  type Meta,
  sha256,
  startsRightToLeft,
} from '../../core/index.ts'
import { base64 } from '../base64.ts'
import type { Write } from '../writer.ts'
import { common, directed, languageOf } from './attributes.ts'
import { columns, contentsList } from './blocks.ts'
import { fontFaces } from './font-faces.ts'
import { inlines } from './inlines.ts'
import { endnotes } from './notes.ts'
import { picture } from './pictures.ts'
import { type Setting, settingOf } from './setting.ts'
import { inColumns, printed, variables } from './style.ts'

/** Writes `<name>.html`, in UTF-8. */
export const writeHtml: Write = async (document, context) => {
  const rules = new TextDecoder().decode(await context.asset('html.css'))
  const fonts = await fontFaces(toHast(document), context)
  const style = [
    fonts,
    variables(context.theme),
    rules,
    inColumns(context.theme),
    printed(document.meta, context.theme),
  ]
    .filter(Boolean)
    .join('\n')
  const script = new TextDecoder().decode(await context.asset('html.js'))
  const text = toHtml(toHast(document, { style, script }))
  return new Map([[`${document.meta.name}.html`, new TextEncoder().encode(`${text}\n`)]])
}

/** The page as hast: head, then contents, cover, text and notes as landmarks. */
export function toHast(document: Document, { style, script }: Own = { style: '', script: '' }): Root {
  const { meta } = document
  const setting = settingOf(document)
  const { title, text } = withoutRail(document.body.children, setting)
  const content = columns(text, setting)
  const notes = endnotes(setting)
  const page = h('html', languageOf(meta.language), [
    head(meta, style, policyFor(script)),
    h('body', [
      h('a', { className: ['skip'], href: '#text_start' }, meta.words.skipToText),
      ...running(meta),
      cover(meta, setting),
      h('div', { className: ['page'] }, [
        rail(title, setting),
        h('main', { id: 'text_start' }, [h('article', content), notes]),
      ]),
      script ? scriptOf(script, meta) : undefined,
    ]),
  ])
  if (isRightToLeft(meta.language)) withDirections(page)
  return { type: 'root', children: [{ type: 'doctype' }, page] }
}

/** Words from left to right say so among others. */
function withDirections(element: Element): void {
  if (element.properties.lang !== undefined) element.properties.dir ??= 'ltr'
  for (const child of element.children) if (child.type === 'element') withDirections(child)
}

/** The style sheet and the script, as the page holds them. */
interface Own {
  readonly style: string
  readonly script: string
}

/** The words that the script prints travel with it. */
function scriptOf(script: string, { words: { search, found, copy, enlarge, filter } }: Meta): Element {
  const words = { dataSearch: search, dataFound: found, dataCopy: copy, dataEnlarge: enlarge, dataFilter: filter }
  return h('script', words, { type: 'text', value: script })
}

function policyFor(script: string): string {
  const digest = base64(bytesOfHex(sha256(script)))
  const own = `style-src 'unsafe-inline'; script-src ${script ? `'sha256-${digest}'` : "'none'"}`
  return `default-src 'none'; ${own}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`
}

function head(meta: Meta, style: string, policy: string): Element {
  const named = (name: string, content: string) => (content ? h('meta', { name, content }) : undefined)
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', meta.title),
    named('description', meta.description),
    named('author', meta.authors.join('; ')),
    named('keywords', meta.keywords.join(', ')),
    named('dcterms.modified', meta.date),
    h('style', style),
  ])
}

/** What stays at the edges of the window, and of each page in print: it is read out once; the word behind the text is drawn alone. */
function running({ marking, watermark }: Meta): Element[] {
  const band = (edge: string, hidden: object) =>
    marking
      ? h(
          'p',
          {
            className: ['marking', edge],
            style: `--marking: ${marking.ink}; --marking-ground: ${marking.ground}`,
            ...hidden,
          },
          h('span', marking.text),
        )
      : undefined
  const word = watermark ? h('p', { className: ['watermark'], ariaHidden: 'true', dataWord: watermark }) : undefined
  return [band('top', {}), band('bottom', { ariaHidden: 'true' }), word].filter((each) => each !== undefined)
}

function logo({ logo }: Meta, setting: Setting): Element | undefined {
  if (!logo) return undefined
  return h('div', { className: ['logo'], style: `width:${Math.round(logo.width)}pt` }, picture(logo, setting))
}

/** Without a cover the logo stands alone, or with the title where the text does not begin with it. */
function cover(meta: Meta, setting: Setting): Element | undefined {
  const wordsOf = (text: string) =>
    isRightToLeft(meta.language) || startsRightToLeft(text, meta.language) ? [text] : directed(text)
  const directionIn = (text: string) =>
    startsRightToLeft(text, meta.language) === isRightToLeft(meta.language) ? undefined : 'auto'
  const title = setting.title.isAbove ? h('h1', { dir: directionIn(meta.title) }, wordsOf(meta.title)) : undefined
  const plain = [logo(meta, setting), title].filter((each) => each !== undefined)
  if (meta.cover === false) return plain.length > 0 ? h('header', { className: ['plain'] }, plain) : undefined
  const line = (className: string, text: string | undefined) =>
    text ? h('p', { className: [className], dir: directionIn(text) }, wordsOf(text)) : undefined
  return h('header', { className: ['cover'] }, [
    logo(meta, setting),
    title,
    line('subtitle', meta.subtitle),
    line('question', meta.question),
    line('authors', (meta.bylines ?? meta.authors).join(' · ')),
    line('organisation', meta.organisation),
    meta.facts.length > 0
      ? h(
          'dl',
          meta.facts.map(({ label, value }) => h('div', [h('dt', label), h('dd', value)])),
        )
      : undefined,
  ])
}

/** The contents beside the text: a fold on a phone, always open where there is room for both. */
function rail(title: Heading | undefined, setting: Setting): Element | undefined {
  if (!setting.rail) return undefined
  const { entries } = setting.rail
  const words: ElementContent[] = title
    ? inlines(title.children, setting)
    : [{ type: 'text', value: setting.document.meta.words.contents }]
  return h('nav', { id: 'rail_contents', className: ['rail'], ariaLabel: setting.document.meta.words.contents }, [
    h('details', [h('summary', common(title?.data), words), contentsList(entries, setting)]),
    h('a', { className: ['to-contents'], href: '#rail_contents' }, setting.document.meta.words.contents),
  ])
}

/** The text without the contents that stand beside it, and without the heading of those. */
function withoutRail(nodes: readonly Block[], { rail }: Setting): { title: Heading | undefined; text: Block[] } {
  const isRail = (node: Block) => node.type === 'contents' && node === rail
  const at = nodes.findIndex(isRail)
  const before = nodes[at - 1]
  const title = before?.type === 'heading' && !rail?.inText ? before : undefined
  return { title, text: nodes.filter((node) => !isRail(node) && node !== title) }
}
