import { fieldOf } from '../../core/index.ts'
import { familyNames } from '../fonts/families.ts'
import { defaultTheme } from '../theme.ts'
import { checkAt } from './check.ts'

/** What each field of a theme is for. Lengths are points. */
export const themeFields: Readonly<Record<string, string>> = {
  'page.size': 'The paper; its margins leave 240 points or more each way',
  'page.margins.top': 'Above the text; the running head stands in it',
  'page.margins.right': 'Right of the text',
  'page.margins.bottom': 'Below the text; the page number stands in it',
  'page.margins.left': 'Left of the text',
  'page.sides': 'Whether the paper is printed on one side or on both; then left-hand pages are mirrored',
  'page.columns': 'Columns of the text; what is too wide for one stands across all of them',
  'page.gutter': 'Between the columns',
  'fonts.body': 'The family of the text',
  'fonts.heading': 'The family of headings, tables, figures and running heads',
  'fonts.mono': 'The family of code',
  'fonts.fallback': 'Families to try, in order, for a character that the others lack',
  'sizes.body': 'Of the text',
  'sizes.small': 'Of tables and captions',
  'sizes.note': 'Of notes',
  'sizes.headings': 'Of the six levels of headings',
  'sizes.title': 'Of the title on the cover; a long one is set smaller',
  leading: 'The height of a line as a multiple of the size',
  measure:
    'Characters in a line of the PDF’s text, at most, by the mean width of letters in its font; tables and figures take the whole width',
  'colours.ink': 'Of the text',
  'colours.muted': 'Of what stands back: running heads, labels',
  'colours.accent': 'Of headings, and of the band of the cover',
  'colours.rule': 'Of fine lines',
  'colours.shade': 'Behind boxes and heads of tables',
  'colours.link': 'Of links',
  paragraphGap: 'Below a paragraph; the other gaps follow it',
}

/** The fields of a theme as a table in Markdown: what each takes, by the check that reads it, and its default. */
export function themeReference(): string {
  const rows = Object.entries(themeFields).map(([path, meaning]) => {
    const wrong = checkAt(path.split('.'), familyNames)?.(undefined) ?? ''
    const takes = wrong.replace(/^not /, '')
    return `| \`${path}\` | ${takes} | \`${JSON.stringify(valueAt(path))}\` | ${meaning} |`
  })
  return `| field | takes | default | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

const valueAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => fieldOf(value, step), defaultTheme)
