import { type Block, type Inline, keysOf, localeOf, type Meta } from '../../core/index.ts'
import { edtf, formatDate, markingOf, type Pack } from '../../corpus/index.ts'

/** The pack as cover, running heads and file properties name it; these bear its day of issue, so that the same inputs give the same bytes. */
export function metaOf(pack: Pack, isDraft = false): Meta {
  const { period, cutOff, issued, version, draft, ...words } = localeOf(pack.language).cover
  const { marking } = pack
  const watermark = pack.watermark || isDraft
  const authors = pack.authors.map((author) => (typeof author === 'string' ? { name: author } : author))
  return {
    // The last good files stay beside a draft.
    ...(isDraft ? { name: `${pack.id}.draft`, pack: pack.id } : { name: pack.id }),
    title: pack.title,
    subtitle: pack.subtitle,
    shortTitle: pack['short-title'],
    question: pack.question,
    authors: authors.map(({ name }) => name),
    ...(authors.some(({ affiliation }) => affiliation) && {
      bylines: authors.map(({ name, affiliation }) => (affiliation ? `${name} (${affiliation})` : name)),
    }),
    organisation: pack.organisation,
    facts: [
      { label: period, value: formatDate(pack.period, pack.language) },
      { label: cutOff, value: formatDate(pack['cut-off'], pack.language) },
      { label: issued, value: formatDate(pack.issued, pack.language) },
      ...(pack.version ? [{ label: version, value: pack.version }] : []),
    ],
    ...(marking && { marking: markingOf(marking) }),
    ...(watermark && { watermark: watermark === true ? draft : watermark }),
    language: pack.language,
    date: `${edtf(pack.issued).max}T00:00:00Z`,
    description: pack.description,
    keywords: pack.keywords,
    words,
    ...(pack.cover === true ? {} : { cover: false }),
  }
}

/** What an imprint says that the pack does not: the digest of what it was made from, and whether its files carry that. */
export interface Making {
  readonly digest: string
  readonly hasAttachments: boolean
}

/**
 * What stands behind the text where the pack says any of it: how to cite the pack, who answers for it, who may use it, who
 * is thanked, what it was made from; in any case what its files carry.
 */
export function imprintOf(pack: Pack, { digest, hasAttachments }: Making): Block[] {
  const { colon } = localeOf(pack.language).cover
  const { title, citeAs, inputs, madeFrom, attached, attachments, ...labels } = localeOf(pack.language).imprint
  const lines = keysOf(labels).flatMap((name) => {
    const value = pack[name]
    return value ? [lineOf(labels[name], colon, [plain(value)])] : []
  })
  const files = hasAttachments ? [lineOf(attached, colon, [plain(`${attachments}.`)])] : []
  if (lines.length === 0 && !pack.doi && !pack.isbn) {
    return files.map((line) => ({ ...line, data: { role: 'source-note' } }))
  }
  const heading: Block = { type: 'heading', depth: 2, data: { role: 'unlisted' }, children: [plain(title)] }
  return [
    heading,
    { ...lineOf(citeAs, colon, citationOf(pack)), data: { role: 'cite-as' } },
    ...lines,
    lineOf(inputs, colon, [plain(`${madeFrom(digest)}.`)]),
    ...files,
  ]
}

/** As ISO 690 orders it: who, title, version, where, when, identifier. */
function citationOf({ doi, isbn, ...pack }: Pack): Inline[] {
  const authors = metaOf(pack).authors.join(', ')
  const full = pack.subtitle ? `${pack.title}${localeOf(pack.language).cover.colon}${pack.subtitle}` : pack.title
  const rest = [
    pack.version && `${localeOf(pack.language).cover.version} ${pack.version}`,
    authors && pack.organisation,
    formatDate(pack.issued, pack.language),
    isbn && `ISBN ${isbn}`,
  ]
  const who = authors || pack.organisation
  return [
    ...(who ? [plain(`${who}, `)] : []),
    { type: 'emphasis', children: [plain(full)] },
    plain(rest.flatMap((part) => (part ? [`, ${part}`] : [])).join('')),
    ...(doi ? [plain(', '), doiLink(doi)] : [plain('.')]),
  ]
}

const plain = (value: string): Inline => ({ type: 'text', value })
const doiLink = (doi: string): Inline => ({
  type: 'link',
  url: `https://doi.org/${doi}`,
  children: [plain(`https://doi.org/${doi}`)],
})
const lineOf = (label: string, colon: string, content: Inline[]): Block => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: [plain(`${label}${colon.trimEnd()}`)] }, plain(' '), ...content],
})
