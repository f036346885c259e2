import type { Coding } from './codings.ts'
import type { LibraryItem } from './library-item.ts'

/** What is asked of Zotero: a path below the user’s library; `undefined` where there is nothing. */
export type AskZotero = (path: string) => Promise<unknown>

export interface ZoteroRead {
  readonly items: readonly LibraryItem[]
  readonly codings: readonly Coding[]
  /** What is marked and has no words. */
  readonly left: readonly string[]
}

interface Item {
  readonly key: string
  readonly library?: { readonly type?: string; readonly id?: number }
  readonly csljson?: Readonly<Record<string, unknown>>
  readonly data: Readonly<Record<string, unknown>> & {
    readonly itemType: string
    readonly tags?: readonly { readonly tag: string }[]
  }
}

const perPage = 100
const wanted = 'format=json&include=data,csljson'

/** An item, or all items of a collection, by its key, as sources; and the annotations of their files. */
export async function readZotero(key: string, ask: AskZotero): Promise<ZoteroRead | undefined> {
  const one = (await ask(`items/${key}?${wanted}`)) as Item | undefined
  const all = one ? [one] : await pages(`collections/${key}/items/top`, ask)
  if (!all) return undefined
  const works = all.filter(({ data }) => !['attachment', 'note', 'annotation'].includes(data.itemType))
  const [items, codings, left]: [LibraryItem[], Coding[], string[]] = [[], [], []]
  for (const work of works) {
    items.push({ csl: { ...work.csljson, id: addressOf(work), ...citationKey(work) }, other: {} })
    for (const file of (await pages(`items/${work.key}/children`, ask)) ?? []) {
      if (file.data.itemType !== 'attachment') continue
      for (const mark of (await pages(`items/${file.key}/children`, ask)) ?? []) {
        const coding = mark.data.itemType === 'annotation' ? codingOf(mark, work) : undefined
        if (coding?.exact) codings.push(coding)
        else if (coding)
          left.push(
            `${String(work.data.title ?? work.key)}: ${String(mark.data.annotationType)} on page ${String(mark.data.annotationPageLabel)}`,
          )
      }
    }
  }
  return { items, codings, left }
}

async function pages(path: string, ask: AskZotero): Promise<readonly Item[] | undefined> {
  const found: Item[] = []
  for (let start = 0; ; start += perPage) {
    const page = (await ask(`${path}?${wanted}&limit=${perPage}&start=${start}`)) as readonly Item[] | undefined
    if (!page) return start === 0 ? undefined : found
    found.push(...page)
    if (page.length < perPage) return found
  }
}

/** The name that Zotero gives an item for all time. */
function addressOf({ key, library }: Item): string {
  const owner = library?.type === 'group' ? `groups/${library.id}` : `users/${library?.id || 'local'}`
  return `http://zotero.org/${owner}/items/${key}`
}

/** Zotero has it as a field, and its extension in the lines of “Extra”. */
function citationKey({ data }: Item): Record<string, string> {
  const found = data.citationKey ?? /^citation key:\s*(\S+)/im.exec(String(data.extra ?? ''))?.[1]
  return typeof found === 'string' && found ? { 'citation-key': found } : {}
}

function codingOf({ data }: Item, work: Item): Coding {
  const text = (name: string) => (typeof data[name] === 'string' && data[name] ? (data[name] as string) : undefined)
  return {
    text: { addresses: [addressOf(work)], title: typeof work.data.title === 'string' ? work.data.title : undefined },
    exact: text('annotationText') ?? '',
    prefix: '',
    suffix: '',
    page: text('annotationPageLabel'),
    comment: text('annotationComment'),
    tags: (data.tags ?? []).map(({ tag }) => tag),
    by: text('annotationAuthorName'),
    on: /^\d{4}-\d\d-\d\d/.exec(text('dateAdded') ?? '')?.[0],
  }
}
