import type { Pack } from '../corpus/pack.ts'
import type { Log } from '../log.ts'
import type { CitationMode, WordOptions } from '../write/writer.ts'
import type { Project } from './project.ts'

/** What the command line asks of Word files, instead of what each pack asks. */
export interface WordRequest {
  readonly citations?: CitationMode | undefined
}

/** How the pack's Word file is to be made. Reports what cannot be. */
export function wordOptions({ corpus, word }: Project, pack: Pack, isNoteStyle: boolean, log: Log): WordOptions {
  const citations = word?.citations ?? pack.docx.citations
  if (citations === 'zotero-bookmark' && isNoteStyle) {
    const place = corpus.place('pack', pack.id, ['docx', 'citations'])
    log.report('field-is-valid', place, 'Zotero keeps no citations of a note style as bookmarks', {
      notes: ['use “zotero”, which keeps them as fields', 'or a style whose citations stand in the text'],
    })
  }
  return { citations }
}
