// The recipes of CONTRIBUTING.md, followed on a copy of the source: each changes no more files than it says, compiles and works.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle } from 'rolldown'
import { beforeAll, expect, test } from 'vitest'
import { readFiles } from './helpers/golden.ts'
import { memoryHost } from './helpers/memory-host.ts'

interface Recipe {
  /** What is put behind which text of a file that is there. */
  readonly changes: Readonly<Record<string, readonly (readonly [behind: string, put: string])[]>>
  readonly files: Readonly<Record<string, string>>
}

const recipes = {
  field: {
    changes: {
      'src/corpus/source.ts': [
        ["import { defineKind } from './kind.ts'\n", "import { prose } from './fields.ts'\n"],
        ['export const source = z.strictObject({\n', "  funding: prose('statement').optional(),\n"],
      ],
    },
    files: {},
  },
  register: {
    changes: {
      'src/corpus/kinds.ts': [
        ["import { threatKind } from './threat.ts'\n", "import { tripwireKind } from './tripwire.ts'\n"],
        ['  packKind,\n', '  tripwireKind,\n'],
      ],
      'src/document/view/view.ts': [
        ["import type { ViewContext } from './context.ts'\n", "import { tripwireViews } from './tripwires.ts'\n"],
        ['    claims,\n', '    tripwires: tripwireViews(context),\n'],
      ],
    },
    files: {
      'src/corpus/tripwire.ts': `import * as z from 'zod'
import { deprecated, id, prose, restsOn, text } from './fields.ts'
import { defineKind } from './kind.ts'

/** What would be seen first. */
export const tripwire = z.strictObject({
  id,
  title: text,
  seen: prose('statement'),
  claims: z.array(restsOn('claim')).default([]),
  deprecated,
})
export const tripwireKind = defineKind({ name: 'tripwire', plural: 'tripwires', kept: 'list', schema: tripwire, label: 'title' })
`,
      'src/document/view/tripwires.ts': `import type { ViewContext } from './context.ts'

export function tripwireViews({ corpus, mark }: ViewContext) {
  return [...corpus.tripwires.values()].map((it) => mark({ title: it.title, seen: it.seen, claims: it.claims }, it))
}
`,
    },
  },
  format: {
    changes: {
      'src/formats.ts': [
        [
          'export const documents = {\n',
          "  txt: { writer: async () => (await import('./write/txt/txt.ts')).writeTxt },\n",
        ],
      ],
    },
    files: {
      'src/write/txt/txt.ts': `import type { Write } from '../writer.ts'

export const writeTxt: Write = async ({ meta, body }) =>
  new Map([[\`\${meta.name}.txt\`, new TextEncoder().encode(\`\${meta.title}: \${body.children.length} blocks\`)]])
`,
    },
  },
  rule: {
    changes: {
      'src/evidence/lint/rules/index.ts': [
        [
          "export { termIsOnScale } from './term-is-on-scale.ts'\n",
          "export { titleIsQuiet } from './title-is-quiet.ts'\n",
        ],
      ],
    },
    files: {
      'src/evidence/lint/rules/title-is-quiet.ts': `import type { PackRule } from '../rule.ts'

export const titleIsQuiet: PackRule = {
  id: 'title-is-quiet',
  severity: 'warning',
  summary: 'A title does not shout.',
  reason: 'A reader is not deaf.',
  scope: 'pack',
  fails: { 'pack:arden': 'title: The harbour of Arden!' },
  findings: ['pack:arden: the title shouts'],
  passes: { 'pack:arden': 'title: The harbour of Arden' },
  check({ corpus, pack }, report) {
    if (pack.title.endsWith('!')) report(corpus.place('pack', pack.id, ['title']), 'the title shouts', { subject: \`pack:\${pack.id}\` })
  },
}
`,
    },
  },
  language: {
    changes: {
      'src/core/locale/locale.ts': [
        ["import { fr } from './fr.ts'\n", "import { it } from './it.ts'\n"],
        ['Record<string, Locale>> = { de, ', 'it, '],
      ],
    },
    files: {
      'src/core/locale/it.ts': `import { en, type Locale } from './en.ts'

export const it: Locale = { ...en, cover: { ...en.cover, period: 'Periodo di tempo' } }
`,
    },
  },
} as const satisfies Record<string, Recipe>

/** How many files that are there each recipe changes; the templates and the data of a project are not of the tool. */
const most = { field: 1, register: 2, format: 1, rule: 1, language: 1 }

const folder = mkdtempSync(join(tmpdir(), 'briefpack-recipes-'))

beforeAll(() => {
  cpSync('src', join(folder, 'src'), { recursive: true })
  for (const name of ['node_modules', 'assets', 'templates', 'package.json', 'tsconfig.json'])
    symlinkSync(resolve(name), join(folder, name))
  const all: readonly Recipe[] = Object.values(recipes)
  for (const { changes, files } of all) {
    for (const [path, places] of Object.entries(changes)) {
      let text = readFileSync(join(folder, path), 'utf8')
      for (const [behind, put] of places) {
        expect(text.split(behind).length, `${path} has once: ${behind}`).toBe(2)
        text = text.replace(behind, () => behind + put)
      }
      writeFileSync(join(folder, path), text)
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  }
})

test.each(Object.entries(most))('a %s changes %i files that are there', (name, count) => {
  expect(Object.keys(recipes[name as keyof typeof recipes].changes)).toHaveLength(count)
})

test('all of them together compile', () => {
  const settings = JSON.parse(readFileSync('tsconfig.json', 'utf8'))
  writeFileSync(join(folder, 'tsconfig.recipes.json'), JSON.stringify({ ...settings, include: ['src'] }))
  // What several threads would each make for themselves is two fifths of the work.
  const words = ['-p', 'tsconfig.recipes.json', '--singleThreaded']
  const compile = spawnSync('node_modules/.bin/tsc', words, { cwd: folder, encoding: 'utf8' })
  expect(compile.stdout).toBe('')
})

test('and work: what is new is read, checked, printed and written', async () => {
  const entry = join(folder, 'src/recipes.ts')
  writeFileSync(
    entry,
    `export { build } from './build.ts'
export { load } from './corpus/load.ts'
export { graphOf, labelOf } from './evidence/graph.ts'
export { corpusWritings } from './evidence/lint/writing.ts'
export { Log } from './core/log.ts'
`,
  )
  const outfile = join(folder, 'recipes.mjs')
  await bundle({ input: entry, platform: 'node', external: /^[^./]/, output: { file: outfile, codeSplitting: false } })
  const tool = await import(pathToFileURL(outfile).href)

  const files = new Map([...readFiles('test/cases/minimal'), ['corpus/tripwires.yaml', tripwires]])
  const source = 'corpus/sources/quay-2003.yaml'
  files.set(source, `funding: The league pays for the paper.\n${files.get(source)}`)
  const pack = 'corpus/packs/report.yaml'
  files.set(pack, files.get(pack)!.replace('quay toll', 'quay toll!').replace('language: en-GB', 'language: it'))
  const template = 'templates/report.md.hbs'
  files.set(
    template,
    `${files.get(template)}\n{{#each sources}}{{funding}}{{/each}} {{#each tripwires}}{{seen}}{{/each}}\n`,
  )

  const host = memoryHost(files)
  const { findings } = await tool.build(host, { formats: ['md', 'txt'] })
  expect(findings.map((it: { ruleId: string }) => it.ruleId)).toContain('title-is-quiet')
  const written = new Map([...host.written].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
  expect(written.get('out/report.md')).toContain('The league pays for the paper. The toll is posted on the gate.')
  expect(written.get('out/report.md')).toContain('Periodo di tempo')
  expect(written.get('out/report.txt')).toMatch(/^The north quay toll!: \d+ blocks$/)

  const corpus = await tool.load(host, new tool.Log())
  expect(tool.labelOf(corpus, 'tripwire:posted')).toBe('A new toll is posted')
  const into = tool.graphOf(corpus).into('claim:toll-stays') as { from: string; evidential: boolean }[]
  expect(into).toContainEqual(expect.objectContaining({ from: 'tripwire:posted', evidential: true }))
  const prose = tool.corpusWritings(corpus).map((it: { text: string; claims: string[] }) => [it.text, it.claims])
  expect(prose).toContainEqual(['The toll is posted on the gate.', ['toll-stays']])
  expect(prose).toContainEqual(['The league pays for the paper.', []])
})

const tripwires =
  '- {id: posted, title: A new toll is posted, seen: The toll is posted on the gate., claims: [toll-stays]}\n'
