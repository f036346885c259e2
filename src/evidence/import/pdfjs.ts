// pdf.js brings what old browsers lack, and with it slow ones of these, for all that runs in the process: they stay as they were.
const { push } = Array.prototype
const { parse, stringify } = JSON

export const { getDocument, OPS, Util, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
// Else it is loaded later, and does the same.
await import('pdfjs-dist/legacy/build/pdf.worker.mjs')

Object.assign(Array.prototype, { push })
Object.assign(JSON, { parse, stringify })
