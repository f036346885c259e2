import { ofBoth } from '../../core/index.ts'
import type { Coding, Codings } from './codings.ts'
import { type DomElement, xmlOf } from './dom.ts'
import { textsOf } from './unpacked.ts'

/** How much of the text around marked words tells two places apart, in characters. */
const around = 40

/**
 * The codings of a project of qualitative data analysis (REFI-QDA 1.0, `.qdpx`): of its plain texts, and of the plain
 * texts that stand for its documents. Pictures, sounds and films have no words, and are said to be left.
 */
export function readQdpx(bytes: Uint8Array): Codings {
  const files = textsOf(bytes, /\.(?:qde|txt)$/i)
  const project = [...files].find(([name]) => /\.qde$/i.test(name))?.[1]
  if (project === undefined) throw new Error('there is no project.qde in it')
  // Its own entities would change what the texts say; the standard has none.
  if (/<!DOCTYPE/i.test(project)) throw new Error('its project.qde has a DOCTYPE, which REFI-QDA does not')
  const document = xmlOf(project)
  if (![...find(document, 'Project')].length) throw new Error('its project.qde is no project of REFI-QDA')
  const byGuid = (tag: string) => new Map([...find(document, tag)].map((it) => [it.getAttribute('guid') ?? '', it]))
  const [codes, users] = [byGuid('Code'), byGuid('User')]
  const nameOf = (found: DomElement | undefined) => found?.getAttribute('name') ?? undefined
  const [codings, left]: [Coding[], string[]] = [[], []]
  for (const source of find(document, 'TextSource')) read(source, source)
  for (const tag of ['PDFSource', 'PictureSource', 'AudioSource', 'VideoSource'])
    for (const source of find(document, tag)) {
      const inner = [
        ...find(source, 'Representation'),
        ...find(source, 'TextDescription'),
        ...find(source, 'Transcript'),
      ]
      for (const it of inner) read(it, source)
      const marked = [...find(source, 'PDFSelection'), ...find(source, 'PictureSelection')].length
      if (marked > 0)
        left.push(`${nameOf(source) ?? tag}: ${marked} marked areas of pages or pictures, which have no words`)
    }
  return { tool: 'REFI-QDA', codings, left }

  function read(text: DomElement, source: DomElement): void {
    const path = text.getAttribute('plainTextPath')?.replace(/^(?:internal:\/\/|relative:\/\/\/?)/, '')
    const file = [...files].find(([name]) => path !== undefined && name.endsWith(path))?.[1]
    const inline = [...find(text, 'PlainTextContent')][0]?.textContent
    const title = nameOf(source)
    const body = file?.replace(/^\ufeff/, '') ?? inline
    const selections = [...find(text, 'PlainTextSelection')]
    if (body === undefined || body === null) {
      if (selections.length > 0) left.push(`${title ?? 'a text'}: its plain text is not in the file`)
      return
    }
    // Positions count code points.
    const points = [...body]
    for (const it of selections) {
      const [from, to] = ofBoth(['startPosition', 'endPosition'], (name) => Number(it.getAttribute(name)))
      if (!(from >= 0 && from < to && to <= points.length)) {
        left.push(`${title ?? 'a text'}: a selection from ${from} to ${to}, which the text does not have`)
        continue
      }
      const slice = (a: number, b: number) => points.slice(Math.max(0, a), b).join('')
      const refs = [...find(it, 'CodeRef')].map((ref) => nameOf(codes.get(ref.getAttribute('targetGUID') ?? '')))
      codings.push({
        text: { addresses: [], title, body },
        exact: slice(from, to),
        prefix: slice(from - around, from),
        suffix: slice(to, to + around),
        comment: [...find(it, 'Description')][0]?.textContent?.trim() || undefined,
        tags: [...new Set(refs.filter((name) => name !== undefined))],
        by: nameOf(users.get(it.getAttribute('creatingUser') ?? '')),
        on: /^\d{4}-\d\d-\d\d/.exec(it.getAttribute('creationDateTime') ?? '')?.[0],
      })
    }
  }
}

/** Elements by their name, without a prefix. */
function* find(within: DomElement, tag: string): Generator<DomElement> {
  for (const it of within.querySelectorAll('*')) if (it.tagName.replace(/^\w+:/, '') === tag) yield it
}
