import type { Extension } from 'mdast-util-from-markdown'
import type { Cite, CiteGroup, CitePrefix, CiteSuffix } from '../../core/index.ts'
import { close, open, top } from './handles.ts'
import { trimAffix } from './locator.ts'

/** Makes `citeGroup` nodes of the tokens of `citation()`. */
export function citationFromMarkdown(): Extension {
  return {
    canContainEols: ['citePrefix', 'citeSuffix'],
    enter: {
      citeGroup: open((): CiteGroup => ({ type: 'citeGroup', kind: 'parenthetical', children: [] })),
      citeNarrative: open((): CiteGroup => ({ type: 'citeGroup', kind: 'narrative', children: [] })),
      citeHead: open(newCite),
      cite: open(newCite),
      citeTail: open(newCite),
      citePrefix: open((): CitePrefix => ({ type: 'citePrefix', children: [] })),
      citeSuffix: open((): CiteSuffix => ({ type: 'citeSuffix', children: [] })),
    },
    exit: {
      citeGroup: close(),
      citeNarrative: close<CiteGroup>(joinTail),
      citeHead: close(),
      cite: close<Cite>(dropEmpty),
      citeTail: close<Cite>(dropEmpty),
      citePrefix: close<CitePrefix>(trimAffix),
      citeSuffix: close<CiteSuffix>(trimAffix),
      citeSuppress() {
        top<Cite>(this).partial = 'year'
      },
      citeKey(token) {
        const cite = top<Cite>(this)
        cite.identifier = cite.label = this.sliceSerialize(token)
      },
    },
  }
}

const newCite = (): Cite => ({ type: 'cite', identifier: '', label: '', children: [] })

/** In `@a [p. 3]` the brackets belong to the work before them. */
function joinTail(group: CiteGroup): void {
  const [first, tail] = group.children
  if (!first || tail?.identifier !== '') return
  group.children.splice(1, 1)
  first.children = tail.children
}

function dropEmpty(cite: Cite): void {
  cite.children = cite.children.filter((part) => part.children.length > 0)
}
