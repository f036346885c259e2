/**
 * Names in one form, whichever alphabet and system of transliteration they are written in: BGN/PCGN, ISO 9, GOST 7.79,
 * the passports' own, and the Latin alphabets of Kazakh. Capital letters stand for the sounds that Latin writes with two.
 */
const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  'аa бb вv гg ғg дd еe ёe жJ зz иi йi кk қk лl мm нn ңn оo өo пp рr сs тt уu ұu үu фf хh һh цts чC шS щS ъ ыi іi ь эe юiu яia әa єe їi ґg ўu'
    .split(' ')
    .map((pair) => [pair[0], pair.slice(1)]),
)
const marked: Readonly<Record<string, string>> = {
  ş: 'S',
  š: 'S',
  ș: 'S',
  ç: 'C',
  č: 'C',
  ž: 'J',
  ı: 'i',
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  đ: 'd',
}

const known = new Map<string, readonly string[]>()

/** The forms of a word by which it is the same name as another: two where `j` may be a `y`. */
export function soundsOf(word: string): readonly string[] {
  const sounds = known.get(word) ?? soundsIn(word)
  known.set(word, sounds)
  return sounds
}

function soundsIn(word: string): readonly string[] {
  const latin = [...word.toLowerCase()].map((letter) => cyrillic[letter] ?? marked[letter] ?? letter).join('')
  const plain = latin.normalize('NFD').replace(/\p{M}/gu, '')
  const sound = soundOf(plain)
  const heard = /^[a-z]+$/.test(word) ? [soundOf(asHeard(plain))] : []
  const forms = [sound.replace(/j/g, 'J'), merged(sound.replace(/[jJ]/g, 'i')), ...heard]
  // Artyom is Артём.
  // Sadvakasov is Сәдуақасов.
  const other = forms.flatMap((it) => [it.replace(/(?<=[^aeou])io/g, 'e'), it.replace(/u(?=[aeo])/g, 'v')])
  const western = /^\p{Script=Latin}+$/u.test(word)
    ? asWestern(word.toLowerCase()).map((it) => `>${soundOf(it)}`)
    : other.map((it) => `<${it}`)
  return [...new Set([...forms, ...other, ...western.filter((it) => it.length > 3)])]
}

function soundOf(plain: string): string {
  const sound = plain
    .replace(/tsch|shch|sch/g, (it) => (it === 'tsch' ? 'C' : 'S'))
    .replace(/tch|ch/g, 'C')
    .replace(/sh/g, 'S')
    .replace(/d?zh|dJ|dj/g, 'J')
    .replace(/kh/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/t[sz]/g, 'Z')
    .replace(/ck|q/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/y/g, 'i')
  // Satbayev is Satpayev.
  return merged(sound)
    .replace(/ander$/, 'andr')
    .replace(/(?<=[tks])b/g, 'p')
}

function merged(sound: string): string {
  return sound.replace(/i+e/g, 'e').replace(/(.)\1+/g, '$1')
}

/** As Russian and Kazakh write down an English name by ear: Reed is Рид, Alder Олдер, Brown Браун. */
function asHeard(plain: string): string {
  return plain
    .replace(/ee|ea/g, 'i')
    .replace(/oo/g, 'u')
    .replace(/(?<=[^aeiou])e$/, '')
    .replace(/^al(?=[^aeiouy])/, 'ol')
    .replace(/ow(?=n|$)/g, 'au')
    .replace(/oh(?=[^aeiou])/g, 'o')
}

/** What Cyrillic makes of a French or German name is compared with Cyrillic alone: a form to look up by the form to be found by. */
export const answering = (sound: string): string =>
  sound.startsWith('>') ? `<${sound.slice(1)}` : sound.startsWith('<') ? `>${sound.slice(1)}` : sound

/** As Cyrillic writes down a French or a German name: Vasseur is Вассёр, Dubois Дюбуа, Weiß Вайс, Köhler Кёлер. */
function asWestern(word: string): readonly string[] {
  const bare = (it: string) => it.normalize('NFD').replace(/\p{M}/gu, '')
  const open = bare(word.replace(/é/g, 'E').replace(/ç/g, 's'))
    .replace(/(?<=..)es?$|(?<=ie)r$/g, '')
    .replace(/eau|au/g, 'o')
    .replace(/ou/g, 'W')
    .replace(/oi/g, 'Wa')
    .replace(/eu|ai|ei|E/g, 'e')
    .replace(/ch/g, 'S')
    .replace(/gn/g, 'ni')
    .replace(/i?ll(?=e|$)/g, 'i')
    .replace(/qu/g, 'k')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/g(?=[ei])/g, 'J')
  const french = [open, open.replace(/u/g, 'iu')].map((it) => it.replace(/W/g, 'u'))
  const german = bare(word.replace(/[äö]/g, 'e').replace(/ü/g, 'iu').replace(/ß/g, 'ss'))
    .replace(/(?<=[aeiou])h(?=[^aeiou]|$)/g, '')
    .replace(/e[iy]/g, 'ai')
    .replace(/eu/g, 'oi')
    .replace(/ie/g, 'i')
    .replace(/^v/, 'f')
    .replace(/z/g, 'ts')
  return [...french, ...french.map((it) => it.replace(/[tdsxzp]$/, '')), german]
}
