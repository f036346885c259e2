/** PDF/UA-1, 7.1 to 7.9: the structure tree. */
import { type Dictionary, isReference, type PdfObjects, type Value } from './pdf-objects.ts'
import type { Check } from './pdf-ua.ts'
import { isLanguage } from './pdf-ua-metadata.ts'

export interface Structure {
  /** The element of each piece of marked content: by page and MCID, e.g. `12 0 R#3`. */
  readonly content: ReadonlyMap<string, string>
  /** The element and the page of each annotation. */
  readonly annotations: ReadonlyMap<string, { readonly element: string; readonly page: Value | undefined }>
  /** The tag of each element, without the slash. */
  readonly tags: ReadonlyMap<string, string>
}

const standard = new Set(
  [
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody',
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP',
    'Figure Formula Form',
  ]
    .join(' ')
    .split(' '),
)

/** What may stand in what (ISO 32000-1, 14.8.4, and the rules 7.2-3 to 7.2-37). */
const childrenOf: Readonly<Record<string, { readonly rule: string; readonly allowed: readonly string[] }>> = {
  Table: { rule: '7.2-3', allowed: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'] },
  TR: { rule: '7.2-10', allowed: ['TH', 'TD'] },
  THead: { rule: '7.2-36', allowed: ['TR'] },
  TBody: { rule: '7.2-37', allowed: ['TR'] },
  L: { rule: '7.2-19', allowed: ['L', 'LI', 'Caption'] },
  LI: { rule: '7.2-20', allowed: ['Lbl', 'LBody'] },
  TOC: { rule: '7.2-27', allowed: ['TOC', 'TOCI', 'Caption'] },
}
const parentsOf: Readonly<Record<string, { readonly rule: string; readonly allowed: readonly string[] }>> = {
  TR: { rule: '7.2-4', allowed: ['Table', 'THead', 'TBody', 'TFoot'] },
  THead: { rule: '7.2-5', allowed: ['Table'] },
  TBody: { rule: '7.2-6', allowed: ['Table'] },
  TH: { rule: '7.2-8', allowed: ['TR'] },
  TD: { rule: '7.2-9', allowed: ['TR'] },
  LI: { rule: '7.2-17', allowed: ['L'] },
  LBody: { rule: '7.2-18', allowed: ['LI'] },
  TOCI: { rule: '7.2-26', allowed: ['TOC'] },
}

export function checkStructure(objects: PdfObjects, check: Check): Structure {
  const content = new Map<string, string>()
  const annotations = new Map<string, { element: string; page: Value | undefined }>()
  const tags = new Map<string, string>()
  const notes = new Set<string>()
  let lastLevel = 0

  const { catalog } = objects
  const root = catalog['/StructTreeRoot']
  const kids = objects.array(objects.dictionary(root)['/K'])
  const roles = root === undefined ? {} : objects.dictionary(objects.dictionary(root)['/RoleMap'] ?? {})
  check('7.1-11', kids.length > 0, 'the structure tree is empty')
  for (const kid of kids) visit(kid as string, root!, '')
  return { content, annotations, tags }

  function visit(reference: string, parent: Value, parentTag: string): void {
    const element = objects.dictionary(reference)
    const tag = tagOf(element)
    tags.set(reference, tag)
    const role = String(roles[`/${tag}`] ?? `/${tag}`).slice(1)
    check('7.1-5', standard.has(role), `not a standard type: ${tag}`)
    check('7.1-12', element['/P'] === parent, `${tag} ${reference} has another parent`)
    const children = collect(reference, element)
    checkNesting(tag, parentTag, children)
    checkOne(tag, element, reference)
    if (tag === 'Table') checkTable(objects, element, check)
    for (const child of children) visit(child, reference, tag)
  }

  /** Records the marked content and annotations of an element; gives its child elements. */
  function collect(reference: string, element: Dictionary): string[] {
    const children: string[] = []
    for (const kid of kidsOf(objects, element)) {
      if (typeof kid === 'number') {
        check('tree: content has a page', isReference(element['/Pg']), reference)
        content.set(`${element['/Pg']}#${kid}`, reference)
        continue
      }
      const dictionary = objects.dictionary(kid)
      if (dictionary['/Type'] === '/MCR')
        content.set(`${dictionary['/Pg'] ?? element['/Pg']}#${dictionary['/MCID']}`, reference)
      else if (dictionary['/Type'] === '/OBJR') {
        annotations.set(dictionary['/Obj'] as string, { element: reference, page: dictionary['/Pg'] ?? element['/Pg'] })
      } else children.push(kid as string)
    }
    return children
  }

  function checkNesting(tag: string, parentTag: string, children: readonly string[]): void {
    const inner = children.map((child) => tagOf(objects.dictionary(child)))
    const below = childrenOf[tag]
    if (below)
      check(
        below.rule,
        inner.every((child) => below.allowed.includes(child)),
        `${tag} holds ${inner}`,
      )
    const above = parentsOf[tag]
    if (above) check(above.rule, above.allowed.includes(parentTag), `${tag} in ${parentTag}`)
    if (tag === 'Table') {
      const caption = inner.indexOf('Caption')
      check('7.2-11', inner.filter((child) => child === 'THead').length <= 1, 'several THead')
      check('7.2-14', !inner.includes('THead') || inner.includes('TBody'), 'THead without TBody')
      check('7.2-16', caption <= 0 || caption === inner.length - 1, 'the caption is neither first nor last')
    }
    if (tag === 'TOC') check('7.2-28', inner.indexOf('Caption') <= 0, 'the caption is not first')
  }

  function checkOne(tag: string, element: Dictionary, reference: string): void {
    const language = objects.text(element['/Lang'])
    if (language !== undefined) check('7.2-29', isLanguage(language), `language ${language}`)
    const alternative = objects.text(element['/Alt']) ?? objects.text(element['/ActualText'])
    if (tag === 'Figure') check('7.3-1', Boolean(alternative), `figure ${reference} has no alternative`)
    if (tag === 'Figure') check('figure has a box', JSON.stringify(element['/A'] ?? '').includes('/BBox'), reference)
    if (tag === 'Note') {
      const id = objects.text(element['/ID']) ?? ''
      check('7.9-1', id !== '', 'a note has no ID')
      check('7.9-2', !notes.has(id), `two notes ${id}`)
      notes.add(id)
    }
    const level = Number(/^H([1-6])$/.exec(tag)?.[1] ?? 0)
    if (level === 0) return
    check('7.4.2-1', level <= lastLevel + 1, `H${level} after H${lastLevel}`)
    lastLevel = level
  }
}

const tagOf = (element: Dictionary) => String(element['/S'] ?? '').slice(1)

function kidsOf(objects: PdfObjects, element: Dictionary): Value[] {
  const kids = element['/K']
  if (kids === undefined) return []
  if (Array.isArray(kids)) return kids
  const resolved = objects.resolve(kids)
  return Array.isArray(resolved) ? resolved : [kids]
}

/** 7.2-15, 41 to 43 and 7.5: the cells with their spans make a grid without holes, and headers have a scope. */
function checkTable(objects: PdfObjects, table: Dictionary, check: Check): void {
  const grid: (true | undefined)[][] = []
  const rows = rowsOf(objects, table)
  rows.forEach((row, y) => {
    let x = 0
    grid[y] ??= []
    for (const kid of kidsOf(objects, row)) {
      const cell = objects.dictionary(kid)
      const attribute = (name: string) => attributeOf(objects, cell, name)
      if (tagOf(cell) === 'TH') check('7.5-1', attribute('/Scope') !== undefined, 'a TH has no scope')
      while (grid[y]![x]) x += 1
      for (let down = 0; down < Number(attribute('/RowSpan') ?? 1); down++) {
        for (let right = 0; right < Number(attribute('/ColSpan') ?? 1); right++) {
          grid[y + down] ??= []
          const line = grid[y + down]!
          check('7.2-15', !line[x + right], 'cells overlap')
          line[x + right] = true
        }
      }
      x += Number(attribute('/ColSpan') ?? 1)
    }
  })
  const columns = grid[0]?.length ?? 0
  const isFull = grid.every((line) => line.length === columns && Object.keys(line).length === columns)
  check('7.2-41', grid.length === rows.length && isFull, `rows of ${grid.map((line) => line.length)} cells`)
}

function rowsOf(objects: PdfObjects, element: Dictionary): Dictionary[] {
  return kidsOf(objects, element).flatMap((kid) => {
    const child = typeof kid === 'number' ? {} : objects.dictionary(kid)
    if (tagOf(child) === 'TR') return [child]
    return /^T(Head|Body|Foot)$/.test(tagOf(child)) ? rowsOf(objects, child) : []
  })
}

function attributeOf(objects: PdfObjects, element: Dictionary, name: string): Value | undefined {
  return objects
    .array(element['/A'])
    .map((each) => objects.dictionary(each)[name])
    .find((value) => value !== undefined)
}
