import { useEffect, useRef, useState } from 'preact/hooks'
import { ask } from './ask.ts'
import type { Pages } from './pdf.ts'

interface PageImageProps {
  readonly source: string
  /** The page that is read, as the document calls it. */
  readonly label: string | undefined
  say(words: string): void
}

/** The page that a paragraph stands on, as it looks in the file that the text was taken from. */
export function PageImage({ source, label, say }: PageImageProps) {
  const [pages, setPages] = useState<Pages>()
  const [at, setAt] = useState(0)
  const canvas = useRef<HTMLCanvasElement>(null)
  const fail = (error: Error) => say(`The page cannot be shown: ${error.message}`)
  useEffect(() => void open(source).then(setPages, fail), [source])
  useEffect(() => {
    const found = label === undefined ? -1 : (pages?.labels.indexOf(label) ?? -1)
    if (found !== -1) setAt(found)
  }, [pages, label])
  useEffect(() => {
    if (pages && canvas.current) pages.draw(canvas.current, at, canvas.current.clientWidth).catch(fail)
  }, [pages, at])
  const last = (pages?.labels.length ?? 1) - 1
  return (
    <figure class="page">
      <canvas ref={canvas} role="img" aria-label={`Page ${pages?.labels[at] ?? ''} as it looks`} />
      <figcaption>
        <button type="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
          Page before
        </button>{' '}
        {pages ? `p. ${pages.labels[at]} of ${pages.labels.length}` : 'Opening the file …'}{' '}
        <button type="button" disabled={at >= last} onClick={() => setAt(at + 1)}>
          Next page
        </button>
      </figcaption>
    </figure>
  )
}

async function open(source: string): Promise<Pages> {
  const bundle = '/pdf.js'
  const [pdf, bytes]: [typeof import('./pdf.ts'), Uint8Array] = await Promise.all([import(bundle), ask.file(source)])
  return pdf.openPdf(bytes)
}
