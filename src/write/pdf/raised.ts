import type { Theme } from '../theme.ts'
import type { Run } from './definition.ts'

/** How the number of a note is set: in figures that are made for it, which the Source families have, or in small ones, raised. */
export function raised({ fonts }: Theme): Pick<Run, 'features' | 'scale' | 'rise'> {
  const isMade = [fonts.body, fonts.heading].every((it) => it.startsWith('Source '))
  return isMade ? { features: ['sups'] } : { scale: 0.65, rise: 0.34 }
}
