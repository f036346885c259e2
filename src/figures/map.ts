import { type GeoPermissibleObjects, type GeoProjection, geoConicEqualArea, geoGraticule, geoPath } from 'd3-geo'
import { tint } from '../theme/colour.ts'
import { defineFigure } from './define.ts'
import type { Figure, FigureData, MapItem, PlaceItem, PlaceKind } from './figure.ts'
import { inks } from './palette.ts'
import type { Pen } from './pen.ts'
import { element, picture } from './svg.ts'
import type { Country } from './world.ts'

const look = { size: 8.5 }
const margin = 26

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Extent {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Where the places of a pack are: an equal-area map of them and of the countries in focus. Nothing without places. */
export function map(data: FigureData, world: readonly Country[], pen: Pen): Figure | undefined {
  const { map: item } = data
  if (!item || item.places.length === 0) return undefined
  const corners = extent(item, world)
  const [width, height] = [pen.width, heightFor(corners, pen.width)]
  const projection = projectionFor(corners, width, height)
  const draw = geoPath(projection).digits(1)
  const path = (shape: GeoPermissibleObjects) => draw(shape)?.replaceAll(',', ' ') ?? null
  const visible = world.filter(({ shape }) => path(shape) !== null)
  const land = visible.flatMap(({ shape, code }) => {
    const d = path(shape)
    const isFocus = code !== undefined && item.focus.includes(code)
    const fill = isFocus ? tint(pen.colours.accent, 0.22) : '#f1efe9'
    return d ? [element('path', { d, fill, stroke: '#9a9488', 'stroke-width': isFocus ? 0.9 : 0.5 })] : []
  })
  const grid = path(geoGraticule().step([10, 10])())
  const marks = item.places.flatMap((place) => {
    const at = projection([place.lon, place.lat])
    return at && at[0] > 0 && at[0] < width && at[1] > 0 && at[1] < height ? [{ place, x: at[0], y: at[1] }] : []
  })
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - 3.5, top: y - 3.5, right: x + 3.5, bottom: y + 3.5 }))
  // Marks in a crowd are named first: who has room finds a place later too.
  const crowd = (it: (typeof marks)[number]) => marks.filter(({ x, y }) => Math.hypot(x - it.x, y - it.y) < 40).length
  const labels = [...marks]
    .sort((a, b) => crowd(b) - crowd(a))
    .map(({ place, x, y }) => label(place, x, y, taken, width, height, pen))
  const names = item.countries.flatMap(({ code, name }) => {
    const country = visible.find((it) => it.code === code)
    if (!country) return []
    const [x, y] = draw.centroid(country.shape)
    return [countryName(name, x, y, taken, width, height, pen)]
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
    ...(grid ? [element('path', { d: grid, fill: 'none', stroke: '#ffffff', 'stroke-width': 0.5 })] : []),
    ...land,
    ...names,
    ...labels,
    ...marks.map(({ place, x, y }) => symbol(place.kind, x, y)),
    element('rect', frame),
    ...key(kinds, height + 12, pen),
  ]
  const whole = height + 17
  return {
    svg: picture(width, whole, pen.words.titles.map, alt, body),
    width,
    height: whole,
    alt,
    table: {
      columns: [pen.words.columns.place, pen.words.columns.kind, pen.words.columns.what],
      rows: item.places.map(({ name, kind, note }) => [name, pen.words.places[kind], note ?? '–']),
    },
  }
}

/** The corners of all that is to be seen, in degrees. */
function extent({ places, focus }: MapItem, world: readonly Country[]): Extent {
  const boxes = [
    ...places.map(({ lon, lat }) => [lon, lat, lon, lat] as const),
    ...world
      .filter(({ code, bounds }) => code !== undefined && focus.includes(code) && bounds[0] < bounds[2])
      .map(({ bounds }) => bounds),
  ]
  const pick = (index: 0 | 1 | 2 | 3, best: (...values: number[]) => number) => best(...boxes.map((box) => box[index]))
  return { west: pick(0, Math.min), south: pick(1, Math.min), east: pick(2, Math.max), north: pick(3, Math.max) }
}

function heightFor({ west, south, east, north }: Extent, width: number): number {
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const ratio = (north - south + 1) / Math.max(1, (east - west) * shrink)
  return Math.round(Math.min(330, Math.max(190, (width - 2 * margin) * ratio + 2 * margin)))
}

function projectionFor({ west, south, east, north }: Extent, width: number, height: number): GeoProjection {
  const middle = (south + north) / 2
  const spread = Math.max(2, (north - south) / 3)
  const steps = Array.from({ length: 9 }, (_, i) => i / 8)
  const edge = steps.flatMap((step) => [
    [west + (east - west) * step, south],
    [west + (east - west) * step, north],
    [west, south + (north - south) * step],
    [east, south + (north - south) * step],
  ])
  const at = Math.abs(middle) < 1 ? 1 : 0
  return geoConicEqualArea()
    .parallels([middle - spread + at, middle + spread + at])
    .rotate([-(west + east) / 2, 0])
    .fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      { type: 'MultiPoint', coordinates: edge as [number, number][] },
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ])
}

/** Where a name may stand: beside its mark, or further off at the end of a line that leads to it. */
const distances = [0, 12, 22, 34, 46]
const directions = [0, 180, 270, 90, 315, 45, 225, 135, 340, 20, 200, 160].map((degrees) => (degrees * Math.PI) / 180)

/** A name near its mark, at the first place where it touches nothing. */
function label(place: PlaceItem, x: number, y: number, taken: Box[], width: number, height: number, pen: Pen): string {
  const style = { ...look, ...(place.kind === 'region' && { italic: true }) }
  const long = pen.measure(place.name, style)
  const spots = distances.flatMap((far) =>
    directions.map((angle) => {
      const [across, down] = [Math.cos(angle), Math.sin(angle)]
      const [tipX, tipY] = [x + (5 + far) * across, y + (5 + far) * down]
      // The name lies on the side of its tip that is away from the mark.
      const left = Math.abs(across) < 0.4 ? tipX - long / 2 : across > 0 ? tipX : tipX - long
      const base = tipY + 2.6 + 3.4 * down
      const box = { left, top: base - 7, right: left + long, bottom: base + 2 }
      return { far, tipX, tipY, left, base, box }
    }),
  )
  const spot = spots.find(({ box }) => isFree(box, taken, width, height)) ?? spots[0]!
  taken.push(spot.box)
  const round = (value: number) => Math.round(value * 10) / 10
  const leader =
    spot.far > 0 && place.kind !== 'region'
      ? element('line', {
          x1: x,
          y1: y,
          x2: round(spot.tipX),
          y2: round(spot.tipY),
          stroke: inks.slate,
          'stroke-width': 0.5,
        })
      : ''
  return leader + pen.text(round(spot.left), round(spot.base), place.name, style)
}

function isFree(box: Box, taken: readonly Box[], width: number, height: number): boolean {
  const isIn = box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2
  // The mark of its own touches the corner of its name.
  return (
    isIn &&
    !taken.some(
      (it) =>
        it.left < box.right - 0.5 &&
        it.right > box.left + 0.5 &&
        it.top < box.bottom - 0.5 &&
        it.bottom > box.top + 0.5,
    )
  )
}

function countryName(
  name: string,
  x: number,
  y: number,
  taken: Box[],
  width: number,
  height: number,
  pen: Pen,
): string {
  const style = { size: 8, fill: pen.colours.muted, bold: true }
  const shown = name.toLocaleUpperCase()
  const long = pen.measure(shown, style)
  for (const step of [0, 14, -14, 28, -28, 42, -42]) {
    const box = { left: x - long / 2, top: y + step - 7, right: x + long / 2, bottom: y + step + 3 }
    if (!isFree(box, taken, width, height)) continue
    taken.push(box)
    return pen.text(x, y + step, shown, { ...style, anchor: 'middle' })
  }
  return ''
}

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

export const mapFigure = defineFigure({ options: {}, draw: (data, _options, { pen, world }) => map(data, world, pen) })
