import type { Block } from '../core/index.ts'

/** Whether a block belongs to a cover that a template made: it stands before the text, on a page of its own. */
export const isOfCover = (block: Block | undefined) => block?.data?.role === 'cover'
