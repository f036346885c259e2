import { type Drawn, deflated, encode } from '../../core/index.ts'

/**
 * A PNG of at most 32 colours (ISO/IEC 15948, colour type 3): drawings have few, and the file is a fifth of that in full
 * colour. The commonest colours stay as they are; the others, at the edges of letters, become the nearest
 * of those. Opacity is taken to be full.
 */
export function indexedPng(drawn: Drawn): Uint8Array {
  const { width, height } = drawn
  const runs = runsOf(drawn)
  const { palette, indexOf } = paletteOf(runs)
  const rows = new Uint8Array((width + 1) * height)
  for (const { colour, from, to } of runs) rows.fill(indexOf(colour), from, to)
  const header = [...uint32(width), ...uint32(height), 8, 3, 0, 0, 0]
  const colours = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])
  return Uint8Array.from([
    ...[137, 80, 78, 71, 13, 10, 26, 10],
    ...chunk('IHDR', Uint8Array.from(header)),
    ...chunk('PLTE', Uint8Array.from(colours)),
    // Level 9 takes five times as long for a tenth.
    ...chunk('IDAT', deflated(rows, 6)),
    ...chunk('IEND', new Uint8Array()),
  ])
}

/** Pixels of one colour side by side: where they stand in rows that begin with a byte for their filter. */
interface Run {
  readonly colour: number
  readonly from: number
  to: number
}

function runsOf({ width, height, bytes }: Drawn): Run[] {
  const pixels = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const runs: Run[] = []
  for (let y = 0, at = 0; y < height; y++) {
    let run: Run | undefined
    for (let to = y * (width + 1) + 2; to <= (y + 1) * (width + 1); to++, at += 4) {
      const colour = pixels.getUint32(at) >>> 8
      if (run?.colour === colour) run.to = to
      else {
        run = { colour, from: to - 1, to }
        runs.push(run)
      }
    }
  }
  return runs
}

function paletteOf(runs: readonly Run[]): { palette: number[]; indexOf: (colour: number) => number } {
  const counts = new Map<number, number>()
  for (const { colour, from, to } of runs) counts.set(colour, (counts.get(colour) ?? 0) + to - from)
  const palette = [...counts]
    .sort(([a, often], [b, oftener]) => oftener - often || a - b)
    .slice(0, 32)
    .map(([colour]) => colour)
  const known = new Map(palette.map((colour, index) => [colour, index]))
  const indexOf = (colour: number): number => {
    const index = known.get(colour) ?? nearest(colour, palette)
    known.set(colour, index)
    return index
  }
  return { palette, indexOf }
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [index, other] of palette.entries()) {
    const distance =
      ((colour >> 16) - (other >> 16)) ** 2 +
      (((colour >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
      ((colour & 255) - (other & 255)) ** 2
    if (distance < least) [best, least] = [index, distance]
  }
  return best
}

const uint32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

/** A chunk: its length, its type, its data, and the CRC-32 of the last two. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const checked = Uint8Array.from([...encode(type), ...data])
  return Uint8Array.from([...uint32(data.length), ...checked, ...uint32(crc32(checked))])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
