import type { MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { ownJson } from '../../core/index.ts'

/** A country's land, by its ISO 3166-1 numeric code, e.g. `398`; some territories have none. */
export interface Country {
  readonly code: string | undefined
  readonly shape: Polygon | MultiPolygon
}

export const worldFile = 'geo/countries-50m.json'

export function readWorld(bytes: Uint8Array): readonly Country[] {
  const world = ownJson<Topology<{ countries: GeometryCollection }>>(bytes)
  const { features } = feature(world, world.objects.countries)
  return features.flatMap(({ id, geometry: shape }) =>
    shape.type === 'Polygon' || shape.type === 'MultiPolygon'
      ? { code: id === undefined ? undefined : String(id), shape }
      : [],
  )
}
