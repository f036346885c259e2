/** The formats a pack can be written in. */
export const formats = ['pdf', 'docx', 'html', 'md'] as const
export type Format = (typeof formats)[number]
