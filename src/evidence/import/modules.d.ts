declare module '@citation-js/core' {
  export const plugins: {
    readonly input: { chain(data: unknown, options: { readonly generateGraph: false }): Record<string, unknown>[] }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
declare module '@citation-js/plugin-bibtex/lib/input/file.js' {
  interface Entry {
    readonly type: string
    readonly label: string
    readonly properties: Readonly<Record<string, string>>
  }
  const file: { parse(text: string): Entry[] }
  export default file
}
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
