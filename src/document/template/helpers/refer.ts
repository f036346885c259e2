import type { Actor, Source } from '../../../corpus/index.ts'
import { anchorOf, sourceName } from '../../view/index.ts'
import { escapeDestination, escapeMarkdown } from '../escape.ts'
import { inline, Markdown } from '../markdown.ts'
import {
  flag,
  type Helper,
  type HelperContext,
  helper,
  isRecord,
  omissible,
  text,
  unknownRecord,
  words,
} from './helper.ts'

const actor = {
  name: 'actor',
  expects: 'an actor or the id of one',
  accepts: (value: unknown): value is string | Actor =>
    typeof value === 'string' || (isRecord(value) && typeof value.id === 'string' && typeof value.name === 'string'),
} as const
const source = {
  name: 'source',
  expects: 'a source or the id of one',
  accepts: (value: unknown): value is string | Source =>
    typeof value === 'string' || (isRecord(value) && typeof value.id === 'string' && typeof value.type === 'string'),
} as const

export const referring: readonly Helper[] = [
  helper('refer', {
    name: 'ref',
    summary: 'Refers to what has this id in the document, in words that are made from it, e.g. its number.',
    example: { template: 'See {{ref "actors"}}.', gives: 'See [](#actors).' },
    takes: [text('id')],
    run: ([id], _options, context) => (isId(id) ? new Markdown(`[](#${id})`) : notAnId(id, context)),
  }),
  helper('refer', {
    name: 'anchor',
    summary:
      'Gives an id, so that `ref` and `link` can lead there: to the heading or caption that it ends, or to words in a line. A heading’s `label` is how `ref` calls it; `listed=false` keeps it out of the contents.',
    example: { template: '## Tolls {{anchor "tolls"}}', gives: '## Tolls {#tolls}' },
    takes: [text('id'), omissible(words('words'))],
    options: { label: text('label'), listed: flag('listed') },
    endsLine: true,
    run: ([id, shown], { label, listed = true }, context) => {
      if (!isId(id)) return notAnId(id, context)
      if (label !== undefined && !/^[\p{L}\p{N}.-]+$/u.test(label)) {
        return context.refuse('template-is-valid', `“${label}” is not a label of letters, digits, dots and hyphens`)
      }
      const attributes = `{#${id}${listed ? '' : ' .unlisted'}${label === undefined ? '' : ` label=${label}`}}`
      return new Markdown(shown === undefined ? attributes : `[${inline(shown)}]${attributes}`)
    },
  }),
  helper('refer', {
    name: 'link',
    summary:
      'Links words to a place in the document, by its id, or to a web page or e-mail address: http, https, mailto.',
    example: { template: '{{link "What was raised" "tolls"}}', gives: '[What was raised](#tolls)' },
    takes: [words('words'), text('target')],
    run: ([shown, target], _options, context) => {
      if (isId(target)) return new Markdown(`[${inline(shown)}](#${target})`)
      if (isSafe(target)) return new Markdown(`[${inline(shown)}](${escapeDestination(target)})`)
      return context.refuse('link-is-safe', `“${target}” is not an id, nor an http, https or mailto address`)
    },
  }),
  helper('refer', {
    name: 'uses',
    summary:
      'Leads from the entry of a claim back to every place that cites or names it, in this pack and in those that refer to it; nothing where none does.',
    example: { template: '{{uses "claim-toll-kept"}}', gives: '[](uses:claim-toll-kept)' },
    takes: [text('id')],
    run: ([id], _options, context) => (isId(id) ? new Markdown(`[](uses:${id})`) : notAnId(id, context)),
  }),
  helper('refer', {
    name: 'source',
    summary: 'Names a source as running text does, linked to its entry in the register of sources unless `link=false`.',
    example: { template: '{{source "harbour-2003"}}', gives: '[Okafor, Quay Monthly, May 2003](#source-harbour-2003)' },
    takes: [source],
    options: { link: flag('link') },
    run: ([given], { link = true }, context) => {
      const { corpus, pack } = context
      const id = typeof given === 'string' ? given : given.id
      const found = corpus.sources.get(id)
      if (!found) return unknownRecord('source', id, corpus.sources.keys(), context)
      const name = sourceName(found, pack)
      return link ? linkTo('source', id, name) : name
    },
  }),
  helper('refer', {
    name: 'actor',
    summary:
      'Names an actor: with its acronym, or by `form="name"` or `form="acronym"`; `link=true` leads to its entry.',
    example: { template: '{{actor "port-authority"}}', gives: 'Port Authority \\(PA\\)' },
    takes: [actor],
    options: { form: text('form'), link: flag('link') },
    run: ([given], { form = 'full', link = false }, context) => {
      const id = typeof given === 'string' ? given : given.id
      const found = context.corpus.actors.get(id)
      if (!found) return unknownRecord('actor', id, context.corpus.actors.keys(), context)
      const name = actorName(found, form)
      if (name !== undefined) return link ? linkTo('actor', id, name) : name
      return form === 'acronym'
        ? context.refuse('field-exists', `actor “${id}” has no acronym`)
        : context.refuse('template-is-valid', `“${form}” is not a form of a name`, {
            notes: ['the forms are full, name, acronym'],
          })
    },
  }),
]

/** A link inside the document to a record's entry. */
function linkTo(kind: 'actor' | 'source', id: string, words: string): Markdown {
  return new Markdown(`[${escapeMarkdown(words)}](#${anchorOf(kind, id)})`)
}

function actorName({ name, acronym }: Actor, form: string): string | undefined {
  if (form === 'full') return acronym === undefined ? name : `${name} (${acronym})`
  return form === 'name' ? name : form === 'acronym' ? acronym : undefined
}

/** What can be linked to in every format: lower-case letters, digits and hyphens, from a letter on. */
const isId = (id: string) => /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(id)

function notAnId(id: string, context: HelperContext): symbol {
  return context.refuse('template-is-valid', `“${id}” is not an id of lower-case letters, digits and hyphens`, {
    notes: ['{{slug text}} makes one of a text'],
  })
}

function isSafe(address: string): boolean {
  return (
    /^(https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@]+$)/i.test(address) &&
    !/[\s\p{Cc}]/u.test(address) &&
    URL.canParse(address)
  )
}
