import { type Inline, itemAt, type Text, textOf, walk } from '../../core/index.ts'

const punctuation = /^[.,;:!?…]+(?:["'”’»](?![\p{L}\p{N}]))?|^["'”’»](?![\p{L}\p{N}])[.,;:!?…]*/u

/** Words as citations left them, while the text around is set: what each node is besides itself. */
export interface Settings {
  /** Calls of notes, and raised numbers, that a style made of citations. */
  readonly made: Set<Inline>
  /** Citations in an author's note; `true` for one that is part of the sentence. */
  readonly cited: Map<Inline, boolean>
  /** Citations in words, in brackets of some kind: no notes, and no names in the sentence. */
  readonly worded: Set<Inline>
  /** What an author's name in the sentence begins with. */
  readonly authors: Set<Inline>
  /** Words of references that lead nowhere: set in the text as they are. */
  readonly unled: Set<Inline>
}

/**
 * Sets the calls that a note style made of citations: no space before them, and behind the punctuation that follows
 * where the language has it so. In an author's note, the full stop of a citation gives way to what follows it,
 * and a comma closes one that is part of the sentence.
 */
export function setCitations(children: Inline[], settings: Settings, behind: boolean): void {
  for (const [index, child] of children.entries()) {
    if (nameAt(child, settings) && beginsSentence(children, index, settings)) startSentence(child, settings)
    if (setPossessive(children, index, settings)) continue
    if (settings.made.has(child)) setCall(children, index, settings, behind)
    else if (settings.cited.has(child)) dropStop(child, children[index + 1], settings)
    else if (settings.worded.has(child)) {
      setWords(children, index, settings)
      dropDouble(child, textAt(children, index + 1, settings))
    }
  }
}

/** A name begins a sentence with a capital, if it begins with a particle: “De Gaulle”. What it begins with itself is left, as in “eBay”. */
export function startSentence(node: Inline | undefined, settings: Settings): void {
  const name = nameAt(node, settings)
  const first = name && [...walk<Inline>(name)].find((it) => it.type === 'text')
  if (first) first.value = first.value.replace(/^\p{Ll}(?=[\p{Ll}’]*[\s’-])/u, (letter) => letter.toUpperCase())
}

/** The author's name that a node is, or begins with. */
function nameAt(node: Inline | undefined, settings: Settings): Inline | undefined {
  if (!node || settings.authors.has(node)) return node
  return 'children' in node ? nameAt(node.children[0], settings) : undefined
}

/** What stands before a name, and no sentence ends with: “cf. de Gaulle”. */
const abbreviation =
  /(?<![\p{L}\p{N}])(?:cf|e\.g|i\.e|esp|incl|viz|vs?|ca?|bzw|[Vv]gl|z\. ?B|d\. ?h|insb|bes|[Сс]р|[Сс]м|напр|т\. ?е|[Cc]f|p\. ?ex|Dr|Mrs?|Ms|St|Prof|Gen|Col|\p{Lu})\.\s+$/u

/** Whether a name at this index begins a sentence, past the calls of notes. */
function beginsSentence(children: readonly Inline[], index: number, settings: Settings): boolean {
  let words = ''
  for (let at = index - 1; at >= 0 && words.trim() === ''; at--) {
    const node = itemAt(children, at)
    if (node.type !== 'text' && node.type !== 'footnoteReference' && !settings.made.has(node)) return false
    words = node.type === 'text' ? node.value + words : words
  }
  return /[.!?…]["'”’»)\]]*\s+$/u.test(words) && !abbreviation.test(words)
}

/** “Ash’s (2001) view” is written “@ash’s view”: the ending goes to the name, before the year, or, as a node of its own, before the call. */
function setPossessive(children: Inline[], index: number, settings: Settings): boolean {
  const [child, following] = [itemAt(children, index), textAt(children, index + 1, settings)]
  const [found] = /^['’]s(?![\p{L}\p{N}])/u.exec(following?.value ?? '') ?? []
  const named = child.type === 'span' ? child.children[0] : undefined
  const isNamed = named?.type === 'span' && settings.authors.has(named)
  if (!following || !found || !(isNamed || settings.made.has(child))) return false
  following.value = following.value.slice(found.length)
  const ending: Text = { type: 'text', value: '’s' }
  if (isNamed) named.children.push(ending)
  else children.splice(index, 0, ending)
  return !isNamed
}

/** The text at an index that is an author's; `undefined` where something else stands. */
function textAt(children: readonly Inline[], index: number, { unled }: Settings): Text | undefined {
  const node = children[index]
  return node?.type === 'text' && !unled.has(node) ? node : undefined
}

function setCall(children: Inline[], index: number, settings: Settings, behind: boolean): void {
  const previous = textAt(children, index - 1, settings)
  if (previous) previous.value = previous.value.replace(/[ \t\n\u00a0]+$/, '')
  let next = index + 1
  while (isMade(children[next], settings) || isGap(children, next, settings)) next++
  const following = textAt(children, next, settings)
  // What answers a colon, as in “Source: [@a], rounded”, stands behind that; what a bracket begins with stays in it.
  if (!behind || !following || /[:([]$/.test(previous?.value ?? '')) return
  const [found = ''] = punctuation.exec(following.value) ?? []
  if (found === '') return
  following.value = following.value.slice(found.length)
  if (previous) previous.value += withoutDouble(previous.value, found)
  else children.splice(index, 0, { type: 'text', value: found })
}

/** Sets a citation in words apart from the words before it, and before the stop that a note would stand behind. */
function setWords(children: Inline[], index: number, settings: Settings): void {
  const previous = textAt(children, index - 1, settings)
  if (!previous?.value || /[\s([“‘«]$/.test(previous.value)) return
  const [stop = ''] = /[.,;:!?…]+$/.exec(previous.value) ?? []
  previous.value = `${previous.value.slice(0, previous.value.length - stop.length)} `
  if (stop !== '') children.splice(index + 1, 0, { type: 'text', value: stop })
}

const isMade = (node: Inline | undefined, { made }: Settings) => node !== undefined && made.has(node)

/** Nothing but space between two calls, which is taken away. */
function isGap(children: readonly Inline[], index: number, settings: Settings): boolean {
  const gap = textAt(children, index, settings)
  if (!gap || !isMade(children[index + 1], settings) || gap.value.trim() !== '') return false
  gap.value = ''
  return true
}

/** “U.S. [@a].” has one full stop at its end, not two. */
function withoutDouble(words: string, found: string): string {
  return words.endsWith('.') && found.startsWith('.') ? found.slice(1) : found
}

/** A citation that ends with a full stop ends the sentence too: “[1, p. 6], etc.” */
function dropDouble(citation: Inline, following: Text | undefined): void {
  if (following?.value.startsWith('.') && textOf(citation).endsWith('.')) following.value = following.value.slice(1)
}

function dropStop(citation: Inline, following: Inline | undefined, { cited }: Settings): void {
  if (following === undefined) return
  let last: Inline | undefined = citation
  while (last && 'children' in last) last = last.children.at(-1)
  if (last && 'value' in last && last.value.endsWith('.')) last.value = last.value.slice(0, -1)
  if (following.type === 'text' && cited.get(citation) && /^\s+[\p{L}\p{N}]/u.test(following.value))
    following.value = `,${following.value}`
}

/** Brackets in which a reference stood alone tell nothing once it leads nowhere: “(KJ2)”. */
export function dropBrackets(children: Inline[], { unled }: Settings): void {
  for (let at = 1; at < children.length - 1; at++) {
    const [before, node, after] = children.slice(at - 1, at + 2)
    if (!node || !unled.has(node) || before?.type !== 'text' || after?.type !== 'text') continue
    if (!/ ?\($/.test(before.value) || !after.value.startsWith(')')) continue
    before.value = before.value.replace(/ ?\($/, '')
    children[at] = { type: 'text', value: '' }
    after.value = after.value.slice(1)
  }
}

/** Two raised numbers side by side would be read as one: a comma stands between calls, a space between a call and a power. */
export function callsApart(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node, i): Inline[] => {
    const [before, after] = [raisedAt(nodes[i - 1], -1), raisedAt(node, 0)]
    if (!before || !after || (before === 'power' && after === 'power')) return [node]
    const value = before === after ? ',' : '\u202f'
    return [{ type: 'superscript', children: [{ type: 'text', value }] }, node]
  })
}

/** What is raised at the beginning (0) or at the end (-1) of a node: the call of a note or of a work, or a number of the text's own. */
function raisedAt(node: Inline | undefined, side: 0 | -1, isCited = false): 'call' | 'power' | undefined {
  if (node === undefined) return undefined
  if (node.type === 'footnoteReference') return 'call'
  if (node.type === 'superscript') return isCited ? 'call' : 'power'
  if (node.type === 'text')
    return /[\u00b2\u00b3\u00b9\u2070-\u2079]/.test(node.value.at(side) ?? '') ? 'power' : undefined
  return 'children' in node
    ? raisedAt(node.children.at(side), side, isCited || node.data?.citation !== undefined)
    : undefined
}
