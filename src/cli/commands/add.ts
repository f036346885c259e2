import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Options } from 'yargs'
import type { RecordKind } from '../../corpus/fields.ts'
import type { Host } from '../../host.ts'
import { Log } from '../../log.ts'
import { nearest } from '../../nearest.ts'
import { type Command, exit, textsOption, UsageError, type World } from '../command.ts'
import { count, printable } from '../terminal.ts'

const options = {
  source: { type: 'string', describe: 'The source that a text is of, or that a claim belongs to' },
  texts: textsOption,
  replace: { type: 'boolean', default: false, describe: 'Put a text in the place of another that is there' },
  'dry-run': { type: 'boolean', default: false, describe: 'Show what would be written, and write nothing' },
} as const satisfies Record<string, Options>

const libraries: Readonly<Record<string, 'bibtex' | 'ris' | 'csl-json'>> = {
  bib: 'bibtex',
  bibtex: 'bibtex',
  ris: 'ris',
  json: 'csl-json',
}

export const addCommand: Command<typeof options> = {
  usage: 'add <thing> [more..]',
  summary: 'Bring in a library, a text from a file, or a new record',
  examples: [
    ['$0 add refs.bib', 'BibTeX, RIS or CSL-JSON as sources; again later: only what changed there'],
    ['$0 add report.pdf', 'a text from PDF, Word, HTML, EPUB, WARC or plain text, and its source'],
    ['$0 add report.pdf --source ministry-2021', 'the text of a source that is described already'],
    ['$0 add actor name="Ben Sorley" kind=person', 'a record; in a terminal what it must have is asked for'],
  ],
  positionals: {
    thing: { type: 'string', demandOption: true, describe: 'A file, or a kind of record' },
    more: { type: 'string', array: true, default: [], describe: 'More files, or field=value' },
  },
  options,
  async run(args, world) {
    const [{ kinds }, { diskHost }, { openCorpus }] = await Promise.all([
      import('../../corpus/kinds.ts'),
      import('../host.ts'),
      import('../../pipeline/project.ts'),
    ])
    const host = diskHost(world.folder, world.env)
    const thing = String(args.thing)
    const more = args.more as string[]
    // A pack is not one record among others.
    const names = kinds.flatMap(({ name }) => (name === 'pack' ? [] : [name]))
    const kind = names.find((it) => it === thing)
    const corpus = await openCorpus(host, new Log())
    const dry = args['dry-run'] === true
    if (kind) return addOne(host, corpus, kind, more, args, world, dry)
    let code: number = exit.done
    for (const path of [thing, ...more]) {
      const bytes = await bytesOf(path, names)
      const format = libraries[path.toLowerCase().split('.').at(-1) ?? '']
      const fresh = await openCorpus(host, new Log())
      const done = format
        ? await addLibraryFile(host, fresh, path, bytes, format, world, dry)
        : await addTextFile(host, fresh, path, bytes, args, world, dry)
      if (done !== exit.done) code = done
    }
    return code
  },
}

type Corpus = Awaited<ReturnType<typeof import('../../pipeline/project.ts')['openCorpus']>>

async function bytesOf(path: string, kinds: readonly string[]): Promise<Uint8Array> {
  const there = await stat(path).catch(() => undefined)
  if (there?.isFile()) return new Uint8Array(await readFile(path))
  if (there) throw new UsageError(`“${printable(path)}” is a folder`, 'name its files, e.g. folder/*.pdf')
  const meant = nearest(path, kinds)
  throw new UsageError(
    `there is no file “${printable(path)}”, and it is no kind of record`,
    meant ? `did you mean “${meant}”?` : `kinds are ${kinds.join(', ')}`,
  )
}

async function addLibraryFile(
  host: Host,
  corpus: Corpus,
  path: string,
  bytes: Uint8Array,
  format: 'bibtex' | 'ris' | 'csl-json',
  world: World,
  dry: boolean,
): Promise<number> {
  const [{ addLibrary }, { readLibrary }, { decode }] = await Promise.all([
    import('../../import/add-library.ts'),
    import('../../import/bibliography.ts'),
    import('../../import/plain.ts'),
  ])
  const library = readLibrary(decode(bytes).text, format)
  for (const { line, reason } of library.problems)
    world.err(`${printable(path)}:${line}:1  error  ${printable(reason)}\n`)
  const added = await addLibrary(host, corpus, library)
  if (!dry) await host.write(added.files)
  for (const key of added.created) world.out(`corpus/sources/${key}.yaml\n`)
  for (const [key, fields] of added.changed) world.out(`corpus/sources/${key}.yaml  ${fields.join(', ')}\n`)
  for (const { source, field, here, there } of added.conflicts)
    world.err(
      `corpus/sources/${source}.yaml  “${field}” was changed here and in the library, and stays as it is here\n` +
        `  here:  ${printable(JSON.stringify(here) ?? 'nothing')}\n  there: ${printable(JSON.stringify(there) ?? 'nothing')}\n`,
    )
  if (!world.quiet) {
    const said = [
      `${count(added.created.length, 'new source')}`,
      `${added.changed.size} changed`,
      `${added.same} as before`,
    ]
    world.err(`${dry ? 'would be: ' : '✔ '}${said.join(', ')}\n`)
    if (added.homeless.size > 0) {
      const names = [...added.homeless].map(([name, items]) => `${name} (${items})`).join(', ')
      world.err(`  fields that a source does not have are kept under library.other: ${printable(names)}\n`)
    }
  }
  return library.problems.length > 0 || added.conflicts.length > 0 ? exit.findings : exit.done
}

async function addTextFile(
  host: Host,
  corpus: Corpus,
  path: string,
  bytes: Uint8Array,
  args: Record<string, unknown>,
  world: World,
  dry: boolean,
): Promise<number> {
  const [{ addText, TextDiffers }, { readFileText, textEndings }] = await Promise.all([
    import('../../import/add-text.ts'),
    import('../../import/read-file.ts'),
  ])
  const source = args.source === undefined ? undefined : String(args.source)
  if (source !== undefined && !corpus.sources.has(source)) {
    const meant = nearest(source, corpus.sources.keys())
    throw new UsageError(
      `there is no source “${source}”`,
      meant ? `did you mean “${meant}”?` : 'without --source a new one is made',
    )
  }
  const read = await readFileText(path, bytes).catch((error: Error) => {
    throw new UsageError(`“${printable(path)}” cannot be read: ${error.message}`)
  })
  if (!read)
    throw new UsageError(
      `there is no reader for “${printable(path)}”`,
      `texts are taken from ${textEndings.join(', ')}; libraries are .bib, .ris, .json`,
    )
  if (read.paragraphs.length === 0) {
    world.err(`${printable(path)}  error  no text was found in it\n${read.notes.map((it) => `  ${it}\n`).join('')}`)
    return exit.findings
  }
  const on = new Date(host.epoch === undefined ? Date.now() : host.epoch * 1000).toISOString().slice(0, 10)
  const options = { source, texts: String(args.texts), on, replace: args.replace === true }
  const added = await addText(host, corpus, basename(path), bytes, read, options).catch((error: Error) => {
    if (!(error instanceof TextDiffers)) throw error
    throw new UsageError(error.message, '--replace puts this one in its place; passages that moved are then findings')
  })
  if (!dry) await host.write(added.files)
  for (const file of added.files.keys()) world.out(`${file}\n`)
  if (!world.quiet) {
    const size = `${count(added.paragraphs, 'paragraph')}${added.pages > 0 ? ` on ${count(added.pages, 'page')}` : ''}`
    const state = { created: 'a new source', attached: 'its text', same: 'nothing new' }[added.state]
    world.err(`${dry ? 'would be: ' : '✔ '}${added.source}: ${state}, ${size}\n`)
    for (const note of read.notes) world.err(`  ${note}\n`)
    for (const { source: other, share } of added.alike.slice(0, 3))
      world.err(
        `  ${Math.round(share * 100)} % of its words stand in ${other} too, in runs of eight and more: one independence group\n`,
      )
    if (added.missing.length > 0) world.err(`  the file does not say its ${added.missing.join(', ')}\n`)
    if (added.state === 'created')
      world.err(`  next: look at the record, then briefpack pin ${added.source} "first words"\n`)
  }
  return exit.done
}

async function addOne(
  host: Host,
  corpus: Corpus,
  kind: RecordKind,
  more: readonly string[],
  args: Record<string, unknown>,
  world: World,
  dry: boolean,
): Promise<number> {
  const [{ addRecord }, { askFields, fieldsOf }] = await Promise.all([
    import('../../import/add-record.ts'),
    import('../ask-fields.ts'),
  ])
  const source = args.source === undefined ? undefined : String(args.source)
  if (kind === 'claim' && (source === undefined || !corpus.sources.has(source)))
    throw new UsageError(
      'a claim belongs to a source',
      `--source KEY; sources are ${[...corpus.sources.keys()].slice(0, 8).join(', ')}`,
    )
  const given = fieldsOf(kind, more)
  const fields = process.stdin.isTTY ? await askFields(kind, given, corpus) : given
  if (!fields) return exit.usage
  const added = await addRecord(host, corpus, kind, fields, source)
  if (added.problems.length > 0) {
    for (const problem of added.problems) world.err(`error  ${problem.split('\n').map(printable).join('\n  ')}\n`)
    world.err(`  nothing was written; fields are given as field=value, see briefpack explain ${kind}\n`)
    return exit.findings
  }
  if (!dry) await host.write(new Map([[added.path, added.bytes]]))
  world.out(`${added.path}  ${added.id}\n`)
  if (!world.quiet) world.err(added.yaml.replace(/^/gm, '  ').trimEnd().concat('\n'))
  return exit.done
}
