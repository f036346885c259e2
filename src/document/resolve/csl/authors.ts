import type { Engine } from 'citeproc'
import { nameVariables } from '../../../corpus/index.ts'
import type { Works } from './engine.ts'
import type { CslItem } from './item.ts'
import { mark } from './marks.ts'
import type { Style } from './style.ts'

/** What the engine says of a work of which a citation has neither author, date nor place to print. */
export const unprinted = /\[NO_PRINTED_FORM\]|\[CSL STYLE ERROR: reference with no printed form\.\](?:[,;] )?/

/** The author as named in a sentence: by the style where it names authors in citations, else by family name. */
export function authorIn(id: string, engine: Engine, works: Works, style: Style, known: Map<string, string>): string {
  const before = known.get(id)
  if (before !== undefined) return before
  const item = works.items.get(id)
  // Of a work without an author the engine gives a title without its marks, or nothing.
  const named =
    /citation-format="author/.test(style.xml) && nameVariables.some((variable) => item?.[variable])
      ? engine.makeCitationCluster([{ id, 'author-only': true }])
      : ''
  const author = named.replace(unprinted, '') || beforeDate(id, item, engine, style) || familyNames(item, engine)
  known.set(id, author)
  return author
}

/** What an author-date style prints where the author of a work would stand: its title, or what it stands in. */
function beforeDate(id: string, item: CslItem | undefined, engine: Engine, style: Style): string {
  if (!item || item.title?.startsWith('[') || !/citation-format="author/.test(style.xml)) return ''
  const inBrackets = (cite: object) => {
    const text = engine.makeCitationCluster([{ id, ...cite }]).replace(unprinted, '')
    return text.replace(/^\((.*)\)$/s, '$1')
  }
  const [whole, date] = [inBrackets({}), inBrackets({ 'suppress-author': true })]
  // Of laws and judgments a style may print the name also where it leaves out authors.
  if (whole === date) return /^(.*\uE001),? [^ ]*$/s.exec(whole)?.[1] ?? ''
  if (!whole.endsWith(date)) return ''
  return whole.slice(0, whole.length - date.length).replace(/[,\s]+$/, '')
}

const namedInSentences = [
  'author',
  'editor',
  'editor-translator',
  'translator',
  'compiler',
  'director',
  'chair',
] as const

function familyNames(item: CslItem | undefined, engine: Engine): string {
  const variable = namedInSentences.find((it) => item?.[it])
  const people = variable && item?.[variable]
  const names = (people ?? []).map(({ family, literal, ...name }) => {
    return [name['non-dropping-particle'], family ?? literal ?? '']
      .filter(Boolean)
      .join(' ')
      .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
  })
  const title = String(item?.['title-short'] ?? item?.title ?? item?.['container-title'] ?? '')
  const quoted =
    item?.title && item['container-title']
      ? `${engine.getTerm('open-quote')}${title}${engine.getTerm('close-quote')}`
      : ''
  const [first = title.startsWith('[') ? title : quoted || mark('emphasis', title), second] = names
  if (second === undefined) return first
  return names.length === 2 ? `${first} ${engine.getTerm('and')} ${second}` : `${first} ${engine.getTerm('et-al')}`
}
