import type { Corpus } from '../corpus/corpus.ts'
import type { Log } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import type { Span } from './anchor.ts'
import type { Evidence, PassageCheck } from './examine.ts'
import { judgmentsOn, nameOf } from './graph.ts'
import { lockedPassage } from './lock.ts'
import { normalisePhrase, wordsOf } from './normalise.ts'
import { type Change, changesBetween, describeChanges, graveChanges } from './print.ts'

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
    const { reason, notes } = explainLoss(check, evidence)
    log.report('passage-matches', place, reason, { notes: [...notes, ...resting], subject })
  } else if (outcome === 'ambiguous') {
    const where = [...new Set(candidates.map(({ para }) => para))].join(', ')
    const reason = `the passage could be any of ${candidates.length} places, in paragraphs ${where}`
    const notes = ['give more of its first and last words: `briefpack pin` does it', ...resting]
    log.report('passage-is-unique', place, reason, { notes, subject })
  } else {
    const known = lockedPassage(evidence.lock, check.source, check.passage.sha256) !== undefined
    const reason =
      known || evidence.lock?.sources[check.source] ? 'changed since it was last verified' : 'never verified'
    const notes = [
      `texts/${check.source}.txt is not at hand, and the lock does not know the passage as it is written here`,
      ...resting,
    ]
    log.report('lock-is-current', place, `the passage was ${reason}`, { notes, subject })
  }
}

/** What rests on a passage: its claim and, through it, judgments. None for a defect's passage. */
function restingOn({ claim }: PassageCheck, corpus: Corpus): readonly string[] {
  if (claim === undefined) return []
  const judgments = judgmentsOn(corpus, nameOf('claim', claim))
  const list = judgments.length === 0 ? '' : ` and judgment${judgments.length > 1 ? 's' : ''} ${judgments.join(', ')}`
  return [`claim ${claim}${list} rest${list === '' ? 's' : ''} on it`]
}

function explainDrift(check: PassageCheck, span: Span, evidence: Evidence): { reason: string; notes: string[] } {
  const locked = lockedPassage(evidence.lock, check.source, check.passage.sha256)
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

/** A passage whose first or last words have gone: the lock's length tells how far to read from the end that is left. */
function explainLoss(check: PassageCheck, evidence: Evidence): { reason: string; notes: string[] } {
  const { passage, source } = check
  const paragraphs = evidence.texts.get(source) ?? []
  const locked = lockedPassage(evidence.lock, source, passage.sha256)
  const near = locked && nearestStretch(locked.print, paragraphs)
  if (!near) {
    return {
      reason: `the passage “${passage.start} … ${passage.end}” is nowhere in the text`,
      notes: didYouMean(passage.start, openings(paragraphs, wordsOf(normalisePhrase(passage.start)).length)),
    }
  }
  const changes = changesBetween(locked.print, near.text)
  return {
    reason: `the passage is no longer in the text; the nearest, in paragraph ${near.para}: ${sayChanges(changes)}`,
    notes: sayGrave(changes),
  }
}

interface Near {
  readonly para: number
  readonly from: number
  readonly text: string
  /** Words that differ. */
  readonly score: number
}

/**
 * The stretch most like a print, if more than half of its words are left in their order: found in coarse steps, then
 * word by word, because every comparison costs the square of the passage's length.
 */
function nearestStretch(print: string, paragraphs: readonly string[]): Near | undefined {
  const length = print.split(' ').length
  const step = Math.ceil(length / 8)
  let best: Near | undefined
  for (const [index, paragraph] of paragraphs.entries()) {
    const words = wordsOf(paragraph)
    for (let from = 0; from === 0 || from + length < words.length + step; from += step) {
      best = nearer(best, print, words, index + 1, from)
    }
  }
  if (!best || best.score * 3 > length * 2) return undefined
  const words = wordsOf(paragraphs[best.para - 1]!)
  const around = best.from
  for (let from = Math.max(0, around - step); from <= around + step; from++) {
    best = nearer(best, print, words, best.para, from)
  }
  return best.score * 2 < length ? best : undefined
}

function nearer(best: Near | undefined, print: string, words: readonly string[], para: number, from: number): Near {
  const text = words.slice(from, from + print.split(' ').length).join(' ')
  const changes = changesBetween(print, text)
  const score = changes.reduce((sum, { was, now }) => sum + Math.max(was.length, now.length), 0)
  return !best || score < best.score ? { para, from, text, score } : best
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
