/**
 * What is to be said of a corpus and of a pack, without changing either: one rule a file in `rules/`, with its examples.
 * `lintCorpus` and `lintPack` run them, `settle` applies the levels and waivers of a pack, and `rules` is the table that
 * `explain`, SARIF and docs/rules.md are made of.
 */

export { lintCorpus, lintPack, rules } from './lint.ts'
export { countQuotations, type LookedUp, type QuotationCounts } from './quoted-writings.ts'
export { ruleSection } from './reference.ts'
export type { CorpusRule, LintRule, MissingGlyph, PackRule, Report, WritingRule } from './rule.ts'
export { glyphExists, reportGlyphs } from './rules/glyph-exists.ts'
export { splitSentences } from './sentences.ts'
export { type Settled, settle, type Waived } from './settle.ts'
