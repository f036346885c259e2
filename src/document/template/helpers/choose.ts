import { didYouMean, didYouMeanOr } from '../../../core/index.ts'
import { holds } from '../read.ts'
import { anything, flag, type Helper, helper, isRecord, list, number, text } from './helper.ts'

/** What `#if` can ask. */
export const choosing: readonly Helper[] = [
  helper('choose', {
    name: 'count',
    summary: 'Gives the number of items of a list.',
    example: { template: '{{count names}}', gives: '3' },
    takes: [list('list')],
    run: ([given]) => given.length,
  }),
  helper('choose', {
    name: 'eq',
    summary: 'Holds when two texts, numbers or flags are the same.',
    example: { template: '{{#if (eq kind "person")}}yes{{else}}no{{/if}}', gives: 'no' },
    takes: [anything('value'), anything('value')],
    run: ([a, b]) => a === b,
  }),
  helper('choose', {
    name: 'gt',
    summary: 'Holds when the first number is greater than the second.',
    example: { template: '{{#if (gt (count names) 2)}}many{{/if}}', gives: 'many' },
    takes: [number('number'), number('number')],
    run: ([a, b]) => a > b,
  }),
  helper('choose', {
    name: 'not',
    summary: 'Holds when the value does not: it is empty, false, 0 or a list without items.',
    example: { template: '{{#if (not note)}}no note{{/if}}', gives: 'no note' },
    takes: [anything('value')],
    run: ([value]) => !holds(value),
  }),
  helper('choose', {
    name: 'and',
    summary: 'Holds when every value does.',
    example: { template: '{{#if (and names (not note))}}both{{/if}}', gives: 'both' },
    rest: anything('value'),
    least: 2,
    run: (values) => values.every(holds),
  }),
  helper('choose', {
    name: 'or',
    summary: 'Holds when a value does.',
    example: { template: '{{#if (or note names)}}either{{/if}}', gives: 'either' },
    rest: anything('value'),
    least: 2,
    run: (values) => values.some(holds),
  }),
  helper('choose', {
    name: 'some',
    summary: 'Holds when a record of the list has something in the field: for a column that would be empty without it.',
    example: { template: '{{#if (some judgments "follows")}}yes{{else}}no{{/if}}', gives: 'no' },
    takes: [list('list'), text('field')],
    run: ([records, field], _options, { refuse }) => {
      const rows = records.filter(isRecord)
      const other = rows.find((it) => !(field in it))
      if (!other) return rows.some((it) => holds(it[field]))
      return refuse('field-exists', `the records of the list have no field “${field}”`, {
        notes: didYouMean(field, Object.keys(other)),
      })
    },
  }),
  helper('choose', {
    name: 'prints',
    summary:
      'Holds when the pack, or one of its companions, has the section: for words that would lead nowhere without it. With `companions=false`, when the pack has it itself.',
    example: { template: '{{#if (prints "annex")}}see the annex{{else}}no annex{{/if}}', gives: 'no annex' },
    takes: [text('section')],
    options: { companions: flag('companions') },
    run: ([name], { companions = true }, { sections, refuse }) => {
      const printed = sections?.[companions ? 'printed' : 'own'].includes(name) ?? false
      if (!sections || printed || sections.known.includes(name)) return printed
      return refuse('section-is-present', `the section “${name}” has no template`, {
        notes: didYouMeanOr(name, sections.known, 'sections'),
      })
    },
  }),
]
