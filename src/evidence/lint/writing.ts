import type { Place } from '../../core/index.ts'
import { type Corpus, findFields, kinds, type Pack, type RecordKind, type Role, recordsOf } from '../../corpus/index.ts'
import { claimsCited } from '../citations.ts'
import type { Sentence } from './sentences.ts'

/** A text in our own words, the claims that it rests on, and where it can be mended. */
export interface Writing {
  readonly role: Role
  readonly text: string
  readonly claims: readonly string[]
  /** The sources that it cites itself, with or without a claim; else they are those of its claims. */
  readonly sources?: readonly string[]
  /** It repeats a judgment, and so needs no claim of its own. */
  readonly judgment: boolean
  /** The record, e.g. `judgment:border-2004`, or the section of a template. */
  readonly subject: string
  readonly place: Place
}

/** The texts of the registers and sources, which every pack shares. */
export function corpusWritings(corpus: Corpus): readonly Writing[] {
  return kinds.flatMap(({ name: kind }) =>
    kind === 'pack' ? [] : [...recordsOf(corpus, kind)].flatMap(([id, record]) => writingsOf(corpus, kind, id, record)),
  )
}

/** The texts of a pack's own file. */
export function packWritings(pack: Pack, corpus: Corpus): readonly Writing[] {
  return writingsOf(corpus, 'pack', pack.id, pack)
}

/** The prose of a record, by what its schema says. `place` is looked up when it is asked for: most texts have no finding. */
function writingsOf(corpus: Corpus, kind: RecordKind, id: string, record: { deprecated?: unknown }): Writing[] {
  if (record.deprecated !== undefined) return []
  const references = corpus.references(kind, id)
  return findFields(kind, record).prose.flatMap(({ path, value, role, on }) => {
    // Claims are records of their own.
    if (kind === 'source' && path[0] === 'claims') return []
    const holder = path.slice(
      0,
      path.findLastIndex((step) => typeof step === 'string'),
    )
    const named = (field: string, to: RecordKind) =>
      references.flatMap((it) => (it.to === to && isBelow(it.path, [...holder, field]) ? [it.value] : []))
    return {
      role,
      text: value,
      claims: on.flatMap((field) => (field === 'id' ? [id] : named(field, 'claim'))),
      judgment: named('judgment', 'judgment').length > 0,
      subject: `${kind}:${id}`,
      get place() {
        return corpus.place(kind, id, path)
      },
    }
  })
}

function isBelow(path: readonly (string | number)[], above: readonly (string | number)[]): boolean {
  return above.every((step, at) => path[at] === step)
}

/** Sections that tell of the sources and of how to read the pack, not of its subject. */
const aboutTheBase = /^(?:annex-.*|bottom-line|how-to-read|source-summary|contents)$/

/** The sentences that stand in templates, not in records: an analyst wrote them for this pack, too. */
export function templateWritings(sentences: readonly Sentence[], corpus: Corpus): readonly Writing[] {
  return sentences
    .filter(({ isOfTemplate, block }) => block === 'paragraph' && isOfTemplate)
    .map((sentence): Writing => {
      const { text, cites, section } = sentence
      return {
        role: aboutTheBase.test(section) ? 'remark' : 'statement',
        text,
        claims: claimsCited(cites),
        sources: [...new Set(cites.map((cite) => cite.identifier))].filter((key) => corpus.sources.has(key)),
        judgment: false,
        subject: `section:${section}`,
        get place() {
          return sentence.place
        },
      }
    })
}
