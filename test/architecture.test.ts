// The arrows of src/README.md, as a test: who may import whom, which folder owns which package, how long a file may be, which rooms have a door.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ground = [
  'direction',
  'locale',
  'tree',
  'log',
  'rules',
  'host',
  'digest',
  'nearest',
  'version',
  'read',
  'walk',
  'zip',
  'zlib',
]
const stages = [
  'corpus',
  'evidence',
  'view',
  'template',
  'markdown',
  'lint',
  'resolve',
  'figures',
  'images',
  'theme',
  'write',
  'fonts',
  'cache',
  'import',
  'proposals',
  'editor',
]

/** What each part of src/ may import besides itself. A name with `/` is one file or folder of another part. */
const allowed: Record<string, readonly string[]> = {
  direction: [],
  locale: [],
  rules: [],
  tree: ['log'],
  log: ['rules'],
  host: ['rules'],
  digest: [],
  nearest: [],
  version: [],
  zip: ['host', 'zlib'],
  zlib: ['host', 'zlib-module'],
  'zlib-module': [],
  read: ['host', 'log', 'nearest'],
  walk: ['tree'],
  corpus: [...ground, 'write/formats'],
  evidence: [...ground, 'corpus'],
  view: [...ground, 'corpus', 'evidence/reasons'],
  template: [...ground, 'corpus', 'view'],
  markdown: ground,
  fonts: [...ground, 'write/theme'],
  theme: [...ground, 'corpus/yaml', 'corpus/read-yaml', 'fonts/families', 'fonts/own-fonts', 'write/theme'],
  images: ground,
  cache: ground,
  figures: [...ground, 'corpus', 'fonts', 'theme/colour', 'write/theme'],
  import: [...ground, 'corpus', 'evidence'],
  proposals: [...ground, 'corpus', 'evidence'],
  editor: [...ground, 'corpus', 'evidence'],
  resolve: [...ground, 'corpus', 'markdown', 'images'],
  lint: [...ground, 'corpus', 'evidence'],
  write: [...ground, 'fonts', 'markdown', 'theme/colour'],
  pipeline: [...ground, ...stages],
  build: [...ground, ...stages, 'pipeline'],
  index: [...ground, 'build', 'pipeline', 'template', 'write'],
  node: ['cli/host'],
  desk: [...ground, ...stages, 'build', 'pipeline'],
  review: [...ground, ...stages, 'build', 'pipeline'],
  'desk/client': ['desk/api'],
  cli: [...ground, ...stages, 'build', 'pipeline', 'desk', 'review'],
}

/** What these rooms are for others stands in their `index.ts`; nobody else knows what is inside. */
const closed = [
  'view',
  'template',
  'markdown',
  'resolve',
  'lint',
  'figures',
  'images',
  'cache',
  'editor',
  'proposals',
  'review',
  'desk',
]

/** Each third-party package is known in one place, so that it can be replaced in one place. */
const owners: Record<string, string | readonly string[]> = {
  '@noble/hashes': 'digest',
  'fastest-levenshtein': 'nearest',
  'vfile-message': 'log',
  vfile: ['markdown', 'pipeline'],
  yaml: 'corpus',
  zod: ['corpus', 'desk'],
  handlebars: 'template',
  unified: ['markdown', 'pipeline'],
  'remark-parse': 'markdown',
  micromark: 'markdown',
  mdast: 'markdown',
  citeproc: 'resolve',
  d3: 'figures',
  'topojson-client': 'figures',
  'topojson-specification': 'figures',
  geojson: 'figures',
  'fast-png': 'images',
  'jpeg-js': 'images',
  pngjs: 'images',
  pdfmake: 'write/pdf',
  pdfkit: 'write/pdf',
  hyphen: 'write/pdf',
  fflate: ['zip', 'write'],
  fontkit: 'fonts',
  xast: 'write',
  linebreak: 'write/pdf',
  'bidi-js': 'write/pdf',
  hast: 'write/html',
  'woff2-encoder': 'write/html',
  yargs: 'cli',
  '@clack/prompts': 'cli',
  chokidar: 'cli',
  preact: 'desk/client',
  'vscode-languageserver': 'cli',
  'vscode-languageserver-textdocument': 'cli',
  '@citation-js/core': 'import',
  '@citation-js/plugin-bibtex': 'import',
  '@citation-js/plugin-ris': 'import',
  '@mozilla/readability': 'import',
  chardet: 'import',
  linkedom: 'import',
  mammoth: 'import',
  'pdfjs-dist': ['import', 'desk/client'],
  warcio: 'import',
}

/** A comment at the very top of a file that says why it is long. */
const hasReason = (text: string) => /\blong\b/i.test(/^\/\*[\s\S]*?\*\//.exec(text)?.[0] ?? '')
const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => join(entry.parentPath, entry.name))

test.each(files)('%s', (path) => {
  const text = readFileSync(path, 'utf8')
  const from = partOf(path)
  for (const { specifier, typeOnly } of importsOf(text)) {
    if (specifier.startsWith('.')) checkInternal(path, from, specifier)
    else if (!isTypes(specifier, typeOnly)) checkPackage(path, specifier)
  }
  const lines = text.trimEnd().split('\n').length
  const limit = path === 'src/build.ts' ? 100 : 250
  expect(lines <= limit || hasReason(text), `${lines} lines: at most ${limit}, or a reason at its head`).toBe(true)
})

function checkInternal(path: string, from: string, specifier: string): void {
  if (specifier.endsWith('.json')) return
  const target = relative('src', join(dirname(path), specifier)).replace(/\.tsx?$/, '')
  const to = partOf(join('src', target))
  const open = allowed[from] ?? []
  const permitted = to === from || open.includes(to) || open.some((it) => it.includes('/') && target.startsWith(it))
  expect(permitted, `${from} may not import ${target}`).toBe(true)
  const isOther = to !== from && !from.startsWith(`${to}/`)
  const isInside = isOther && closed.includes(to) && target !== `${to}/index`
  expect(isInside, `${target} is inside ${to}: import ${to}/index.ts`).toBe(false)
}

function checkPackage(path: string, specifier: string): void {
  const at = relative('src', path).replace(/\.tsx?$/, '')
  if (specifier.startsWith('node:')) {
    expect(at.startsWith('cli/'), `only src/cli may import ${specifier}`).toBe(true)
    return
  }
  const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0]!
  const family = Object.keys(owners).find(
    (it) =>
      name === it ||
      name.startsWith(`${it}-`) ||
      (['mdast', 'micromark', 'd3', 'xast', 'hast'].includes(it) && name.startsWith(it)),
  )
  expect(family, `${name} has no owner in this test`).toBeDefined()
  const owner = [owners[family!]!].flat()
  const isOwn = owner.some((it) => at === it || at.startsWith(`${it}/`))
  expect(isOwn, `${name} belongs to src/${owner.join(' and ')}`).toBe(true)
}

/** Types of the trees are shared: they are the format, not a library. */
function isTypes(specifier: string, typeOnly: boolean): boolean {
  return typeOnly && ['mdast', 'hast', 'xast', 'unist', 'vfile', 'zod', 'yargs', 'vfile-message'].includes(specifier)
}

function partOf(path: string): string {
  const [first = '', second] = relative('src', path).split('/')
  return first === 'desk' && second === 'client' ? 'desk/client' : first.replace(/\.tsx?$/, '')
}

function importsOf(text: string): { specifier: string; typeOnly: boolean }[] {
  const found = [...text.matchAll(/^(import|export)( type)?\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)]
  const dynamic = [...text.matchAll(/\bimport\(['"]([^'"]+)['"]\)/g)]
  return [
    ...found.map((match) => ({ specifier: match[3]!, typeOnly: match[2] !== undefined })),
    ...dynamic.map((match) => ({ specifier: match[1]!, typeOnly: false })),
  ]
}
