import { baseLanguage, exampleSection } from '../../../core/index.ts'
import type { Claim, Corpus } from '../../../corpus/index.ts'
import { piecesOf } from '../../lines.ts'
import { findQuotation, type Quotation } from '../../quotation.ts'
import { isMarkedAsTranslation, lookUp, quotedWritings } from '../quoted-writings.ts'
import { type CorpusCheck, datum, type Report, standing, type WritingRule } from '../rule.ts'

export const quotationMatches: WritingRule = {
  id: 'quotation-matches',
  severity: 'error',
  summary: 'Quoted words are in the text of the source that is cited for them.',
  norm: 'Chicago Manual of Style, on accuracy in quotation',
  reason: `A quotation is the source's words or it is none. Marks of every style, \`[…]\`, \`…\`, bracketed insertions and the case of the first letter are understood. A block quotation that cites a source is a quotation without marks; the words of a record printed in a block, such as a judgment, are not, and neither is a block that cites nothing.

A translation of ours is marked as one: “(our translation)”. The claim that is cited for it gives the original in \`quote\`, which is looked up in the source, and our words in \`quote-translation\`; the helper \`quote\` prints both. Whether the translation is right, no program can say.

Where a text is not at hand, the lock knows the quotations that were found in it. Of others nothing can be said: they are counted as not checked, and \`check\` says how many there are.`,
  scope: 'writing',
  fails: {
    'pack:arden':
      "change: [{text: 'Voss promised that the closure “would never last beyond the summer”.', claims: [voss-on-closure]}, {text: 'Voss spoke of “a short summer” (our translation).', claims: [voss-on-closure]}]",
    'source:lind-2004': 'rights: {holder: The Arden Courier, quote-words: 20}',
    'claim:voss-on-closure': 'quote-translation: {language: ru, text: закрытие не продлится дольше лета}',
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005]. “Likely” stands for 55–80%.',
      'Lind told it so:',
      '> The harbour at Arden was shut on 3 May 2004. [@lind-2004, para. 1]',
    ),
  },
  findings: [
    'pack:arden: “would never last beyond the summer” is not in lind-2004',
    'pack:arden: “a short summer” is said to be our translation, and no claim that it cites gives the original',
    'claim:voss-on-closure: the translation has no original: the claim has no `quote`',
    'section:body: “The harbour at Arden was shut on 3 May 2004.” is not in lind-2004',
  ],
  passes: {
    'pack:arden': `
change: [{text: 'Voss promised that “[the] closure … would not last beyond the summer”.', claims: [voss-on-closure]}, {text: 'Ortega writes that “the Sea League denies” it.', claims: [league-denial]}, {text: 'The Sea League “denies that it ordered” it (our translation).', claims: [league-in-russian]}]
also-consulted: [volna-2004]
`,
    'source:lind-2004': 'rights: {holder: The Arden Courier, quote-words: 20}',
    'texts/volna-2004.txt': 'Лига моря отрицает, что забастовка была её приказом.',
    'source:volna-2004': `
type: article-newspaper
title: Забастовка
translation: {title: The strike}
container-title: Волна
language: ru
issued: "2004-05-11"
basis: {title: text, issued: text}
reliability: {grade: C, why: A paper that does not name its sources.}
descriptor: an unsigned notice in a newspaper
claims: [{id: league-in-russian, kind: fact, gist: The Sea League denied its part in the strike., voice: author, date: {edtf: "2004-05", basis: relative}, credibility: {proposition: 4, why: Nobody is named.}, passages: [{start: Лига моря, end: приказом.}], quote: 'отрицает, что забастовка была её приказом', quote-translation: {language: en, text: denies that it ordered the strike}}]
`,
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005]. “Likely” stands for 55–80%.',
      'Lind told it so:',
      '> The harbour at Arden was closed on 3 May 2004. Nobody said for how long. [@lind-2004, para. 1]',
    ),
  },
  check(input, report) {
    const { corpus, evidence } = input
    checkClaims(input, report)
    const all = quotedWritings(input)
    const translated = new Set(all.flatMap(({ writing, translates }) => (translates ? [writing] : [])))
    for (const quoted of all) {
      const { words, writing, sources, translates } = quoted
      const { result } = lookUp({ ...quoted, translates: undefined }, evidence)
      const tell = (reason: string, notes: string[] = []) => report(writing, reason, { notes })
      if (result === 'found') continue
      if (translates) {
        if (!isMarkedAsTranslation(quoted))
          tell(`“${shorten(words)}” is our translation, and the sentence does not say so`, [
            'write (our translation) after it, or print it with the helper `quote`',
          ])
      } else if (isMarkedAsTranslation(quoted) && !translated.has(writing)) {
        tell(`“${shorten(words)}” is said to be our translation, and no claim that it cites gives the original`, [
          'give the claim the original in `quote` and these words in `quote-translation`',
        ])
      } else {
        const results = sources.map((key) => findQuotation(words, evidence.texts.get(key)))
        say(words, results, sources, (reason, notes) => tell(reason, [...notes, ...foreign(sources, corpus)]))
      }
    }
  },
}

function checkClaims({ corpus, evidence, writings }: CorpusCheck, report: Report): void {
  const own = new Set(writings.flatMap(({ role, subject }) => (role === 'gist' ? [subject] : [])))
  for (const claim of standing(corpus.claims)) {
    if (!own.has(`claim:${claim.id}`)) continue
    checkTranslation(claim, corpus, report)
    if (claim.quote === undefined) continue
    const text = evidence.texts.get(claim.source)
    const found = findQuotation(claim.quote, text)
    const quote = datum(corpus, 'claim', claim.id, 'quote')
    say(claim.quote, [found], [claim.source], (reason, notes) => report(quote, reason, { notes }))
    const spans = (evidence.byClaim.get(claim.id) ?? []).flatMap(({ anchor }) => anchor.span ?? [])
    const pinned = text ? spans.flatMap((span) => piecesOf(span, text).map(({ para }) => para)) : []
    if (found.result === 'found' && pinned.length > 0 && !found.paragraphs.some((para) => pinned.includes(para))) {
      const where = `of paragraph ${found.paragraphs[0]}, and the claim is pinned to ${pinned.join(', ')}`
      report(quote, `the quotation is ${where}`)
    }
  }
}

function checkTranslation(claim: Claim, corpus: Corpus, report: Report): void {
  const ours = claim['quote-translation']
  if (!ours) return
  const language = corpus.sources.get(claim.source)?.language
  const fault =
    claim.quote === undefined
      ? 'the translation has no original: the claim has no `quote`'
      : language === ours.language
        ? `the translation is into ${language}, the language of ${claim.source} itself`
        : undefined
  if (fault !== undefined) report(datum(corpus, 'claim', claim.id, 'quote-translation'), fault)
}

/** A quotation stands if one of the sources has it; where a text is not at hand, nothing can be said against it. */
function say(
  words: string,
  results: readonly Quotation[],
  sources: readonly string[],
  report: (reason: string, notes: string[]) => void,
): void {
  if (results.length === 0 || results.some(({ result }) => result === 'found' || result === 'unchecked')) return
  const shown = shorten(words)
  const loose = results.some(({ result }) => result === 'indeterminate')
  const nearest = results.flatMap((it) => it.nearest ?? [])[0]
  const notes = nearest === undefined ? [] : [`the text has: ${nearest}`]
  const where = sources.join(' or ')
  report(
    loose
      ? `“${shown}” is not one stretch of ${where}: its parts stand elsewhere, or in another order`
      : `“${shown}” is not in ${where}`,
    notes,
  )
}

/** Words that are not there may be translated, where the sources are in several languages. */
function foreign(sources: readonly string[], corpus: Corpus): readonly string[] {
  const known = new Set([...corpus.packs.values()].map(({ language }) => baseLanguage(language)))
  const other = sources.find((key) => !known.has(baseLanguage(corpus.sources.get(key)?.language ?? '')))
  if (other === undefined) return []
  return [`${other} is in another language: a translation needs \`quote\` and \`quote-translation\` on its claim`]
}

function shorten(words: string): string {
  return words.length > 80 ? `${words.slice(0, 77)}…` : words
}
