import { analyse } from 'chardet'
import { itemAt, nearest } from '../../core/index.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  /** Neither a mark nor the file nor a person says it. */
  readonly isGuess: boolean
}

/** What a person names it, and what the file says of itself. */
export interface Said {
  readonly named?: string | undefined
  readonly declared?: string | undefined
}

const names =
  'utf-8 utf-16le utf-16be windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 windows-874 iso-8859-1 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-9 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u ibm866 macintosh x-mac-cyrillic shift_jis euc-jp iso-2022-jp euc-kr gbk gb18030 big5'.split(
    ' ',
  )

/** What is wrong with the label of an encoding, with the nearest; the labels are those of the WHATWG. */
export function slipOfEncoding(label: string): { readonly wrong: string; readonly help: string } | undefined {
  if (supported(label)) return undefined
  const meant = nearest(label.toLowerCase(), names)
  return {
    wrong: `there is no encoding “${label}”`,
    help: meant ? `did you mean “${meant}”?` : `encodings are ${names.join(', ')}`,
  }
}

/** The text of a file, and what a person should know of how its bytes were read. Throws where they are no text. */
export function decodeText(bytes: Uint8Array, said: Said = {}): Decoded & { readonly notes: readonly string[] } {
  const found = decode(bytes, said)
  const control = /(?![\s\u0080-\u009f])\p{Cc}/gu
  const odd = found.text.match(control)?.length ?? 0
  if (!said.named && (found.text.includes('\0') || odd > found.text.length / 100))
    throw new Error(
      'its bytes are no text: there are characters in it that no text has. If it is one all the same, say --encoding, e.g. --encoding utf-8',
    )
  const text = odd > 0 ? found.text.replace(control, '') : found.text
  const notes = [
    ...(found.isGuess
      ? [
          `read as ${found.encoding}, which is a guess: if letters are wrong, name another, e.g. --encoding ${found.encoding === 'windows-1250' ? 'windows-1252' : 'windows-1250'} --replace`,
        ]
      : found.encoding === 'UTF-8'
        ? []
        : [`read as ${found.encoding}`]),
    ...(odd > 0 ? [`${odd} characters that no text has were left out`] : []),
  ]
  return { ...found, text, notes }
}

/** The text of bytes in any common encoding, and which it is: a byte-order mark decides, then UTF-8, then what looks likeliest. */
export function decode(bytes: Uint8Array, { named, declared }: Said = {}): Decoded {
  const as = (encoding: string, fatal = false) => new TextDecoder(encoding, { fatal }).decode(bytes)
  const known = (text: string, encoding: string) => ({ text, encoding, isGuess: false })
  const inTable = (encoding: string) => (encoding === 'windows-1252' ? western(bytes) : as(encoding))
  const label = named && supported(named)
  if (label) return known(inTable(label), label.replace(/^utf/, 'UTF'))
  const wide = utf32(bytes)
  if (wide !== undefined) return known(wide, 'UTF-32')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return known(as('utf-16le'), 'UTF-16')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return known(as('utf-16be'), 'UTF-16')
  const unmarked = utf16(bytes)
  if (unmarked !== undefined) return { text: unmarked, encoding: 'UTF-16 without a byte-order mark', isGuess: true }
  try {
    return known(as('utf-8', true), 'UTF-8')
  } catch {
    const told = declared && supported(declared)
    const encoding = told || guess(bytes)
    return { text: inTable(encoding), encoding, isGuess: !told }
  }
}

/** By its mark, or because each fourth byte and the one beside it are zero, which are so in no other encoding. */
function utf32(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 4 !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const points = (isLittle: boolean) =>
    Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, isLittle))
  const found = [true, false].map(points).find((it) => it.every((point) => point > 0 && point <= 0x10_ffff))
  return found?.map((point) => String.fromCodePoint(point)).join('')
}

/** No other encoding of text has bytes that are zero: of each space one is, the upper one. A zero in ASCII is no such one. */
function utf16(bytes: Uint8Array): string | undefined {
  const zeros = [0, 1].map((odd) => bytes.filter((byte, at) => byte === 0 && at % 2 === odd).length)
  const [even, odd] = [itemAt(zeros, 0), itemAt(zeros, 1)]
  const ascii = bytes.filter((byte) => byte >= 0x20 && byte < 0x7f).length
  if (Math.max(even, odd) <= bytes.length / 100 || ascii > 0.8 * bytes.length) return undefined
  try {
    const text = new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes)
    return /\p{Cn}|\p{Co}|\0/u.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

/** Encodings of eight bits that are met: ISO 8859-1 is read as the Windows code page that contains it. */
const guessable = ['windows-1251', 'koi8-r', 'windows-1252', 'iso-8859-5', 'iso-8859-2', 'ibm866']
const ofManyBytes = ['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5']

function guess(bytes: Uint8Array): string {
  const guesses = analyse(bytes).map(({ name, confidence }) => ({
    name: name.toLowerCase().replace(/^iso-8859-1$/, 'windows-1252'),
    confidence,
  }))
  const [first] = guesses
  const western = guesses.find(({ name }) => name === 'windows-1252')?.confidence ?? 0
  if (first && first.confidence >= 50 && ofManyBytes.includes(first.name)) return first.name
  // Short texts in French and Romanian look alike: the common one is left only for a clear case.
  const isClear = first && first.confidence >= Math.max(20, 1.5 * western)
  if (isClear && /^windows-125[034]$|^iso-8859-[279]$/.test(first.name)) return first.name
  return likeliest(
    guesses.map(({ name }) => name).filter((name) => guessable.includes(name)),
    bytes,
  )
}

const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Windows-1252 by hand: some versions of Node take its upper letters for control characters. */
function western(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80] : String.fromCharCode(byte),
  )
  return text.join('')
}

function supported(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

/** Cyrillic in the wrong table of eight bits is Cyrillic too, but with its capitals and small letters changed about. */
function likeliest(guesses: readonly string[], bytes: Uint8Array): string {
  const isCyrillic = guesses.some((name) => /1251|koi8|8859-5|866/.test(name))
  const candidates = isCyrillic ? ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] : guesses
  const oddness = (encoding: string) => {
    const text = new TextDecoder(encoding).decode(bytes)
    const odd = text.match(
      /\p{Ll}\p{Lu}|[\u0080-\u009f]|[\u2500-\u25ff]|(?<=\p{L})[¤¦§©«»°±]|\p{Script=Latin}\p{Script=Cyrillic}/gu,
    )
    return odd?.length ?? 0
  }
  const [best = 'windows-1252'] = [...candidates].sort((a, b) => oddness(a) - oddness(b))
  return best
}
