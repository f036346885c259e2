/**
 * The attributes and properties of an SVG that change what is seen: those that every writer draws alike, in the one form
 * that all of them read, and those that not all of them draw, with the values under which they change nothing.
 */
import { plainColour } from './paint.ts'

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
  if (name !== 'font') return [[name, value]]
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

/** `ids` are those of the picture. */
export function plain(name: string, value: string, ids: ReadonlySet<string>): Plain {
  if (value === 'inherit' || value === 'unset' || value === 'initial' || value === 'revert') return nothing
  const read = readers[name]
  if (read) return read(name, value, ids)
  const neutral = unseen[name]
  return neutral === undefined || neutral.test(value) ? nothing : unlike(name, value)
}

type Read = (name: string, value: string, ids: ReadonlySet<string>) => Plain

const asWritten: Read = (_, value) => kept(value)

const colour: Read = (name, value, ids) => {
  if (/^(none|currentcolor)$/i.test(value)) return kept(value === 'none' ? value : 'currentColor')
  const [, id, fallback] = /^url\(\s*['"]?#([^'")]+)['"]?\s*\)\s*(.*)$/.exec(value) ?? []
  if (id !== undefined) return ids.has(id) ? kept(`url(#${id})`) : colour(name, fallback || 'none', ids)
  const found = plainColour(value)
  return found === undefined
    ? { fault: `has the colour “${value.slice(0, 60)}”, which print does not show alike` }
    : kept(found)
}

/** What is not there changes nothing, as in browsers. */
const reference: Read = (name, value, ids) => {
  if (value === 'none') return nothing
  const [, id] = /^url\(\s*['"]?#([^'")]+)['"]?\s*\)$/.exec(value) ?? []
  if (id === undefined) return unlike(name, value)
  return ids.has(id) ? kept(`url(#${id})`) : nothing
}

const transform: Read = (name, value) => {
  const bare = value.replace(/(\d)(px|deg)\b/g, '$1').trim()
  if (bare === 'none' || bare === '') return nothing
  return /^((matrix|translate|scale|rotate|skewX|skewY)\s*\([\s\d.,eE+-]*\)[\s,]*)+$/.test(bare)
    ? kept(bare)
    : unlike(name, value)
}

const href: Read = (_, value, ids) =>
  ids.has(value.slice(1)) ? kept(value) : { fault: `refers to “${value.slice(0, 60)}”, which it does not hold` }

const named = (names: string, read: Read) => names.split(/\s+/).map((name) => [name, read] as const)

const readers: Readonly<Record<string, Read>> = Object.fromEntries([
  ...named('fill stroke stop-color color', colour),
  ...named('clip-path marker-start marker-mid marker-end', reference),
  ...named('transform gradientTransform patternTransform', transform),
  ...named('href', href),
  ...named(
    `id x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height d points viewBox preserveAspectRatio
    fill-opacity fill-rule stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap
    stroke-linejoin stroke-miterlimit opacity display visibility font-family font-size font-weight font-style
    letter-spacing text-anchor dominant-baseline baseline-shift textLength gradientUnits spreadMethod
    offset stop-opacity clip-rule clipPathUnits patternUnits patternContentUnits
    markerWidth markerHeight markerUnits refX refY orient xml:space xml:lang role overflow`,
    asWritten,
  ),
])

/** By property: the values that leave the picture as it is. What stands nowhere here changes no picture. */
const unseen: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    'alignment-baseline': 'auto|baseline',
    animation: 'none',
    background: 'none|transparent|white|#fff|#ffffff',
    'background-color': 'none|transparent|white|#fff|#ffffff',
    clip: 'auto',
    'color-interpolation': 'auto|sRGB',
    direction: 'ltr',
    filter: 'none',
    font: '(?!)',
    'font-size-adjust': 'none',
    'font-stretch': 'normal',
    'font-variant': 'normal',
    lengthAdjust: 'spacing',
    mask: 'none',
    'mask-image': 'none',
    'mix-blend-mode': 'normal',
    'paint-order': 'normal|fill( stroke)?( markers)?',
    pathLength: '(?!)',
    rotate: 'none|auto|0',
    scale: 'none|1',
    'text-decoration': 'none.*',
    'text-decoration-line': 'none',
    'text-transform': 'none',
    'transform-box': 'view-box|fill-box|border-box',
    'transform-origin': '0|0 0|0px 0px|0% 0%|top left|left top',
    translate: 'none|0',
    'vector-effect': 'none',
    'word-spacing': 'normal|0(px)?',
    'writing-mode': 'lr|lr-tb|horizontal-tb',
  }).map(([name, values]) => [name, new RegExp(`^(?:${values})$`, 'i')]),
)
