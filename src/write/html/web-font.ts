/**
 * Cuts a TrueType font down to the characters of a page and packs it as WOFF 1.0 (https://www.w3.org/TR/WOFF/). Glyphs
 * keep their numbers; those that are not wanted lose their outlines. Kerning and ligatures are left out: they are half of
 * the bytes, and the figures measured their labels without them.
 */
import { joined } from '../../host.ts'
import { deflated } from '../../zlib.ts'

/** `font` with the glyphs of those `codePoints` that it has; `undefined` when it has none of them. */
export function webFont(font: Uint8Array, codePoints: Iterable<number>): Uint8Array | undefined {
  const tables = readTables(font)
  const all = readCharacterMap(tables.get('cmap')!)
  const wanted = new Map<number, number>()
  for (const code of [...codePoints].sort((a, b) => a - b)) {
    const glyph = all.get(code)
    if (glyph) wanted.set(code, glyph)
  }
  if (wanted.size === 0) return undefined
  return pack(subset(tables, wanted))
}

type Tables = Map<string, Uint8Array>

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function readTables(font: Uint8Array): Tables {
  const data = view(font)
  const tables: Tables = new Map()
  for (let at = 12; at < 12 + 16 * data.getUint16(4); at += 16) {
    const tag = String.fromCharCode(...font.subarray(at, at + 4))
    const offset = data.getUint32(at + 8)
    tables.set(tag, font.subarray(offset, offset + data.getUint32(at + 12)))
  }
  return tables
}

/** Glyph numbers by code point, from the map that covers the Basic Multilingual Plane (platform 3, encoding 1, format 4). */
function readCharacterMap(cmap: Uint8Array): Map<number, number> {
  const data = view(cmap)
  const glyphs = new Map<number, number>()
  for (let at = 4; at < 4 + 8 * data.getUint16(2); at += 8) {
    const offset = data.getUint32(at + 4)
    if (data.getUint16(at) === 3 && data.getUint16(at + 2) === 1 && data.getUint16(offset) === 4) {
      readSegments(data, offset, glyphs)
    }
  }
  return glyphs
}

function readSegments(data: DataView, offset: number, glyphs: Map<number, number>): void {
  const size = data.getUint16(offset + 6)
  for (let segment = 0; segment < size; segment += 2) {
    const last = data.getUint16(offset + 14 + segment)
    const first = data.getUint16(offset + 16 + size + segment)
    const delta = data.getUint16(offset + 16 + 2 * size + segment)
    const rangeAt = offset + 16 + 3 * size + segment
    const range = data.getUint16(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code : data.getUint16(rangeAt + range + 2 * (code - first))
      if (range === 0 || glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff)
    }
  }
}

function subset(tables: Tables, wanted: ReadonlyMap<number, number>): Tables {
  const outlines = readOutlines(tables)
  const kept = withParts(outlines, new Set([0, ...wanted.values()]))
  const head = tables.get('head')!.slice()
  // Long offsets into the outlines.
  view(head).setUint16(50, 1)
  const copied = ['OS/2', 'cvt ', 'fpgm', 'gasp', 'hhea', 'maxp', 'name', 'prep'].flatMap((tag) => {
    const table = tables.get(tag)
    return table ? [[tag, table] as const] : []
  })
  return new Map([
    ...copied,
    ['cmap', writeCharacterMap(wanted)],
    ['head', head],
    ['hmtx', widthsOf(tables, kept)],
    ['post', namelessPost(tables.get('post')!)],
    ...writeOutlines(outlines, kept),
  ])
}

function readOutlines(tables: Tables): Uint8Array[] {
  const glyf = tables.get('glyf')!
  const loca = view(tables.get('loca')!)
  const long = view(tables.get('head')!).getInt16(50) === 1
  const count = view(tables.get('maxp')!).getUint16(4)
  const offset = (glyph: number) => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  return Array.from({ length: count }, (_, glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)))
}

/** `glyphs` and those that they are put together from, such as a letter and its accent. */
function withParts(outlines: readonly Uint8Array[], glyphs: Set<number>): ReadonlySet<number> {
  for (const glyph of glyphs) {
    const outline = outlines[glyph]!
    if (outline.length === 0 || view(outline).getInt16(0) >= 0) continue
    for (const part of partsOf(view(outline))) glyphs.add(part)
  }
  return glyphs
}

function* partsOf(outline: DataView): Generator<number> {
  let at = 10
  for (;;) {
    const flags = outline.getUint16(at)
    yield outline.getUint16(at + 2)
    if (!(flags & 0x20)) return
    // Two offsets of one byte or two each, then no scale, one, two, or a matrix of four.
    at += 4 + (flags & 0x1 ? 4 : 2) + (flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
  }
}

function writeOutlines(outlines: readonly Uint8Array[], kept: ReadonlySet<number>): [string, Uint8Array][] {
  const loca = new Uint8Array(4 * (outlines.length + 1))
  const pieces: Uint8Array[] = []
  let length = 0
  outlines.forEach((outline, glyph) => {
    view(loca).setUint32(4 * glyph, length)
    if (!kept.has(glyph)) return
    pieces.push(padded(outline))
    length += pieces.at(-1)!.length
  })
  view(loca).setUint32(4 * outlines.length, length)
  return [
    ['glyf', joined(pieces)],
    ['loca', loca],
  ]
}

/** The advance widths, with nought for glyphs that are gone, so that they pack well. */
function widthsOf(tables: Tables, kept: ReadonlySet<number>): Uint8Array {
  const hmtx = tables.get('hmtx')!.slice()
  const full = view(tables.get('hhea')!).getUint16(34)
  for (let glyph = 0; glyph < full; glyph++) if (!kept.has(glyph)) hmtx.fill(0, 4 * glyph, 4 * glyph + 4)
  return hmtx
}

/** Version 3 of the table, which holds no names of glyphs. */
function namelessPost(post: Uint8Array): Uint8Array {
  const short = post.slice(0, 32)
  view(short).setUint32(0, 0x00030000)
  return short
}

/** Format 4: stretches of code points whose glyphs follow one another too. `wanted` is in the order of code points. */
function writeCharacterMap(wanted: ReadonlyMap<number, number>): Uint8Array {
  const segments: { first: number; last: number; delta: number }[] = []
  for (const [code, glyph] of wanted) {
    const last = segments.at(-1)
    const delta = (glyph - code) & 0xffff
    if (last && last.last === code - 1 && last.delta === delta) last.last = code
    else segments.push({ first: code, last: code, delta })
  }
  segments.push({ first: 0xffff, last: 0xffff, delta: 1 })
  const count = segments.length
  const power = 2 ** Math.floor(Math.log2(count))
  const length = 16 + 8 * count
  const header = [0, 1, 3, 1, 0, 12, 4, length, 0, 2 * count, 2 * power, Math.log2(power), 2 * (count - power)]
  return words([
    ...header,
    ...segments.map(({ last }) => last),
    0,
    ...segments.map(({ first }) => first),
    ...segments.map(({ delta }) => delta),
    ...segments.map(() => 0),
  ])
}

function words(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2 * values.length)
  values.forEach((value, index) => {
    view(bytes).setUint16(2 * index, value)
  })
  return bytes
}

function pack(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const directory = new Uint8Array(44 + 20 * sorted.length)
  const data = view(directory)
  const bodies: Uint8Array[] = []
  let offset = directory.length
  sorted.forEach(([tag, table], index) => {
    const packed = deflated(table, 9)
    const body = packed.length < table.length ? packed : table
    const at = 44 + 20 * index
    for (let letter = 0; letter < 4; letter++) directory[at + letter] = tag.charCodeAt(letter)
    data.setUint32(at + 4, offset)
    data.setUint32(at + 8, body.length)
    data.setUint32(at + 12, table.length)
    data.setUint32(at + 16, checksum(table))
    bodies.push(padded(body))
    offset += bodies.at(-1)!.length
  })
  data.setUint32(0, 0x774f4646)
  data.setUint32(4, 0x00010000)
  data.setUint32(8, offset)
  data.setUint16(12, sorted.length)
  data.setUint32(
    16,
    sorted.reduce((size, [, table]) => size + padded(table).length, 12 + 16 * sorted.length),
  )
  data.setUint16(20, 1)
  return joined([directory, ...bodies])
}

/** The sum of a table's 32-bit words, as OpenType defines it. */
function checksum(table: Uint8Array): number {
  const data = view(padded(table))
  let sum = 0
  for (let at = 0; at < data.byteLength; at += 4) sum = (sum + data.getUint32(at)) >>> 0
  return sum
}

/** With noughts to a multiple of four bytes. */
function padded(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 4 === 0) return bytes
  const longer = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  longer.set(bytes)
  return longer
}
