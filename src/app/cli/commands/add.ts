import { stat } from 'node:fs/promises'
import { Log, nearest } from '../../../core/index.ts'
import type { Brought } from '../add/door.ts'
import { defineCommand, exit, textsOption, UsageError } from '../command.ts'
import { diskHost } from '../host.ts'
import { isMissing, readPlain } from '../plain-file.ts'
import { printable } from '../terminal.ts'

const libraries: Readonly<Record<string, 'bibtex' | 'ris' | 'csl-json'>> = {
  bib: 'bibtex',
  bibtex: 'bibtex',
  ris: 'ris',
  json: 'csl-json',
}

export const addCommand = defineCommand({
  usage: 'add <thing> [more..]',
  summary: 'Bring in a library, a text, a register, annotations, or a new record',
  examples: [
    ['$0 add refs.bib', 'BibTeX, RIS or CSL-JSON as sources; again later: only what changed there'],
    ['$0 add report.pdf', 'a text from PDF, Word, HTML, EPUB, WARC or plain text, and its source'],
    ['$0 add report.pdf --source ministry-2021', 'the text of a source that is described already'],
    ['$0 add actors.xlsx', 'a register from a spreadsheet that `briefpack export` made, or one with its columns'],
    ['$0 add annotations.json', 'Hypothesis, Web Annotation or .qdpx: passages with unfinished claims'],
    ['$0 add zotero:ABCD2345', 'an item or a collection of the Zotero that runs here, with its annotations'],
    [
      '$0 add claim --source toll-2003 --words "The toll" kind=fact …',
      'a claim, pinned to the sentence with these words',
    ],
    ['$0 explain actor', 'the fields of a kind of record'],
    ['$0 add actor name="Ben Sorley" kind=person', 'a record; in a terminal what it must have is asked for'],
  ],
  positionals: {
    thing: { type: 'string', demandOption: true, describe: 'A file, zotero:KEY, or a kind of record' },
    more: { type: 'string', array: true, default: [], describe: 'More files, or field=value' },
  },
  options: {
    source: { type: 'string', describe: 'The source that a text is of, or that a claim belongs to' },
    words: { type: 'string', describe: 'Of a claim: the first words of its passage' },
    to: { type: 'string', describe: 'With --words: the last ones; without it the passage is their sentence' },
    texts: textsOption,
    encoding: {
      type: 'string',
      describe: 'How the letters of a file are written, e.g. windows-1250; else it is told by its bytes',
    },
    replace: { type: 'boolean', default: false, describe: 'Put a text in the place of another that is there' },
    'dry-run': { type: 'boolean', default: false, describe: 'Show what would be written, and write nothing' },
  },
  async run(args, world) {
    const [{ kinds }, { openCorpus }] = await Promise.all([
      import('../../../corpus/kinds.ts'),
      import('../../pipeline/project.ts'),
    ])
    const host = diskHost(world.folder, world.env)
    const thing = args.thing
    const more = args.more
    // A pack is not one record among others.
    const names = kinds.flatMap(({ name }) => (name === 'pack' ? [] : [name]))
    const kind = names.find((it) => it === thing)
    const source = args.source
    const encoding = args.encoding
    if (encoding !== undefined) {
      const { slipOfEncoding } = await import('../../../evidence/import/encoding.ts')
      const slip = slipOfEncoding(encoding)
      if (slip) throw new UsageError(slip.wrong, slip.help)
    }
    const asked = { host, args, encoding, source, texts: args.texts, world, dry: args['dry-run'] }
    const corpus = () => openCorpus(host, new Log())
    if (kind) return (await import('../add/record.ts')).addOne({ ...asked, corpus: await corpus() }, kind, more)
    let code: number = exit.done
    for (const path of [thing, ...more]) {
      const brought = { ...asked, corpus: await corpus(), path }
      const done = path.startsWith('zotero:')
        ? await (await import('../add/zotero.ts')).addFromZotero(brought)
        : await addFile({ ...brought, bytes: await bytesOf(path, names) })
      if (done !== exit.done) code = done
    }
    return code
  },
})

/** By what a file is: a library, a register, somebody’s codings, or a text. */
async function addFile(brought: Brought): Promise<number> {
  const ending = brought.path.toLowerCase().split('.').at(-1) ?? ''
  // Figures that are a source’s own are its text, a row a paragraph.
  const isText = brought.source !== undefined && ending !== 'xlsx'
  if (['csv', 'tsv', 'xlsx'].includes(ending) && !isText) return (await import('../add/sheet.ts')).addSheetFile(brought)
  if (['qdpx', 'json', 'jsonld'].includes(ending)) {
    const done = await (await import('../add/codings.ts')).addCodingsFile(brought)
    if (done !== undefined) return done
  }
  const format = libraries[ending]
  return format
    ? (await import('../add/library.ts')).addLibraryFile(brought, format)
    : (await import('../add/text.ts')).addTextFile(brought)
}

async function bytesOf(path: string, kinds: readonly string[]): Promise<Uint8Array> {
  if ((await stat(path).catch(() => undefined))?.isDirectory())
    throw new UsageError(`“${printable(path)}” is a folder`, 'name its files, e.g. folder/*.pdf')
  try {
    return new Uint8Array(readPlain(path))
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const meant = nearest(path, kinds)
  throw new UsageError(
    `there is no file “${printable(path)}”, and it is no kind of record`,
    meant ? `did you mean “${meant}”?` : `kinds are ${kinds.join(', ')}`,
  )
}
