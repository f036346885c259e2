import { imageHasAlt, type Log, missingFile, PathError, type Place } from '../../core/index.ts'
import type { Pack } from '../../corpus/index.ts'
import type { CitationMode, WordOptions } from '../../write/index.ts'
import type { Project } from './project.ts'

/** What the command line asks of Word files, instead of what each pack asks. */
export interface WordRequest {
  readonly citations?: CitationMode | undefined
  /** The path of a .docx or .dotx in the project. */
  readonly reference?: string | undefined
  readonly embedFonts?: boolean | undefined
  /** Earlier Word files to compare with, by pack. */
  readonly before?: Readonly<Record<string, Uint8Array>> | undefined
}

/** How the pack's Word file is to be made. Reports what cannot be. */
export async function wordOptions(project: Project, pack: Pack, isNoteStyle: boolean, log: Log): Promise<WordOptions> {
  const { corpus, word } = project
  const citations = word?.citations ?? pack.docx.citations
  if (citations === 'zotero-bookmark' && isNoteStyle) {
    const place = corpus.place('pack', pack.id, ['docx', 'citations'])
    log.report('field-is-valid', place, 'Zotero keeps no citations of a note style as bookmarks', {
      notes: ['use “zotero”, which keeps them as fields', 'or a style whose citations stand in the text'],
    })
  }
  const path = word?.reference ?? pack.docx['reference-doc']
  const before = word?.before?.[pack.id]
  const embedFonts = word?.embedFonts ?? pack.docx['embed-fonts']
  if (path === undefined) return { citations, before, embedFonts }
  const place = word?.reference ? { file: path } : corpus.place('pack', pack.id, ['docx', 'reference-doc'])
  return { citations, before, embedFonts, reference: await readPaper(project, path, place, log) }
}

/** A picture of the house’s paper is told of, and stops no pack. */
const ownPicture = { ...imageHasAlt, severity: 'warning' } as const

async function readPaper({ host }: Project, path: string, place: Place, log: Log): Promise<Uint8Array | undefined> {
  try {
    const bytes = await host.read(path)
    if (!bytes) throw await missingFile(host, path)
    const { picturesWithoutAlt, readReference } = await import('../../write/docx/reference.ts')
    const reference = readReference(bytes)
    if (typeof reference !== 'string') {
      for (const name of picturesWithoutAlt(reference))
        log.report(
          ownPicture,
          { file: path },
          `The picture “${name}” in a header or footer has no text that stands for it`,
          {
            notes: ['give it alternative text in Word, or mark it as decorative'],
          },
        )
      return bytes
    }
    log.report('field-is-valid', place, `“${path}” cannot be used as a reference document: ${reference}`, {
      notes: ['a .docx or .dotx is wanted; `briefpack reference-doc` writes one to start from'],
    })
  } catch (error) {
    if (!(error instanceof PathError)) throw error
    log.report(error.rule, place, error.message, { notes: error.notes })
  }
  return undefined
}
