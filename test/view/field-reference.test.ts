import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { draft } from '../../src/app/pipeline/draft.ts'
import { open } from '../../src/app/pipeline/project.ts'
import { Log } from '../../src/core/log.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import { fieldsOfView, meaningOf } from './fields-of-view.ts'

test('docs/templates.md tells every field that templates see, with its meaning and an example', async () => {
  const files = new Map([
    ...readFiles('assets/sample'),
    ...[...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const),
  ])
  const project = await open(memoryHost(files), new Log())
  const { view } = await draft(project, project.corpus.packs.get('alder-water')!, new Log())
  const fields = fieldsOfView(view)
  expect(fields.filter(({ path }) => meaningOf(path) === undefined).map(({ path }) => path)).toEqual([])
  const page = pageOf(fields)
  if (process.env.ACCEPT && !process.env.CI) writeFileSync('docs/templates.md', page)
  expect(readFileSync('docs/templates.md', 'utf8'), 'run `make accept` if you mean this change').toBe(page)
})

function pageOf(fields: ReturnType<typeof fieldsOfView>): string {
  const tops = fields.filter(({ path }) => !path.includes('.'))
  const rows = (some: typeof fields) =>
    some.map(({ path, example, again }) => {
      const cells = [
        `\`${path}\``,
        `${meaningOf(path)}${again ? `: see [${again}](#${again.split('.')[0]!.toLowerCase()})` : ''}`,
        shown(example),
      ]
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
    })
  const parts = tops.flatMap(({ path }) => {
    const own = fields.filter((it) => it.path.startsWith(`${path}.`))
    return own.length === 0 ? [] : [`## ${path}\n\n${table(rows(own))}`]
  })
  return `# What templates see

Made from the data of the sample (\`briefpack init --example\`). \`briefpack data [pack] [section]\` prints those of your own pack.
Every field is always there: what a record does not have is empty, so that a misspelt field is an error and never an empty
place. Behind these a row has the fields of its record as they are written ([records.md](records.md)): \`{{volume}}\` in a row of
sources. The helpers that print them are in [templates/README.md](../templates/README.md).

${table(rows(tops))}

${parts.join('\n\n')}
`
}

const table = (rows: readonly string[]) =>
  `| field | what it is | for example |\n| --- | --- | --- |\n${rows.join('\n')}`

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty here'
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none here'
    return typeof value[0] === 'object' ? `a list of ${value.length}` : shown(value.join('; '))
  }
  if (typeof value === 'object') return 'a record'
  const text = String(value)
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``
}
