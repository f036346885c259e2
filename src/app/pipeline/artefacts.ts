import { type Document, encode, entryOf, type Finding } from '../../core/index.ts'
import { findPrintings, issueFolder, recordIssue } from '../../evidence/index.ts'
import { type DocumentWriter, documentFormats, documents, registerFormats } from '../../formats.ts'
import {
  type Accessibility,
  type Attachment,
  assetsOf,
  rasteriser,
  type WordOptions,
  type Works,
  type Write,
  type WriteContext,
} from '../../write/index.ts'
import { type Files, keyOf } from '../cache/index.ts'
import type { Composed } from './compose.ts'
import { configFile, OwnCodeError } from './config.ts'
import { manifestFile } from './manifest.ts'
import { withNotices } from './notices.ts'
import { drawingFonts } from './pictures.ts'
import type { Project } from './project.ts'

export interface Artefacts {
  /** By path below the output folder, in the order of the formats. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** What there is of each thing, e.g. pages. */
  readonly stats: Readonly<Record<string, number>>
}

/** Writes a pack in each format; a draft tells what was found. The Word file prints the page numbers of the PDF, which is therefore laid out with it. */
export async function writeArtefacts(
  project: Project,
  made: Composed,
  findings: readonly Finding[],
  formats: readonly string[],
  { unpaged = false }: { readonly unpaged?: boolean | undefined } = {},
): Promise<Artefacts> {
  const composed = withNotices(made, findings, project)
  const { document, theme, counts, word, accessibility } = composed
  const from = keyOf(document, theme)
  const remember = (format: DocumentFormat, context: Context) =>
    project.cache.rememberFiles(`artefact-${format}`, [from, context], () => write(project, composed, format, context))
  const markdown = await remember('md', { attachments: [] })
  const attachments = attachmentsOf(project, composed, markdown.files)
  const done = new Map<string, Written>([['md', markdown]])
  const pagesFrom = (format: string) => (unpaged ? undefined : pagesOf(format))
  const needed = new Set(formats.flatMap((format) => [format, pagesFrom(format) ?? []].flat()))
  for (const format of documentFormats) {
    if (done.has(format) || !needed.has(format)) continue
    const pages = done.get(pagesFrom(format) ?? '')?.about.pages
    const ofWord = format === 'docx' ? { word, works: { items: composed.works, style: composed.style } } : {}
    const ofPdf = format === 'pdf' ? { accessibility } : {}
    done.set(format, await remember(format, { attachments, pages, ...ofWord, ...ofPdf }))
  }
  for (const [format, own] of Object.entries(project.config.writers ?? {})) {
    if (!formats.includes(format)) continue
    const make = () => writeOwn(format, own, project, composed, attachments)
    done.set(format, await project.cache.rememberFiles(`artefact-${format}`, [from, attachments], make))
  }
  for (const format of registerFormats) {
    if (formats.includes(format)) done.set(format, await writeRegisters(format, composed))
  }
  if (formats.includes('myst')) {
    const { writeMyst } = await import('../../write/markdown.ts')
    done.set('myst', { files: writeMyst(document), about: { stats: {} } })
  }
  if (formats.includes('pandoc')) done.set('pandoc', await writeDraft(composed))
  const chosen = formats.map((format) => entryOf(done, format))
  const stats: Record<string, number> = Object.assign({}, ...chosen.map(({ about }) => about.stats))
  return {
    files: new Map(chosen.flatMap(({ files }) => [...files])),
    stats: { ...stats, sources: counts.held, claims: counts.claims, judgments: counts.judgments },
  }
}

/** `<pack>.registers.xlsx`, or `<pack>.registers/<register>.csv`. */
async function writeRegisters(
  format: (typeof registerFormats)[number],
  { document, registers }: Composed,
): Promise<Written> {
  const path = `${document.meta.name}.registers`
  const filled = registers.filter(({ rows }) => rows.length > 0)
  if (format === 'csv') {
    const { csv } = await import('../../write/csv.ts')
    const files = filled.map(({ name, columns, rows }) => [`${path}/${name}.csv`, csv(columns, rows)] as const)
    return { files: new Map(files), about: { stats: {} } }
  }
  const { workbook } = await import('../../write/xlsx/xlsx.ts')
  return { files: new Map([[`${path}.xlsx`, workbook(filled)]]), about: { stats: {} } }
}

type DocumentFormat = (typeof documentFormats)[number]

function pagesOf(format: string): string | undefined {
  const table: Readonly<Record<string, DocumentWriter>> = documents
  return table[format]?.pagesOf
}

/** What the artefact of a format is made from, besides the document and the theme. */
interface Context {
  readonly attachments: readonly Attachment[]
  readonly pages?: Pages | undefined
  readonly word?: WordOptions
  readonly works?: Works
  readonly accessibility?: Accessibility
}
type Pages = readonly (readonly [id: string, page: number])[]
type Written = Files<{ readonly stats: Readonly<Record<string, number>>; readonly pages?: Pages }>

async function writeDraft({ document, forPandoc }: Composed): Promise<Written> {
  const { writePandoc } = await import('../../write/pandoc.ts')
  return { files: writePandoc({ meta: document.meta, ...(await forPandoc()) }), about: { stats: {} } }
}

async function writeOwn(
  format: string,
  own: Write,
  { host }: Project,
  { document, theme }: Composed,
  attachments: readonly Attachment[],
): Promise<Written> {
  const stats: Record<string, number> = {}
  try {
    const files = await own(document, { theme, stats, attachments, asset: assetsOf(host, theme) })
    return { files: new Map(files), about: { stats } }
  } catch (error) {
    throw new OwnCodeError(`the writer “${format}” of ${configFile} failed: ${String(error)}`)
  }
}

async function write(
  project: Project,
  { document, theme }: Composed,
  format: DocumentFormat,
  { pages, ...others }: Context,
): Promise<Written> {
  const stats: Record<string, number> = {}
  let laidOut: Pages | undefined
  const context: WriteContext = {
    ...{ theme, stats, ...others, asset: assetsOf(project.host, theme), remember: project.cache.remember },
    ...(pages ? { pages: new Map(pages) } : {}),
    ...(project.host.draw && { rasterise: rasteriser(project.host.draw, drawingFonts) }),
    onPages(found) {
      laidOut = [...found]
    },
  }
  const files = await (await documents[format].writer())(document, context)
  return { files, about: { stats, ...(laidOut && { pages: laidOut }) } }
}

const packOf = ({ meta }: Document) => meta.pack ?? meta.name

/** The record of issuing a pack under a name, and where it is kept. */
export function recordOfIssue(
  name: string,
  { corpus, evidence }: Project,
  { document, sections }: Composed,
): readonly [path: string, bytes: Uint8Array] {
  const pack = packOf(document)
  const issue = recordIssue(name, pack, corpus, evidence, findPrintings([{ pack, sections }]))
  return [`${issueFolder}/${name}.json`, encode(`${JSON.stringify(issue, null, 2)}\n`)]
}

/** What travels inside the PDF, so that it can be checked years later without the project. */
function attachmentsOf(
  project: Project,
  { document, works }: Composed,
  markdown: ReadonlyMap<string, Uint8Array>,
): Attachment[] {
  const { name } = document.meta
  const json = (value: unknown) => encode(`${JSON.stringify(value, null, 2)}\n`)
  return [
    {
      name: `${name}.md`,
      mediaType: 'text/markdown',
      description: 'The pack as Markdown',
      bytes: entryOf(markdown, `${name}.md`),
    },
    {
      name: 'works.csl.json',
      mediaType: 'application/json',
      description: 'The works cited, as CSL-JSON',
      bytes: json(works),
    },
    {
      name: 'claims.json',
      mediaType: 'application/json',
      description: 'The claims, with their passages',
      bytes: json([...project.corpus.claims.values()]),
    },
    {
      name: 'manifest.json',
      mediaType: 'application/json',
      description: 'What the pack was made from',
      bytes: manifestFile(project, packOf(document)),
    },
  ]
}
