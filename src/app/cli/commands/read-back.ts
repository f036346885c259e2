import type { Place } from '../../../core/index.ts'
import { difference } from '../../../write/index.ts'
import type { Edit, ReadBack, Remark } from '../../review/index.ts'
import { cacheOf } from '../cache.ts'
import { cacheOption, defineCommand, exit, textsOption, UsageError, type World } from '../command.ts'
import { diskHost } from '../host.ts'
import { isMissing, readPlain } from '../plain-file.ts'
import { formatPlace, textsFolder } from '../records.ts'
import { count, printable } from '../terminal.ts'

export const readBackCommand = defineCommand({
  usage: 'read-back <file>',
  summary: 'What a person edited and commented in a Word file of a pack, by record',
  examples: [
    ['$0 read-back edited.docx', 'each edit with its record, or why it cannot become the record’s'],
    ['$0 read-back edited.docx --apply', 'writes the others into the records'],
  ],
  positionals: { file: { type: 'string', demandOption: true, describe: 'The .docx as it came back' } },
  options: {
    apply: { type: 'boolean', default: false, describe: 'Write the edits that are not refused into the records' },
    json: { type: 'boolean', default: false, describe: 'Print edits and comments as JSON' },
    csl: { type: 'string', describe: 'The style that the file was built in with --csl' },
    texts: textsOption,
    cache: cacheOption,
  },
  async run(args, world) {
    const { readBack } = await import('../../review/index.ts')
    const path = args.file
    const bytes = bytesOf(path)
    const host = diskHost(world.folder, world.env)
    const cache = args.cache === false ? undefined : await cacheOf(host, world)
    const { config } = await world.ownCode()
    const result = await readBack(host, new Uint8Array(bytes), {
      csl: args.csl,
      texts: await textsFolder(args.texts, host),
      cache,
      config,
    })
    if (typeof result === 'string')
      throw new UsageError(`“${printable(path)}” cannot be read back: ${printable(result)}`)
    if (args.apply) await host.write(result.files)
    if (args.json) world.out(`${JSON.stringify(asData(result), null, 2)}\n`)
    else print(result, args.apply, world)
    return result.edits.some(({ refused }) => refused !== undefined) ? exit.findings : exit.done
  },
})

function asData({ pack, edits, remarks }: ReadBack) {
  const where = ({ field, place }: Edit | Remark) =>
    field && place
      ? {
          record: `${field.kind}:${field.id}`,
          field: field.path.join('.'),
          ...asPoint(place),
        }
      : {}
  return {
    pack,
    edits: edits.map((it) => ({
      ...where(it),
      ...{ was: it.was, is: it.is, sentence: it.sentence, by: it.by, refused: it.refused },
      printedBy: it.printedBy && asPoint(it.printedBy),
    })),
    comments: remarks.map((it) => ({ ...where(it), author: it.author, date: it.date, text: it.text, quote: it.quote })),
  }
}

const asPoint = ({ file, start }: Place) => ({ file, line: start?.line, column: start?.column })

function print({ edits, remarks, errors }: ReadBack, isApplied: boolean, world: World): void {
  const paint = world.paint.out
  const where = ({ field, place }: Edit | Remark) =>
    field && place ? `${formatPlace(place)}  ${field.kind}:${field.id} ${field.path.join('.')}` : 'no record'
  const printedBy = ({ printedBy: by, place }: Edit) =>
    by && !(place?.file === by.file && place.start?.line === by.start?.line) ? ` (${formatPlace(by)})` : ''
  for (const edit of edits) {
    const authors = edit.by.map(({ author }) => author).join(', ')
    const state =
      edit.refused === undefined ? paint('green', isApplied ? 'applied' : 'can be applied') : paint('red', 'refused')
    world.out(`${where(edit)}  ${state}${authors ? `  ${printable(authors)}` : ''}\n`)
    const { was, is } = inSentence(edit)
    world.out(`  “${was}”${was === is ? '' : ` → “${is}”`}\n`)
    if (edit.refused !== undefined) world.out(`  ${printable(edit.refused)}${printedBy(edit)}\n`)
  }
  for (const remark of remarks)
    world.out(
      `${where(remark)}  ${paint('cyan', 'comment')}  ${printable(remark.author)}\n  “${short(remark.quote)}”: ${printable(remark.text)}\n`,
    )
  const [first] = errors
  if (first)
    world.err(`! the pack has ${count(errors.length, 'error')}: ${printable(`${first.name} ${first.reason}`)}\n`)
  if (world.quiet) return
  const refused = edits.filter((it) => it.refused !== undefined).length
  const taken = `${count(edits.length - refused, 'edit')} ${isApplied ? 'applied' : 'can be applied (--apply)'}`
  world.err(`${taken}, ${refused} refused, ${count(remarks.length, 'comment')}\n`)
}

/** What was edited, with the words of its sentence around each change. */
function inSentence({ was, is, sentence }: Edit): { was: string; is: string } {
  if (!sentence) return { was: short(was), is: short(is) }
  const wordsOf = (text: string) => text.trim().split(/(?<=\s)/)
  const steps = difference(wordsOf(sentence.was), wordsOf(sentence.is), (word) => word.trim())
  const isNear = (at: number) =>
    steps.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same')
  const side = (left: 'gone' | 'new') => {
    let [text, isOut] = ['', false]
    steps.forEach((step, at) => {
      if (step.kind !== 'same' && step.kind !== left) return
      if (isNear(at))
        text += left === 'gone' && step.kind !== 'new' ? step.before : step.kind !== 'gone' ? step.after : ''
      else if (!isOut) text += '… '
      isOut = !isNear(at)
    })
    return printable(text.trim())
  }
  return { was: side('gone'), is: side('new') }
}

/** How many words are told before and behind what was edited. */
const around = 6

/** In characters: longer texts are told by their start and end. */
const longest = 120
const short = (text: string) => printable(text.length > longest ? `${text.slice(0, 70)} … ${text.slice(-40)}` : text)

function bytesOf(path: string): Uint8Array {
  try {
    return readPlain(path)
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new UsageError(`“${printable(path)}” cannot be read: there is no such file`)
  }
}
