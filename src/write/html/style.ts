import type { Meta } from '../../core/index.ts'
import { type FamilyName, lineWidth, paperOf, type Theme } from '../theme.ts'

/** The theme's families first, then what systems have that comes near and has Cyrillic and Greek. */
const stacks: Readonly<Record<FamilyName, string>> = {
  'Source Serif 4': "'Source Serif 4', 'Source Serif Pro', Charter, Cambria, 'Noto Serif', Georgia, serif",
  'Source Sans 3':
    "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif",
  'Source Code Pro': "'Source Code Pro', ui-monospace, Consolas, 'DejaVu Sans Mono', monospace",
  'DejaVu Sans': "'DejaVu Sans', Verdana, sans-serif",
}

const stackOf = (family: FamilyName, kind: string) => stacks[family] ?? `'${family}', ${kind}`

/** The theme's paper for printing, with the marking in the margins of each page, for browsers that set them. */
export function printed({ marking }: Meta, { page }: Theme): string {
  const { top, right, bottom, left } = page.margins
  const { width, height } = paperOf(page)
  const paper = `size: ${width}pt ${height}pt; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt;`
  const mirrored = page.sides === 'double' ? ` @page :left { margin: ${top}pt ${left}pt ${bottom}pt ${right}pt; }` : ''
  if (!marking) return `@page { ${paper} }${mirrored}`
  const words = marking.text.replace(/["\\<>&]/g, (found) => `\\${found.charCodeAt(0).toString(16)} `)
  const box = `content: "${words}"; color: ${marking.ink}; background: ${marking.ground}; font: 700 12pt sans-serif;`
  const size = 'width: max-content; height: max-content; padding: 1mm 2mm; margin-block: auto;'
  return `@page { ${paper} @top-right { ${box} ${size} } @bottom-right { ${box} ${size} } }${mirrored}`
}

/** Text in columns, where the window has room for them, and in print; on a screen a heading opens columns of its own. */
export function inColumns({ page: { columns, gutter } }: Theme): string {
  if (columns === 1) return ''
  return `.columns { hyphens: auto; column-gap: ${gutter}pt; }
.columns > :is(p, ul, ol, dl, blockquote, .box, .bibliography) { max-width: var(--measure); }
.columns > :first-child { margin-top: 0; }
.columns :is(figure, tr, .box) { break-inside: avoid; }
.columns :is(h2, h3, h4, h5, h6) { break-after: avoid; }
.columns + .columns, :is(figure, .table, pre) + .columns { margin-top: 1em; }
@media screen and (min-width: 68rem) {
  .columns { columns: 18rem ${columns}; }
  .columns > :is(h2, h3) { column-span: all; }
}
@media print {
  .columns { columns: ${columns}; }
  .columns figure:not(:has(.picture)) { break-inside: auto; }
}`
}

/** The theme's fonts and colours, as the custom properties of `assets/html.css`. */
export function variables(theme: Theme): string {
  const { fonts, colours } = theme
  const light = Object.entries(colours).map(([name, value]) => `--${name}: ${value};`)
  return `:root {
  --body: ${stackOf(fonts.body, 'serif')};
  --heading: ${stackOf(fonts.heading, 'sans-serif')};
  --mono: ${stackOf(fonts.mono, 'monospace')};
  ${light.join(' ')}
  --measure: ${Number(lineWidth(theme).toFixed(2))}em;
  --paper: #ffffff;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e3e7eb; --muted: #a3adb8; --accent: #8fc1ea; --rule: #3d4650; --shade: #1f262d; --link: #8fc1ea;
    --paper: #14181c;
  }
}`
}
