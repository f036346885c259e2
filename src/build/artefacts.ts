import { type Files, keyOf } from '../cache/cache.ts'
import type { documents } from '../corpus/formats.ts'
import { issueFolder, recordIssue } from '../evidence/issue.ts'
import { findPrintings } from '../evidence/printing.ts'
import { fileFor } from '../fonts/families.ts'
import { encode } from '../host.ts'
import { writers } from '../write/formats.ts'
import type { Attachment, Write, WriteContext } from '../write/writer.ts'
import type { Composed } from './compose.ts'
import { configFile, OwnCodeError } from './config.ts'
import { manifestOf } from './manifest.ts'
import type { Project } from './project.ts'

export interface Artefacts {
  /** By path below the output folder, in the order of the formats. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** What there is of each thing, e.g. pages. */
  readonly stats: Readonly<Record<string, number>>
}

/** Writes a pack in each format. The Word file prints the page numbers of the PDF, which is therefore laid out with it. */
export async function writeArtefacts(
  project: Project,
  composed: Composed,
  formats: readonly string[],
): Promise<Artefacts> {
  const { document, theme, counts } = composed
  const made = keyOf(document, theme)
  const remember = (format: (typeof documents)[number], context: Context) =>
    project.cache.rememberFiles(`artefact-${format}`, [made, context], () => write(project, composed, format, context))
  const markdown = await remember('md', { attachments: [] })
  const attachments = attachmentsOf(project, composed, markdown.files)
  const done = new Map<string, Written>([['md', markdown]])
  for (const format of ['pdf', 'docx', 'html'] as const) {
    const pages = format === 'docx' ? done.get('pdf')?.about.pages : undefined
    const isNeeded = formats.includes(format) || (format === 'pdf' && formats.includes('docx'))
    if (isNeeded) done.set(format, await remember(format, { attachments, pages }))
  }
  for (const [format, own] of Object.entries(project.config.writers ?? {})) {
    if (!formats.includes(format)) continue
    const make = () => writeOwn(format, own, project, composed, attachments)
    done.set(format, await project.cache.rememberFiles(`artefact-${format}`, [made, attachments], make))
  }
  if (formats.includes('pandoc')) done.set('pandoc', await writeDraft(composed))
  const chosen = formats.map((format) => done.get(format)!)
  const stats = Object.assign({}, ...chosen.map(({ about }) => about.stats)) as Record<string, number>
  return {
    files: new Map(chosen.flatMap(({ files }) => [...files])),
    stats: { ...stats, sources: counts.held, claims: counts.claims, judgments: counts.judgments },
  }
}

/** What the artefact of a format is made from, besides the document and the theme. */
interface Context {
  readonly attachments: readonly Attachment[]
  readonly pages?: Pages | undefined
}
type Pages = readonly (readonly [id: string, page: number])[]
type Written = Files<{ readonly stats: Readonly<Record<string, number>>; readonly pages?: Pages }>

async function writeDraft({ document, forPandoc }: Composed): Promise<Written> {
  const { writePandoc } = await import('../write/pandoc.ts')
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
    const files = await own(document, { theme, stats, attachments, asset: (path) => host.asset(path) })
    return { files: new Map(files), about: { stats } }
  } catch (error) {
    throw new OwnCodeError(`the writer “${format}” of ${configFile} failed: ${String(error)}`)
  }
}

async function write(
  project: Project,
  { document, theme }: Composed,
  format: (typeof documents)[number],
  { attachments, pages }: Context,
): Promise<Written> {
  const stats: Record<string, number> = {}
  const context: WriteContext = {
    ...{ theme, stats, attachments, asset: (path) => project.host.asset(path) },
    ...(pages ? { pages: new Map(pages) } : {}),
    ...(format === 'docx' ? await rasteriser(project) : {}),
  }
  if (format !== 'pdf') return { files: await (await writers[format]())(document, context), about: { stats } }
  const { writePdfWithPages } = await import('../write/pdf/write-pdf.ts')
  const pdf = await writePdfWithPages(document, context)
  return { files: pdf.artefacts, about: { stats, pages: [...pdf.pages] } }
}

/** The record of issuing a pack under a name, and where it is kept. */
export function recordOfIssue(
  name: string,
  { corpus, evidence }: Project,
  { document, sections }: Composed,
): readonly [path: string, bytes: Uint8Array] {
  const pack = document.meta.name
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
      bytes: markdown.get(`${name}.md`)!,
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
      bytes: json(manifestOf(project, name)),
    },
  ]
}

async function rasteriser({ host }: Project): Promise<Pick<WriteContext, 'rasterise'>> {
  const { loadRasteriser } = await import('../figures/raster.ts')
  const faces = [{}, { bold: true }, { italic: true }].map((style) => fileFor('Source Sans 3', style))
  const paths = [...faces, fileFor('DejaVu Sans', {})].flatMap((file) => host.assetPath?.(`fonts/${file}`) ?? [])
  const rasterise = await loadRasteriser(paths)
  return rasterise ? { rasterise } : {}
}
