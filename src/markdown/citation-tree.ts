import type { CompileContext, Extension, Handle } from 'mdast-util-from-markdown'
import type { Cite, CiteGroup, CitePrefix, CiteSuffix } from '../tree.ts'
import { takeLocator } from './locator.ts'

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
      cite: close<Cite>(readLocator),
      citeTail: close<Cite>(readLocator),
      citePrefix: close<CitePrefix>(trim),
      citeSuffix: close<CiteSuffix>(trim),
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

function open(create: () => CiteGroup | Cite | CitePrefix | CiteSuffix): Handle {
  return function (token) {
    this.enter(create(), token)
  }
}

function close<N>(finish?: (node: N) => void): Handle {
  return function (token) {
    finish?.(top<N>(this))
    this.exit(token)
  }
}

function top<N>(context: CompileContext): N {
  return context.stack.at(-1) as unknown as N
}

/** In `@a [p. 3]` the brackets belong to the work before them. */
function joinTail(group: CiteGroup): void {
  const [first, tail] = group.children
  if (!first || tail?.identifier !== '') return
  group.children.splice(1, 1)
  first.children = tail.children
  if (tail.locator) first.locator = tail.locator
}

/** Affixes have no space at their ends; the printer and the style know where one belongs. */
function trim(affix: CitePrefix | CiteSuffix): void {
  const first = affix.children[0]
  const last = affix.children.at(-1)
  if (first?.type === 'text') first.value = first.value.replace(/^[ \t\n]+/, '')
  if (last?.type === 'text') last.value = last.value.replace(/[ \t\n]+$/, '')
  affix.children = affix.children.filter((child) => child.type !== 'text' || child.value !== '')
}

function readLocator(cite: Cite): void {
  for (const part of cite.children) {
    const first = part.children[0]
    if (part.type !== 'citeSuffix' || first?.type !== 'text') continue
    const found = takeLocator(first.value)
    if (!found) continue
    cite.locator = found.locator
    first.value = found.rest
    trim(part)
  }
  cite.children = cite.children.filter((part) => part.children.length > 0)
}
