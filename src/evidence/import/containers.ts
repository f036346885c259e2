import mammoth from 'mammoth'
import { WARCParser } from 'warcio'
import { bodyOf, documentOf } from './dom.ts'
import { paragraphsIn, readHtml } from './html.ts'
import { authorOf, type ImportedText } from './imported.ts'
import { filesOf, textsOf } from './unpacked.ts'

/** A Word file: body, tables and notes, in the order of the text. */
export async function readDocx(bytes: Uint8Array): Promise<ImportedText> {
  // Read first: it refuses what would fill the memory, which the library does not.
  const core = textsOf(bytes, /^(?:word\/.*|docProps\/core)\.xml$/).get('docProps/core.xml') ?? ''
  // The browser's build of the library takes an array buffer, that for Node a buffer: both names are given.
  const input = { arrayBuffer: bytes.slice().buffer, buffer: bytes } as unknown as Parameters<
    typeof mammoth.convertToHtml
  >[0]
  const { value, messages } = await mammoth.convertToHtml(input, {
    styleMap: ["p[style-name='Title'] => h1.title:fresh"],
  })
  const body = bodyOf(value.replace(/<a[^<>]*>\[(\d+)\]<\/a>/g, '$1'))
  const named = /<dc:title>([^<]+)<\/dc:title>/.exec(core)?.[1]
  const title = named ? plain(named) : body.querySelector('h1.title')?.textContent?.trim()
  const author = /<dc:creator>([^<]+)<\/dc:creator>/.exec(core)?.[1]
  const made = /<dcterms:created[^>]*>(\d{4}-\d\d-\d\d)/.exec(core)?.[1]
  const errors = messages.filter(({ type }) => type === 'error').map(({ message }) => message)
  return {
    paragraphs: paragraphsIn(body),
    described: {
      ...(title ? { title } : {}),
      ...authorOf(author && plain(author)),
      ...(made ? { made } : {}),
    },
    notes: errors,
  }
}

const plain = (xml: string) => bodyOf(xml).textContent?.trim() ?? ''

/** A book: the texts of its spine, in order. */
export function readEpub(bytes: Uint8Array): ImportedText {
  const files = textsOf(bytes, /\.(?:xml|opf|x?html?)$/i)
  const read = (name: string) => files.get(name) ?? ''
  const opf = /full-path="([^"]+)"/.exec(read('META-INF/container.xml'))?.[1] ?? ''
  const document = documentOf(read(opf))
  const folder = opf.includes('/') ? opf.slice(0, opf.lastIndexOf('/') + 1) : ''
  const items = new Map(
    [...document.querySelectorAll('manifest item')].map((it) => [it.getAttribute('id'), it.getAttribute('href')]),
  )
  const spine = [...document.querySelectorAll('spine itemref')].map((it) => items.get(it.getAttribute('idref')))
  const paragraphs = spine.flatMap((href) => {
    const name = href ? folder + decodeURIComponent(href) : ''
    const page = read(name)
    return page === '' ? [] : paragraphsIn(documentOf(page).body)
  })
  const said = (tag: string) => new RegExp(`<dc:${tag}[^>]*>([^<]+)</dc:${tag}>`, 'i').exec(read(opf))?.[1]
  const [title, author, publisher, issued, language] = ['title', 'creator', 'publisher', 'date', 'language'].map(said)
  return {
    paragraphs,
    described: {
      ...(title ? { title: plain(title) } : {}),
      ...authorOf(author && plain(author)),
      ...(publisher ? { publisher: plain(publisher) } : {}),
      ...(issued ? { issued: issued.slice(0, 10) } : {}),
      ...(language ? { language: language.slice(0, 2) } : {}),
    },
    notes: [],
  }
}

/** A web archive: the page that was captured first, with its address and the time of capture. */
export const readWarc = (bytes: Uint8Array): Promise<Archived> => firstPage([bytes])

type Archived = ImportedText & { readonly accessed?: string }

/** A WACZ is a zip of such archives. */
export async function readWacz(bytes: Uint8Array): Promise<Archived> {
  const files = filesOf(bytes, /^archive\/.*\.warc(?:\.gz)?$/)
  const archives = [...files].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, archive]) => archive)
  return archives.length > 0 ? firstPage(archives) : { ...nothing, notes: ['there is no archive in the file'] }
}

const nothing = { paragraphs: [], described: {} }

/** The first page that was answered with text; the addresses of others are told. */
async function firstPage(archives: readonly Uint8Array[]): Promise<Archived> {
  let found: Archived | undefined
  const others: string[] = []
  for (const bytes of archives)
    for await (const record of new WARCParser([bytes] as unknown as AsyncIterable<Uint8Array>)) {
      const type = record.httpHeaders?.headers.get('content-type') ?? ''
      const status = Number(record.httpHeaders?.statusCode ?? 0)
      if (record.warcType !== 'response' || !/html/.test(type) || status >= 300) continue
      const address = record.warcTargetURI
      if (found) others.push(address ?? 'a page without an address')
      else {
        const page = readHtml(await record.readFully(true))
        const described = { ...page.described, ...(address ? { URL: address } : {}) }
        found = { ...page, described, ...(record.warcDate ? { accessed: record.warcDate.slice(0, 10) } : {}) }
      }
    }
  if (!found) return { ...nothing, notes: ['the archive holds no page that was answered with text'] }
  const named = [...others.slice(0, 5), ...(others.length > 5 ? ['…'] : [])].join(', ')
  const told = others.length > 0 ? [`this is the first page of the archive; not taken: ${named}`] : []
  return { ...found, notes: [...found.notes, ...told] }
}
