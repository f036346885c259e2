// Builds dist/: the command line as a split bundle, so that each command loads only what it needs, and the library with its types.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'rolldown'
import { slim } from './slim.mjs'

const source = resolve('src')

rmSync('dist', { recursive: true, force: true })
await build({
  // The program apart from the process that it runs in, for tests that run it many times.
  input: { main: 'src/app/cli/main.ts', program: 'src/app/cli/program.ts' },
  // citeproc is kept whole and apart, as its licence asks; resvg has a native part; what reads files of others is large,
  // loaded by one command only, and finds its own parts beside it.
  external: [
    'citeproc',
    '@resvg/resvg-js',
    /^@citation-js\//,
    '@mozilla/readability',
    'chardet',
    'linkedom',
    'mammoth',
    /^pdfjs-dist/,
    'warcio',
  ],
  platform: 'node',
  // What one command asks for when it wants it, others have at once.
  checks: { ineffectiveDynamicImport: false },
  plugins: [slim],
  // A room is left out where nothing of it is used, though its door leads to it.
  treeshake: { moduleSideEffects: (path) => !path.startsWith(source) },
  output: {
    dir: 'dist/cli',
    // What every command needs is one file: finding and linking 38 of them was a fifth of a run in which nothing changed.
    codeSplitting: {
      groups: [
        { name: 'version', test: /\/core\/version\.ts$/ },
        { name: 'start', tags: ['$initial'], test: /(?<!\/main\.ts)$/ },
      ],
    },
    comments: { legal: true, annotation: false, jsdoc: false },
  },
})
for (const page of ['main.tsx', 'pdf.ts'])
  await build({
    input: `src/app/desk/client/${page}`,
    tsconfig: 'src/app/desk/client/tsconfig.json',
    // The server names it so.
    external: '/pdf.js',
    output: { file: `dist/desk/${page === 'pdf.ts' ? 'pdf' : 'client'}.js`, minify: true, codeSplitting: false },
  })
for (const file of ['index.html', 'style.css']) copyFileSync(`src/app/desk/client/${file}`, `dist/desk/${file}`)
writeFileSync('dist/cli/digest.txt', digestOf(['dist/cli', 'assets', 'node_modules/citeproc', 'node_modules/@resvg']))
// `make types` checks the types of all but the pages.
for (const words of [['src/app/desk/client'], ['tsconfig.build.json', '--noCheck']])
  execFileSync('node_modules/.bin/tsc', ['-p', ...words], { stdio: 'inherit' })

/** The SHA-256 of all that makes a result, so that the cache of one version never serves another. */
function digestOf(folders) {
  const hash = createHash('sha256')
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      hash.update(`${path}\0`).update(readFileSync(path)).update('\0')
    }
  }
  return hash.digest('hex')
}

function byPath(a, b) {
  const [one, other] = [join(a.parentPath, a.name), join(b.parentPath, b.name)]
  return one < other ? -1 : one > other ? 1 : 0
}
