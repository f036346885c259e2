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
    summary: 'Every citation key names a source of the corpus.',
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
} as const satisfies Record<string, RuleInfo>

export type RuleId = keyof typeof rules
