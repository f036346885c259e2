/** A word across a page, behind all else on it: an artifact, which nobody is read. */
import { itemAt } from '../../../core/index.ts'
import type { Fonts } from '../../fonts/fonts.ts'
import { coversAll } from '../../fonts/text.ts'
import { fillOf } from './draw.ts'
import { type EmbeddedFaces, number } from './faces.ts'
import type { PdfDocument } from './pdfmake-internals.ts'

/** Three quarters of the diagonal from the bottom left to the top right; no letter is higher than `highest` points. */
const share = 0.75
const highest = 170

export function watermarkOf(
  { text, color }: { readonly text: string; readonly color: string },
  fonts: Fonts,
  faces: EmbeddedFaces,
): (document: PdfDocument) => void {
  const chain = fonts.chain(fonts.theme.heading, { bold: true })
  const face = faces.get(chain.find((each) => coversAll(each, text)) ?? itemAt(chain, 0))
  const shaped = face.shape(text, '')
  return (document) => {
    const { page } = document
    const size = Math.min(highest, (share * Math.hypot(page.width, page.height) * 1000) / shaped.width)
    const angle = Math.atan2(page.height, page.width)
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    // From the middle of the page back by half of the word, and down by half of its capitals.
    const [along, down] = [(shaped.width * size) / 2000, size * 0.33]
    const x = page.width / 2 - along * cos + down * sin
    const y = page.height / 2 + along * sin + down * cos
    const matrix = [cos, -sin, -sin, -cos, x, y].map(number).join(' ')
    page.fonts[face.embedded.id] ??= face.embedded.ref()
    document.addContent('/Artifact <</Type /Pagination /Subtype /Watermark>> BDC')
    document.addContent(
      `${fillOf(color)}\nBT\n/${face.embedded.id} ${number(size)} Tf\n${matrix} Tm\n[${face.show(shaped, size)}] TJ\nET`,
    )
    document.addContent('EMC')
  }
}
