import { type GeoProjection, geoArea, geoBounds, geoCentroid, geoConicEqualArea, geoContains, geoPath } from 'd3-geo'
import type { MultiPoint, Polygon, Position } from 'geojson'
import { itemAt } from '../../core/index.ts'
import type { MapItem } from './figure.ts'
import type { Country } from './world.ts'

const margin = 26
/** How far apart two parts of a country may lie and be seen as one, and a place in a port off the simplified shore, in km. */
const near = 250
const offshore = 30

type Point = [number, number]

/** All that is to be seen: the places with some land around them, and the shores of the countries in focus. */
export function sights({ places, focus }: MapItem, world: readonly Country[]): MultiPoint {
  const marked = places.map(({ lon, lat }): Point => [lon, lat])
  const around = marked.flatMap(([lon, lat]) => [
    [lon - 1, lat],
    [lon + 1, lat],
    [lon, Math.max(-89, lat - 1)],
    [lon, Math.min(89, lat + 1)],
  ])
  const lands = world.filter(({ code }) => code !== undefined && focus.includes(code))
  return { type: 'MultiPoint', coordinates: [...around, ...lands.flatMap(({ shape }) => mainShores(shape, marked))] }
}

/**
 * The shores of a country without its far parts: of the parts in which places are, or else of its large ones, and of all
 * that lie near these, one by the other.
 */
export function mainShores(shape: Country['shape'], places: readonly Point[]): Position[] {
  const parts = (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).map((coordinates) => {
    const polygon: Polygon = { type: 'Polygon', coordinates }
    const ring = itemAt(coordinates, 0)
    const shore = ring.map(onSphere)
    const middle = onSphere(geoCentroid(polygon))
    const reach = Math.max(...shore.map((at) => apart(middle, at)))
    return { polygon, area: geoArea(polygon), ring, shore, middle, reach }
  })
  const spots = places.map((place) => ({ place, at: onSphere(place) }))
  const marked = parts.filter(({ polygon, shore }) =>
    spots.some(({ place, at }) => geoContains(polygon, place) || shore.some((it) => apart(it, at) < offshore)),
  )
  const most = Math.max(...parts.map(({ area }) => area))
  const seen = new Set(marked.length > 0 ? marked : parts.filter(({ area }) => area >= most / 4))
  for (const { shore } of seen)
    for (const part of parts) {
      if (seen.has(part)) continue
      const close = shore.filter((at) => apart(part.middle, at) < part.reach + near)
      if (part.shore.some((to) => close.some((at) => apart(to, at) < near))) seen.add(part)
    }
  return parts.flatMap((part) => (seen.has(part) ? part.ring : []))
}

type Vector = readonly [number, number, number]

function onSphere([lon = 0, lat = 0]: Position): Vector {
  const [across, up] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180]
  return [Math.cos(up) * Math.cos(across), Math.cos(up) * Math.sin(across), Math.sin(up)]
}

/** How many kilometres two points lie apart. */
const apart = ([x, y, z]: Vector, [u, v, w]: Vector) => 6371 * Math.acos(Math.min(1, x * u + y * v + z * w))

/** An equal-area projection that shows all of `seen`, and how high the map then is. */
export function frameFor(seen: MultiPoint, width: number): { projection: GeoProjection; height: number } {
  const [[west, south], [east, north]] = geoBounds(seen)
  const middle = (south + north) / 2
  const spread = Math.max(2, (north - south) / 3)
  const at = Math.abs(middle) < 1 ? 1 : 0
  const turned = -(west + east + (west > east ? 360 : 0)) / 2
  const projection = geoConicEqualArea()
    .parallels([middle - spread + at, middle + spread + at])
    .rotate([turned, 0])
    .fitWidth(width - 2 * margin, seen)
  const [[, top], [, bottom]] = geoPath(projection).bounds(seen)
  const height = Math.round(Math.min(330, Math.max(190, bottom - top + 2 * margin)))
  return {
    height,
    projection: projection
      .fitExtent(
        [
          [margin, margin],
          [width - margin, height - margin],
        ],
        seen,
      )
      .clipExtent([
        [0, 0],
        [width, height],
      ]),
  }
}
