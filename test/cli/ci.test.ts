// The steps of the pipelines, run with a runner's environment, and building after every save.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ciFiles } from '../../src/app/cli/ci-files.ts'
import { command, filesBelow, run, start, temporaryFolder } from './run.ts'

const made: string[] = []
const project = (name?: string) => {
  const folder = temporaryFolder(name)
  made.push(folder)
  return folder
}
let briefpack: Awaited<ReturnType<typeof command>>
beforeAll(async () => {
  briefpack = await command(project())
})
afterAll(() => {
  briefpack.close()
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Runs ci/run.sh as a runner does. */
async function pipeline(host: string, folder: string, env: Record<string, string> = {}, ...words: string[]) {
  const options = {
    cwd: folder,
    env: { ...process.env, BRIEFPACK: briefpack.path, ...env },
  }
  const done = promisify(execFile)('bash', [resolve('ci/run.sh'), host, '.', ...words], options)
  return done.then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  )
}

test('GitHub: annotations, packs and a summary of the job; an error fails it', async () => {
  const folder = project('minimal')
  const summary = join(folder, 'summary.md')
  const good = await pipeline('github', folder, { GITHUB_STEP_SUMMARY: summary })
  expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('out/report.md')])
  expect(readFileSync(summary, 'utf8')).toMatch(/## Packs built\n\n- `out\/report\.html` \(\d+ kB\)/)
  const actors = join(folder, 'corpus/actors.yaml')
  writeFileSync(actors, readFileSync(actors, 'utf8').replace('kind:', 'kynd:'))
  const bad = await pipeline('github', folder, { GITHUB_STEP_SUMMARY: summary })
  expect([bad.code, bad.stdout]).toEqual([1, expect.stringMatching(/^::error file=corpus\/actors\.yaml,line=\d+/m)])
  expect(readFileSync(summary, 'utf8')).toContain('## No pack, or not every pack, was built')
})

test('GitLab: a Code Quality report', async () => {
  const folder = project('minimal')
  expect((await pipeline('gitlab', folder)).code).toBe(0)
  expect(Array.isArray(JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8')))).toBe(true)
  expect(readFileSync(join(folder, 'briefpack-summary.md'), 'utf8')).toContain('What the check found')
})

test('what is written for them is YAML, and calls what is there', () => {
  const action = parse(readFileSync('action.yml', 'utf8')) as { runs: { steps: { run?: string }[] } }
  const script = action.runs.steps.map(({ run: words }) => words ?? '').find((it) => it.includes('ci/run.sh'))
  expect(script).toContain('/ci/run.sh github')
  const [head, jobs] = readFileSync('ci/gitlab.yml', 'utf8').split(/^---$/m)
  expect(parse(head!)).toHaveProperty('spec.inputs.repository')
  expect(parse(jobs!)).toHaveProperty('briefpack.artifacts.reports.codequality', 'gl-code-quality-report.json')
})

test.each([
  ['github', '.github/workflows/packs.yml'],
  ['gitlab', '.gitlab-ci.yml'],
])(
  'init --ci %s writes its pipeline, whose first run passes without the texts, which are not in git',
  async (host, path) => {
    const folder = project()
    expect((await run(folder, ['init', 'x', '--ci', host, '-q'])).code).toBe(0)
    expect(parse(readFileSync(join(folder, 'x', path), 'utf8'))).toBeTypeOf('object')
    rmSync(join(folder, 'x/texts'), { recursive: true })
    const summary = join(folder, 'summary.md')
    const env = { STRICT: 'true', GITHUB_STEP_SUMMARY: summary }
    const { code } = await pipeline(host, join(folder, 'x'), env, '-f', 'md')
    expect([code, readFileSync(summary, 'utf8')]).toEqual([0, expect.stringContaining('## Packs built')])
  },
)

test.each([
  ['github', '.github/workflows/packs.yml', 'jobs.packs.defaults.run.working-directory', 'packs/our wells'],
  ['gitlab', '.gitlab-ci.yml', 'packs.script.0', 'cd "packs/our wells"'],
])(
  'init --ci %s in a folder of a repository writes to its root, and over nothing',
  async (host, path, input, words) => {
    const root = project()
    mkdirSync(join(root, '.git'))
    expect((await run(root, ['init', 'packs/our wells', '--ci', host])).err).toContain(`${path} stands at the root`)
    expect(parse(readFileSync(join(root, path), 'utf8'))).toHaveProperty(input, words)
    const second = await run(root, ['init', 'second', '--ci', host])
    expect([second.code, second.err]).toEqual([2, expect.stringContaining('a job for “second”')])
    expect(existsSync(join(root, 'second'))).toBe(false)
  },
)

test.each([
  ['github', '.github/workflows/packs.yml'],
  ['gitlab', '.gitlab-ci.yml'],
])('init --ci %s of a project that is there writes its pipeline alone', async (host, path) => {
  const folder = project('minimal')
  const before = filesBelow(folder)
  const { code, out, err } = await run(folder, ['init', '--ci', host])
  expect([code, out]).toEqual([0, `${join(folder, path)}\n`])
  expect(err).toContain('npm install --save-dev')
  expect(filesBelow(folder).filter((it) => !before.includes(it))).toEqual([path])
  const again = await run(folder, ['init', '--ci', host])
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('is not written over')])
  const useless = await run(project('minimal'), ['init', '--ci', host, '--subject', 'X'])
  expect([useless.code, useless.err]).toEqual([2, expect.stringContaining('“--subject” changes nothing in it')])
})

test('the pipelines run what the package carries, as docs/ci.md has them', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] }
  expect(files).toContain('ci')
  const page = readFileSync('docs/ci.md', 'utf8')
  for (const [host, { text }] of Object.entries(ciFiles)) {
    expect(text('.')).toContain(`node_modules/briefpack/ci/run.sh" ${host} .`)
    expect(page).toContain(`node_modules/briefpack/ci/run.sh" ${host} .`)
  }
})

test('--watch builds after a save, an atomic one too; a broken edit leaves the last files, and its repair is built', async () => {
  const folder = project('minimal')
  const child = start(folder, ['build', '--watch', '-f', 'md'])
  try {
    const out = join(folder, 'out/report.md')
    const template = join(folder, 'templates/report.md.hbs')
    const text = readFileSync(template, 'utf8')
    const printed = () => (existsSync(out) ? readFileSync(out, 'utf8') : '')
    await expect.poll(printed).not.toBe('')
    writeFileSync(template, `${text}\nSaved once.\n`)
    await expect.poll(printed).toContain('Saved once.')
    writeFileSync(`${template}.tmp`, `${text}\nSaved by renaming.\n`)
    renameSync(`${template}.tmp`, template)
    await expect.poll(printed).toContain('Saved by renaming.')
    const told: string[] = []
    child.stderr!.on('data', (chunk: Buffer) => told.push(chunk.toString()))
    writeFileSync(template, `${text}\n{{#if}}\n`)
    await expect.poll(() => told.join('')).toContain('what was there before stays')
    expect(printed()).toContain('Saved by renaming.')
    writeFileSync(template, `${text}\nMended.\n`)
    await expect.poll(printed).toContain('Mended.')
  } finally {
    child.kill('SIGTERM')
  }
})
