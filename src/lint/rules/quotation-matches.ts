import type { Claim } from '../../corpus/claim.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import { findQuotation, type Quotation } from '../../evidence/quotation.ts'
import { isMarkedAsTranslation, quotedWritings, resultOf } from '../quoted-writings.ts'
import type { CorpusCheck, Report, WritingRule } from '../rule.ts'

/** Quoted words are in the text that is cited for them; a translation of ours is marked, and its original is there. */
export const quotationMatches: WritingRule = {
  id: 'quotation-matches',
  scope: 'writing',
  check(input, report) {
    const { corpus, evidence } = input
    checkClaims(input, report)
    const all = quotedWritings(input)
    const translated = new Set(all.flatMap(({ writing, translates }) => (translates ? [writing] : [])))
    for (const quoted of all) {
      const { words, writing, sources, translates } = quoted
      const result = resultOf({ ...quoted, translates: undefined }, evidence)
      const tell = (reason: string, notes: string[] = []) =>
        report(writing.place, reason, { notes, subject: writing.subject })
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
  for (const claim of corpus.claims.values()) {
    if (claim.deprecated || !own.has(`claim:${claim.id}`)) continue
    const subject = `claim:${claim.id}`
    checkTranslation(claim, corpus, report)
    if (claim.quote === undefined) continue
    const found = findQuotation(claim.quote, evidence.texts.get(claim.source))
    const place = () => corpus.place('claim', claim.id, ['quote'])
    say(claim.quote, [found], [claim.source], (reason, notes) => report(place(), reason, { notes, subject }))
    const pinned = (evidence.byClaim.get(claim.id) ?? []).flatMap(({ anchor }) => anchor.span?.para ?? [])
    if (found.result === 'found' && pinned.length > 0 && !found.paragraphs.some((para) => pinned.includes(para))) {
      report(
        place(),
        `the quotation is of paragraph ${found.paragraphs[0]}, and the claim is pinned to ${pinned.join(', ')}`,
        { subject },
      )
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
  if (fault !== undefined)
    report(corpus.place('claim', claim.id, ['quote-translation']), fault, { subject: `claim:${claim.id}` })
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
  const known = new Set([...corpus.packs.values()].map(({ language }) => language.split('-')[0]))
  const other = sources.find((key) => !known.has(corpus.sources.get(key)?.language.split('-')[0]))
  if (other === undefined) return []
  return [`${other} is in another language: a translation needs \`quote\` and \`quote-translation\` on its claim`]
}

function shorten(words: string): string {
  return words.length > 80 ? `${words.slice(0, 77)}…` : words
}
