import { readableOn } from '../theme/colour.ts'
import { type Assessment, type ConfidenceLevel, confidenceLevels, type ThreatItem } from './figure.ts'
import type { Pen } from './pen.ts'
import { likelihoodTint } from './scale.ts'
import { element } from './svg.ts'

/** A piece of a column: so tall, and drawn from its top left corner. `stretch` lets it fill what is left of its row. */
export interface Block {
  readonly height: number
  draw(x: number, y: number, height: number): string
}

export const headLook = { size: 7.5, bold: true }
export const noteLook = { size: 7 }
export const leading = 8.8
export const pad = 5
/** From the top of a block to its first baseline. */
export const rise = pad + 6.4

/** A threat in a cell that several may share: its title, and under it what is judged of it in each period. */
export function card(threat: ThreatItem, width: number, pen: Pen): Block {
  const title = pen.wrap(threat.title, width - 2 * pad, headLook)
  const strips = threat.assessments.length
    ? threat.assessments.map((one) => strip(one, width, true, pen))
    : [unjudged(width, pen)]
  const head = title.length * leading + pad + 1
  return {
    height: head + strips.reduce((sum, one) => sum + one.height, 0),
    draw: (x, y) => {
      let top = y + head
      const drawn = strips.map((one) => {
        const markup = one.draw(x, top, one.height)
        top += one.height
        return markup
      })
      return pen.lines(x + pad, y + rise, title, leading, headLook) + drawn.join('')
    },
  }
}

/** One assessment: the term and its range on a ground that darkens with it, the confidence in bars and words. */
export function strip(one: Assessment, width: number, withPeriod: boolean, pen: Pen): Block {
  const ground = one.likelihood ? likelihoodTint(one.likelihood, pen) : '#ffffff'
  const ink = readableOn(ground, pen.colours.ink)
  const room = width - 2 * pad
  const term = one.likelihood ? `${one.likelihood.term}, ${one.likelihood.range}` : pen.words.noLikelihood
  const texts = [
    ...(withPeriod ? pen.wrap(one.period.text, room, noteLook).map((text) => [text, noteLook] as const) : []),
    ...pen.wrap(term, room, headLook).map((text) => [text, headLook] as const),
  ]
  return {
    height: (texts.length + 1) * leading + 2 * pad,
    draw: (x, y, height) => {
      const box = { x: x + 0.75, y: y + 0.5, width: width - 1.5, height: height - 1.5, fill: ground }
      const last = y + rise + texts.length * leading
      return [
        element('rect', { ...box, stroke: pen.colours.rule, 'stroke-width': 0.5 }),
        ...texts.map(([text, look], i) => pen.text(x + pad, y + rise + i * leading, text, { ...look, fill: ink })),
        bars(x + pad, last, one.confidence, ink),
        pen.text(x + pad + 13, last, confidenceText(one.confidence, room, pen), { ...noteLook, fill: ink }),
      ].join('')
    },
  }
}

/** What an author must not leave to guessing: nobody judged this. */
function unjudged(width: number, pen: Pen): Block {
  const look = { ...noteLook, italic: true, fill: pen.colours.muted }
  const lines = pen.wrap(pen.words.notJudged, width - 2 * pad, look)
  return {
    height: lines.length * leading + pad,
    draw: (x, y) => pen.lines(x + pad, y + 5.6, lines, leading, look),
  }
}

/** `low confidence` where all three levels have room for the word, `low` where not. */
function confidenceText(level: ConfidenceLevel, room: number, pen: Pen): string {
  const full = (one: ConfidenceLevel) => `${pen.words.confidence[one]} ${pen.words.confidenceWord}`
  const fits = confidenceLevels.every((one) => pen.measure(full(one), noteLook) + 13 <= room)
  return fits ? full(level) : pen.words.confidence[level]
}

/** What the bars are, and what an empty cell means. */
export function key(y: number, pen: Pen): string {
  const look = { ...noteLook, fill: pen.colours.muted }
  const first = `${pen.words.confidenceWord}${pen.words.colon.trimEnd()}`
  let x = pen.measure(first, look) + 6
  const drawn = confidenceLevels.map((level) => {
    const word = pen.words.confidence[level]
    const one = bars(x, y, level, pen.colours.muted) + pen.text(x + 13, y, word, look)
    x += 13 + pen.measure(word, look) + 10
    return one
  })
  return pen.text(0, y, first, look) + drawn.join('') + pen.text(x + 6, y, pen.words.emptyCell, look)
}

/** Three bars of rising height, as many filled as the confidence has steps. */
function bars(x: number, baseline: number, level: ConfidenceLevel, ink: string): string {
  const filled = confidenceLevels.indexOf(level) + 1
  return confidenceLevels
    .map((_, i) => {
      const height = 2.4 + 1.7 * i
      const box = { x: x + i * 3.6, y: baseline - height, width: 2.6, height, stroke: ink, 'stroke-width': 0.5 }
      return element('rect', { ...box, fill: ink, 'fill-opacity': i < filled ? 1 : 0 })
    })
    .join('')
}
