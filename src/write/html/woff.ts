import { deflated, joined } from '../../core/index.ts'

const [headerSize, entrySize] = [44, 20]

/**
 * A TrueType or OpenType font as WOFF 1.0 (W3C, 2012): a fourth larger than WOFF2, whose Brotli took a sixth of a page’s time.
 * @param sfnt the font, whose tables must not overlap
 */
export function woff(sfnt: Uint8Array): Uint8Array {
  const font = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength)
  const count = font.getUint16(4)
  const tables = Array.from({ length: count }, (_, at) => {
    const record = 12 + 16 * at
    const [offset, length] = [font.getUint32(record + 8), font.getUint32(record + 12)]
    const plain = sfnt.subarray(offset, offset + length)
    const packed = deflated(plain, 9)
    const stored = packed.length < length ? packed : plain
    return { tag: font.getUint32(record), checksum: font.getUint32(record + 4), length, stored }
  })
  const head = new DataView(new ArrayBuffer(headerSize + entrySize * count))
  let [size, plainSize] = [head.byteLength, 12 + 16 * count]
  for (const [at, { tag, checksum, length, stored }] of tables.entries()) {
    for (const [field, value] of [tag, size, stored.length, length, checksum].entries())
      head.setUint32(headerSize + entrySize * at + 4 * field, value)
    size += padded(stored.length)
    plainSize += padded(length)
  }
  head.setUint32(0, 0x77_4f_46_46)
  head.setUint32(4, font.getUint32(0))
  head.setUint32(8, size)
  head.setUint16(12, count)
  head.setUint32(16, plainSize)
  return joined([
    new Uint8Array(head.buffer),
    ...tables.flatMap(({ stored }) => [stored, new Uint8Array(padded(stored.length) - stored.length)]),
  ])
}

function padded(length: number): number {
  return (length + 3) & ~3
}
