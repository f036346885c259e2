import { codePointOf, isKeyOf, percentDecoded } from '../../core/index.ts'
import { farthest, longestValue, numbersIn } from './limits.ts'
import { plainColour } from './paint.ts'
import { plainPath } from './path.ts'
import { plainFamily } from './text.ts'
import { unseen } from './unseen.ts'

/** An attribute in its plain form, nothing where it changes nothing, or what is wrong with it, as the end of a sentence. */
export type Plain = { readonly value: string } | { readonly nothing: true } | { readonly fault: string }

const nothing: Plain = { nothing: true }
const kept = (value: string): Plain => ({ value })
const unlike = (name: string, value: string): Plain => ({
  fault: `uses “${name}: ${value.slice(0, 60)}”, which print does not show alike`,
})

/** Shorthands as the properties that they stand for. */
export function expanded(name: string, value: string): readonly (readonly [string, string])[] {
  if (name === 'marker') return ['marker-start', 'marker-mid', 'marker-end'].map((each) => [each, value] as const)
  if (name !== 'font' || value.length > longestValue) return [[name, value]]
  const [, words = '', size, family] =
    /^((?:[a-z-]+\s+|\d{3}\s+)*)([\d.]+(?:px|pt|em|%)?)(?:\s*\/\s*[\w.%]+)?\s+(.+)$/i.exec(value.trim()) ?? []
  if (size === undefined || family === undefined) return [['font', value]]
  const said = words.trim().split(/\s+/)
  const style = said.find((word) => /^(italic|oblique)$/.test(word)) ?? 'normal'
  const weight = said.find((word) => /^(bold|bolder|lighter|\d{3})$/.test(word)) ?? 'normal'
  return [
    ['font-style', style],
    ['font-weight', weight],
    ['font-size', size.replace(/px$/, '')],
    ['font-family', family],
  ]
}

/** What each id of a picture is of. */
export type Ids = ReadonlyMap<string, string>

export function plain(name: string, value: string, ids: Ids): Plain {
  const [read, neutral] = [readers.get(name), unseen.get(name)]
  if (!read && !neutral) return nothing
  if (/^(inherit|unset|initial|revert)$/.test(value)) {
    const isSame = inherited.has(name) ? value !== 'initial' : value !== 'inherit'
    return isSame || !read ? nothing : unlike(name, value)
  }
  if (value.length > longestValue && !endless.has(name))
    return { fault: `has a “${name}” of ${value.length} characters, more than ${longestValue}` }
  if (read) return read(name, value, ids)
  return neutral?.test(value) ? nothing : unlike(name, value)
}

type Read = (name: string, value: string, ids: Ids) => Plain

/** A picture may have any number of points. */
const endless = new Set(['d', 'points', 'x', 'y', 'dx', 'dy', 'transform'])

/** What a part takes from those around it, so that `inherit` says nothing. */
const inherited = new Set(
  `fill stroke color marker-start marker-mid marker-end stroke-width stroke-dashoffset font-size letter-spacing
  stroke-miterlimit stroke-dasharray fill-opacity stroke-opacity fill-rule stroke-linecap stroke-linejoin visibility
  font-family font-weight font-style text-anchor dominant-baseline clip-rule xml:space`.split(/\s+/),
)

/** What a browser looks up elsewhere, nobody else does. */
const asWritten: Read = (name, value) => (/\b(?:var|env|attr)\(/i.test(value) ? unlike(name, value) : kept(value))

/** Numbers with the units that all writers know, and the words that stand for none. */
const lengths = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:px|pt|pc|in|cm|mm|em|%)?|none|normal|baseline)$/i

/** Renderers have their own ideas of these. */
const shifts = { super: '40%', sub: '-20%' }

/** What renderers make something of where it is `auto`, less than nothing, or a share. */
const radii = new Set(['rx', 'ry'])
const positive = new Set('width height r rx ry stroke-width markerWidth markerHeight font-size textLength'.split(' '))
const absolute = new Set('refX refY markerWidth markerHeight letter-spacing'.split(' '))

const length: Read = (name, value, ids) => {
  if (value === 'auto' && !radii.has(name)) return nothing
  if ((positive.has(name) && value.startsWith('-')) || (absolute.has(name) && value.includes('%')))
    return unlike(name, value)
  if (name === 'baseline-shift' && isKeyOf(shifts, value)) return kept(shifts[value])
  const known = value.split(/[\s,]+/).every((each) => each === '' || lengths.test(each))
  return known ? measured(name, value.toLowerCase(), ids) : unlike(name, value)
}

/** A dash of no length is a dot where its ends are round. */
const dashes: Read = (name, value, ids) =>
  /[1-9]/.test(value) ? length(name, value.replace(/(?<![\d.])0*\.?0+(?![\d.])/g, '0.01'), ids) : kept('none')

const share: Read = (name, value) => {
  const [, number, percent] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(value) ?? []
  return number === undefined ? unlike(name, value) : kept(String(Number(number) / (percent ? 100 : 1)))
}

/** `defer` was for pictures in pictures. */
const placing: Read = (_, value) => kept(value.replace(/^defer\s+/, ''))

const baseline: Read = (name, value) =>
  /^(ideographic|before-edge|after-edge)$/.test(value) ? unlike(name, value) : kept(value)

const weights: Readonly<Record<string, string>> = { bolder: 'bold', lighter: 'normal' }
const weight: Read = (name, value, ids) => asWritten(name, weights[value] ?? value, ids)
const family: Read = (name, value, ids) => {
  const written = asWritten(name, value, ids)
  return 'value' in written ? kept(plainFamily(value)) : written
}

/** One that is too low counts for nothing, or for something. */
const limit: Read = (name, value, ids) => (Number(value) >= 1 ? measured(name, value, ids) : unlike(name, value))

const angle: Read = (name, value) =>
  /^(auto|auto-start-reverse|[+-]?[\d.]+(deg)?)$/.test(value) ? kept(value.replace('deg', '')) : unlike(name, value)

const measured: Read = (name, value) => {
  const wrong = numbersIn(value).find((number) => !(Math.abs(number) <= farthest))
  return wrong === undefined ? kept(value) : { fault: `has ${wrong} in “${name}”, beyond ${farthest}` }
}

const path: Read = (name, value, ids) => {
  const read = plainPath(value === 'none' ? '' : value)
  return 'path' in read
    ? measured(name, read.path, ids)
    : { fault: `has a path that cannot be read at “${read.unread}”` }
}

/** Pairs; a number too many is passed over. */
const points: Read = (name, value, ids) =>
  /^[\s,]*$/.test(value.replace(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi, ''))
    ? measured(name, value, ids)
    : unlike(name, value)

const box: Read = (name, value, ids) => {
  const [, , width = 0, height = 0, ...more] = numbersIn(value)
  if (more.length > 0 || !(width > 0 && height > 0))
    return { fault: `has a viewBox, “${value}”, in which nothing has room` }
  return measured(name, value, ids)
}

/** The id that a reference means: it may be written as in an address, `%C3%A4` for `ä`. */
function heldId(written: string, ids: Ids): string | undefined {
  return [written, percentDecoded(written)].find((id) => ids.has(id))
}

/** Without what cannot stand in an address. */
const plainId = (id: string) => id.replace(/[^\w.:\u0080-\uffff-]/g, (sign) => `_${codePointOf(sign).toString(16)}_`)
const identity: Read = (_, value) => kept(plainId(value))

export const isPaint = (name = '') => /Gradient$|^pattern$/.test(name)

const colour: Read = (name, value, ids) => {
  if (name === 'color' && /^currentcolor$/i.test(value)) return nothing
  if (/^(none|currentcolor)$/i.test(value)) return kept(value === 'none' ? value : 'currentColor')
  const [, id, fallback] = /^url\(\s*['"]?#([^'")]+)['"]?\s*\)\s*(.*)$/.exec(value) ?? []
  if (id !== undefined) {
    const held = heldId(id, ids)
    return held !== undefined && isPaint(ids.get(held))
      ? kept(`url(#${plainId(held)})`)
      : colour(name, fallback || 'none', ids)
  }
  const found = plainColour(value)
  return found === undefined
    ? { fault: `has the colour “${value.slice(0, 60)}”, which print does not show alike` }
    : kept(found)
}

/** What is not there changes nothing, as in browsers; a marker of what is around it is none here. */
const reference: Read = (name, value, ids) => {
  const none = inherited.has(name) ? kept('none') : nothing
  if (value === 'none') return none
  const [, id] = /^url\(\s*['"]?#([^'")]+)['"]?\s*\)$/.exec(value) ?? []
  if (id === undefined) return unlike(name, value)
  const held = heldId(id, ids)
  if (held === undefined) return none
  return ids.get(held) === (inherited.has(name) ? 'marker' : 'clipPath')
    ? kept(`url(#${plainId(held)})`)
    : unlike(name, value)
}

const transform: Read = (name, value, ids) => {
  const bare = value.replace(/(\d)(px|deg)\b/g, '$1').trim()
  if (bare === 'none' || bare === '') return nothing
  return /^((matrix|translate|scale|rotate|skewX|skewY)\s*\([\s\d.,eE+-]*\)[\s,]*)+$/.test(bare) && !/,\s*,/.test(bare)
    ? measured(name, bare, ids)
    : unlike(name, value)
}

const href: Read = (_, value, ids) => {
  const held = heldId(value.slice(1), ids)
  return held !== undefined
    ? kept(`#${plainId(held)}`)
    : { fault: `refers to “${value.slice(0, 60)}”, which it does not hold` }
}

const named = (names: string, read: Read) => names.split(/\s+/).map((name) => [name, read] as const)

const readers: ReadonlyMap<string, Read> = new Map([
  ...named('fill stroke stop-color color', colour),
  ...named('clip-path marker-start marker-mid marker-end', reference),
  ...named('transform gradientTransform patternTransform', transform),
  ...named('href', href),
  ...named('id', identity),
  ...named('viewBox', box),
  ...named('d', path),
  ...named(
    `x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height stroke-width stroke-dashoffset font-size letter-spacing
    baseline-shift textLength offset markerWidth markerHeight refX refY`,
    length,
  ),
  ...named('points', points),
  ...named('stroke-miterlimit', limit),
  ...named('font-weight', weight),
  ...named('font-family', family),
  ...named('stroke-dasharray', dashes),
  ...named('opacity fill-opacity stroke-opacity stop-opacity', share),
  ...named('orient', angle),
  ...named('preserveAspectRatio', placing),
  ...named('dominant-baseline', baseline),
  ...named(
    `fill-rule stroke-linecap stroke-linejoin display
    visibility font-style text-anchor gradientUnits spreadMethod
    clip-rule clipPathUnits patternUnits patternContentUnits markerUnits xml:space xml:lang role overflow`,
    asWritten,
  ),
])
