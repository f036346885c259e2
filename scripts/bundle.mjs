// Builds dist/: the command line as a split bundle, so that each command loads only what it needs, and the library with its types.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: { main: 'src/cli/main.ts' },
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  legalComments: 'linked',
  // citeproc is kept whole and apart, as its licence asks; resvg has a native part.
  external: ['citeproc', '@resvg/resvg-js'],
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
execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' })
