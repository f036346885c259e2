import type { Orientation } from './pixels.ts'

/** The tag of the orientation in the first directory of a TIFF, which is what EXIF is made of (EXIF 2.32, 4.6.2). */
export function orientationOf(tiff: DataView): Orientation {
  const order = tiff.byteLength < 8 ? 0 : tiff.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return 1
  const isLittle = order === 0x4949
  const start = tiff.getUint32(4, isLittle)
  if (tiff.getUint16(2, isLittle) !== 42 || start + 2 > tiff.byteLength) return 1
  const entries = tiff.getUint16(start, isLittle)
  for (let at = start + 2; at + 12 <= tiff.byteLength && at < start + 2 + entries * 12; at += 12) {
    if (tiff.getUint16(at, isLittle) !== 0x0112) continue
    const value = tiff.getUint16(at + 8, isLittle)
    return value >= 1 && value <= 8 ? (value as Orientation) : 1
  }
  return 1
}
