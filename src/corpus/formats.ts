/** What a pack can be written as: documents, and a draft for those who go on with pandoc or Quarto. */
export const documents = ['pdf', 'docx', 'html', 'md'] as const
export const formats = [...documents, 'pandoc'] as const
export type Format = (typeof formats)[number]
