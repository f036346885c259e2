/** What a pack says of one of its formats. */
import * as z from 'zod'
import { text } from './fields.ts'

export const ofDocx = z
  .strictObject({
    citations: z.enum(['static', 'zotero', 'zotero-bookmark', 'zotero-transfer']).default('static').meta({
      description: 'Citations as words alone, or as Zotero goes on with them',
    }),
    'embed-fonts': z.boolean().optional().meta({ description: 'Whether the theme’s fonts travel in the file' }),
    'reference-doc': text.optional().meta({
      description: 'A .docx or .dotx in the project whose styles, page, headers and footers it takes',
    }),
  })
  .optional()

export const ofPdf = z
  .strictObject({
    accessibility: z.enum(['ua-1', 'ua-2']).default('ua-1').meta({
      description: 'PDF/UA-1 in PDF 1.7, which all readers know, or PDF/UA-2 in PDF 2.0',
    }),
  })
  .optional()
