import CSL, { type Blob, type Engine, type System, type WrapParameters } from 'citeproc'
import { baseLanguage, inDirections, isOneOf, isRightToLeft, must } from '../../../core/index.ts'
import { nameVariables } from '../../../corpus/index.ts'
import { formatName, raise } from './format.ts'
import type { CslItem } from './item.ts'
import { isGone, lawWords } from './laws.ts'
import { nearestLocale } from './locale.ts'
import { isSeveral, locatorFor, shownLocator } from './locator.ts'
import { buildMacrosOnce } from './macros.ts'
import { mark, textOf } from './marks.ts'
import { orderNames } from './name-order.ts'
import { withClearQuotes } from './quotes.ts'
import type { Style } from './style.ts'

// The bundle leaves out a module of which nothing is used.
buildMacrosOnce()
orderNames()

/** What the engine formats: items by key, and the titles in each that are in the work's own language. */
export interface Works {
  readonly items: ReadonlyMap<string, CslItem>
  readonly titles: ReadonlyMap<string, readonly string[]>
  /** The laws that are named as their countries name them. */
  readonly laws?: ReadonlyMap<string, string>
  /** The variables of each that are given in square brackets (see `suppliedData`). */
  readonly supplied?: ReadonlyMap<string, readonly string[]>
}

/** A new engine for `style` with its terms in `language`. Throws what citeproc throws when the style is broken. */
export function createEngine(style: Style, works: Works, language: string = style.language): Engine {
  const engine: Engine = new CSL.Engine(
    systemOf(() => engine, style, works, language),
    style.xml,
    language,
    true,
  )
  engine.setOutputFormat(formatName)
  engine.opt.development_extensions.wrap_url_and_doi = true
  countLocators(engine)
  if (String(engine.citation.opt.collapse).startsWith('year-suffix')) wrapYearSuffixes(engine)
  return engine
}

/** Makes an engine of this style and language forget its works and what it rendered, as its `restoreProcessorState` does. */
export function renew(engine: Engine, style: Style, works: Works, language: string): void {
  Object.assign(
    engine.sys,
    systemOf(() => engine, style, works, language),
  )
  CSL.stringCompare = engine.sys.stringCompare
  engine.registry = new CSL.Registry(engine)
  engine.tmp = new CSL.Engine.Tmp()
  engine.disambiguate = new CSL.Disambiguation(engine)
}

function systemOf(engine: () => Engine, style: Style, works: Works, language: string): System {
  const isAuthorDate = /citation-format="author/.test(style.xml)
  return {
    retrieveLocale: (name) => style.locales.get(nearestLocale(name)),
    retrieveItem: (id) => quoted(must(works.items.get(id)), language),
    stringCompare: new Intl.Collator(language, { sensitivity: 'base', ignorePunctuation: true, numeric: true }).compare,
    variableWrapper: (parameters, before, text, after) => {
      const rangeDelimiter = engine().getTerm('page-range-delimiter')
      return before + wrap(parameters, text, { works, language, isAuthorDate, rangeDelimiter }) + after
    },
  }
}

/** The label before a locator, or the pages of a work, is in the plural for ranges that only we know. */
function countLocators(engine: Engine): void {
  const { processNumber } = engine
  engine.processNumber = (node, item, variable, type) => {
    processNumber.call(engine, node, item, variable, type)
    const numbers = engine.tmp.shadow_numbers[variable]
    const isPlace = variable === 'locator' || variable === 'page'
    if (numbers && isPlace && isSeveral(item?.[variable])) numbers.plural = 1
  }
}

/**
 * A copy of the item, which the engine may change, with its titles' quotation marks made clear. An English title takes the
 * capitals of its style, and its translation does not.
 */
function quoted(item: CslItem, language: string): CslItem {
  const copy: CslItem & Record<string, unknown> = structuredClone(item)
  if (typeof copy.page === 'string') copy.page = locatorFor(copy.page, 'page')
  for (const [field, value] of Object.entries(copy)) {
    if (!/title/.test(field) || typeof value !== 'string') continue
    const title = withClearQuotes(value, language)
    copy[field] = language.startsWith('en')
      ? title
      : title.replace(/ \[([^[\]]+)\]$/, ' [<span class="nocase">$1</span>]')
  }
  return copy
}

/**
 * The engine cannot collapse year suffixes, `2000a–c`, in what is wrapped as a whole: there the suffixes, which it
 * joins later, are wrapped instead, each alone.
 */
function wrapYearSuffixes(engine: Engine): void {
  const { output } = engine
  const { endTag } = output
  output.endTag = (name) => {
    if (name === 'variable_entry' && engine.tmp.area === 'citation') handDown(output.current.value())
    endTag.call(output, name)
  }
}

function handDown(wrapped: Blob): void {
  const numbers = numbersIn(wrapped)
  if (numbers.length === 0) return
  const { params } = wrapped
  for (const number of numbers) {
    number.decorations = [...number.decorations, ...wrapped.decorations]
    // A number alone in its element is given that element's parameters, which has none.
    Object.defineProperty(number, 'params', { get: () => params, set: () => undefined })
  }
  wrapped.decorations = []
}

function numbersIn(blob: Blob): Blob[] {
  if (typeof blob.num === 'number') return [blob]
  return typeof blob.blobs === 'string' ? [] : blob.blobs.flatMap(numbersIn)
}

interface Wrapping {
  readonly works: Works
  readonly language: string
  readonly isAuthorDate: boolean
  readonly rangeDelimiter: string
}

/** Names and titles in a citation are its link to the bibliography, locators to the claims; titles in another language say so. */
function wrap(
  parameters: WrapParameters,
  text: string,
  { works, language, isAuthorDate, rangeDelimiter }: Wrapping,
): string {
  const { itemData, variableNames, context } = parameters
  text = shownLocator(text, rangeDelimiter)
  const law = works.laws?.get(itemData.id)
  if (law !== undefined) text = lawWords(text, parameters, law, isAuthorDate)
  if (variableNames.some((name) => name === 'URL' || name === 'DOI')) return text
  const titles = works.titles.get(itemData.id) ?? []
  // A title that stands in the place of an author has the author's name as its variable, or none.
  const isTitle =
    variableNames.some((name) => /title/.test(name)) || (isForeign(itemData, language) && isTitleOf(titles, text))
  const spoken = isTitle ? withLanguage(text, itemData, titles, language) : withDirection(text, itemData, language)
  // Styles ask for a composer first, and print the author for want of one.
  const isLent = variableNames.some((it) => isOneOf(nameVariables, it)) && !variableNames.some((name) => itemData[name])
  const printed = isLent && itemData.author ? ['author'] : variableNames
  const isSupplied = printed.some((name) => works.supplied?.get(itemData.id)?.includes(name))
  const shown =
    isSupplied && !isGone(text) && (context === 'citation' || context === 'bibliography') ? `[${spoken}]` : spoken
  if (context !== 'citation' || isGone(text)) return shown
  if (!variableNames.includes('locator')) return mark('cite', shown, itemData.id)
  return mark('locator', shown, itemData.id)
}

const isForeign = ({ language: own }: CslItem, language: string) =>
  own !== undefined && baseLanguage(own) !== baseLanguage(language)

const isTitleOf = (titles: readonly string[], text: string) =>
  titles.some((title) => letters(textOf(text)) === letters(title))

/** A title in another language: all of `text`, or the part between the transliteration and the translation. */
function withLanguage(text: string, item: CslItem, titles: readonly string[], language: string): string {
  const own = item.language
  if (!own || !isForeign(item, language)) return text
  if (isTitleOf(titles, text)) return mark('language', text, own)
  const title = titles.map(raise).find((candidate) => text.includes(candidate))
  if (title === undefined) return text
  const start = text.indexOf(title)
  return text.slice(0, start) + mark('language', title, own) + text.slice(start + title.length)
}

/** A name, publisher or place from right to left is of its own, between others that are so too. */
function withDirection(text: string, item: CslItem, language: string): string {
  const own = item.language
  if (!own || !isRightToLeft(own) || isRightToLeft(language)) return text
  return inDirections(text)
    .map(({ words, rightToLeft }) => (rightToLeft ? mark('language', words, own) : words))
    .join('')
}

/** What a style leaves as it is of a title: neither its case nor its quotes. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<[^>]*>/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}
