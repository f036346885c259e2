// What shows the pages of a PDF: a bundle of its own, which the workbench loads where a text has one. pdf.js runs in the
// page itself: a worker would need an address that the page's policy refuses.
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

export interface Pages {
  /** What the document calls its pages, in their order. */
  readonly labels: readonly string[]
  /** Draws a page, by its place in `labels`, as wide as CSS pixels say. A drawing that is overtaken by another one stops. */
  draw(canvas: HTMLCanvasElement, at: number, width: number): Promise<void>
}

export async function openPdf(data: Uint8Array): Promise<Pages> {
  const document = await getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    // Glyphs are drawn as outlines, and pictures unpacked without WebAssembly: both for the page's policy.
    disableFontFace: true,
    useWasm: false,
    standardFontDataUrl: '/pdf/standard_fonts/',
    cMapUrl: '/pdf/cmaps/',
    wasmUrl: '/pdf/wasm/',
  }).promise
  const given = await document.getPageLabels()
  let drawing: { cancel(): void } | undefined
  return {
    labels: Array.from({ length: document.numPages }, (_, at) => given?.[at] || String(at + 1)),
    async draw(canvas, at, width) {
      const page = await document.getPage(at + 1)
      drawing?.cancel()
      const scale = (width / page.getViewport({ scale: 1 }).width) * devicePixelRatio
      const viewport = page.getViewport({ scale })
      Object.assign(canvas, { width: Math.round(viewport.width), height: Math.round(viewport.height) })
      const task = page.render({ canvas, viewport })
      drawing = task
      await task.promise.catch((error: Error) => {
        if (error.name !== 'RenderingCancelledException') throw error
      })
    },
  }
}
