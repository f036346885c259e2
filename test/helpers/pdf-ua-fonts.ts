/** PDF/UA-1, 7.21: fonts are embedded whole enough, and every glyph shown has its width and its character. */
import * as fontkit from 'fontkit'
import type { Dictionary, PdfObjects, Value } from './pdf-objects.ts'
import type { Check } from './pdf-ua.ts'
import type { ShownGlyphs } from './pdf-ua-pages.ts'

export function checkFonts(objects: PdfObjects, shown: ShownGlyphs, check: Check): void {
  for (const [reference, glyphs] of shown) {
    const font = objects.dictionary(reference)
    const descendant = objects.dictionary(objects.array(font['/DescendantFonts'])[0])
    const descriptor = objects.dictionary(descendant['/FontDescriptor'])
    const name = String(font['/BaseFont'])
    const program = objects.bytes(descriptor['/FontFile2'])
    check('7.21.4.1-1', program.length > 0, `${name} is not embedded`)
    check('7.21.3.1-1', font['/Encoding'] === '/Identity-H', `${name} is not encoded by glyph`)
    check('7.21.3.2-1', descendant['/CIDToGIDMap'] !== undefined, `${name} does not say which glyph is which`)
    check('7.21.4.2-2', descriptor['/CIDSet'] === undefined, `${name} has a CIDSet, which would have to be complete`)
    check('7.21.8-1', !glyphs.has(0), `${name} shows .notdef`)
    checkCharacters(glyphs, charactersOf(objects, font), name, check)
    checkWidths(glyphs, program, widthsOf(objects, descendant), name, check)
  }
}

function checkCharacters(
  glyphs: ReadonlySet<number>,
  characters: ReadonlyMap<number, string>,
  name: string,
  check: Check,
) {
  for (const glyph of glyphs) {
    const character = characters.get(glyph)
    check('7.21.7-1', Boolean(character), `glyph ${glyph} of ${name} stands for no character`)
    check('7.21.7-2', !/^(0000|feff|fffe)$/i.test(character ?? ''), `glyph ${glyph} of ${name} stands for ${character}`)
  }
}

function checkWidths(
  glyphs: ReadonlySet<number>,
  program: Buffer,
  widths: ReadonlyMap<number, number>,
  name: string,
  check: Check,
) {
  const font = fontkit.create(program) as fontkit.Font
  for (const glyph of glyphs) {
    check('7.21.4.1-2', glyph < font.numGlyphs, `glyph ${glyph} of ${name} is not in the file`)
    const real = (font.getGlyph(glyph).advanceWidth * 1000) / font.unitsPerEm
    const said = widths.get(glyph) ?? 1000
    check('7.21.5-1', Math.abs(real - said) <= 1, `glyph ${glyph} of ${name} is ${real} wide, not ${said}`)
  }
}

/** ToUnicode: the UTF-16 of each glyph, in hexadecimal. */
function charactersOf(objects: PdfObjects, font: Dictionary): Map<number, string> {
  const map = objects.bytes(font['/ToUnicode']).toString('latin1')
  const found = new Map<number, string>()
  for (const [, first = '', , list = ''] of map.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi)) {
    let glyph = Number.parseInt(first, 16)
    for (const [, units = ''] of list.matchAll(/<([^>]*)>/g)) found.set(glyph++, units.replaceAll(' ', ''))
  }
  return found
}

function widthsOf(objects: PdfObjects, descendant: Dictionary): Map<number, number> {
  const found = new Map<number, number>()
  const list = objects.array(descendant['/W'])
  for (let i = 0; i < list.length; ) {
    const first = list[i] as number
    const next: Value | undefined = objects.resolve(list[i + 1])
    if (Array.isArray(next)) {
      next.forEach((width, k) => {
        found.set(first + k, width as number)
      })
      i += 2
    } else {
      for (let glyph = first; glyph <= (next as number); glyph++) found.set(glyph, list[i + 2] as number)
      i += 3
    }
  }
  return found
}
