import type { ActorGroup, Lane } from './figure.ts'

/** Muted inks that differ in lightness too; each is always beside a shape or a word that says the same. */
export const inks = {
  brick: '#8f3320',
  ochre: '#8a6a14',
  slate: '#4d5966',
  teal: '#1f6f68',
  blue: '#17456b',
  plum: '#6a3d66',
}

export const laneInk: Record<Lane, string> = {
  incidents: inks.brick,
  operations: inks.ochre,
  statements: inks.slate,
  institutions: inks.teal,
  measures: inks.blue,
}

export const groupInk: Record<ActorGroup, string> = {
  state: inks.blue,
  'state-body': inks.blue,
  person: inks.slate,
  intergovernmental: inks.teal,
  armed: inks.brick,
  other: inks.ochre,
}
