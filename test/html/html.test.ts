import fc from 'fast-check'
import type { Element, Nodes, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import type { Document, Inline } from '../../src/core/tree.ts'
import { toHast, writeHtml } from '../../src/write/html/html.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import type { WriteContext } from '../../src/write/writer.ts'
import { arbitraryDocument, tally, wordsIn, wordsOf } from '../helpers/arbitrary-tree.ts'
import { asset } from '../helpers/fonts.ts'
import {
  call,
  entry,
  heading,
  inLanguage,
  link,
  list,
  note,
  paragraph,
  plainMeta,
  root,
  svg,
  table,
} from '../helpers/nodes.ts'
import { sampleDocument } from '../helpers/sample-document.ts'

const context: WriteContext = { theme: defaultTheme, asset, stats: {}, attachments: [] }
const documentOf = (...blocks: Parameters<typeof root>): Document => ({ meta: plainMeta, body: root(...blocks) })
const page = (document: Document) => toHtml(toHast(document))
/** With its fonts, which take their time. */
const written = async (document: Document) =>
  new TextDecoder().decode((await writeHtml(document, context)).get(`${document.meta.name}.html`))
/** The text of a document of these blocks, as HTML. */
const article = (...blocks: Parameters<typeof root>) =>
  /<article>(.*?)<\/article>/s.exec(page(documentOf(...blocks)))![1]!

describe('any document', () => {
  test('loses no word and doubles none', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const inPage = wordsIn(textOf(main(toHast(document)))).filter((word) => !isNumber(word))
        const given = wordsOf(document.body).filter((word) => !isNumber(word))
        expect(tally(inPage)).toEqual(tally(given))
      }),
      { numRuns: 100 },
    )
  })

  test('has ids and names of lists once each, and links that lead somewhere', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const all = [...elements(toHast(document))]
        const ids = all.flatMap(({ properties }) => (properties.id === undefined ? [] : String(properties.id)))
        expect(new Set(ids).size).toBe(ids.length)
        const lists = all.flatMap(({ tagName, properties }) => (tagName === 'nav' ? [properties.ariaLabel] : []))
        expect(new Set(lists).size).toBe(lists.length)
        for (const { properties } of all) {
          const href = String(properties.href ?? '')
          if (href.startsWith('#')) expect(ids).toContain(href.slice(1))
          else expect(href).toMatch(/^(https?:|mailto:|$)/)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('has the same bytes each time', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(page(document)).toBe(page(structuredClone(document)))
      }),
      { numRuns: 20 },
    )
  })
})

test('the page asks the browser for nothing, and says so, with the same bytes each time', async () => {
  const html = await written(sampleDocument())
  expect(await written(sampleDocument())).toBe(html)
  expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src .{1,6}none/)
  for (const { tagName, properties } of elements(toHast(sampleDocument()))) {
    expect(['script', 'link', 'iframe', 'object', 'base', 'form']).not.toContain(tagName)
    expect(Object.keys(properties).filter((name) => name.startsWith('on'))).toEqual([])
    expect(String(properties.src ?? 'data:')).toMatch(/^data:/)
  }
  expect(html).not.toMatch(/@import|url\((?!#|data:)/)
})

test('text is text, whatever it looks like', () => {
  expect(article(paragraph('<script>alert(1)</script> & "x"'))).toBe(
    '<p>&#x3C;script>alert(1)&#x3C;/script> &#x26; "x"</p>',
  )
})

test('a link may lead to the web, to mail and into the document, and nowhere else', () => {
  const html = article(
    paragraph([link('javascript:alert(1)', 'script'), link('data:text/html,x', 'data'), link('#gone', 'gone')]),
  )
  expect(html).toBe('<p><span>script</span><span>data</span><span>gone</span></p>')
})

test('headings begin below the title, and each can be linked to', () => {
  expect(article(heading(1, 'here', 'Here'))).toBe(
    '<h2 id="here">Here<a class="anchor" href="#here" aria-labelledby="here"></a></h2>',
  )
})

test.each([
  ['the title', plainMeta.title, ['h1', 'h2', 'h2', 'h3']],
  ['a section', 'A section', ['h1', 'h2', 'h3', 'h2', 'h3']],
])('a page without a cover has one h1, when its first heading is %s', (_, words, levels) => {
  const body = root(heading(1, 'a', words), heading(2, 'b', 'B'), heading(1, 'c', 'C'), heading(2, 'd', 'D'))
  const html = page({ meta: { ...plainMeta, cover: false }, body })
  expect(html.match(/(?<=<)h\d/g)).toEqual(levels)
})

test('a note leads there and back, from each of its calls', () => {
  const html = page(documentOf(paragraph(['One', call(1), ' two', call(1)]), note(1, paragraph('The note.'))))
  expect(html).toContain('<sup><a id="call_1_n1" href="#note_n1" role="doc-noteref">1</a></sup>')
  expect(html).toContain(
    '<li id="note_n1" value="1"><p>The note.<a class="back" href="#call_1_n1" role="doc-backlink" aria-label="Back to the text">↩</a><a class="back" href="#call_2_n1"',
  )
})

test('header cells say what they are headers of', () => {
  const html = article(
    table([
      ['Year', 'Level'],
      ['2006', '5.85'],
    ]),
  )
  expect(html).toContain('<thead><tr><th scope="col">Year</th><th scope="col">Level</th></tr></thead>')
  expect(html).toContain('<tr><th scope="row">2006</th><td>5.85</td></tr>')
})

test('a list starts where it starts, and a tight item is its words', () => {
  expect(article({ ...list(true, 'a', 'b'), start: 3 })).toBe('<ol start="3"><li>a</li><li>b</li></ol>')
})

test('languages are marked, and directions', () => {
  expect(article(paragraph([inLanguage('kk', 'Ұлытау'), inLanguage('ar', 'نهر')]))).toBe(
    '<p><span lang="kk">Ұлытау</span><span lang="ar" dir="rtl">نهر</span></p>',
  )
})

test('the contents stand once, beside the text, under the heading they had', () => {
  const document = documentOf(
    heading(1, 'contents', 'What is in it'),
    { type: 'contents', of: 'headings', entries: [{ id: 'a', depth: 1, text: 'Alpha' }] },
    heading(1, 'a', 'Alpha'),
  )
  const html = page(document)
  expect(html).toContain('<summary id="contents">What is in it</summary><ol><li><a href="#a">Alpha</a></li></ol>')
  expect(html.match(/What is in it/g)).toHaveLength(1)
})

describe('a picture', () => {
  const figure = (source: string) =>
    article({
      type: 'figure',
      kind: 'figure',
      label: 'Figure 1',
      caption: [],
      children: [svg('x.svg', 'A dot', source, 10, 10)],
    })
  const namespace = 'xmlns="http://www.w3.org/2000/svg"'

  test('is drawn in the page, with its words for those who do not see it and with ids of its own', () => {
    const html = figure(
      `<svg ${namespace} viewBox="0 0 10 10"><title>Dot</title><defs><clipPath id="c"><rect width="5" height="5"/></clipPath></defs><circle r="3" clip-path="url(#c)" stroke-width="2"/></svg>`,
    )
    expect(html).toContain(
      '<svg viewBox="0 0 10 10" role="img" aria-label="A dot"><defs><clipPath id="picture1_c"><rect width="5" height="5"></rect></clipPath></defs><circle r="3" clip-path="url(#picture1_c)" stroke-width="2"></circle></svg>',
    )
  })

  test('has what it repeats in the page too, where its words are in the page’s fonts', () => {
    const html = figure(
      `<svg ${namespace} viewBox="0 0 10 10"><defs><text id="t" color="#000000">a</text></defs><use href="#t" x="1"/><svg width="5" height="5"><pattern id="p" width="1" height="1"/><rect fill="url(#p)"/></svg></svg>`,
    )
    expect(html).toContain(
      '<text id="picture1_t" color="#000000">a</text></defs><use href="#picture1_t" x="1"></use><svg',
    )
    expect(html).toContain('fill="url(#picture1_p)"')
  })

  test.each([
    ['a use of another file', '<use href="other.svg#a"/>'],
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<rect onload="alert(1)"/>'],
    ['foreign content', '<foreignObject><p>x</p></foreignObject>'],
    ['a style sheet', '<style>body{display:none}</style>'],
    ['a link out', '<a href="https://example.org"><rect/></a>'],
    ['an image from elsewhere', '<image href="https://example.org/x.png"/>'],
    ['a colour from elsewhere', '<rect fill="url(https://example.org/x#y)"/>'],
    ['a mistake', '<rect>'],
  ])('with %s is shown as an image, which can do nothing', (_, inside) => {
    expect(figure(`<svg ${namespace}>${inside}</svg>`)).toMatch(
      /<img src="data:image\/svg\+xml;base64,[\w+/=]+" alt="A dot"/,
    )
  })
})

const isNumber = (word: string) => /^\p{N}+$/u.test(word)

function* elements(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elements(child)
}

function main(tree: Root): Element {
  return [...elements(tree)].find(({ tagName }) => tagName === 'main')!
}

/** Words of the writer's own: the title of the notes, and what opens a fold. */
const isOwn = (node: Nodes) =>
  node.type === 'element' && (node.tagName === 'summary' || node.properties.id === 'notes_title')

/** Text as a reader sees it: blocks, cells and line breaks part words. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node) || isOwn(node)) return ''
  const inner = node.children.map(textOf).join('')
  const inline = ['span', 'em', 'strong', 'del', 'sup', 'a', 'code'].includes((node as Element).tagName)
  return inline ? inner : `\n${inner}\n`
}

test('a work leads back to every place that cites it', () => {
  const cited = (id: string): Inline => ({ type: 'span', data: { id }, children: [{ type: 'text', value: id }] })
  const marsh = { ...entry('marsh', 'Marsh'), data: { id: 'ref-marsh', backlinks: ['cite-1', 'cite-2'] } }
  const words = article(paragraph([cited('cite-1'), cited('cite-2')]), {
    type: 'bibliography',
    hanging: true,
    children: [marsh],
  })
  expect(words).toContain('<summary aria-label="Back to the text: 2">↩ 2</summary>')
  expect(words).toContain('<a href="#cite-1">1</a> <a href="#cite-2">2</a>')
})
