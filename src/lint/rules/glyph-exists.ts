import type { PackRule } from '../rule.ts'

/** A character that no font of the theme has would print as a box. */
export const glyphExists: PackRule = {
  id: 'glyph-exists',
  severity: 'error',
  summary: 'Every character has a glyph in the theme’s fonts.',
  norm: 'ISO 14289-1, 7.21',
  reason: 'A character that no font has is printed as a box. The theme of the examples has no ☃.',
  scope: 'pack',
  fails: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%. ☃
`,
  },
  findings: ['templates/body.md.hbs: the theme’s fonts have no glyph for “☃” (U+2603)'],
  passes: {
    body: `
# The harbour of Arden

The harbour has been open again since March 2005 [@ortega-2005; @lind-2004]. “Likely” stands for 55–80%. Ә
`,
  },
  check({ missingGlyphs = [] }, report) {
    for (const { character, place } of missingGlyphs) {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
      report(place, `the theme’s fonts have no glyph for “${character}” (U+${code})`)
    }
  },
}
