import { formatDate } from '../corpus/date-words.ts'
import { edtf } from '../corpus/edtf.ts'
import type { Pack } from '../corpus/pack.ts'
import { localeOf } from '../locale/locale.ts'
import type { Meta } from '../tree.ts'

/** The pack as cover, running heads and file properties name it; these bear its day of issue, so that the same inputs give the same bytes. */
export function metaOf(pack: Pack): Meta {
  const { period, cutOff, issued, ...words } = localeOf(pack.language).cover
  return {
    name: pack.id,
    title: pack.title,
    subtitle: pack.subtitle,
    shortTitle: pack['short-title'],
    question: pack.question,
    authors: pack.authors,
    organisation: pack.organisation,
    facts: [
      { label: period, value: formatDate(pack.period, pack.language) },
      { label: cutOff, value: formatDate(pack['cut-off'], pack.language) },
      { label: issued, value: formatDate(pack.issued, pack.language) },
    ],
    language: pack.language,
    date: `${edtf(pack.issued).max}T00:00:00Z`,
    description: pack.description,
    keywords: pack.keywords,
    words,
    ...(pack.cover === true ? {} : { cover: false }),
  }
}
