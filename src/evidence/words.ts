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
    'but except unless only although though however if until merely allegedly reportedly ' +
    'но кроме если только хотя однако лишь якобы ' +
    'бірақ алайда тек егер'
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
  return negations.has(bare) || /n['’]t$/.test(bare)
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
