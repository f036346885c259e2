import { exampleSection, grouped, harbourIsOpen, itemAt } from '../../../core/index.ts'
import type { MissingGlyph, PackRule, Report } from '../rule.ts'

export const glyphExists: PackRule = {
  id: 'glyph-exists',
  severity: 'error',
  summary: 'Every character has a glyph in the theme’s fonts.',
  norm: 'ISO 14289-1, 7.21',
  reason: 'A character that no font has is printed as a box. The theme of the examples has no ☃.',
  scope: 'pack',
  fails: { body: exampleSection(`${harbourIsOpen} ☃`) },
  findings: ['templates/body.md.hbs: the theme’s fonts have no glyph for “☃” (U+2603)'],
  passes: { body: exampleSection(`${harbourIsOpen} Ә`) },
  check({ missingGlyphs = [] }, report) {
    reportGlyphs(missingGlyphs, report)
  },
}

/** One finding a script, at the first of its characters; none for those of which `told` has some. */
export function reportGlyphs(
  missing: readonly MissingGlyph[],
  report: Report,
  told: readonly MissingGlyph[] = [],
): void {
  const known = new Set(told.map(({ character }) => scriptOf(character)))
  for (const [script, glyphs] of grouped(missing, ({ character }) => scriptOf(character))) {
    if (known.has(script)) continue
    const { character, place } = itemAt(glyphs, 0)
    const count = glyphs.reduce((sum, each) => sum + (each.count ?? 1), 0)
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    const first = `“${character}” (U+${code})`
    const what = count === 1 ? first : `${count} ${script}, first ${first}`
    const others = [...new Set(glyphs.map((each) => each.place.file))].filter((file) => file !== place.file)
    report(place, `the theme’s fonts have no glyph for ${what}`, {
      notes: [...(others.length > 0 ? [`others of them are in ${sayFiles(others)}`] : []), ...notes],
    })
  }
}

const sayFiles = (files: readonly string[]) =>
  files.slice(0, 5).join(', ') + (files.length > 5 ? ` and ${files.length - 5} more files` : '')

const notes = ['only the PDF needs one: `build -f docx,html,md` makes the other formats']

/** The scripts that reports hold and few fonts do, as readers name them. */
const scripts = Object.entries({
  Han: 'Chinese characters',
  Hiragana: 'Japanese letters',
  Katakana: 'Japanese letters',
  Hangul: 'Korean letters',
  ...Object.fromEntries(
    ['Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Tamil', 'Telugu', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan'].map(
      named,
    ),
  ),
  ...Object.fromEntries(
    ['Mongolian', 'Ethiopic', 'Georgian', 'Armenian', 'Syriac', 'Thaana', 'Sinhala', 'Gujarati', 'Gurmukhi'].map(named),
  ),
  ...Object.fromEntries(['Kannada', 'Malayalam', 'Oriya', 'Cherokee', 'Tifinagh', 'Coptic', 'Gothic'].map(named)),
  // With the marks and digits that a script shares with others.
}).map(([script, name]) => ({ name, pattern: new RegExp(`\\p{Script_Extensions=${script}}`, 'u') }))

function named(script: string): [string, string] {
  return [script, `${script} letters`]
}

function scriptOf(character: string): string {
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(character)) return 'pictures'
  return scripts.find(({ pattern }) => pattern.test(character))?.name ?? 'other characters'
}
