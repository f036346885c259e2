import { didYouMean, type Log, ofBoth } from '../core/index.ts'
import { type Corpus, type Passage, straightMarks } from '../corpus/index.ts'
import type { Evidence, PassageCheck } from './examine.ts'
import { type Change, changesBetween, describeChanges, graveChanges } from './fingerprint.ts'
import { judgmentsOn, nameOf } from './graph.ts'
import type { Span } from './lines.ts'
import { lockedPassage } from './lock.ts'
import { nearestStretch } from './nearest-stretch.ts'
import { normalisePhrase, wordsOf } from './normalise.ts'
import { paragraphsWith, sayParagraphs } from './unpinned.ts'

/** Says what is wrong with a passage, where its record can be mended, and what rests on it. */
export function reportPassage(check: PassageCheck, corpus: Corpus, evidence: Evidence, log: Log): void {
  const { outcome, span, candidates } = check.anchor
  if (outcome === 'ok' || (outcome === 'unverified' && check.verified)) return
  const place = placeOf(check, corpus)
  const subject = subjectOf(check)
  const resting = restingOn(check, corpus)
  if (outcome === 'moved') {
    const reason = `the passage stands in paragraph ${span!.para} now, not ${check.passage.para}`
    const at = placeOf(check, corpus, 'para')
    const details = { notes: ['`briefpack check --fix` writes the new number'], subject }
    log.report('passage-is-in-place', at, reason, {
      ...details,
      actual: String(check.passage.para),
      expected: [String(span!.para)],
    })
  } else if (outcome === 'drifted') {
    const { reason, notes } = explainDrift(check, span!, evidence)
    log.report('passage-matches', place, reason, { notes: [...notes, ...resting], subject })
  } else if (outcome === 'lost') {
    const { reason, notes, field } = explainLoss(check, evidence)
    log.report('passage-matches', placeOf(check, corpus, field), reason, { notes: [...notes, ...resting], subject })
  } else if (outcome === 'ambiguous') {
    const where = sayParagraphs([...new Set(candidates.map(({ para }) => para))])
    const reason = `the passage could be any of ${candidates.length} places, in ${where}`
    const notes = [
      check.digest === undefined
        ? 'without a digest its words stand once in the text: give more of them, or `briefpack pin` one of the places'
        : 'give more of its first and last words: `briefpack pin` does it',
      ...resting,
    ]
    log.report('passage-is-unique', place, reason, { notes, subject })
  } else {
    const known = lockedPassage(evidence.lock, check.source, check.digest) !== undefined
    const reason =
      known || evidence.lock?.sources[check.source] ? 'changed since it was last verified' : 'never verified'
    const notes = [
      `texts/${check.source}.txt is not at hand, and the lock does not know the passage as it is written here`,
      ...resting,
    ]
    log.report('lock-is-current', place, `the passage was ${reason}`, { notes, subject })
  }
}

/** Of a text that is not at hand and that no lock knows: which file it would be, and what waits for it. */
export function reportMissingText(source: string, passages: readonly PassageCheck[], corpus: Corpus, log: Log): void {
  const claims = new Set(passages.flatMap(({ claim }) => claim ?? [])).size
  const count = `${claims} ${claims === 1 ? 'claim' : 'claims'} with ${passages.length} passages`
  log.report('lock-is-current', corpus.place('source', source), `${count} cannot be checked: the text is not at hand`, {
    notes: [
      `put it at texts/${source}.txt; it stays out of git`,
      'for CI and for others: `briefpack check --update-lock`, where the texts are, writes what stands for them',
    ],
    subject: nameOf('source', source),
  })
}

/** What rests on a passage: its claim and, through it, judgments. None for a defect's passage. */
function restingOn({ claim }: PassageCheck, corpus: Corpus): readonly string[] {
  if (claim === undefined) return []
  const judgments = judgmentsOn(corpus, nameOf('claim', claim))
  const list = judgments.length === 0 ? '' : ` and judgment${judgments.length > 1 ? 's' : ''} ${judgments.join(', ')}`
  return [`claim ${claim}${list} rest${list === '' ? 's' : ''} on it`]
}

function explainDrift(check: PassageCheck, span: Span, evidence: Evidence): { reason: string; notes: string[] } {
  const locked = lockedPassage(evidence.lock, check.source, check.digest)
  if (!locked) {
    return {
      reason: 'the passage reads differently now',
      notes: [
        `it reads “${shorten(span.text)}”`,
        'the lock does not know how it read: read it again, then pin it with `briefpack pin`',
      ],
    }
  }
  const changes = changesBetween(locked.print, span.text)
  return { reason: `the passage reads differently now: ${sayChanges(changes)}`, notes: sayGrave(changes) }
}

interface Loss {
  readonly notes: readonly string[]
  /** The field that is to be mended. */
  readonly field?: 'end'
}

/** A passage whose first or last words have gone: the lock's print tells the stretch that is most like it. */
function explainLoss(check: PassageCheck, evidence: Evidence): Loss & { readonly reason: string } {
  const { passage, source, digest } = check
  const paragraphs = evidence.texts.get(source) ?? []
  const locked = lockedPassage(evidence.lock, source, digest)
  const near = locked && nearestStretch(locked.print, paragraphs)
  if (!near) {
    return {
      reason: `the passage “${passage.start} … ${passage.end}” is nowhere in the text`,
      ...whatIsLeft(passage, paragraphs),
    }
  }
  const changes = changesBetween(locked.print, near.text)
  return {
    reason: `the passage is no longer in the text; the nearest, in paragraph ${near.para}: ${sayChanges(changes)}`,
    notes: sayGrave(changes),
  }
}

/** Where the first and the last words of a lost passage still stand, or else what is most like the first. */
function whatIsLeft({ start, end }: Passage, paragraphs: readonly string[]): Loss {
  const [first, last] = ofBoth([start, end], (words) => {
    const found = paragraphsWith(words, paragraphs)
    return found.length === 0 ? '' : sayParagraphs(found)
  })
  if (first !== '' && last !== '') return { notes: [`its first words are in ${first}, its last words in ${last}`] }
  const marks = [start, end].flatMap((words) => straightMarks(words))
  const isEnd = first !== ''
  if (marks.length > 0 || isEnd) {
    const notes = marks.length > 0 ? marks : [`its first words are in ${first}; its last words “${end}” are gone`]
    return { notes, ...(isEnd && { field: 'end' }) }
  }
  const nearest = didYouMean(start, openings(paragraphs, wordsOf(normalisePhrase(start)).length))
  const left = last === '' ? [] : [`its last words are in ${last}; its first words “${start}” are gone`]
  return { notes: [...left, ...nearest] }
}

function openings(paragraphs: readonly string[], words: number): readonly string[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.split(/(?<=[.!?]["')]*) /).map((sentence) => sentence.split(' ').slice(0, words).join(' ')),
  )
}

function sayChanges(changes: readonly Change[]): string {
  return changes.length === 0 ? 'only the form of a word' : describeChanges(changes)
}

function sayGrave(changes: readonly Change[]): string[] {
  const grave = graveChanges(changes)
  return grave.length === 0 ? [] : [`the change touches ${grave.join(' and ')}`]
}

function placeOf(check: PassageCheck, corpus: Corpus, field = 'start') {
  const path = [...check.path, field]
  return check.claim === undefined
    ? corpus.place('source', check.source, path)
    : corpus.place('claim', check.claim, path)
}

function subjectOf({ claim, source }: PassageCheck): string {
  return claim === undefined ? nameOf('source', source) : nameOf('claim', claim)
}

function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 120).trimEnd()} … ${text.slice(-60).trimStart()}`
}
