/**
 * Faults of a Word file that Microsoft's validator does not see, though Word repairs, refuses or misreads the file, and
 * faults of access: a title, a language, headings that skip no level, header rows, alternative texts.
 */
import type { Element, Root } from 'xast'
import { childrenOf, elements, named, type Parts, parsePart } from './read.ts'

export interface Fault {
  readonly rule: string
  readonly part: string
  readonly found: string
}

/** All faults; none in a file that is right. */
export function faultsOf(parts: Parts): Fault[] {
  const read = readPackage(parts)
  if (read.faults.length > 0) return read.faults
  return rules.flatMap((rule) => rule(read))
}

interface Package {
  /** The parts with text: document, notes, headers and footers. */
  readonly stories: readonly { part: string; root: Root }[]
  readonly whole: (part: string) => Root
  readonly faults: Fault[]
}

type Rule = (read: Package) => Fault[]

function readPackage(parts: Parts): Package {
  const faults: Fault[] = []
  const trees = new Map<string, Root>()
  for (const [part, content] of parts) {
    if (typeof content !== 'string') continue
    try {
      trees.set(part, parsePart(parts, part))
    } catch (error) {
      faults.push({ rule: 'xml-well-formed', part, found: String(error) })
    }
  }
  const stories = [...trees].flatMap(([part, root]) =>
    /^word\/(document|footnotes|header.*|footer.*)\.xml$/.test(part) ? [{ part, root }] : [],
  )
  const whole = (part: string): Root => trees.get(part) ?? { type: 'root', children: [] }
  return { stories, whole, faults }
}

const attribute = (element: Element | undefined, name: string) => element?.attributes[name] ?? ''
const idsOf = (root: Root, element: string, name: string) =>
  new Set(named(root, element).map((one) => attribute(one, name)))

const stylesExist: Rule = ({ stories, whole }) => {
  const known = idsOf(whole('word/styles.xml'), 'w:style', 'w:styleId')
  return find(stories, (element) => {
    const isStyle = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].includes(element.name)
    return isStyle && !known.has(attribute(element, 'w:val'))
      ? ['style-exists', attribute(element, 'w:val')]
      : undefined
  })
}

const numbersExist: Rule = ({ stories, whole }) => {
  const known = idsOf(whole('word/numbering.xml'), 'w:num', 'w:numId')
  return find(stories, (element) =>
    element.name === 'w:numId' && !known.has(attribute(element, 'w:val'))
      ? ['number-exists', attribute(element, 'w:val')]
      : undefined,
  )
}

const notesExist: Rule = ({ stories, whole }) => {
  const notes = named(whole('word/footnotes.xml'), 'w:footnote').filter((note) => !note.attributes['w:type'])
  const calls = named(whole('word/document.xml'), 'w:footnoteReference').map((call) => attribute(call, 'w:id'))
  const known = new Set(notes.map((note) => note.attributes['w:id']))
  const inOrder = notes.every((note, index) => attribute(note, 'w:id') === String(index + 1))
  const asCalled = calls.length === notes.length && calls.every((id, index) => id === String(index + 1))
  return [
    ...find(stories, (element) =>
      element.name === 'w:footnoteReference' && !known.has(element.attributes['w:id'])
        ? ['note-exists', attribute(element, 'w:id')]
        : undefined,
    ),
    ...(inOrder && asCalled ? [] : [{ rule: 'notes-in-order', part: 'word/footnotes.xml', found: calls.join(' ') }]),
  ]
}

/** Names are one space for the whole document, whatever their case; ids too. */
const bookmarksPair: Rule = ({ stories }) => {
  const faults: Fault[] = []
  const names = new Set<string>()
  const ids = new Set<string>()
  for (const { part, root } of stories) {
    const open = new Set<string>()
    for (const { element } of elements(root)) {
      const id = attribute(element, 'w:id')
      if (element.name === 'w:bookmarkStart') {
        const name = attribute(element, 'w:name')
        if (ids.has(id)) faults.push({ rule: 'bookmark-id-unique', part, found: id })
        if (names.has(name.toLowerCase())) faults.push({ rule: 'bookmark-name-unique', part, found: name })
        if (!/^[A-Za-z_]\w{0,39}$/.test(name)) faults.push({ rule: 'bookmark-name-valid', part, found: name })
        names.add(name.toLowerCase())
        ids.add(id)
        open.add(id)
      }
      if (element.name === 'w:bookmarkEnd' && !open.delete(id)) {
        faults.push({ rule: 'bookmark-closed', part, found: `end of ${id} without a start` })
      }
    }
    for (const id of open) faults.push({ rule: 'bookmark-closed', part, found: id })
  }
  return faults
}

const anchorsExist: Rule = ({ stories }) => {
  const names = new Set(
    stories.flatMap(({ root }) =>
      named(root, 'w:bookmarkStart').map((start) => attribute(start, 'w:name').toLowerCase()),
    ),
  )
  return find(stories, (element) => {
    const code = element.name === 'w:instrText' ? wordsOf(element) : ''
    const target = /\b(?:REF|PAGEREF|NOTEREF)\s+(\S+)/.exec(code)?.[1] ?? element.attributes['w:anchor']
    return target && !names.has(target.toLowerCase()) ? ['anchor-exists', target] : undefined
  })
}

const fieldsBalance: Rule = ({ stories }) =>
  stories.flatMap(({ part, root }) => {
    const depths = [0]
    const next: Record<string, number> = { begin: 1, separate: 0, end: -1 }
    for (const mark of named(root, 'w:fldChar')) {
      depths.push(depths.at(-1)! + (next[attribute(mark, 'w:fldCharType')] ?? Number.NaN))
    }
    const crowded = named(root, 'w:r').filter(
      (run) => childrenOf(run).filter(({ name }) => name === 'w:fldChar' || name === 'w:instrText').length > 1,
    )
    return [
      ...(depths.every((depth) => depth >= 0) && depths.at(-1) === 0
        ? []
        : [{ rule: 'field-balanced', part, found: depths.join(' ') }]),
      ...crowded.map((run) => ({ rule: 'field-mark-alone', part, found: wordsOf(run) })),
    ]
  })

/** Word calls a cell without a last paragraph corrupt; the validator does not. */
const cellsEndWithParagraph: Rule = ({ stories }) =>
  find(stories, (element) =>
    element.name === 'w:tc' && childrenOf(element).at(-1)?.name !== 'w:p'
      ? ['cell-ends-with-paragraph', childrenOf(element).at(-1)?.name ?? 'nothing']
      : undefined,
  )

const tablesApart: Rule = ({ stories }) =>
  find(stories, (element) => {
    const names = childrenOf(element).map(({ name }) => name)
    return names.some((name, index) => name === 'w:tbl' && names[index + 1] === 'w:tbl')
      ? ['tables-apart', '']
      : undefined
  })

const tablesHaveHeaders: Rule = ({ stories }) =>
  find(stories, (element) =>
    element.name === 'w:tbl' && named(element, 'w:tblHeader').length === 0 ? ['table-header', ''] : undefined,
  )

const headingsDescend: Rule = ({ whole }) => {
  const levels = named(whole('word/document.xml'), 'w:pStyle').flatMap(
    (style) => /^Heading(\d)$/.exec(attribute(style, 'w:val'))?.[1] ?? [],
  )
  return levels.flatMap((level, index) =>
    Number(level) > Number(levels[index - 1] ?? 0) + 1
      ? [{ rule: 'headings-descend', part: 'word/document.xml', found: `${levels[index - 1] ?? 'start'} to ${level}` }]
      : [],
  )
}

const picturesHaveText: Rule = ({ stories }) =>
  find(stories, (element) =>
    element.name === 'wp:docPr' && !element.attributes.descr && named(element, 'adec:decorative').length === 0
      ? ['picture-text', attribute(element, 'name')]
      : undefined,
  )

const properties: Rule = ({ whole }) => {
  const missing = (rule: string, part: string, is: boolean) => (is ? [] : [{ rule, part, found: 'nothing' }])
  const title = named(whole('docProps/core.xml'), 'dc:title')[0]
  const defaults = named(whole('word/styles.xml'), 'w:docDefaults')[0]
  const language = defaults && named(defaults, 'w:lang')[0]
  return [
    ...missing('title', 'docProps/core.xml', title !== undefined && wordsOf(title) !== ''),
    ...missing('language', 'word/styles.xml', /^[a-z]{2}/.test(attribute(language, 'w:val'))),
    ...missing('theme-language', 'word/settings.xml', named(whole('word/settings.xml'), 'w:themeFontLang').length > 0),
  ]
}

const rules: readonly Rule[] = [
  stylesExist,
  numbersExist,
  notesExist,
  bookmarksPair,
  anchorsExist,
  fieldsBalance,
  cellsEndWithParagraph,
  tablesApart,
  tablesHaveHeaders,
  headingsDescend,
  picturesHaveText,
  properties,
]

function find(
  stories: Package['stories'],
  fault: (element: Element) => readonly [rule: string, found: string] | undefined,
): Fault[] {
  return stories.flatMap(({ part, root }) =>
    [...elements(root)].flatMap(({ element }) => {
      const hit = fault(element)
      return hit ? [{ rule: hit[0], part, found: hit[1] }] : []
    }),
  )
}

const wordsOf = (element: Element): string =>
  element.children
    .map((child) => ('value' in child ? child.value : child.type === 'element' ? wordsOf(child) : ''))
    .join('')
