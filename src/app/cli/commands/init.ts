import { existsSync } from 'node:fs'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { baseLanguage, encode, itemAt } from '../../../core/index.ts'
import type { PackFile } from '../../../corpus/index.ts'
import { paperNames } from '../../../write/index.ts'
import type { ciFiles } from '../ci-files.ts'
import { defineCommand, exit, today, UsageError } from '../command.ts'
import { diskHost, packageRoot, unwritable } from '../host.ts'

const languages = ['en-GB', 'en-US', 'de', 'es', 'fr', 'kk', 'ru'] as const
const styleNames = ['chicago-notes', 'source-codes', 'apa', 'chicago-author-date', 'ieee', 'mla', 'nature'] as const
const presets = ['brief', 'report', 'dossier'] as const satisfies readonly PackFile['preset'][]

export const initCommand = defineCommand({
  usage: 'init [folder]',
  summary: 'Start a project with a first source, three claims and a pack that tells how to go on',
  examples: [
    ['$0 init my-pack && cd my-pack && briefpack build', 'from nothing to a PDF'],
    [
      '$0 init my-pack --subject "Water in the Fergana Valley" --paper A4',
      'with its title; a terminal asks for the rest',
    ],
    ['$0 init', 'in this folder, which must be empty'],
    ['$0 init sample --example', 'the larger sample, with a record of every kind'],
    ['$0 init my-pack --ci github', 'with a workflow that checks and builds it; a project that is there gets it alone'],
  ],
  positionals: { folder: { type: 'string', default: '.', describe: 'Where; the folder must be empty or new' } },
  options: {
    subject: { type: 'string', describe: 'What the pack is about: its title' },
    language: { choices: languages, describe: 'The language of the pack' },
    style: { choices: styleNames, describe: 'How it cites' },
    paper: { choices: paperNames, describe: 'The paper of the PDF and the Word file' },
    preset: { choices: presets, describe: 'The sections of a kind of pack, instead of first steps' },
    example: { type: 'boolean', default: false, describe: 'The larger sample instead, with a record of every kind' },
    ci: { choices: ['github', 'gitlab'], describe: 'Write a pipeline that checks and builds it there' },
  },
  async run(args, world) {
    const { editorSettings, schemaFiles, schemaFolder } = await import('../schemas.ts')
    const folder = resolve(world.folder, args.folder)
    const isThere = args.ci !== undefined && existsSync(join(folder, 'corpus'))
    const [useless] = isThere
      ? (['example', 'subject', 'language', 'style', 'paper', 'preset'] as const).filter((it) => args[it])
      : []
    if (useless)
      throw new UsageError(`the project is there, and gets a pipeline alone: “--${useless}” changes nothing in it`)
    const [vain] = args.example
      ? (['subject', 'language', 'style', 'paper', 'preset'] as const).filter((it) => args[it] !== undefined)
      : []
    if (vain)
      throw new UsageError(
        `the sample of --example is as it is: “--${vain}” changes nothing in it`,
        'leave out one of the two',
      )
    if (!isThere) await checkEmpty(folder)
    const pipeline = args.ci === undefined ? undefined : await pipelineOf(args.ci, folder)
    if (isThere && pipeline) {
      await diskHost(pipeline.root, world.env).write(new Map([[pipeline.path, encode(pipeline.text)]]))
      world.out(`${join(pipeline.root, pipeline.path)}\n`)
      if (!world.quiet) world.err(`✔ a pipeline for the project that is there\n${wantedBy(pipeline.root, folder)}`)
      return exit.done
    }
    const wishes = args.example ? undefined : await wishesOf(args, basename(folder))
    if (!args.example && !wishes) return exit.usage
    const start = wishes ? ['start/common', `start/${baseLanguage(wishes.language)}`] : ['sample']
    try {
      await mkdir(folder, { recursive: true })
      await cp(join(packageRoot(), 'templates'), join(folder, 'templates'), { recursive: true })
      for (const part of start) await cp(join(packageRoot(), 'assets', part), folder, { recursive: true })
    } catch (error) {
      throw unwritable(world.folder, error)
    }
    if (wishes) await diskHost(folder, world.env).write(await firstPack(wishes, args.preset, world.env))
    await diskHost(folder, world.env).write(
      new Map([
        ...schemaFiles(schemaFolder),
        ['.vscode/settings.json', editorSettings()],
        ['.gitignore', encode(ignored)],
      ]),
    )
    if (pipeline) {
      await diskHost(pipeline.root, world.env).write(new Map([[pipeline.path, encode(pipeline.text)]]))
      // There the texts are not at hand, and the first run is to pass.
      const { updateLock } = await import('./check.ts')
      await updateLock('texts', diskHost(folder, world.env), { ...world, folder, out: () => {} })
    }
    world.out(`${folder}\n`)
    const way = relative(process.cwd(), folder).replace(/^.*[^\w./-].*$/su, (it) => `'${it.replaceAll("'", "'\\''")}'`)
    if (!world.quiet)
      world.err(
        `✔ ${wishes ? 'a project with a first source and a pack' : 'the sample: an invented corpus'}; next: ${way === '' ? '' : `cd ${way} && `}briefpack build\n`,
      )
    if (pipeline && pipeline.root !== folder && !world.quiet)
      world.err(`  ${pipeline.path} stands at the root of the repository, ${pipeline.root}, where pipelines are read\n`)
    if (pipeline && !world.quiet) world.err(wantedBy(pipeline.root, folder))
    return exit.done
  },
})

const ignored = `/out/
/node_modules/
/.briefpack/
# Texts are usually copyrighted: they stay on your disk. \`briefpack check --update-lock\` writes what others need instead.
/texts/
`

interface Wishes {
  readonly subject: string
  readonly language: string
  readonly style: string
  readonly paper: string
}

/** What was given on the command line; the rest is asked for in a terminal, and has its default in a script. */
async function wishesOf(args: Readonly<Record<string, unknown>>, folder: string): Promise<Wishes | undefined> {
  const given = (name: keyof Wishes) => (args[name] === undefined ? undefined : String(args[name]))
  const asks = process.stdin.isTTY && process.stdout.isTTY
  const prompts = asks ? await import('@clack/prompts') : undefined
  const usual: Wishes = {
    subject: words(folder),
    language: languages[0],
    style: styleNames[0],
    paper: itemAt(paperNames, 0),
  }
  const wishes: Wishes = { ...usual }
  const questions = { language: languages, style: styleNames, paper: paperNames } as const
  for (const name of ['subject', 'language', 'style', 'paper'] as const) {
    const message = {
      subject: 'What is the pack about?',
      language: 'Its language',
      style: 'How it cites',
      paper: 'Paper',
    }[name]
    const answer =
      given(name) ??
      (!prompts
        ? usual[name]
        : name === 'subject'
          ? await prompts.text({ message, defaultValue: usual.subject, placeholder: usual.subject })
          : await prompts.select({ message, options: questions[name].map((value) => ({ value: String(value) })) }))
    if (typeof answer === 'symbol') return undefined
    Object.assign(wishes, { [name]: answer.replace(/\s+/g, ' ').trim() || usual[name] })
  }
  return wishes
}

/** The name of a folder as a title. */
function words(folder: string): string {
  const plain = folder.replace(/[-_.]+/g, ' ').trim()
  return plain === '' ? 'A first pack' : plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** The pack that prints the first steps, and a theme where the paper asks for one. */
async function firstPack(
  { subject, language, style, paper }: Wishes,
  preset: unknown,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { yamlOf } = await import('../../../corpus/write-yaml.ts')
  const on = today(diskHost('.', env))
  const pack = {
    title: subject,
    description: subject,
    period: on.slice(0, 4),
    'cut-off': on,
    issued: on,
    scale: 'icd203',
    style,
    language,
    ...(preset ? { preset } : { cover: false, sections: ['first-steps', 'annex-claims', 'bibliography'] }),
    rules: { 'section-has-two-sources': 'off' },
  }
  const files = new Map([['corpus/packs/pack.yaml', encode(`${said}\n${yamlOf(pack)}`)]])
  if (paper !== 'A4') files.set('templates/themes/default.yaml', encode(`page: {size: ${paper}}\n`))
  return files
}

const said = `# The pack: what it is, and which sections it prints, each a file of templates/.
# Take the last line away when you have a second source.`

/** The pipeline of a project in a folder, for the root of the repository that it is in, where alone pipelines are read. */
async function pipelineOf(service: keyof typeof ciFiles, folder: string) {
  const [{ ciFiles }, { repositoryOf, wayFromRepository }] = await Promise.all([
    import('../ci-files.ts'),
    import('../repository.ts'),
  ])
  const root = repositoryOf(folder) ?? folder
  const project = wayFromRepository(folder).replace(/\/$/, '') || '.'
  const { path, text } = ciFiles[service]
  if (existsSync(join(root, path)))
    throw new UsageError(
      `${join(root, path)} exists already, and is not written over`,
      `add a job for “${project}” to it by hand: docs/ci.md shows one it`,
    )
  return { root, path, text: text(project) }
}

/** What a pipeline still wants of the project. */
function wantedBy(root: string, folder: string): string {
  const has = (path: string) => [root, folder].some((it) => existsSync(join(it, path)))
  const missing = [
    ...(has('package-lock.json') ? [] : ['`npm install --save-dev PATH-OR-ADDRESS-OF-BRIEFPACK`']),
    ...(has('corpus/evidence.lock.json') ? [] : ['`briefpack check --update-lock`']),
  ]
  return missing.map((it) => `  it wants ${it}, and what that writes in the repository\n`).join('')
}

async function checkEmpty(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') throw new UsageError(`“${folder}” is a file, or lies below one`)
    throw error
  })
  if (there.some((name) => name !== '.git'))
    throw new UsageError(`“${folder}” is not empty`, 'name a new folder: briefpack init my-pack')
}
