import {
  didYouMean,
  type Host,
  isKeyOf,
  type Log,
  missingFile,
  PathError,
  type Place,
  readText,
  reasonOf,
} from '../../../core/index.ts'
import { formProblem } from './form.ts'
import { languages, nearestLocale } from './locale.ts'
import { inLanguage, withTerms } from './terms.ts'

/** A citation style with the locales it needs, as XML texts. */
export interface Style {
  readonly xml: string
  /** The language its terms and dates are in: the nearest to the pack's that there is, e.g. `en-GB`. */
  readonly language: string
  /** CSL locales by language, of all languages that ship with the tool. */
  readonly locales: ReadonlyMap<string, string>
}

/** The styles that ship with the tool, by the name a pack gives, and their files in `assets/styles`. */
export const styles = {
  apa: 'apa',
  'chicago-author-date': 'chicago-author-date',
  'chicago-notes': 'chicago-notes-bibliography',
  ieee: 'ieee',
  mla: 'modern-language-association',
  nature: 'nature',
  'source-codes': 'source-codes',
} as const

/**
 * The style that `name` names: one of `styles`, or the path of a `.csl` file in the project. A dependent style gives
 * its parent, from the tool or from the same folder. Reports what is wrong at `place` and gives `undefined`.
 */
export async function loadStyle(
  host: Host,
  name: string,
  language: string,
  log: Log,
  place: Place,
): Promise<Style | undefined> {
  const written = await readStyle(host, name, log, place)
  if (written === undefined) return undefined
  const xml = isShipped(name) ? inLanguage(written, language) : written
  const texts = await Promise.all(
    languages.map(async (known) => [known, mended(await asset(host, `locales/locales-${known}.xml`), known)] as const),
  )
  const style = { xml, language: nearestLocale(language), locales: new Map(texts) }
  const problem = name.endsWith('.csl') ? await problemOf(style) : undefined
  if (problem === undefined) return style
  log.report('field-is-valid', place, `The CSL style “${name}” cannot be used: ${problem}`)
  return undefined
}

/** A locale whose “BC” and “AD” stand apart from the year, for styles put them right behind it. */
function mended(locale: string, language: string): string {
  return withTerms(locale, language).replace(/(<term name="(?:ad|bc)">)(?!&#160;|\s)/g, '$1&#160;')
}

/** Does the style put citations into notes? */
export function isNoteStyle(style: Style): boolean {
  return /<style\b[^>]*\bclass="note"/.test(style.xml)
}

/** The address by which other programs know the style. */
export function styleId(style: Style): string {
  return /<id>\s*([^<]*?)\s*<\/id>/.exec(style.xml)?.[1] ?? ''
}

/** Does the style call works by codes, `[S2 ¶4]`? They lead to the entry of the source, and not to a bibliography. */
export function isCodeStyle(style: Style): boolean {
  return /citation-format="label"/.test(style.xml)
}

/** Does the style have a form of its own for a citation of what the one before cites? Chicago’s ask for it, and print none. */
export function knowsIbid(style: Style): boolean {
  return /position="[^"]*ibid/.test(style.xml) && !/chicago-notes-bibliography$/.test(styleId(style))
}

/** Does the style leave volume and number out of what it cites of a magazine or paper, as Chicago does? */
export function dropsIssues(style: Style): boolean {
  return /\/chicago-/.test(styleId(style))
}

/** Does the style know laws only as Americans cite them? So do all that ship with the tool; one of a project is taken at its word. */
export function knowsAmericanLawsOnly(style: Style): boolean {
  return /\/(?:apa|chicago-[\w-]+|ieee|modern-language-association|nature|source-codes)$/.test(styleId(style))
}

/** A term of the style’s language. */
export function termOf({ locales, language }: Style, name: string): string | undefined {
  return new RegExp(`<term name="${name}">([^<]*)</term>`).exec(locales.get(language) ?? '')?.[1]
}

/** What is wrong with a style of the project's own. */
async function problemOf(style: Style): Promise<string | undefined> {
  const problem = formProblem(style.xml)
  if (problem) return problem
  const { createEngine } = await import('./engine.ts')
  try {
    createEngine(style, { items: new Map(), titles: new Map() })
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

const isShipped = (name: string) => Object.hasOwn(styles, name) || Object.values(styles).some((known) => known === name)

async function readStyle(host: Host, name: string, log: Log, place: Place, from?: string): Promise<string | undefined> {
  const file = isKeyOf(styles, name) ? styles[name] : undefined
  const shipped = file ?? Object.values(styles).find((known) => known === name)
  if (shipped) return asset(host, `styles/${shipped}.csl`)
  if (!name.endsWith('.csl')) {
    const notes = [
      ...didYouMean(name, Object.keys(styles)),
      `styles: ${Object.keys(styles).join(', ')}`,
      'a style of your own is given by its path, which ends in “.csl”',
    ]
    log.report('file-is-present', place, `No citation style is called “${name}”`, { notes })
    return undefined
  }
  const xml = await readProject(host, name, log, place)
  if (xml === undefined) return undefined
  if (!/<style\b[^>]*xmlns="http:\/\/purl\.org\/net\/xbiblio\/csl"/.test(xml)) {
    log.report('field-is-valid', place, `“${name}” is not a CSL style`)
    return undefined
  }
  const parent = parentOf(xml)
  if (parent === undefined) return xml
  if (from !== undefined) {
    log.report('field-is-valid', place, `The CSL style “${name}” depends on “${parent}”, and “${from}” on it`)
    return undefined
  }
  const beside = `${name.slice(0, name.lastIndexOf('/') + 1)}${parent}.csl`
  const known = Object.values(styles).some((file) => file === parent)
  return readStyle(host, known ? parent : beside, log, place, name)
}

/** The name of the style that a dependent style stands for: the last part of its parent's address. */
function parentOf(xml: string): string | undefined {
  const link = /<link\b[^>]*rel="independent-parent"[^>]*>/.exec(xml)?.[0]
  return link && /href="[^"]*\/([\w.-]+)"/.exec(link)?.[1]
}

async function readProject(host: Host, path: string, log: Log, place: Place): Promise<string | undefined> {
  try {
    const text = await readText(host, path)
    if (text === undefined) throw await missingFile(host, path)
    return text
  } catch (error) {
    if (error instanceof PathError) log.report(error.rule, place, error.message, { notes: error.notes })
    else if (error instanceof TypeError) log.report('field-is-valid', place, `“${path}” is not UTF-8`)
    else throw error
    return undefined
  }
}

async function asset(host: Host, path: string): Promise<string> {
  return new TextDecoder().decode(await host.asset(path))
}
