import { encode, type Host, itemAt, Log, readTextOrReport } from '../../../core/index.ts'
import type { Passage } from '../../../corpus/index.ts'
import { defineCommand, exit, textsOption, UsageError, type World } from '../command.ts'
import { printFindings } from '../findings.ts'
import { diskHost } from '../host.ts'
import { textsFolder } from '../records.ts'
import { meaning } from '../usage.ts'

export const pinCommand = defineCommand({
  usage: 'pin <source> [words..]',
  summary: 'Find a passage in a held text and write its record',
  examples: [
    ['$0 pin alder-courier-2020 "The health office"', 'the sentence with these words'],
    ['$0 pin alder-courier-2020 "In March" --to "in May."', 'from these words to those'],
    ['$0 pin alder-courier-2020 "In March" --write kestrel-hired', 'into the record, comments kept'],
    ['$0 pin port-law "The council" --at "article=5(2)"', 'cited by article'],
  ],
  positionals: {
    source: { type: 'string', demandOption: true, describe: 'The source’s key' },
    words: { type: 'string', array: true, default: [], describe: 'The first words of the passage' },
  },
  options: {
    to: {
      type: 'string',
      describe: 'The last words of the passage; without them it is the sentence that holds the first',
    },
    para: { alias: 'p', type: 'number', describe: 'Look in this paragraph only' },
    at: { type: 'string', describe: 'Where a reader finds it in the work: page=14, article=5(2), timestamp=12:30 …' },
    digest: { type: 'boolean', default: false, describe: 'Print the source’s `text` field instead' },
    write: { type: 'string', describe: 'Write it into this claim of the source, in the place of its only passage' },
    add: { type: 'boolean', default: false, describe: 'With --write: after its last passage instead' },
    texts: textsOption,
  },
  async run(args, world) {
    const [{ describeText, pin }, { sayParagraphs, whyUnpinned }] = await Promise.all([
      import('../../../evidence/pin.ts'),
      import('../../../evidence/unpinned.ts'),
    ])
    const host = diskHost(world.folder, world.env)
    const path = `${await textsFolder(args.texts, host)}/${args.source}.txt`
    const log = new Log()
    const text = await readTextOrReport(host, path, log)
    if (log.findings.length > 0) {
      await printFindings(log.findings, host, world)
      return exit.findings
    }
    if (text === undefined) throw await noText(args.source, path, host)
    if (args.digest) {
      world.out(`text: ${flow(describeText(text))}\n`)
      return exit.done
    }
    const start = args.words.join(' ')
    if (start === '')
      throw new UsageError('name the first words of the passage', 'briefpack pin <source> "first words"')
    const para = args.para === undefined ? undefined : Number(args.para)
    if (para !== undefined && !(Number.isInteger(para) && para > 0))
      throw new UsageError('“--para” needs the number of a paragraph', 'the first is 1')
    const request = { start, end: args.to || undefined, para }
    const at = args.at === undefined ? undefined : await placeIn(args.at)
    const found = pin(text, request).map(({ passage, ...it }) => ({
      ...it,
      ...(passage && { passage: at ? withPlace(passage, at) : passage }),
    }))
    for (const { span, before, after, elsewhere, passage } of found) {
      const [left, right] = [lastOf(before), firstOf(after)].map((it) => world.paint.err('dim', it))
      world.err(`  para. ${span.para}: ${left}▸${span.text}◂${right}\n`)
      if (!passage) {
        world.err('  these words stand twice in the paragraph, and nothing tells the two apart: take longer ones\n')
        continue
      }
      world.out(`- ${flow(passage)}\n`)
      if (elsewhere.length > 0)
        world.err(
          `  the words stand in ${sayParagraphs(elsewhere)} too: a longer passage is safer when the text changes\n`,
        )
    }
    const only = found.length === 1 ? itemAt(found, 0).passage : undefined
    if (only && args.write !== undefined) return write(args.source, args.write, only, !args.add, host, world)
    if (only) return exit.done
    if (found.length === 0) {
      const where = para === undefined ? path : `paragraph ${para} of ${path}`
      const notes = whyUnpinned(text, request).map((note) => `  ${note}\n`)
      world.err(`briefpack: these words do not stand in ${where}\n${notes.join('')}`)
    } else world.err(`briefpack: ${found.length} passages answer to these words; take longer ones, or --para\n`)
    return exit.findings
  },
})

const withPlace = ({ para, ...words }: Passage, at: NonNullable<Passage['at']>): Passage => ({ para, at, ...words })

/** A place in a work as the command line names it: `article=5(2)`. */
async function placeIn(asked: string): Promise<NonNullable<Passage['at']>> {
  const { placeKinds } = await import('../../../corpus/passage.ts')
  const [, name = '', value = ''] = /^([^=]*)=(.+)$/.exec(asked) ?? []
  const kind = placeKinds.find((it) => it === name)
  if (value === '' && placeKinds.some((it) => it === asked))
    throw new UsageError(`“${asked}” says no place`, 'e.g. --at page=14, --at article=5(2)')
  if (!kind)
    throw new UsageError(
      `“${asked}” is not a place`,
      meaning(name || asked, placeKinds, `places are ${placeKinds.join(', ')}: --at page=14`),
    )
  return { [kind]: value }
}

/** Puts a passage into the record of a claim, and says where. */
async function write(
  source: string,
  claim: string,
  passage: Passage,
  replaces: boolean,
  host: Host,
  world: World,
): Promise<number> {
  const [{ writePassage }, { readToEdit }] = await Promise.all([
    import('../../../evidence/import/edit-record.ts'),
    import('../../../corpus/read-to-edit.ts'),
  ])
  const path = `corpus/sources/${source}.yaml`
  const file = await readToEdit(host, path)
  const written = file === '' ? { why: `there is no file ${path}` } : writePassage(file, claim, passage, replaces)
  if ('why' in written) {
    world.err(`briefpack: not written: ${written.why}\n`)
    return exit.findings
  }
  await host.write(new Map([[path, encode(written.text)]]))
  world.out(`${path}\n`)
  return exit.done
}

/** A source without a text at hand, or no source at all. */
async function noText(source: string, path: string, host: Host): Promise<UsageError> {
  const known = (await host.list('corpus/sources')).map((name) => name.replace(/\.yaml$/, ''))
  if (known.includes(source))
    return new UsageError(`there is no text ${path}`, 'put the source’s full text there; it stays out of git')
  return new UsageError(
    `there is no source “${source}”`,
    meaning(source, known, `its record would be corpus/sources/${source}.yaml`),
  )
}

/** As much of the paragraph around a passage as tells where it stands. */
const shown = 60
const lastOf = (text: string) => (text.length <= shown ? text : `…${text.slice(-shown)}`)
const firstOf = (text: string) => (text.length <= shown ? text : `${text.slice(0, shown)}…`)

/** One line of YAML; JSON’s quotes are YAML’s too. Words are always quoted: 2005, true and null would be none. */
function flow(record: object): string {
  const isBare = (key: string, value: unknown) =>
    typeof value === 'number' || key === 'normalisation' || (key === 'sha256' && Number.isNaN(Number(value)))
  const pairs = Object.entries(record).map(
    ([key, value]) => `${key}: ${isBare(key, value) ? value : JSON.stringify(value)}`,
  )
  return `{${pairs.join(', ')}}`
}
