import { ofBoth } from '../../core/index.ts'

export function plainColour(value: string): string | undefined {
  const text = value.trim().toLowerCase()
  if (names.has(text)) return text
  if (Object.hasOwn(unnamed, text)) return unnamed[text]
  const [, digits] = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(text) ?? []
  if (digits !== undefined) return ofDigits(digits)
  const [, model, inside] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(text) ?? []
  const [a, b, c, alpha = '1', ...more] = inside?.trim().split(/\s*[,/]\s*|\s+/) ?? []
  if (a === undefined || b === undefined || c === undefined || more.length > 0) return undefined
  const channels = model === 'hsl' ? ofHue(degrees(a), part(b), part(c)) : [a, b, c].map(channel)
  return written(channels, part(alpha))
}

function ofDigits(digits: string): string | undefined {
  const pairs = digits.length > 4 ? digits.match(/../g) : [...digits].map((digit) => digit + digit)
  const [red, green, blue, alpha = 255] = (pairs ?? []).map((pair) => Number.parseInt(pair, 16))
  return written([red, green, blue], alpha / 255)
}

function written(channels: readonly (number | undefined)[], alpha: number): string | undefined {
  const whole = channels.map((value = Number.NaN) => Math.round(Math.min(255, Math.max(0, value))))
  if ([...whole, alpha].some(Number.isNaN)) return undefined
  if (alpha < 1) return `rgba(${whole.join(', ')}, ${Math.max(0, Math.round(alpha * 1000) / 1000)})`
  return `#${whole.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

const channel = (text: string) => (text.endsWith('%') ? part(text) * 255 : number(text))
const part = (text: string) => (text.endsWith('%') ? number(text.slice(0, -1)) / 100 : number(text))
const number = (text: string) => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN)

const turns: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 }
function degrees(text: string): number {
  const [, value = '', unit = 'deg'] = /^(.*?)(deg|grad|rad|turn)?$/.exec(text) ?? []
  return number(value) * (turns[unit] ?? Number.NaN)
}

/** CSS Color 4, 7.1. */
function ofHue(hue: number, saturation: number, lightness: number): number[] {
  const [s, l] = ofBoth([saturation, lightness], (value) => Math.min(1, Math.max(0, value)))
  return [0, 8, 4].map((n) => {
    const k = (((n + hue / 30) % 12) + 12) % 12
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  })
}

/** Names that not all writers know, as what they stand for. */
const unnamed: Readonly<Record<string, string>> = { transparent: 'rgba(0, 0, 0, 0)', rebeccapurple: '#663399' }

/** CSS Color 4, 6.1. */
const names = new Set(
  `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
  cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
  darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
  darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
  firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
  hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
  lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
  lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
  mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
  midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
  palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple red
  rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray
  slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow
  yellowgreen`.split(/\s+/),
)
