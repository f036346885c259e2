import { type GeoProjection, geoContains, geoPath } from 'd3-geo'
import { itemAt } from '../../core/index.ts'
import { tint } from '../theme/colour.ts'
import { defineFigure } from './define.ts'
import type { Figure, FigureData, PlaceKind } from './figure.ts'
import { figure } from './looks.ts'
import { frameFor, sights } from './map-frame.ts'
import { around, type Box, isFree, leaderLine, placeNames, type Spot } from './map-labels.ts'
import { inks } from './palette.ts'
import type { Pen } from './pen.ts'
import { element } from './svg.ts'
import type { Country } from './world.ts'

const look = { size: 8.5 }

/** Where the places of a pack are: an equal-area map of them and of the countries in focus. Nothing without places. */
function map(data: FigureData, world: readonly Country[], pen: Pen): Figure | undefined {
  const { map: item } = data
  if (!item || item.places.length === 0) return undefined
  const { width } = pen
  const { projection, height } = frameFor(sights(item, world), width)
  const draw = geoPath(projection).digits(1)
  const visible = world.flatMap((country) => {
    const d = draw(country.shape)?.replaceAll(',', ' ')
    return d ? [{ ...country, d }] : []
  })
  const land = visible.map(({ code, d }) => {
    const isFocus = code !== undefined && item.focus.includes(code)
    const fill = isFocus ? tint(pen.colours.accent, 0.22) : '#f1efe9'
    return element('path', { d, fill, stroke: '#9a9488', 'stroke-width': isFocus ? 0.9 : 0.5 })
  })
  const marks = item.places.flatMap((place) => {
    const at = projection([place.lon, place.lat])
    return at && at[0] > 0 && at[0] < width && at[1] > 0 && at[1] < height ? [{ place, x: at[0], y: at[1] }] : []
  })
  const styled = marks.map(({ place }) => ({ ...look, ...(place.kind === 'region' && { italic: true }) }))
  const spots = placeNames(
    marks.map(({ place, x, y }, i) => ({
      at: [x, y],
      radius: place.kind === 'region' ? 0 : 3.5,
      long: pen.measure(place.name, styled[i]),
    })),
    width,
    height,
  )
  const round = (value: number) => Math.round(value * 10) / 10
  const labels = spots.map(({ left, baseline }, i) =>
    pen.text(round(left), round(baseline), itemAt(marks, i).place.name, styled[i]),
  )
  const taken = { spots: [...spots], marks: marks.map(({ x, y }) => around(x, y, 3.5)) }
  const names = item.countries.flatMap(({ code, name }) => {
    const country = visible.find((it) => it.code === code)
    return country
      ? [countryName(name, country.shape, draw.centroid(country.shape), projection, taken, width, height, pen)]
      : []
  })
  const kinds = [...new Set(item.places.map(({ kind }) => kind))]
  const alt = pen.words.alt.map(
    item.countries.map(({ name }) => name),
    item.places.map(({ name }) => name),
  )
  const frame = {
    x: 0.4,
    y: 0.4,
    width: width - 0.8,
    height: height - 0.8,
    fill: 'none',
    stroke: pen.colours.rule,
    'stroke-width': 0.8,
  }
  const body = [
    element('rect', { x: 0, y: 0, width, height, fill: '#e3ebf0' }),
    ...land,
    ...spots.map(({ box }) => ground(box)),
    ...names,
    ...spots.map((spot) => leaderLine(spot, inks.slate)),
    ...spots.map(({ leader }, i) => (leader && itemAt(marks, i).place.kind === 'region' ? end(leader[0]) : '')),
    ...labels,
    ...marks.map(({ place, x, y }) => symbol(place.kind, x, y)),
    element('rect', frame),
    ...key(kinds, height + 12, pen),
  ]
  const { columns, titles } = pen.words
  const table = {
    columns: [columns.place, columns.kind, columns.what],
    rows: item.places.map(({ name, kind, note }) => [name, pen.words.places[kind], note ?? '–']),
  }
  return figure(titles.map, { height: height + 17, alt, table }, body, pen)
}

/** A country's name where it touches nothing, as near its middle as that can be, inside its borders where it has room. */
function countryName(
  name: string,
  shape: Country['shape'],
  [x, y]: readonly [number, number],
  projection: GeoProjection,
  taken: { spots: Spot[]; marks: readonly Box[] },
  width: number,
  height: number,
  pen: Pen,
): string {
  const style = { size: 8, fill: pen.colours.muted, bold: true }
  const shown = name.toLocaleUpperCase()
  const half = pen.measure(shown, style) / 2
  const isLand = (px: number, py: number) => {
    const point = projection.invert?.([px, py])
    return point !== null && point !== undefined && geoContains(shape, point)
  }
  const free = offsets
    .map(([across, down]) => ({ left: x + across - half, baseline: y + down + 2.6 }))
    .map(({ left, baseline }) => ({
      left,
      baseline,
      box: { left, top: baseline - 7, right: left + 2 * half, bottom: baseline + 3 },
      cost: 0,
    }))
    .filter(({ box }) => isFree(box, taken.spots, taken.marks, width, height))
  const spot =
    free.find(({ left, baseline }) =>
      [0, half, 2 * half].every((along) => isLand(left + along, baseline - 8) && isLand(left + along, baseline + 2)),
    ) ?? free[0]
  if (!spot) return ''
  taken.spots.push(spot)
  return pen.text(spot.left + half, spot.baseline, shown, { ...style, anchor: 'middle' })
}

/** Steps from the middle of a country, the shortest first. */
const offsets = Array.from({ length: 17 }, (_, i) => (i - 8) * 9)
  .flatMap((across) => Array.from({ length: 13 }, (_, i) => [across, (i - 6) * 8] as const))
  .sort(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d) || a - c || b - d)

/** Lets a border fade under a name. */
const ground = ({ left, top, right, bottom }: Box) =>
  element('rect', { x: left, y: top, width: right - left, height: bottom - top, fill: '#f1efe9', 'fill-opacity': 0.65 })

/** Where the line of a name that has no mark ends. */
const end = ([cx, cy]: readonly [number, number]) => element('circle', { cx, cy, r: 1.1, fill: inks.slate })

function symbol(kind: PlaceKind, x: number, y: number): string {
  const paint = { fill: inks.brick, stroke: '#ffffff', 'stroke-width': 0.7 }
  if (kind === 'region') return ''
  if (kind === 'capital') return element('rect', { x: x - 2.9, y: y - 2.9, width: 5.8, height: 5.8, ...paint })
  if (kind === 'city') return element('circle', { cx: x, cy: y, r: 2.8, ...paint })
  const points = `${x},${y - 3.6} ${x + 3.6},${y} ${x},${y + 3.6} ${x - 3.6},${y}`.replace(/\d+\.\d+/g, (it) =>
    Number(it).toFixed(1),
  )
  return element('polygon', { points, ...paint })
}

function key(kinds: readonly PlaceKind[], y: number, pen: Pen): string[] {
  let x = 4
  return kinds
    .filter((kind) => kind !== 'region')
    .flatMap((kind) => {
      const words = pen.words.places[kind]
      const drawn = [symbol(kind, x, y - 2.6), pen.text(x + 8, y, words, { size: 7.5, fill: pen.colours.muted })]
      x += 8 + pen.measure(words, { size: 7.5 }) + 16
      return drawn
    })
}

export const mapFigure = defineFigure({
  options: {},
  credit: (data) => (data.map ? 'Natural Earth' : ''),
  draw: (data, _options, { pen, world }) => map(data, world, pen),
})
