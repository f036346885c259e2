/** Modules without types of their own: `pdfmake-internals.ts` and `hyphenation.ts` give the first two their shape. */
declare module 'pdfmake/js/*' {
  const module: unknown
  export default module
}
declare module 'hyphen/*' {
  const module: unknown
  export default module
}
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}
