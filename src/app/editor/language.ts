import { entryOf, fieldOf, type Place } from '../../core/index.ts'
import {
  type Corpus,
  folder,
  idsOf,
  kindOf,
  type RecordKind,
  type RecordName,
  recordFile,
  recordsOf,
  type Shape,
  shapesAt,
  takes,
} from '../../corpus/index.ts'
import { graphOf, labelOf, nameOf, partsOf, placeOf, recordOf, recordsNamed } from '../../evidence/index.ts'
import { type Context, contextAt, type Position } from './context.ts'

/** Something that may be written at a position. */
interface Proposal {
  readonly text: string
  readonly kind: 'field' | 'value' | 'record'
  /** What it is, in a few words. */
  readonly detail: string
  /** What it means, in Markdown. */
  readonly documentation: string
}

export interface Completion {
  /** The columns of the line that a proposal replaces. */
  readonly from: number
  readonly to: number
  readonly proposals: readonly Proposal[]
}

/** The kind of the records in a file of a project, and the path inside a record that a path of the file is. */
function recordPath(file: string, path: Context['path']): { kind: RecordKind; path: Context['path'] } | undefined {
  const home = file.startsWith(`${folder}/`) ? recordFile(file.slice(folder.length + 1)) : undefined
  if (!home) return undefined
  return { kind: home.kind, path: home.id === undefined ? path.slice(1) : path }
}

/** The fields, values and ids that fit at a position of a file of the corpus. */
export function complete(corpus: Corpus, file: string, text: string, position: Position): Completion | undefined {
  const context = contextAt(text, position)
  const at = recordPath(file, context.path)
  if (!at) return undefined
  const shapes = shapesAt(at.kind, at.path)
  const proposals = context.at === 'key' ? fieldsOf(shapes, context.siblings) : valuesOf(shapes, corpus)
  // An entry of a list of ids looks like a key until its colon is written.
  const ids = context.at === 'key' ? valuesOf(shapes, corpus) : []
  const items =
    context.at === 'value' ? shapes.flatMap((shape) => (shape.items ? valuesOf([shape.items], corpus) : [])) : []
  const all = [...proposals, ...ids, ...items]
  return { from: context.from, to: context.to, proposals: [...new Map(all.map((it) => [it.text, it])).values()] }
}

const pathOf = ({ kind, path }: { kind: RecordKind; path: Context['path'] }) =>
  [kind, ...path.filter((step) => step !== 0)].join('.')

function fieldsOf(shapes: readonly Shape[], present: readonly string[]): Proposal[] {
  return shapes.flatMap((shape) =>
    Object.entries(shape.properties ?? {})
      .filter(([name]) => !present.includes(name))
      .map(([name, field]) => ({
        text: name,
        kind: 'field' as const,
        detail: [shape.required?.includes(name) ? 'must be there' : 'optional', takes(field)].join(', '),
        documentation: field.description ?? '',
      })),
  )
}

function valuesOf(shapes: readonly Shape[], corpus: Corpus): Proposal[] {
  return shapes.flatMap((shape) => {
    const values = [
      ...(shape.enum ?? []),
      ...(shape.const === undefined ? [] : [shape.const]),
      ...(shape.type === 'boolean' ? [true, false] : []),
    ]
    const fixed = values.map((it) => ({
      text: String(it),
      kind: 'value' as const,
      detail: '',
      documentation: shape.description ?? '',
    }))
    const { refersTo } = shape
    if (!refersTo) return fixed
    const records = idsOf(corpus, refersTo).map((id) => ({
      text: id,
      kind: 'record' as const,
      detail: labelOf(corpus, nameOf(refersTo, id)),
      documentation: '',
    }))
    return [...fixed, ...records]
  })
}

/** The record that the word at a position names: by the field it stands in, in templates by its id alone. */
export function recordAt(
  corpus: Corpus,
  file: string,
  text: string,
  position: Position,
): (Context & { readonly name: RecordName }) | undefined {
  const context = contextAt(text, position)
  const at = recordPath(file, context.path)
  const id = context.word.replace(/[.-]+$/, '')
  const kinds = at
    ? shapesAt(at.kind, at.path).flatMap((shape) =>
        [shape.refersTo, shape.items?.refersTo].filter((it) => it !== undefined),
      )
    : []
  const isOwn = at !== undefined && at.path.at(-1) === 'id'
  const own = isOwn ? (at.path.includes('claims') && at.kind === 'source' ? 'claim' : at.kind) : undefined
  const named = [...kinds, ...(own ? [own] : [])].find((kind) => recordsOf(corpus, kind).has(id))
  const name = named ? nameOf(named, id) : at ? undefined : recordsNamed(corpus, id)[0]
  return name && { ...context, name }
}

/** What there is to know of a record or a field at a position, in Markdown. */
export function hover(
  corpus: Corpus,
  file: string,
  text: string,
  position: Position,
  stateOf: (claim: string) => string | undefined,
): string | undefined {
  const found = recordAt(corpus, file, text, position)
  if (found) return card(corpus, found.name, stateOf)
  const context = contextAt(text, position)
  const line = text.split(/\r\n|\n|\r/)[position.line] ?? ''
  const isKey = line.slice(context.to).trimStart().startsWith(':')
  const full = isKey && context.at === 'key' ? [...context.path, context.word] : context.path
  const at = recordPath(file, full)
  const [shape] = at && at.path.length > 0 ? shapesAt(at.kind, at.path) : []
  if (!at || !shape) return undefined
  const name = pathOf(at)
  return [`**${name}**: ${takes(shape)}`, shape.description ?? ''].filter(Boolean).join('\n\n')
}

function card(corpus: Corpus, name: RecordName, stateOf: (claim: string) => string | undefined): string {
  const { kind, id } = partsOf(name)
  const lines = [`**${kind}** \`${id}\``, labelOf(corpus, name)]
  if (kind === 'claim') {
    const claim = entryOf(corpus.claims, id)
    const [passage] = claim.passages
    if (passage) lines.push(`> ${passage.start} … ${passage.end} (${claim.source}, para. ${passage.para})`)
    const state = stateOf(id)
    if (state) lines.push(`Passage: ${state}`)
  } else if (kind === 'source') {
    const source = entryOf(corpus.sources, id)
    const grade = source.reliability ? `reliability ${source.reliability.grade}: ${source.reliability.why}` : ''
    lines.push(
      [source['container-title'] ?? source.publisher ?? '', source.issued ?? ''].filter(Boolean).join(', '),
      source.descriptor ?? '',
      grade,
    )
  } else
    for (const field of ['text', 'account', 'note']) {
      const words = fieldOf(recordOf(corpus, name), field)
      if (typeof words === 'string' && field !== kindOf(kind).label) lines.push(words)
    }
  const users = graphOf(corpus).into(name).length
  lines.push(`Named ${users === 1 ? 'once' : `${users} times`}.`)
  return lines.filter((line) => line !== '').join('\n\n')
}

export function definition(corpus: Corpus, name: RecordName): Place {
  return placeOf(corpus, name)
}

/** Every place of the corpus that names a record, with its definition where it is asked for. */
export function references(corpus: Corpus, name: RecordName): readonly Place[] {
  return graphOf(corpus)
    .into(name)
    .filter(({ path }) => path.length > 1 || path[0] !== 'source')
    .map(({ from, path }) => placeOf(corpus, from, path))
}

/** Where the id of a record is written; a record that is a file of its own has it in the file's name alone. */
export function idPlace(corpus: Corpus, name: RecordName): Place | undefined {
  return kindOf(partsOf(name).kind).kept === 'file' ? undefined : placeOf(corpus, name, ['id'])
}
