/**
 * What the records rest on: passages found in their texts, claims held against the words that they are pinned to, who is
 * independent of whom, how high confidence may be. `import/` brings sources, texts and codings in, `proposals/` takes what
 * others propose, and `lint/` says what is wrong with a corpus or a pack. Nothing here prints.
 */

export { type AgreementCounts, countAgreements } from './agree/claims.ts'
export { type Reading, read } from './agree/reading.ts'
export { digestOf, spanOf } from './anchor.ts'
export { type Author, authorKeys } from './authors.ts'
export { ceilingOf } from './ceiling.ts'
export { nameClaims } from './citations.ts'
export { countOutcomes, digestsOf, type Evidence, examine, type OutcomeCounts } from './examine.ts'
export { graphOf, labelOf, nameOf, partsOf, placeOf, recordNamed, recordOf, recordsNamed } from './graph.ts'
export type { Impact } from './impact.ts'
export { addRecord, type RecordField } from './import/add-record.ts'
export type { Library, LibraryFormat } from './import/bibliography.ts'
export type { Coding, Codings } from './import/codings.ts'
export { readCsvCells } from './import/csv.ts'
export { type Edited, editRecord, editValue, writePassage } from './import/edit-record.ts'
export { typed } from './import/sheet.ts'
export { independenceOf, sourceGroups } from './independence.ts'
export { issueFolder, issueOf, readIssue, recordIssue } from './issue.ts'
export { piecesOf } from './lines.ts'
export {
  type CorpusRule,
  countQuotations,
  glyphExists,
  type LintRule,
  type LookedUp,
  lintCorpus,
  lintPack,
  type MissingGlyph,
  type PackRule,
  type QuotationCounts,
  type Report,
  reportGlyphs,
  ruleSection,
  rules,
  type Settled,
  settle,
  splitSentences,
  type Waived,
  type WritingRule,
} from './lint/index.ts'
export { lockFile, type QuotedFrom, readLock, untoldOf } from './lock.ts'
export { normalisation } from './normalise.ts'
export { elsewhere, isTextOf, passageFor, textDigest, wholeWords } from './pin.ts'
export { findPrintings, type Printings } from './printing.ts'
export { type Found, type Held, proposeClaim, proposeSentence, search, type Tool } from './proposals/index.ts'
export type { Quotes, Reason } from './reasons.ts'
export { wordsIn } from './segments.ts'
export { chosenBy, chosenWithCompanions } from './select.ts'
export type { SectionTrace, Trace, TracedPassage, TraceNode } from './trace.ts'
export { bareWord } from './words.ts'
