import type { FamilyName, Theme } from '../theme.ts'

/**
 * The style sheet: the theme's fonts and colours, a measure that reads well, contents beside the text on a wide screen and
 * folded on a narrow one, and print.
 */
export function styleSheet(theme: Theme): string {
  return [variables(theme), base, text, contents, tables, wide, print].join('\n')
}

/** The theme's families first, then what systems have that comes near and has Cyrillic and Greek. */
const stacks: Record<FamilyName, string> = {
  'Source Serif 4': "'Source Serif 4', 'Source Serif Pro', Charter, Cambria, 'Noto Serif', Georgia, serif",
  'Source Sans 3':
    "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif",
  'Source Code Pro': "'Source Code Pro', ui-monospace, Consolas, 'DejaVu Sans Mono', monospace",
  'DejaVu Sans': "'DejaVu Sans', Verdana, sans-serif",
}

function variables({ fonts, colours }: Theme): string {
  const light = Object.entries(colours).map(([name, value]) => `--${name}: ${value};`)
  return `:root {
  --body: ${stacks[fonts.body]};
  --heading: ${stacks[fonts.heading]};
  --mono: ${stacks[fonts.mono]};
  ${light.join(' ')}
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

const base = `*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--body); overflow-wrap: break-word; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
:target { background: var(--shade); box-shadow: 0 0 0 0.3rem var(--shade); }
h1, h2, h3, h4, h5, h6 { color: var(--accent); font-family: var(--heading); line-height: 1.25; margin: 2em 0 0.6em; text-wrap: balance; }
h2 { font-size: 1.75rem; margin-top: 2.6em; }
h3 { font-size: 1.3rem; }
h4 { font-size: 1.1rem; color: var(--ink); }
h5, h6 { font-size: 1rem; color: var(--ink); }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--paper); border: 2px solid var(--accent); z-index: 2; }
.cover, .page { max-width: 46rem; margin-inline: auto; padding-inline: 1.25rem; }
.cover { padding-block: clamp(2rem, 8vh, 5rem) 1.5rem; font-family: var(--heading); border-bottom: 1px solid var(--rule); }
.cover h1 { font-size: clamp(1.9rem, 5.5vw, 2.9rem); line-height: 1.12; margin: 0 0 0.3em; }
.cover p { margin: 0 0 0.4em; }
.cover .subtitle { font-size: 1.2rem; color: var(--muted); }
.cover .question { font: italic 1.15rem/1.5 var(--body); border-inline-start: 3px solid var(--accent); padding-inline-start: 0.9em; margin: 1.4em 0; }
.cover .authors { font-weight: 600; }
.cover .organisation { color: var(--muted); }
.cover dl { margin: 1.5em 0 0; font-size: 0.95rem; }
.cover dl div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 0 1rem; padding: 0.15em 0; }
.cover dt { font-weight: 600; }
.cover dd { margin: 0; }`

const text = `[dir="rtl"] [lang]:not([dir]) { direction: ltr; unicode-bidi: isolate; }
article > :first-child { margin-top: 1.5rem; }
p { margin: 0 0 0.9em; }
.lead { font-size: 1.2em; line-height: 1.5; }
.anchor { margin-inline-start: 0.35em; color: var(--muted); font-weight: 400; text-decoration: none; opacity: 0; }
.anchor::before { content: '#'; }
:is(h2, h3, h4, h5, h6):hover > .anchor, .anchor:focus { opacity: 1; }
ul, ol { padding-inline-start: 1.6em; margin: 0 0 0.9em; }
li { margin-block: 0.2em; }
.loose > li { margin-block: 0.7em; }
li > :is(ul, ol) { margin-bottom: 0.2em; }
blockquote { margin: 1.2em 0; padding-inline-start: 1.1em; border-inline-start: 3px solid var(--rule); }
sup { line-height: 0; font-size: 0.72em; }
sup a { text-decoration: none; padding: 0.3em 0.12em; }
.small-caps { font-variant-caps: small-caps; }
code, pre { font-family: var(--mono); font-size: 0.88em; }
pre { overflow-x: auto; padding: 0.8em 1em; background: var(--shade); border-radius: 4px; line-height: 1.45; tab-size: 4; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 2em 0; }
figure { margin: 1.8em 0; }
figcaption { font: 0.9rem/1.4 var(--heading); color: var(--muted); margin: 0.6em 0; }
figcaption strong { color: var(--ink); }
.as-table { margin: -1.2em 0 1.8em; }
.as-table summary { font: 0.9rem/1.4 var(--heading); color: var(--link); cursor: pointer; }
.as-table .table { margin-top: 0.6em; }
.picture { overflow-x: auto; }
.picture svg { display: block; width: 100%; min-width: 40rem; height: auto; overflow: visible; font-family: var(--heading); }
.picture img { max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) { .picture { background: #ffffff; padding: 0.8rem; border-radius: 4px; } }
.hanging p { padding-inline-start: 2em; text-indent: -2em; }
.ways-back { margin: -0.5em 0 0.8em 2em; font: 0.85rem/1.5 var(--heading); }
.ways-back summary { color: var(--link); cursor: pointer; }
.hanging .ways-back p { padding: 0; text-indent: 0; }
@media print { .ways-back { display: none; } }
.bibliography .label { margin-inline-end: 0.4em; text-indent: 0; }
.notes { margin-top: 3rem; border-top: 1px solid var(--rule); font-size: 0.92em; line-height: 1.5; }
.notes h2 { margin-top: 1.2em; }
.notes li { padding-inline-start: 0.3em; }
.notes p { margin-bottom: 0.3em; }
.back { margin-inline-start: 0.4em; text-decoration: none; }`

const contents = `.rail { font-family: var(--heading); font-size: 0.95rem; line-height: 1.35; }
.rail summary { font-weight: 600; cursor: pointer; padding: 0.8rem 0; }
.rail ol, .list-of ol { list-style: none; padding: 0; margin: 0; }
.rail ol ol, .list-of ol ol { padding-inline-start: 1rem; }
.rail li, .list-of li { margin: 0; }
.rail a, .list-of a { display: block; padding: 0.32rem 0; text-decoration: none; color: var(--ink); }
.rail a:hover, .list-of a:hover { color: var(--link); text-decoration: underline; }
.rail .label, .list-of .label { color: var(--muted); }
.list-of { font-family: var(--heading); margin: 1.5em 0; }
.list-of h2 { font-size: 1.2rem; margin: 0 0 0.4em; }
.rail { border-bottom: 1px solid var(--rule); }
.to-contents { position: fixed; inset-block-end: 0.8rem; inset-inline-end: 0.8rem; padding: 0.45rem 0.9rem; border: 1px solid var(--rule); border-radius: 999px; background: var(--paper); font: 600 0.85rem var(--heading); text-decoration: none; box-shadow: 0 1px 6px rgb(0 0 0 / 0.18); }`

const tables = `.table {
  overflow-x: auto; margin: 1.2em 0;
  /* Shadows at the edges that have more behind them. */
  background:
    linear-gradient(to right, var(--paper) 40%, transparent) left / 2.5rem 100% no-repeat local,
    linear-gradient(to left, var(--paper) 40%, transparent) right / 2.5rem 100% no-repeat local,
    linear-gradient(to right, rgb(0 0 0 / 0.2), transparent) left / 0.6rem 100% no-repeat scroll,
    linear-gradient(to left, rgb(0 0 0 / 0.2), transparent) right / 0.6rem 100% no-repeat scroll;
}
figure > .table { margin: 0; }
table { border-collapse: collapse; font: 0.9rem/1.4 var(--heading); border-block: 2px solid var(--accent); min-width: min(100%, 20rem); }
.wide > table { min-width: 54rem; width: 100%; }
.middling > table { min-width: 36rem; width: 100%; }
th, td { padding: 0.4em 0.7em; text-align: start; vertical-align: top; border-bottom: 1px solid var(--rule); overflow-wrap: normal; }
thead th { background: var(--shade); vertical-align: bottom; }
tbody th { font-weight: 600; }
.right { text-align: end; font-variant-numeric: tabular-nums; }
.center { text-align: center; }`

const wide = `@media (min-width: 68rem) {
  .cover, .page { max-width: 76rem; }
  .page { display: grid; grid-template-columns: 17rem minmax(0, 46rem); gap: 4rem; }
  .page > main:only-child { grid-column: 2; }
  .cover { padding-inline-start: calc(22.25rem); }
  .to-contents { display: none; }
  .rail { position: sticky; top: 0; align-self: start; border: 0; max-height: 100vh; overflow-y: auto; padding-block: 2rem; }
  .rail details::details-content { content-visibility: visible; block-size: auto; }
  .rail summary { list-style: none; padding-top: 0; }
  .rail summary::-webkit-details-marker { display: none; }
  .table.wide, .landscape .table, .landscape .picture { width: min(62rem, 50vw + 13.75rem, 100vw - 24.25rem); }
}`

const print = `@media print {
  :root { --paper: #ffffff; --ink: #1b1f24; --muted: #5a6470; --accent: #17456b; --rule: #c9d1d9; --shade: #f2f5f8; --link: #17456b; }
  @page { margin: 22mm 20mm; }
  body { font-size: 10pt; line-height: 1.4; }
  .skip, .anchor, .back, .to-contents { display: none; }
  .rail summary { list-style: none; }
  .cover, .page { display: block; max-width: none; padding-inline: 0; }
  .rail { position: static; break-after: page; border: 0; max-height: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .as-table summary { display: none; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
  tr, figure:has(.picture), pre { break-inside: avoid; }
  thead { display: table-header-group; }
  .table, .picture { overflow: visible; background: none; }
  .table > table { min-width: 0; width: 100%; font-size: 8pt; }
  .picture svg { min-width: 0; }
}`
