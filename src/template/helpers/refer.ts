import type { Actor } from '../../corpus/actor.ts'
import type { Source } from '../../corpus/source.ts'
import { didYouMean } from '../../nearest.ts'
import { anchorKinds, anchorOf, idsOf } from '../anchors.ts'
import { escapeDestination, escapeMarkdown } from '../escape.ts'
import { inline, Markdown } from '../markdown.ts'
import { shortNames } from '../names.ts'
import { flag, type Helper, type HelperContext, helper, isRecord, text, words } from './helper.ts'

const actor = {
  name: 'actor',
  expects: 'an actor or the id of one',
  accepts: (value: unknown): value is string | Actor =>
    typeof value === 'string' ||
    (isRecord(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string'),
} as const
const source = {
  name: 'source',
  expects: 'a source or the id of one',
  accepts: (value: unknown): value is string | Source =>
    typeof value === 'string' ||
    (isRecord(value) && typeof value['id'] === 'string' && typeof value['type'] === 'string'),
} as const

export const referring: readonly Helper[] = [
  helper('refer', {
    name: 'ref',
    summary: 'Refers to a record, section, figure or table of the document, in words that are made from it.',
    example: { template: 'See {{ref "section" "actors"}}.', gives: 'See [](#section-actors).' },
    takes: [text('kind'), text('id')],
    run: ([kind, id], _options, context) => checkedAnchor(kind, id, context, (it) => `[](#${it})`),
  }),
  helper('refer', {
    name: 'anchor',
    summary: 'Makes the heading that it ends the place that `ref` with the same arguments leads to.',
    example: { template: '## Tolls {{anchor "section" "tolls"}}', gives: '## Tolls {#section-tolls}' },
    takes: [text('kind'), text('id')],
    run: ([kind, id], _options, context) => checkedAnchor(kind, id, context, (it) => `{#${it}}`),
  }),
  helper('refer', {
    name: 'link',
    summary: 'Links words to a web page or an e-mail address: http, https or mailto.',
    example: {
      template: '{{link "The port’s page" "https://example.org/a_b"}}',
      gives: '[The port’s page](<https\\://example\\.org/a\\_b>)',
    },
    takes: [words('words'), text('address')],
    run: ([shown, address], _options, context) => {
      if (isSafe(address)) return new Markdown(`[${inline(shown)}](${escapeDestination(address)})`)
      return context.refuse('link-is-safe', `“${address}” is not an http, https or mailto address`)
    },
  }),
  helper('refer', {
    name: 'source',
    summary: 'Names a source in a few words that no other shares, linked to its entry in the register of sources.',
    example: { template: '{{source "harbour-2003"}}', gives: '[Okafor 2003](#source-harbour-2003)' },
    takes: [source],
    options: { link: flag('link') },
    run: ([given], { link = true }, context) => {
      const id = typeof given === 'string' ? given : given.id
      const name = shortNames(context.corpus.sources, context.pack.language).get(id)
      if (name === undefined) return unknown('source', id, context)
      return link ? linkTo('source', id, name) : new Markdown(escapeMarkdown(name))
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
      if (!found) return unknown('actor', id, context)
      const name = actorName(found, form)
      if (name !== undefined) return link ? linkTo('actor', id, name) : new Markdown(escapeMarkdown(name))
      return form === 'acronym'
        ? context.refuse('field-exists', `actor “${id}” has no acronym`)
        : context.refuse('template-is-valid', `“${form}” is not a form of a name`, {
            notes: ['the forms are full, name, acronym'],
          })
    },
  }),
]

/** A link inside the document to a record's entry. */
export function linkTo(kind: string, id: string, words: string): Markdown {
  return new Markdown(`[${escapeMarkdown(words)}](#${anchorOf(kind, id)})`)
}

function actorName({ name, acronym }: Actor, form: string): string | undefined {
  if (form === 'full') return acronym === undefined ? name : `${name} (${acronym})`
  return form === 'name' ? name : form === 'acronym' ? acronym : undefined
}

function checkedAnchor(kind: string, id: string, context: HelperContext, make: (anchor: string) => string) {
  if (!anchorKinds.includes(kind)) {
    return context.refuse('template-is-valid', `“${kind}” is not a kind of thing to refer to`, {
      notes: [...didYouMean(kind, anchorKinds), `the kinds are ${anchorKinds.join(', ')}`],
    })
  }
  const known = idsOf(kind, context.corpus)
  if (known && !known.has(id)) return unknown(kind, id, context)
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return new Markdown(make(anchorOf(kind, id)))
  return context.refuse('template-is-valid', `“${id}” is not a slug of lower-case letters, digits and hyphens`)
}

function unknown(kind: string, id: string, context: HelperContext): symbol {
  const known = idsOf(kind, context.corpus)?.keys() ?? []
  return context.refuse('reference-resolves', `“${id}” names no ${kind}`, { notes: didYouMean(id, known) })
}

function isSafe(address: string): boolean {
  return (
    /^(https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@]+$)/i.test(address) &&
    !/[\s\p{Cc}]/u.test(address) &&
    URL.canParse(address)
  )
}
