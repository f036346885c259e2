import { isRecord } from '../../core/index.ts'
import { paragraphsOf } from '../normalise.ts'

/** Words of a text that somebody marked, in whatever tool. */
export interface Coding {
  /** What the tool knows of the text: addresses, a title, a file name; and the text itself, where it is in the file. */
  readonly text: { readonly addresses: readonly string[]; readonly title?: string | undefined; readonly body?: string }
  /** The marked words, and some of what stands around them. */
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** The label of the page, where the tool has one. */
  readonly page?: string | undefined
  readonly comment?: string | undefined
  readonly tags: readonly string[]
  readonly by?: string | undefined
  /** The day, as `YYYY-MM-DD`. */
  readonly on?: string | undefined
}

export interface Codings {
  readonly tool: string
  readonly codings: readonly Coding[]
  /** What was in the file and is no coding of words, e.g. notes on a whole page. */
  readonly left: readonly string[]
}

type Json = Readonly<Record<string, unknown>>
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined)

/** The annotations in a JSON file: W3C Web Annotation, or as Hypothesis exports them; `undefined` where it holds none. */
export function readAnnotations(text: string): Codings | undefined {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return undefined
  }
  const items = itemsOf(data)
  if (!items) return undefined
  const isHypothesis = items.some((it) => 'uri' in it)
  const [codings, left]: [Coding[], string[]] = [[], []]
  for (const [at, item] of items.entries()) {
    const found = isHypothesis ? ofHypothesis(item) : ofW3c(item)
    if (found.exact) codings.push(found)
    else {
      const name = found.comment ?? found.text.title ?? found.text.addresses[0] ?? textOf(item.id)
      left.push(`annotation ${at + 1}, which marks no words${name ? `: ${name}` : ''}`)
    }
  }
  return { tool: isHypothesis ? 'Hypothesis' : 'a Web Annotation', codings, left }
}

function itemsOf(data: unknown): readonly Json[] | undefined {
  const all = Array.isArray(data)
    ? data
    : isRecord(data)
      ? (data.rows ?? data.annotations ?? data.items ?? (isRecord(data.first) ? data.first.items : undefined) ?? data)
      : undefined
  const items = listOf(all).filter(isRecord)
  const isAnnotation = (it: Json) => 'target' in it || 'uri' in it || listOf(it.type).includes('Annotation')
  return items.some(isAnnotation) ? items : undefined
}

interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** The quotation among the selectors of a target, which may refine each other. */
function quoteIn(targets: unknown): Quote {
  const selectors = listOf(targets)
    .filter(isRecord)
    .flatMap((it) => listOf(it.selector))
    .flatMap(function all(it): Json[] {
      return isRecord(it) ? [it, ...listOf(it.refinedBy).flatMap(all), ...listOf(it.items).flatMap(all)] : []
    })
  const found = selectors.find(({ type }) => type === 'TextQuoteSelector')
  return {
    exact: textOf(found?.exact) ?? '',
    prefix: textOf(found?.prefix) ?? '',
    suffix: textOf(found?.suffix) ?? '',
  }
}

const dayOf = (value: unknown) => /^\d{4}-\d\d-\d\d/.exec(String(value ?? ''))?.[0]

function ofHypothesis(item: Json): Coding {
  const document = isRecord(item.document) ? item.document : {}
  const links = listOf(document.link).flatMap((it) => (isRecord(it) ? (textOf(it.href) ?? []) : []))
  return {
    ...quoteIn(item.target),
    text: {
      addresses: [...listOf(item.uri), ...links].flatMap((it) => textOf(it) ?? []),
      title: textOf(listOf(document.title)[0]),
    },
    comment: textOf(item.text),
    tags: listOf(item.tags).flatMap((it) => textOf(it) ?? []),
    by: textOf(item.user)?.replace(/^acct:/, ''),
    on: dayOf(item.created),
  }
}

function ofW3c(item: Json): Coding {
  const bodies = listOf(item.body ?? item.bodyValue)
  const values = (wanted: boolean) =>
    bodies.flatMap((it) => {
      if (typeof it === 'string') return wanted || it.startsWith('http') ? [] : [it]
      if (!isRecord(it)) return []
      const isTag = listOf(it.purpose).some((purpose) => purpose === 'tagging' || purpose === 'classifying')
      return isTag === wanted ? (textOf(it.value) ?? textOf(it.label) ?? []) : []
    })
  const targets = listOf(item.target)
  const addresses = targets.flatMap((it) => {
    const source = isRecord(it) ? it.source : it
    return textOf(isRecord(source) ? source.id : source) ?? []
  })
  const [creator] = listOf(item.creator)
  return {
    ...quoteIn(targets),
    text: { addresses },
    comment: values(false).join(' ') || undefined,
    tags: values(true),
    by: textOf(isRecord(creator) ? (creator.name ?? creator.nickname ?? creator.id) : creator),
    on: dayOf(item.created),
  }
}

/** Marked words as far as they stand in one paragraph: a passage lies in one. */
export function inOneParagraph(exact: string): { readonly words: string; readonly isCut: boolean } {
  const paragraphs = paragraphsOf(exact)
  const longest = paragraphs.reduce((a, b) => (b.length > a.length ? b : a), '')
  return { words: longest, isCut: paragraphs.length > 1 }
}
