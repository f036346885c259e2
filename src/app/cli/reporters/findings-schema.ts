/** The JSON Schema (2020-12) of what `check --output-format json` prints, `briefpack.findings/1`. */
export const findingsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'briefpack.findings/1',
  description:
    'What `briefpack check --output-format json` prints. `ndjson` has each finding and each waived finding in a line of its own, with "type": "finding" or "waived", and in its last line, "type": "summary", everything else but the files.',
  ...record({
    schema: { const: 'briefpack.findings/1' },
    version: { type: 'string', description: 'Of briefpack.' },
    errors: natural('Errors among the findings: with one, the exit code is 1.'),
    warnings: natural('Warnings among the findings.'),
    complete: {
      type: 'boolean',
      description: 'Whether everything could be checked. Only `complete` with no findings means that all is well.',
    },
    unchecked: texts('What could not be checked, a sentence each, for people.'),
    checked: record({
      passages: record({
        all: natural('Passages of the corpus: the sum of the six outcomes.'),
        ok: natural('Found as they were pinned.'),
        moved: natural('Found in another paragraph.'),
        drifted: natural('Found, and they read differently.'),
        ambiguous: natural('Could be at several places.'),
        lost: natural('Not in the text.'),
        unverified: natural('The text is absent.'),
        byLock: natural('Of those, how many evidence.lock.json vouches for.'),
      }),
      claims: record({
        all: natural('Claims: the sum of the four verdicts.'),
        agreed: natural('Everything in them stands in the words that they are pinned to.'),
        declared: natural('What does not is declared in `supported-by`.'),
        disagreed: natural('Something does not and is not declared.'),
        unchecked: natural('There is no text, or none in a language that can be compared.'),
        byLock: natural(
          'Of those agreed and declared, how many by evidence.lock.json, which knows them as they are written.',
        ),
      }),
      quotations: record({
        all: natural('Quotations: the sum of the four results.'),
        found: natural('In a text of a source cited for them.'),
        byLock: natural('Of those, how many evidence.lock.json vouches for.'),
        notFound: natural('In none.'),
        indeterminate: natural('Their words are there, not as one stretch.'),
        unchecked: natural('The text is absent.'),
      }),
      absentTexts: texts('The sources with passages whose texts are absent.'),
    }),
    hidden: record({
      errors: natural('Left out by --select, --ignore or --errors-only.'),
      warnings: natural('Likewise.'),
    }),
    findings: { type: 'array', description: 'By file, line and column.', items: record(findingFields(), optional()) },
    waived: {
      type: 'array',
      description: 'What waivers let pass: not among the findings, and not counted.',
      items: record({ ...findingFields(), waivers: waivers() }, optional()),
    },
    files: texts('The files of the corpus that were read.'),
  }),
} as const

function findingFields() {
  return {
    rule: { type: 'string', description: 'Its id; `briefpack explain` tells of it.' },
    severity: { enum: ['error', 'warning'] },
    message: { type: 'string' },
    file: { type: 'string', description: 'Its path in the project.' },
    start: point('Absent where the whole file is meant.'),
    end: point('Just after the last character.'),
    notes: texts('What helps to mend it.'),
    subject: { type: 'string', description: 'The record at fault, as kind:id.' },
    fingerprint: {
      type: 'string',
      pattern: '^[0-9a-f]{32}(-[0-9]+)?$',
      description: 'The same while the same is wrong with the same record, wherever in the file it stands.',
    },
  }
}

function optional() {
  return ['start', 'end', 'subject']
}

function waivers() {
  return {
    type: 'array',
    minItems: 1,
    items: record({
      pack: { type: 'string' },
      by: { type: 'string' },
      why: { type: 'string' },
      until: { type: 'string', description: 'EDTF.' },
    }),
  }
}

function point(description: string) {
  const fields = {
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1, description: 'In UTF-16 units.' },
  }
  return { description, ...record(fields) }
}

/** An object with these fields and no others, all there but the optional ones. */
function record<F extends Readonly<Record<string, object>>>(properties: F, without: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !without.includes(name))
  return { type: 'object', properties, required, additionalProperties: false }
}

function natural(description: string) {
  return { type: 'integer', minimum: 0, description }
}

function texts(description: string) {
  return { type: 'array', items: { type: 'string' }, description }
}
