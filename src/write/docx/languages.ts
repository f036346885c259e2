/** Languages, scripts and directions of text, as far as Word must be told of them. */
import { isRightToLeft, rememberedBy, rightToLeftScripts, scriptOf } from '../../core/index.ts'

/** `tag` as Word names languages, with a region: `kk` is `kk-KZ`. What is no language tag stays as it is. */
export function wordLanguage(tag: string): string {
  const locale = localeOf(tag)
  const region = locale?.region ?? locale?.maximize().region
  if (!locale || !region) return tag
  return [locale.language, locale.script, region].filter(Boolean).join('-')
}

/** A stretch of text in one direction; `foreign` when its script is not that of the language it stands in. */
export interface Stretch {
  readonly text: string
  readonly rightToLeft: boolean
  readonly foreign: boolean
}

/** Cut `text`, in the language `tag`, where direction or script changes. Spaces inside a foreign phrase stay with it. */
export function stretches(text: string, tag: string): Stretch[] {
  if (isRightToLeft(tag)) return [{ text, rightToLeft: true, foreign: false }]
  if (isNative(text, tag)) return [native(text)]
  const pieces: Stretch[] = []
  let end = 0
  for (const match of text.matchAll(foreignTo(tag))) {
    if (match.index > end) pieces.push(native(text.slice(end, match.index)))
    pieces.push({ text: match[0], rightToLeft: match.groups?.rtl !== undefined, foreign: true })
    end = match.index + match[0].length
  }
  if (end < text.length || text === '') pieces.push(native(text.slice(end)))
  return pieces
}

/** Whether `text` is plainly all of the script of its language: most is, and is told so in no time. */
export const isNative = (text: string, tag: string): boolean => onlyLatin.test(text) && scriptOf(tag) === 'Latn'

const onlyLatin = /^[\u0020-\u024f\u2000-\u206f]*$/

const native = (text: string): Stretch => ({ text, rightToLeft: false, foreign: false })

/** Matches phrases whose letters are not of the script that `tag` is written in. */
const foreignTo = rememberedBy((tag: string) => {
  const rtl = `[${rightToLeftScripts.map((script) => `\\p{Script=${script}}`).join('')}]`
  const script = scriptOf(tag)
  const own = script && isScript(script) ? `\\p{Script=${script}}` : '\\p{L}'
  const other = `[^\\P{L}\\p{Script=Zyyy}\\p{Script=Zinh}${own}${rtl.slice(1, -1)}]`
  return new RegExp(`(?<rtl>${phrase(rtl)})|${phrase(other)}`, 'gu')
}, String)

const phrase = (letter: string) => `${letter}\\p{M}*(?:[^\\p{L}]*${letter}\\p{M}*)*`

/** `Jpan` and the like name writing systems of several scripts, which regular expressions do not know. */
function isScript(code: string): boolean {
  return !['Jpan', 'Kore', 'Hans', 'Hant', 'Hrkt'].includes(code)
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}
