import type { Corpus } from '../corpus/corpus.ts'
import type { RecordKind, Statement } from '../corpus/fields.ts'
import type { Pack } from '../corpus/pack.ts'
import { claimsCited } from '../evidence/citations.ts'
import type { Place } from '../log.ts'
import type { Sentence } from './sentences.ts'

/**
 * What a text is for: a `statement` asserts and is cited, a `judgment` concludes, a `gist` retells one claim, an
 * `account` weighs claims against each other, a `remark` is about method, limits or what would come.
 */
export type Role = 'statement' | 'judgment' | 'gist' | 'account' | 'remark'

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

type Path = readonly (string | number)[]

/** The texts of the registers and sources, which every pack shares. */
export function corpusWritings(corpus: Corpus): readonly Writing[] {
  const found: Writing[] = []
  for (const [id, it] of corpus.claims)
    if (!it.deprecated) found.push(writing(corpus, 'claim', id, ['gist'], 'gist', it.gist, [id]))
  for (const [id, it] of corpus.actors) found.push(...statements(corpus, 'actor', id, ['account'], it.account))
  for (const [id, it] of corpus.threats) {
    found.push(...statements(corpus, 'threat', id, ['account'], it.account))
    found.push(...statements(corpus, 'threat', id, ['against'], it.against))
  }
  for (const [id, it] of corpus.events) found.push(writing(corpus, 'event', id, ['title'], 'gist', it.title, it.claims))
  for (const [id, it] of corpus.measures) {
    const claims = it.history.flatMap((step) => step.claims)
    found.push(writing(corpus, 'measure', id, ['purpose'], 'gist', it.purpose, claims))
    for (const [at, driver] of it.drivers.entries()) {
      found.push(writing(corpus, 'measure', id, ['drivers', at, 'text'], 'statement', driver.text, driver.claims))
    }
  }
  for (const [id, it] of corpus.questions) found.push(...statements(corpus, 'question', id, ['known'], it.known))
  for (const [id, it] of corpus.disagreements) {
    found.push(writing(corpus, 'disagreement', id, ['account'], 'account', it.account, it.claims))
    found.push(writing(corpus, 'disagreement', id, ['resolution'], 'account', it.resolution, it.claims))
  }
  for (const [id, it] of corpus.judgments) {
    if (!it.deprecated)
      found.push(writing(corpus, 'judgment', id, ['text'], 'judgment', it.text, [...it.for, ...it.against]))
  }
  return found
}

/** The texts of a pack's own file. */
export function packWritings(pack: Pack, corpus: Corpus): readonly Writing[] {
  const of = (path: Path, list: readonly Statement[]) => statements(corpus, 'pack', pack.id, path, list)
  const titled = (path: Path, list: Pack['threads']) =>
    list.flatMap(({ account }, at) => of([...path, at, 'account'], account))
  const remarks = (path: Path, list: readonly string[]) =>
    list.map((text, at) => writing(corpus, 'pack', pack.id, [...path, at], 'remark', text, []))
  return [
    ...of(['bottom-line'], pack['bottom-line']),
    ...pack.gaps.flatMap((gap, at) => of(['gaps', at, 'account'], gap.account)),
    ...pack.phases.flatMap((phase, at) => [
      ...of(['phases', at, 'account'], phase.account),
      ...titled(['phases', at, 'parts'], phase.parts),
    ]),
    ...titled(['threads'], pack.threads),
    ...titled(['drivers'], pack.drivers),
    ...of(['continuity'], pack.continuity),
    ...of(['change'], pack.change),
    ...of(['threats'], pack.threats),
    ...of(['outlook'], pack.outlook),
    ...of(['cautions'], pack.cautions),
    ...remarks(['base', 'strengths'], pack.base.strengths),
    ...remarks(['base', 'weaknesses'], pack.base.weaknesses),
  ]
}

/** Sections that tell of the sources and of how to read the pack, not of its subject. */
const aboutTheBase = /^(?:annex-.*|how-to-read|source-summary|contents)$/

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

function statements(corpus: Corpus, kind: RecordKind, id: string, path: Path, list: readonly Statement[]): Writing[] {
  return list.map((it, at) =>
    writing(corpus, kind, id, [...path, at, 'text'], 'statement', it.text, it.claims, it.judgment !== undefined),
  )
}

/** `place` is looked up when it is asked for: most texts have no finding. */
function writing(
  corpus: Corpus,
  kind: RecordKind,
  id: string,
  path: Path,
  role: Role,
  text: string,
  claims: readonly string[],
  judgment = false,
): Writing {
  return {
    role,
    text,
    claims,
    judgment,
    subject: `${kind}:${id}`,
    get place() {
      return corpus.place(kind, id, path)
    },
  }
}
