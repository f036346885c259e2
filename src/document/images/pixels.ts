import { itemAt } from '../../core/index.ts'

/** Pixels, eight bits a channel: RGB or RGBA. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
  readonly data: Uint8Array
}

/** How a picture must be turned to stand upright, as EXIF numbers it (orientation, 1 to 8). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

export const swapsSides = (orientation: Orientation) => orientation >= 5

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

/** The picture upright. */
export function upright({ width, height, channels, data }: Pixels, orientation: Orientation): Pixels {
  const isSwapped = swapsSides(orientation)
  const [isFlippedAcross, isFlippedDown] = [[2, 3, 7, 8].includes(orientation), [3, 4, 6, 7].includes(orientation)]
  const [across, down] = isSwapped ? [height, width] : [width, height]
  const turned = new Uint8Array(data.length)
  let at = 0
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const [column, row] = isSwapped ? [y, x] : [x, y]
      const from =
        ((isFlippedDown ? height - 1 - row : row) * width + (isFlippedAcross ? width - 1 - column : column)) * channels
      for (let i = 0; i < channels; i++) turned[at++] = itemAt(data, from + i)
    }
  }
  return { width: across, height: down, channels, data: turned }
}

/** The picture in fewer pixels, each the mean of those that it stands for; what is not seen has no part in a colour. */
export function shrunk({ width, height, channels, data }: Pixels, across: number, down: number): Pixels {
  const small = new Uint8Array(across * down * channels)
  const alpha = channels === 4 ? 3 : undefined
  const sums = new Float64Array(channels)
  for (let y = 0; y < down; y++) {
    const [top, bottom] = span(y, down, height)
    for (let x = 0; x < across; x++) {
      const [left, right] = span(x, across, width)
      sums.fill(0)
      let weights = 0
      for (let row = top; row < bottom; row++) {
        for (let from = (row * width + left) * channels; from < (row * width + right) * channels; from += channels) {
          const weight = alpha === undefined ? 1 : itemAt(data, from + alpha)
          weights += weight
          for (let i = 0; i < channels; i++)
            sums[i]! += i === alpha ? itemAt(data, from + i) : itemAt(data, from + i) * weight
        }
      }
      const to = (y * across + x) * channels
      const count = (bottom - top) * (right - left)
      for (let i = 0; i < channels; i++)
        small[to + i] = Math.round(itemAt(sums, i) / (i === alpha ? count : weights || 1))
    }
  }
  return { width: across, height: down, channels, data: small }
}

function span(at: number, parts: number, whole: number): [from: number, to: number] {
  const from = Math.floor((at * whole) / parts)
  return [from, Math.max(from + 1, Math.floor(((at + 1) * whole) / parts))]
}
