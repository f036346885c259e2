import { findQuotation, type Quotation } from '../../evidence/quotation.ts'
import { quotedWritings } from '../quoted-writings.ts'
import type { CorpusCheck, Report, WritingRule } from '../rule.ts'

/** Quoted words are in the text that is cited for them. */
export const quotationMatches: WritingRule = {
  id: 'quotation-matches',
  scope: 'writing',
  check(input, report) {
    checkClaims(input, report)
    for (const { words, writing, sources, translated } of quotedWritings(input)) {
      const results = sources.map((key) => findQuotation(words, input.evidence.texts.get(key)))
      if (translated) continue
      say(words, results, sources, (reason, notes) =>
        report(writing.place, reason, { notes, subject: writing.subject }),
      )
    }
  },
}

function checkClaims({ corpus, evidence, writings }: CorpusCheck, report: Report): void {
  const own = new Set(writings.flatMap(({ role, subject }) => (role === 'gist' ? [subject] : [])))
  for (const claim of corpus.claims.values()) {
    if (claim.quote === undefined || claim.deprecated || !own.has(`claim:${claim.id}`)) continue
    const found = findQuotation(claim.quote, evidence.texts.get(claim.source))
    const place = () => corpus.place('claim', claim.id, ['quote'])
    const subject = `claim:${claim.id}`
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

/** A quotation stands if one of the sources has it; where a text is not at hand, nothing can be said against it. */
function say(
  words: string,
  results: readonly Quotation[],
  sources: readonly string[],
  report: (reason: string, notes: string[]) => void,
): void {
  if (results.length === 0 || results.some(({ result }) => result === 'found' || result === 'unchecked')) return
  const shown = words.length > 80 ? `${words.slice(0, 77)}…` : words
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
