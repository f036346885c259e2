/**
 * Words that turn a statement round or bound it, in the languages that texts are held in. They are what a careful
 * reader looks at first when a text has changed or a quotation has been cut.
 */
const negations = new Set(
  (
    'not no never none nobody nothing neither nor cannot without hardly ' +
    'не нет ни без никогда никто ничего нельзя ' +
    'емес жоқ ешқашан ешкім ешқандай'
  ).split(' '),
)
const limits = new Set(
  (
    'but except excluding unless only least although though however if until provided merely barely nearly almost ' +
    'allegedly reportedly supposedly ' +
    'но кроме исключением если только хотя однако лишь едва почти якобы ' +
    'бірақ алайда тек ғана егер кемінде қоспағанда'
  ).split(' '),
)
/** Words that begin a sentence with a capital letter and are no name. */
const openers = new Set(
  (
    'a an the this that these those it he she they we i you his her its their our my there here in on at by for from ' +
    'with without to of as if when while after before since until during despite although though because but and or ' +
    'nor so yet however moreover furthermore meanwhile also then thus still even only some any many most few all each ' +
    'every both no not never other another such what who which where why how one two three more less according ' +
    'в на по с из от до за при но и а он она они это этот эта эти его её их как когда если также однако после до ' +
    'бұл ол олар осы және мен бен бірақ'
  ).split(' '),
)

/** A word without the punctuation around it, in lower case. */
export function bareWord(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '').toLowerCase()
}

export function isNumber(word: string): boolean {
  return /\p{N}/u.test(word)
}

export function isNegation(word: string): boolean {
  const bare = bareWord(word)
  // Kazakh емес and жоқ take the endings of persons and cases: емеспіз, жоқпыз.
  return negations.has(bare) || /n['’]t$/.test(bare) || /^(?:емес|жоқ)/.test(bare)
}

export function isLimit(word: string): boolean {
  return limits.has(bareWord(word))
}

/** Whether a word looks like a name: a capital letter, and at the start of a sentence, no common opener. */
export function isName(word: string, startsSentence: boolean): boolean {
  const first = /\p{L}/u.exec(word)?.[0]
  if (first === undefined || first === first.toLowerCase()) return false
  return !startsSentence || !openers.has(bareWord(word))
}

export function endsSentence(word: string): boolean {
  return /[.!?]["'»”’)\]]*$/.test(word)
}

const wordEnd = /[\p{L}\p{N}\p{M}]$/u
const wordStart = /^[\p{L}\p{N}\p{M}]/u
// What a number or a word goes on with although it is no letter: 30|,000, 3.|5, -|15, can|'t.
const goesOn = [
  [/\p{N}$/u, /^[.,]\p{N}/u],
  [/\p{N}[.,]$/u, /^\p{N}/u],
  [/(?:^|[\s(])-$/, /^\p{N}/u],
  [/n$/i, /^'t(?!\p{L})/iu],
] as const

const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'
const anyUnspaced = new RegExp(unspaced, 'u')
const unspacedEnd = new RegExp(`${unspaced}$`, 'u')
const unspacedStart = new RegExp(`^${unspaced}`, 'u')

/** Whether there are letters of a script that is written without spaces between its words. */
export function isUnspaced(text: string): boolean {
  return anyUnspaced.test(text)
}

/** Whether no word and no number runs across this offset of normalised text. */
export function isEdge(text: string, at: number): boolean {
  // Three units on either side hold a mark and any one character.
  const before = text.slice(Math.max(0, at - 3), at)
  const after = text.slice(at, at + 3)
  if (/[\ud800-\udbff]$/.test(before) && /^[\udc00-\udfff]/.test(after)) return false
  if (wordEnd.test(before) && wordStart.test(after)) {
    // Between two letters of a script without spaces a word may end; a mark stays with its letter.
    return (unspacedEnd.test(before) || unspacedStart.test(after)) && !/^\p{M}/u.test(after)
  }
  return !goesOn.some(([end, start]) => end.test(before) && start.test(after))
}
