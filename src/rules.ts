/* Long because it is one table: every rule's level, summary and norm side by side. */

export type Severity = 'error' | 'warning'

interface RuleInfo {
  readonly severity: Severity
  /** What holds when all is well, in one sentence. */
  readonly summary: string
  /** The published norm behind it, where there is one. */
  readonly norm?: string
}

/** Every rule that can be reported, by id. An id says what holds when all is well; `src/lint/README.md` documents each. */
export const rules = {
  'yaml-is-valid': {
    severity: 'error',
    summary: 'Every corpus file is valid YAML 1.2, without aliases.',
    norm: 'YAML 1.2.2',
  },
  'field-is-known': { severity: 'error', summary: 'Every field is one that the record kind has.' },
  'field-is-valid': { severity: 'error', summary: 'Every field has the form that its record kind asks for.' },
  'fields-are-in-order': {
    severity: 'warning',
    summary: 'The fields of a record stand in the order of its schema.',
  },
  'id-is-unique': { severity: 'error', summary: 'An id names one record of its kind.' },
  'reference-resolves': { severity: 'error', summary: 'Every reference between records names one that exists.' },
  'date-is-edtf': {
    severity: 'error',
    summary: 'Dates are quoted EDTF, level 0 or 1, without sets, seasons or times.',
    norm: 'ISO 8601-2:2019; EDTF (Library of Congress)',
  },
  'text-is-clean': {
    severity: 'error',
    summary: 'Texts have no control characters, lone surrogates or unbalanced bidirectional controls.',
    norm: 'Unicode UAX #9, UTS #39',
  },
  'path-is-inside': { severity: 'error', summary: 'No file is read or written outside the project.' },
  'file-is-present': { severity: 'error', summary: 'Every file that a pack or template names exists.' },
  'template-is-valid': {
    severity: 'error',
    summary: 'Every template parses, and uses the helpers and partials that exist.',
  },
  'field-exists': { severity: 'error', summary: 'Every field that a template prints exists in the data.' },
  'markdown-is-supported': {
    severity: 'error',
    summary: 'Only Markdown that every writer can render is used.',
    norm: 'CommonMark 0.31.2, GFM',
  },
  'citation-resolves': {
    severity: 'error',
    summary:
      'Every citation names a source of the corpus, a paragraph that its text has, and claims that are made there.',
    norm: 'ICD 206',
  },
  'link-is-safe': { severity: 'error', summary: 'Links are http, https or mailto, or point inside the document.' },
  'cross-reference-resolves': {
    severity: 'error',
    summary: 'Every reference inside the document points at something in it.',
  },
  'image-has-alt': {
    severity: 'error',
    summary: 'Every image has a text that stands for it.',
    norm: 'WCAG 2.2, 1.1.1; ISO 14289-1, 7.3',
  },
  'image-is-safe': {
    severity: 'error',
    summary: 'Images are PNG, JPEG or SVG from inside the project, within the limits on bytes and pixels.',
  },
  'heading-increments': {
    severity: 'error',
    summary: 'Headings go down one level at a time.',
    norm: 'WCAG 2.2, 1.3.1; ISO 14289-1, 7.4.2',
  },
  'glyph-exists': {
    severity: 'error',
    summary: 'Every character has a glyph in the theme’s fonts.',
    norm: 'ISO 14289-1, 7.21',
  },
  'section-is-present': {
    severity: 'error',
    summary: 'Every section that the pack asks for has a template and prints something.',
    norm: 'ICD 203',
  },
  'passage-matches': {
    severity: 'error',
    summary: 'Every passage stands in its text as it was when it was pinned.',
    norm: 'W3C Web Annotation Data Model, TextQuoteSelector',
  },
  'passage-is-unique': {
    severity: 'error',
    summary: 'The first and last words of a passage, with its digest, lead to one place.',
    norm: 'W3C Web Annotation Data Model',
  },
  'passage-is-in-place': {
    severity: 'warning',
    summary: 'A passage stands in the paragraph that its record gives, which is the one that readers are sent to.',
  },
  'lock-is-current': {
    severity: 'error',
    summary: 'Where a text is absent, no passage has changed since it was last verified.',
  },
  'text-matches': {
    severity: 'error',
    summary: 'The digest of a held text equals the one that the source gives.',
    norm: 'Berkeley Protocol on Digital Open Source Investigations',
  },
  'source-is-complete': {
    severity: 'error',
    summary: 'A source has the fields that its type needs, and says when its page was read.',
    norm: 'ICD 206; ICS 206-01',
  },
  'source-is-described': {
    severity: 'error',
    summary: 'A source that claims are taken from has a descriptor and a reliability grade with its reason.',
    norm: 'ICD 203, standard 1; ICD 206',
  },
  'source-is-archived': {
    severity: 'warning',
    summary: 'A source on the web has an archived copy.',
    norm: 'ICS 206-01',
  },
  'basis-is-disclosed': {
    severity: 'warning',
    summary: 'Author, title and date say how they are known.',
    norm: 'Berkeley Protocol, ¶ 208',
  },
  'source-is-used': {
    severity: 'warning',
    summary: 'Every source is cited, or listed as also consulted.',
    norm: 'ICD 206',
  },
  'ratings-are-independent': {
    severity: 'warning',
    summary: 'The reliability of sources and the credibility of claims are rated apart.',
    norm: 'Baker, McKendry and Mace (1968)',
  },
  'coverage-gap-is-stated': {
    severity: 'error',
    summary: 'A stretch of the pack’s period that no source covers is stated.',
    norm: 'ICD 203, standard 1',
  },
  'quotation-matches': {
    severity: 'error',
    summary: 'Quoted words are in the text of the source that is cited for them.',
    norm: 'Chicago Manual of Style, on accuracy in quotation',
  },
  'quotation-is-fair': {
    severity: 'warning',
    summary: 'A quotation is not cut before a negation, a limit or a number.',
    norm: 'Chicago Manual of Style, on ellipses',
  },
  'quotation-has-speaker': { severity: 'error', summary: 'A sentence that quotes says whose words they are.' },
  'quotation-is-short': {
    severity: 'warning',
    summary: 'Quotations are short, and no work is quoted at length.',
    norm: 'Society of Authors, guidance on quoting',
  },
  'defect-is-marked': {
    severity: 'error',
    summary: 'A fault of the source that is quoted is marked.',
    norm: 'Berkeley Protocol, ¶ 208',
  },
  'claim-is-pinned': { severity: 'error', summary: 'Every claim is pinned to a text that is held.', norm: 'ICD 206' },
  'statement-has-speaker': {
    severity: 'error',
    summary: 'A statement has its speaker, occasion and date; a figure its number, unit and day.',
    norm: 'ICD 203, standard 3',
  },
  'claim-precedes-source': {
    severity: 'error',
    summary: 'Nothing is claimed to have happened after its source was written.',
  },
  'credibility-is-earned': {
    severity: 'error',
    summary: 'Credibility 1 is given only to what two independent groups say.',
    norm: 'AJP-2.1',
  },
  'anonymous-is-hedged': {
    severity: 'warning',
    summary: 'What nobody is named for is rated 3 or lower, and told as such.',
    norm: 'CIA, Compendium of Analytic Tradecraft Notes, note 5',
  },
  'figures-agree': {
    severity: 'error',
    summary: 'Two numbers for one measure at one time have a record of the disagreement.',
    norm: 'ICD 203, standard 6',
  },
  'name-is-registered': {
    severity: 'warning',
    summary: 'A name in our prose that is nearly a registered one is registered.',
    norm: 'ICS 630-01',
  },
  'name-is-consistent': {
    severity: 'error',
    summary: 'In our own voice an actor has one spelling.',
    norm: 'ICS 630-01',
  },
  'names-are-told-apart': {
    severity: 'warning',
    summary: 'Two actors with nearly the same name are one, or marked as distinct.',
  },
  'alias-is-established': {
    severity: 'error',
    summary: 'A disputed alias is not stated as identity, nor an alias used outside its time.',
  },
  'role-is-in-date': { severity: 'error', summary: 'A role is given to its holder inside its dates.' },
  'acronym-is-expanded': {
    severity: 'warning',
    summary: 'An acronym stands beside its name at first use.',
    norm: 'Chatham House style guide',
  },
  'precision-is-kept': {
    severity: 'error',
    summary: 'A date in prose is no more precise than in the claims that it rests on.',
    norm: 'ACLED and GTD codebooks',
  },
  'judgment-is-supported': {
    severity: 'error',
    summary: 'A judgment cites a claim, and lists the claims against it.',
    norm: 'ICD 203, standards 1 and 6',
  },
  'term-is-on-scale': {
    severity: 'error',
    summary: 'A judgment of likelihood has one term, of the pack’s scale.',
    norm: 'ICD 203, D.6.e.(2)(a); PHIA',
  },
  'confidence-has-reason': {
    severity: 'error',
    summary: 'Confidence says why, under information, rigour and volatility.',
    norm: 'ICD 203, standard 2; PHIA',
  },
  'confidence-within-ceiling': {
    severity: 'error',
    summary: 'Confidence is no higher than the independence and quality of the sources allow.',
    norm: 'NIC, “What we mean when we say”; ICD 203, standard 2',
  },
  'confidence-needs-no-exception': {
    severity: 'warning',
    summary: 'No confidence rests on a single group of sources and a written reason.',
    norm: 'ICD 203, standard 2',
  },
  'likelihood-apart-from-confidence': {
    severity: 'error',
    summary: 'A likelihood and a confidence level do not share a sentence.',
    norm: 'ICD 203, D.6.e.(2)(b)',
  },
  'forecast-has-horizon': {
    severity: 'error',
    summary: 'A judgment of the future says by when it is to be judged.',
    norm: 'ICD 203, standard 8',
  },
  'change-is-explained': {
    severity: 'error',
    summary: 'A term or level that moved since the last issue says why.',
    norm: 'ICD 203, standard 7',
  },
  'judgment-has-alternative': {
    severity: 'warning',
    summary: 'A key judgment of likelihood names another reading.',
    norm: 'ICD 203, standard 4',
  },
  'judgment-has-indicator': {
    severity: 'warning',
    summary: 'A key judgment names what would change it.',
    norm: 'ICD 203, standard 4',
  },
  'assumption-has-consequence': {
    severity: 'warning',
    summary: 'A linchpin assumption says what follows if it is wrong.',
    norm: 'ICD 203, standard 3',
  },
  'sentence-is-cited': {
    severity: 'warning',
    summary:
      'A sentence with a date, a counted number, a quotation, or a registered name and a verb is cited or repeats a judgment.',
    norm: 'ICD 206',
  },
  'citation-supports': {
    severity: 'warning',
    summary: 'The numbers and names of a cited sentence are in a claim that it cites.',
    norm: 'ICD 206',
  },
  'hedge-is-on-scale': {
    severity: 'warning',
    summary: 'A judgment is hedged by its term and nothing else.',
    norm: 'PHIA; Kent, “Words of Estimative Probability” (1964)',
  },
  'label-is-attributed': {
    severity: 'warning',
    summary: 'A loaded label for a person, group or event is attributed.',
    norm: 'Reuters and BBC editorial guidelines',
  },
  'voice-is-analytic': {
    severity: 'warning',
    summary: 'Our own voice gives no advice and leans on no “everyone agrees”.',
    norm: 'ICD 203, standard 6',
  },
  'corroboration-is-independent': {
    severity: 'error',
    summary: 'A claim corroborates only one of another origin.',
    norm: 'AJP-2.1',
  },
  'shared-run-is-declared': {
    severity: 'warning',
    summary: 'Two texts that share eight words in a row say which has them from which.',
  },
  'concentration-is-stated': {
    severity: 'error',
    summary: 'An author of most citations is named in the summary of the sources.',
    norm: 'ICD 206',
  },
  'section-has-two-sources': {
    severity: 'warning',
    summary: 'A section that cites does not cite one source only.',
    norm: 'ICD 203, standard 1',
  },
  'disagreement-is-recorded': {
    severity: 'error',
    summary: 'Claims that contradict each other have a record of the disagreement.',
    norm: 'ICD 203, standard 6',
  },
  'disagreement-is-shown': {
    severity: 'error',
    summary: 'An open disagreement that touches a key judgment is printed.',
    norm: 'ICD 203, standard 6',
  },
  'summary-is-present': {
    severity: 'error',
    summary: 'A pack prints its answer, in at most 60 words.',
    norm: 'ICD 203, standard 6',
  },
  'scale-is-explained': {
    severity: 'error',
    summary: 'A pack prints the range of every likelihood term that it uses.',
    norm: 'ICD 203, D.6.e.(2)(a); PHIA',
  },
  'table-has-header': {
    severity: 'error',
    summary: 'Every column of a table has a header.',
    norm: 'WCAG 2.2, 1.3.1; ISO 14289-1, 7.5',
  },
  'level-is-allowed': {
    severity: 'error',
    summary: 'A pack sets the levels of rules that exist, and lowers no error.',
  },
  'waiver-is-current': {
    severity: 'error',
    summary: 'A waiver names a rule that can be waived and has an end, which is still to come.',
  },
  'waiver-is-used': { severity: 'warning', summary: 'A waiver lets something pass.' },
} as const satisfies Record<string, RuleInfo>

export type RuleId = keyof typeof rules

/**
 * Without these a record or file cannot be read: no waiver lets them pass, and what other rules find in such a record is not
 * worth hearing.
 */
export const structural: ReadonlySet<RuleId> = new Set([
  'yaml-is-valid',
  'field-is-known',
  'field-is-valid',
  'id-is-unique',
  'reference-resolves',
  'date-is-edtf',
  'text-is-clean',
  'path-is-inside',
  'file-is-present',
])
