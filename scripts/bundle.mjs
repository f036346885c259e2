// Builds dist/: the command line as a split bundle, so that each command loads only what it needs, and the library with its types.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { doors } from './doors.mjs'
import { slim } from './slim.mjs'

rmSync('dist', { recursive: true, force: true })
await build({
  // The program apart from the process that it runs in, for tests that run it many times.
  entryPoints: { main: 'src/app/cli/main.ts', program: 'src/app/cli/program.ts' },
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  legalComments: 'linked',
  plugins: [doors, slim],
  // citeproc is kept whole and apart, as its licence asks; resvg has a native part; what reads files of others is large,
  // loaded by one command only, and finds its own parts beside it.
  external: [
    'citeproc',
    '@resvg/resvg-js',
    '@citation-js/*',
    '@mozilla/readability',
    'chardet',
    'linkedom',
    'mammoth',
    'pdfjs-dist',
    'warcio',
  ],
  // CommonJS packages ask for these three names, which a module does not have.
  define: { __filename: '__briefpackFile', __dirname: '__briefpackFolder' },
  banner: {
    js: [
      "import { createRequire as __briefpackRequire } from 'node:module'",
      "import { fileURLToPath as __briefpackPath } from 'node:url'",
      'const require = __briefpackRequire(import.meta.url)',
      'const __briefpackFile = __briefpackPath(import.meta.url)',
      "const __briefpackFolder = __briefpackPath(new URL('.', import.meta.url))",
    ].join(';\n'),
  },
})
await build({
  entryPoints: { client: 'src/app/desk/client/main.tsx', pdf: 'src/app/desk/client/pdf.ts' },
  outdir: 'dist/desk',
  bundle: true,
  format: 'esm',
  target: 'es2023',
  minify: true,
  legalComments: 'linked',
  jsx: 'automatic',
  jsxImportSource: 'preact',
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
