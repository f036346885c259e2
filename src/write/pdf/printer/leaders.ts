/** The dots between an entry of contents and its page number. */
import type { Vector } from '../definition.ts'
import type { TextLine } from './lines.ts'
import { segmentsOf } from './segments.ts'

/** In points. */
const STEP = 5
const look = { lineWidth: 1, lineCap: 'round', dash: { length: 0.01, space: STEP - 0.01 } } as const

/**
 * A dashed rule, so that nobody reads, searches or counts the dots as words; those of all lines stand below each other.
 * `width` is that of the number, in points.
 */
export function dotsBetween(line: TextLine, width: number, lineColor: string): Vector | undefined {
  const { leader, x = 0, y = 0, baseline } = line
  if (!leader) return undefined
  const segments = segmentsOf(line)
  const isMirrored = leader.edge < 0
  const edge = Math.abs(leader.edge)
  const from = isMirrored ? -Math.min(0, ...segments.map(({ start }) => start)) : (segments.at(-1)?.end ?? 0)
  const first = Math.ceil((width + STEP) / STEP)
  const count = Math.floor((edge - from - STEP) / STEP) - first + 1
  if (count <= 0) return undefined
  const [near, far] = [edge - (first + count - 1) * STEP, edge - first * STEP + 0.01]
  const y1 = y + baseline - look.lineWidth / 2
  const [x1, x2] = isMirrored ? [x - far, x - near] : [x + near, x + far]
  return { type: 'line', ...look, lineColor, x1, x2, y1, y2: y1 }
}
