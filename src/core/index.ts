/**
 * What every other room stands on: the tree that writers take, the log of findings, the host through which files are read
 * and written, the rules that stages report, every word of each language, and small tools for text, bytes and archives.
 * It imports nothing from the other rooms.
 */

export { bytesOfHex, sha256 } from './digest.ts'
export {
  hasRightToLeft,
  inDirections,
  isMostlyLeftToRight,
  isMostlyRightToLeft,
  isolated,
  isRightToLeft,
  languageOfScript,
  rightToLeftScripts,
  scriptOf,
  startsRightToLeft,
} from './direction.ts'
export { dispatch, type Handlers } from './dispatch.ts'
export { grouped } from './grouped.ts'
export {
  type Draw,
  type Drawn,
  encode,
  type Host,
  joined,
  type KnownDigests,
  PathError,
  readText,
  readWhole,
} from './host.ts'
export { en, type Level, type Locale } from './locale/en.ts'
export { baseLanguage, type DateWords, frenchSpaces, NARROW } from './locale/forms.ts'
export { localeNames, localeOf, numberText, sectionWords, withinSentence } from './locale/locale.ts'
export {
  compare,
  type Details,
  type Finding,
  findingOf,
  Log,
  type Place,
  type PlainFinding,
  type Point,
  plainFinding,
  severityOf,
} from './log.ts'
export { codePointOf, entryOf, itemAt, lastOf, must } from './must.ts'
export { didYouMean, didYouMeanOr, distance, nearest } from './nearest.ts'
export { fieldOf, isKeyOf, isOneOf, isRecord, keysOf, mappingOf, ofBoth, ownJson, percentDecoded } from './plain.ts'
export { inRanges } from './ranges.ts'
export { missingFile, readAll, readTextOrReport, readTexts } from './read.ts'
export { messageOf, reasonOf } from './reason.ts'
export { remembered, rememberedBy } from './remembered.ts'
export { citationResolves } from './rules/citation-resolves.ts'
export { imageHasAlt } from './rules/image-has-alt.ts'
export { isStructural, type RuleId, ruleNamed, stageRules } from './rules/index.ts'
export { type Example, exampleSection, harbourIsOpen, type Rule } from './rules/rule.ts'
export { termIsOnScale } from './rules/term-is-on-scale.ts'
export { countUpTo } from './search.ts'
export type * from './tree.ts'
export type * as tree from './tree.ts'
export { version } from './version.ts'
export { depthOf, inOneLine, nodesOf, nodesWanted, replaceBelow, textOf, walk } from './walk.ts'
export { type Store, Texts, type Told, unpackedSize, unzip, Zipped, zip } from './zip.ts'
export { deflated } from './zlib.ts'
