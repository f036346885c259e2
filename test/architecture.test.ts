// The arrows of src/README.md, as a test: who may import whom, which folder owns which package, how long a file may be, which rooms have a door.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** The rooms of src/, each with those before it that it may import. The last is what people start, and has no door. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  core: [],
  corpus: ['core'],
  evidence: ['core', 'corpus'],
  document: ['core', 'corpus', 'evidence'],
  write: ['core', 'corpus', 'document'],
  app: ['core', 'corpus', 'evidence', 'document', 'write'],
}

/** The files beside the rooms, the order of the stages and the table of formats, and who may import them. */
const beside: Readonly<Record<string, readonly string[]>> = { build: ['app'], formats: ['corpus', 'app'] }

/** What a folder of a room may import of the same room besides its own; `.` is the files that lie in the room itself. */
const folders: Readonly<Record<string, readonly string[]>> = {
  'core/locale': ['.'],
  'core/rules': ['.'],
  'evidence/agree': ['.'],
  'evidence/import': ['.'],
  'evidence/lint': ['.', 'agree'],
  'evidence/proposals': ['.', 'agree'],
  'document/template': ['view'],
  'document/resolve': ['images', 'markdown'],
  'write/fonts': ['.'],
  'write/theme': ['.', 'fonts'],
  'write/figures': ['.', 'fonts', 'theme'],
  'write/revisions': ['ooxml'],
  'write/xlsx': ['.', 'ooxml'],
  'write/html': ['.', 'fonts'],
  'write/docx': ['.', 'fonts', 'theme', 'ooxml', 'revisions'],
  'write/pdf': ['.', 'fonts', 'theme'],
  'app/pipeline': ['cache'],
  'app/desk': ['pipeline'],
  'app/review': ['pipeline'],
  'app/cli': ['cache', 'desk', 'editor', 'pipeline', 'review'],
}

/** Folders with a door of their own within the room. */
const closed = [
  'evidence/lint',
  'evidence/proposals',
  'document/view',
  'document/template',
  'document/markdown',
  'document/resolve',
  'document/images',
  'write/figures',
  'app/cache',
  'app/editor',
  'app/review',
  'app/desk',
]

/** Each third-party package is known in one place, so that it can be replaced in one place. */
const owners: Record<string, string | readonly string[]> = {
  '@noble/hashes': 'core/digest',
  'fastest-levenshtein': 'core/nearest',
  'vfile-message': 'core/log',
  vfile: ['document/markdown', 'app/pipeline'],
  yaml: 'corpus',
  zod: ['corpus', 'app/desk'],
  handlebars: 'document/template',
  unified: ['document/markdown', 'app/pipeline'],
  'remark-parse': 'document/markdown',
  micromark: 'document/markdown',
  mdast: 'document/markdown',
  citeproc: 'document/resolve',
  d3: 'write/figures',
  'topojson-client': 'write/figures',
  'topojson-specification': 'write/figures',
  geojson: 'write/figures',
  'fast-png': 'document/images',
  'jpeg-js': 'document/images',
  pngjs: 'document/images',
  pdfmake: 'write/pdf',
  pdfkit: 'write/pdf',
  hyphen: 'write/pdf',
  fflate: ['core/zip', 'write'],
  fontkit: 'write/fonts',
  xast: 'write',
  linebreak: 'write/pdf',
  'bidi-js': 'write/pdf',
  hast: 'write/html',
  yargs: 'app/cli',
  '@clack/prompts': 'app/cli',
  chokidar: 'app/cli',
  preact: 'app/desk/client',
  'vscode-languageserver': 'app/cli',
  'vscode-languageserver-textdocument': 'app/cli',
  '@citation-js/core': 'evidence/import',
  '@citation-js/plugin-bibtex': 'evidence/import',
  '@citation-js/plugin-ris': 'evidence/import',
  '@mozilla/readability': 'evidence/import',
  chardet: 'evidence/import',
  linkedom: 'evidence/import',
  mammoth: 'evidence/import',
  'pdfjs-dist': ['evidence/import', 'app/desk/client'],
  warcio: 'evidence/import',
}

const imports = /^(import|export)( type)?\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm
/** A comment at the very top of a file that says why it is long. */
const hasReason = (text: string) => /\blong\b/i.test(/^\/\*[\s\S]*?\*\//.exec(text)?.[0] ?? '')
const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => join(entry.parentPath, entry.name))

test.each(files)('%s', (path) => {
  const text = readFileSync(path, 'utf8')
  expect(text, 'the bundle leaves out a module of which nothing is used').not.toMatch(/^import '\./m)
  for (const it of importsOf(text)) {
    if (it.specifier.startsWith('.')) checkInternal(path, it)
    else if (!isTypes(it)) checkPackage(path, it.specifier)
  }
  const lines = text.trimEnd().replaceAll(imports, '').split('\n').length
  const limit = path === 'src/build.ts' ? 100 : 250
  expect(
    lines <= limit || hasReason(text),
    `${lines} lines besides imports: at most ${limit}, or a reason at its head`,
  ).toBe(true)
})

/** How often a room says to the compiler that it knows better: `x!`, and `x as T`. These figures only ever fall. */
const trusted: Readonly<Record<string, readonly [nonNull: number, casts: number]>> = {
  core: [1, 8],
  corpus: [0, 27],
  evidence: [106, 67],
  document: [5, 30],
  write: [0, 27],
  app: [1, 22],
}

test('the compiler is overruled ever less', () => {
  const counts = new Map<string, [number, number]>()
  for (const path of files) {
    const code = readFileSync(path, 'utf8').replaceAll(
      /^(?:import|export) .*? from .*$|^\s*(?:\/?\*|\/\/).*$|'(?:[^'\\\n]|\\.)*'/gm,
      '',
    )
    const room = relative('src', path).split('/')[0]!
    const count = counts.get(room) ?? [0, 0]
    count[0] += code.match(/[\w)\]]!(?![=\w])/g)?.length ?? 0
    count[1] += code.match(/ as (?!const\b)(?=[\w[({`])/g)?.length ?? 0
    counts.set(room, count)
  }
  for (const [room, [most, mostCasts]] of Object.entries(trusted)) {
    const [nonNull = 0, casts = 0] = counts.get(room) ?? []
    expect(
      nonNull,
      `“!” in src/${room}: core/must.ts and better types say the same and are checked`,
    ).toBeLessThanOrEqual(most)
    expect(casts, `“as” in src/${room}`).toBeLessThanOrEqual(mostCasts)
  }
})

function checkInternal(path: string, { specifier, isLate }: Import): void {
  if (specifier.endsWith('.json')) return
  const target = relative('src', join(dirname(path), specifier)).replace(/\.tsx?$/, '')
  const [from, to] = [placeOf(relative('src', path)), placeOf(target)]
  if (from.room === '') return
  if (to.room === '') {
    expect(beside[target] ?? [], `${from.room} may not import ${target}`).toContain(from.room)
    return
  }
  if (from.room !== to.room) {
    expect(rooms[from.room], `${from.room} may not import ${target}`).toContain(to.room)
    // What is loaded when it is wanted is named by its file, so that a command loads nothing more.
    expect(isLate || target === `${to.room}/index`, `${target} is inside ${to.room}: import its index.ts`).toBe(true)
    return
  }
  if (from.folder === to.folder || from.folder === '.' || from.folder === 'desk/client') return
  const [folder, other] = [`${from.room}/${from.folder}`, `${to.room}/${to.folder}`]
  expect(folders[folder] ?? [], `${folder} may not import ${target}`).toContain(to.folder)
  const isInside = !isLate && closed.includes(other) && target !== `${other}/index`
  expect(isInside, `${target} is inside ${other}: import its index.ts`).toBe(false)
}

function checkPackage(path: string, specifier: string): void {
  const at = relative('src', path).replace(/\.tsx?$/, '')
  if (specifier.startsWith('node:')) {
    expect(at.startsWith('app/cli/'), `only src/app/cli may import ${specifier}`).toBe(true)
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
function isTypes({ specifier, typeOnly }: Import): boolean {
  return typeOnly && ['mdast', 'hast', 'xast', 'unist', 'vfile', 'zod', 'yargs', 'vfile-message'].includes(specifier)
}

function placeOf(path: string): { room: string; folder: string } {
  const [room = '', folder = '', next = ''] = path.split('/')
  if (!(room in rooms)) return { room: '', folder: '' }
  return { room, folder: next === '' ? '.' : folder === 'desk' && next === 'client' ? 'desk/client' : folder }
}

interface Import {
  readonly specifier: string
  readonly typeOnly: boolean
  /** Loaded when it is wanted. */
  readonly isLate: boolean
}

function importsOf(text: string): Import[] {
  const found = [...text.matchAll(imports)]
  const dynamic = [...text.matchAll(/\bimport\(['"]([^'"]+)['"]\)/g)]
  return [
    ...found.map((match) => ({ specifier: match[3]!, typeOnly: match[2] !== undefined, isLate: false })),
    ...dynamic.map((match) => ({ specifier: match[1]!, typeOnly: false, isLate: true })),
  ]
}
