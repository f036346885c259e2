import type { PackRule } from '../rule.ts'

/** A character that no font of the theme has would print as a box. */
export const glyphExists: PackRule = {
  id: 'glyph-exists',
  scope: 'pack',
  check({ missingGlyphs = [] }, report) {
    for (const { character, place } of missingGlyphs) {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
      report(place, `the theme’s fonts have no glyph for “${character}” (U+${code})`)
    }
  },
}
