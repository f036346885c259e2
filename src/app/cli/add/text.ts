import { basename } from 'node:path'
import { lastOf, nearest, reasonOf } from '../../../core/index.ts'
import { exit, today, UsageError } from '../command.ts'
import { count, printable } from '../terminal.ts'
import { type Brought, sayDone } from './door.ts'

/** What has a reader under another name. */
const library = 'from EndNote, PubMed or Web of Science export the library as RIS or BibTeX'
const elsewhere: Readonly<Record<string, string>> = {
  xml: library,
  enl: library,
  enw: library,
  nbib: library,
  ciw: library,
  mhtml: 'save the page as HTML, e.g. with SingleFile',
  mht: 'save the page as HTML, e.g. with SingleFile',
  doc: 'save it as .docx or PDF',
  odt: 'save it as .docx or PDF',
  rtf: 'save it as .docx or PDF',
}

/** Files the text of a file, and makes or completes its source. */
export async function addTextFile(brought: Brought): Promise<number> {
  const { host, corpus, path, bytes, encoding, args, source, texts, world, dry } = brought
  const [{ addText, TextDiffers }, { readFileText, textEndings }] = await Promise.all([
    import('../../../evidence/import/add-text.ts'),
    import('../../../evidence/import/read-file.ts'),
  ])
  if (source !== undefined && !corpus.sources.has(source)) {
    const meant = nearest(source, corpus.sources.keys())
    throw new UsageError(
      `there is no source “${source}”`,
      meant ? `did you mean “${meant}”?` : 'without --source a new one is made',
    )
  }
  const read = await readFileText(path, bytes, encoding).catch((error: Error) => {
    throw new UsageError(`“${printable(path)}” cannot be read: ${reasonOf(error)}`)
  })
  if (!read)
    throw new UsageError(
      `there is no reader for “${printable(path)}”`,
      elsewhere[lastOf(path.toLowerCase().split('.'))] ??
        `texts are taken from ${textEndings.join(', ')}; libraries are .bib, .ris, .json`,
    )
  if (read.paragraphs.length === 0) {
    world.err(`${printable(path)}  error  no text was found in it\n${read.notes.map((it) => `  ${it}\n`).join('')}`)
    return exit.findings
  }
  const options = { source, texts, on: today(host), replace: args.replace === true }
  const added = await addText(host, corpus, basename(path), bytes, read, options).catch((error: Error) => {
    if (!(error instanceof TextDiffers)) throw error
    throw new UsageError(error.message, '--replace puts this one in its place; passages that moved are then findings')
  })
  if (!dry) await host.write(added.files)
  for (const file of added.files.keys()) world.out(`${file}\n`)
  if (!world.quiet) {
    const size = `${count(added.paragraphs, 'paragraph')}${added.pages > 0 ? ` on ${count(added.pages, 'page')}` : ''}`
    const state = { created: 'a new source', attached: 'its text', same: 'nothing new' }[added.state]
    sayDone(brought, `${added.source}: ${state}, ${size}`)
    for (const note of read.notes) world.err(`  ${note}\n`)
    for (const { source: other, share } of added.alike.slice(0, 3))
      world.err(
        `  ${Math.round(share * 100)} % of its words stand in ${other} too, in runs of eight and more: one independence group\n`,
      )
    const isOfName = (it: string) =>
      corpus.sources.get(it)?.text?.file?.name === basename(path) || added.source.replace(/-\d+$/, '') === it
    const earlier = added.state === 'created' && added.alike.find((it) => it.share > (isOfName(it.source) ? 0.3 : 0.9))
    if (earlier) world.err(`  if it is that text anew, take it back and say: --source ${earlier.source} --replace\n`)
    if (added.untexted)
      world.err(
        `  its title is that of ${added.untexted}, which has no text: if it is that one, take it back and say --source ${added.untexted}\n`,
      )
    if (added.missing.length > 0)
      world.err(`  the file does not say its ${new Intl.ListFormat('en-GB').format(added.missing)}\n`)
    if (added.state === 'created')
      world.err(`  next: look at the record, then briefpack pin ${added.source} "first words"\n`)
  }
  return exit.done
}
