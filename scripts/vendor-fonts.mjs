/**
 * Copies the fonts that ship with the tool from the npm development dependencies into `assets/fonts`, with their
 * licences and a README that names origin, version and SHA-256 of each. Run it again after a new version of a package:
 * the same packages give the same bytes.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'

const modules = new URL('../node_modules/', import.meta.url)
const target = new URL('../assets/fonts/', import.meta.url)

/** Semibold stands for bold in the text families: it is what their designer pairs with the regular weight at text sizes. */
const families = [
  {
    name: 'Source Serif 4',
    package: 'source-serif',
    folder: 'TTF',
    files: ['SourceSerif4-Regular', 'SourceSerif4-It', 'SourceSerif4-Semibold', 'SourceSerif4-SemiboldIt'],
    licence: ['LICENSE.md', 'SourceSerif4-OFL.md'],
    use: 'Text. The files without a suffix are the text optical size.',
  },
  {
    name: 'Source Sans 3',
    package: 'source-sans',
    folder: 'TTF',
    files: ['SourceSans3-Regular', 'SourceSans3-It', 'SourceSans3-Semibold', 'SourceSans3-SemiboldIt'],
    licence: ['LICENSE.md', 'SourceSans3-OFL.md'],
    use: 'Headings, tables, labels of figures.',
  },
  {
    name: 'Source Code Pro',
    package: 'source-code-pro',
    folder: 'TTF',
    files: ['SourceCodePro-Regular', 'SourceCodePro-Bold'],
    licence: ['LICENSE.md', 'SourceCodePro-OFL.md'],
    use: 'Code, digests, keys.',
  },
  {
    name: 'DejaVu Sans',
    package: 'dejavu-fonts-ttf',
    folder: 'ttf',
    files: ['DejaVuSans'],
    licence: ['LICENSE', 'DejaVuSans-LICENSE.txt'],
    use: 'Fallback: symbols, Arabic, polytonic Greek, whatever the others lack.',
  },
]

await mkdir(target, { recursive: true })
const sections = []
for (const family of families) sections.push(await vendor(family))
await writeFile(new URL('README.md', target), readme(sections))

async function vendor(family) {
  const root = new URL(`${family.package}/`, modules)
  const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'))
  const [from, to] = family.licence
  await writeFile(new URL(to, target), await readFile(new URL(from, root)))
  const rows = []
  for (const file of family.files) {
    const bytes = await readFile(new URL(`${family.folder}/${file}.ttf`, root))
    await writeFile(new URL(`${file}.ttf`, target), bytes)
    rows.push(`| ${file}.ttf | ${bytes.length} | \`${createHash('sha256').update(bytes).digest('hex')}\` |`)
  }
  return [
    `## ${family.name}`,
    `${family.use} From the npm package \`${family.package}\` ${version}, unchanged; licence: [${to}](${to}).`,
    ['| file | bytes | SHA-256 |', '|---|---|---|', ...rows].join('\n'),
  ].join('\n\n')
}

function readme(sections) {
  const head =
    '# Fonts\n\nStatic TrueType files that every writer and figure uses, so that what is measured is what is shown. ' +
    'Written by `node scripts/vendor-fonts.mjs`; do not edit by hand. `metrics.json` and the `*.pairs.json` files are ' +
    'made of them by `node scripts/bake-fonts.mjs`: which characters each has and how wide they are, and how two ' +
    'neighbours are set.'
  return `${[head, ...sections].join('\n\n')}\n`
}
