import type { Rule } from './rule.ts'
import { acronymIsExpanded } from './rules/acronym-is-expanded.ts'
import { aliasIsEstablished } from './rules/alias-is-established.ts'
import { anonymousIsHedged } from './rules/anonymous-is-hedged.ts'
import { assumptionHasConsequence } from './rules/assumption-has-consequence.ts'
import { basisIsDisclosed } from './rules/basis-is-disclosed.ts'
import { changeIsExplained } from './rules/change-is-explained.ts'
import { citationResolves } from './rules/citation-resolves.ts'
import { citationSupports } from './rules/citation-supports.ts'
import { claimIsPinned } from './rules/claim-is-pinned.ts'
import { claimPrecedesSource } from './rules/claim-precedes-source.ts'
import { concentrationIsStated } from './rules/concentration-is-stated.ts'
import { confidenceHasReason } from './rules/confidence-has-reason.ts'
import { confidenceNeedsNoException } from './rules/confidence-needs-no-exception.ts'
import { confidenceWithinCeiling } from './rules/confidence-within-ceiling.ts'
import { corroborationIsIndependent } from './rules/corroboration-is-independent.ts'
import { coverageGapIsStated } from './rules/coverage-gap-is-stated.ts'
import { credibilityIsEarned } from './rules/credibility-is-earned.ts'
import { defectIsMarked } from './rules/defect-is-marked.ts'
import { disagreementIsRecorded } from './rules/disagreement-is-recorded.ts'
import { disagreementIsShown } from './rules/disagreement-is-shown.ts'
import { figuresAgree } from './rules/figures-agree.ts'
import { forecastHasHorizon } from './rules/forecast-has-horizon.ts'
import { glyphExists } from './rules/glyph-exists.ts'
import { hedgeIsOnScale } from './rules/hedge-is-on-scale.ts'
import { judgmentHasAlternative } from './rules/judgment-has-alternative.ts'
import { judgmentHasIndicator } from './rules/judgment-has-indicator.ts'
import { judgmentIsSupported } from './rules/judgment-is-supported.ts'
import { labelIsAttributed } from './rules/label-is-attributed.ts'
import { likelihoodApartFromConfidence } from './rules/likelihood-apart-from-confidence.ts'
import { nameIsConsistent } from './rules/name-is-consistent.ts'
import { nameIsRegistered } from './rules/name-is-registered.ts'
import { namesAreToldApart } from './rules/names-are-told-apart.ts'
import { precisionIsKept } from './rules/precision-is-kept.ts'
import { quotationHasSpeaker } from './rules/quotation-has-speaker.ts'
import { quotationIsFair } from './rules/quotation-is-fair.ts'
import { quotationIsShort } from './rules/quotation-is-short.ts'
import { quotationMatches } from './rules/quotation-matches.ts'
import { ratingsAreIndependent } from './rules/ratings-are-independent.ts'
import { roleIsInDate } from './rules/role-is-in-date.ts'
import { scaleIsExplained } from './rules/scale-is-explained.ts'
import { sectionHasTwoSources } from './rules/section-has-two-sources.ts'
import { sentenceIsCited } from './rules/sentence-is-cited.ts'
import { sharedRunIsDeclared } from './rules/shared-run-is-declared.ts'
import { sourceIsArchived } from './rules/source-is-archived.ts'
import { sourceIsComplete } from './rules/source-is-complete.ts'
import { sourceIsDescribed } from './rules/source-is-described.ts'
import { sourceIsUsed } from './rules/source-is-used.ts'
import { statementHasSpeaker } from './rules/statement-has-speaker.ts'
import { summaryIsPresent } from './rules/summary-is-present.ts'
import { tableHasHeader } from './rules/table-has-header.ts'
import { termIsOnScale } from './rules/term-is-on-scale.ts'
import { voiceIsAnalytic } from './rules/voice-is-analytic.ts'

/** Every check that `lint` makes, one file each; a test compares the list with the folder. */
export const lintRules: readonly Rule[] = [
  acronymIsExpanded,
  aliasIsEstablished,
  anonymousIsHedged,
  assumptionHasConsequence,
  basisIsDisclosed,
  changeIsExplained,
  citationSupports,
  citationResolves,
  claimIsPinned,
  claimPrecedesSource,
  concentrationIsStated,
  confidenceHasReason,
  confidenceNeedsNoException,
  confidenceWithinCeiling,
  corroborationIsIndependent,
  coverageGapIsStated,
  credibilityIsEarned,
  defectIsMarked,
  disagreementIsRecorded,
  disagreementIsShown,
  figuresAgree,
  forecastHasHorizon,
  glyphExists,
  hedgeIsOnScale,
  judgmentHasAlternative,
  judgmentHasIndicator,
  judgmentIsSupported,
  labelIsAttributed,
  likelihoodApartFromConfidence,
  nameIsConsistent,
  nameIsRegistered,
  namesAreToldApart,
  precisionIsKept,
  quotationHasSpeaker,
  quotationIsFair,
  quotationIsShort,
  quotationMatches,
  ratingsAreIndependent,
  roleIsInDate,
  scaleIsExplained,
  sectionHasTwoSources,
  sentenceIsCited,
  sharedRunIsDeclared,
  sourceIsArchived,
  sourceIsComplete,
  sourceIsDescribed,
  sourceIsUsed,
  statementHasSpeaker,
  summaryIsPresent,
  tableHasHeader,
  termIsOnScale,
  voiceIsAnalytic,
]
