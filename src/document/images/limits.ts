import { keysOf } from '../../core/index.ts'
import type { XmlElement } from './xml.ts'

/** By what is counted, with all that is repeated: the most of it. A file that has more was made by mistake, or to do harm. */
const most = { elements: 50_000, characters: 2_000_000, letters: 100_000 }

interface Weight {
  readonly elements: number
  /** Of paths. */
  readonly characters: number
  /** Of text. */
  readonly letters: number
  /** How many times larger than written a part of it is drawn. */
  readonly scale: number
}

/** No part nests deeper, with what it repeats. */
const deepest = 200
/** Above this, print loses its numbers. */
const mostScale = 1e9
/** How far a length or a place may be from nothing, in its own units. */
export const farthest = 1_000_000
/** CSS pixels. */
export const sideLimits = { least: 1, most: 100_000 }
/** Style rules are asked of every element. */
export const mostStyling = 2_000_000
/** What no value needs but paths, points, transforms and data of an editor’s own. */
export const longestValue = 2000

const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi
export const numbersIn = (text: string): number[] => (text.match(number) ?? []).map(Number)

/** Why a picture is more than can be drawn, as the end of a sentence; `undefined` when it is not. */
export function excess(root: XmlElement): string | undefined {
  const all = elementsOf(root)
  const byId = new Map(all.map((element) => [element.attributes.get('id') ?? '', element]))
  const lengths = all.flatMap(({ attributes }) => sides.flatMap((name) => numbersIn(attributes.get(name) ?? '')))
  const side = lengths.reduce((longest, length) => Math.max(longest, length), 1)
  const known = new Map<XmlElement, Weight>()
  const open = new Set<XmlElement>()
  let fault: string | undefined

  function weigh(element: XmlElement, depth: number): Weight {
    const before = known.get(element)
    if (before || fault) return before ?? nothing
    if (open.has(element)) fault = `repeats “#${element.attributes.get('id')}” in itself`
    if (depth > deepest) fault = `nests deeper than ${deepest} elements`
    if (fault) return nothing
    open.add(element)
    const { name, attributes, children } = element
    let weight: Weight = {
      ...nothing,
      elements: 1,
      characters: (attributes.get('d') ?? attributes.get('points') ?? '').length,
    }
    for (const child of children) {
      weight =
        typeof child === 'string'
          ? { ...weight, letters: weight.letters + child.length }
          : sum(weight, weigh(child, depth + 1))
    }
    for (const [key, value] of attributes) {
      const id = key === 'href' ? value.slice(1) : /^url\(#(.+)\)$/.exec(value)?.[1]
      const target = id && byId.get(id)
      if (!target || (key === 'href' && name !== 'use')) continue
      weight = sum(weight, weigh(target, depth + 1), timesOf(key, weight))
    }
    open.delete(element)
    weight = { ...weight, scale: weight.scale * scaleOf(attributes, side) }
    fault ??= overweight(weight)
    known.set(element, weight)
    return weight
  }
  weigh(root, 1)
  return fault
}

const nothing: Weight = { elements: 0, characters: 0, letters: 0, scale: 1 }
const sides = ['width', 'height', 'markerWidth', 'markerHeight']

function sum(a: Weight, b: Weight, times = 1): Weight {
  return {
    elements: a.elements + times * b.elements,
    characters: a.characters + times * b.characters,
    letters: a.letters + times * b.letters,
    scale: Math.max(a.scale, b.scale),
  }
}

/** A marker stands at every point, and a point takes four characters; paint is laid on each element that inherits it. */
function timesOf(attribute: string, { elements, characters }: Weight): number {
  if (attribute.startsWith('marker')) return elements + characters / 4
  return attribute === 'href' ? 1 : elements
}

function overweight(weight: Weight): string | undefined {
  if (weight.scale > mostScale) return 'enlarges its parts beyond what print can show'
  const words = { elements: 'elements', characters: 'characters of paths', letters: 'letters' }
  const over = keysOf(most).find((of) => weight[of] > most[of])
  return over && `has more than ${most[over]} ${words[over]}, counting what it repeats`
}

function scaleOf(attributes: XmlElement['attributes'], side: number): number {
  let scale = 1
  for (const [, name, inside = ''] of (attributes.get('transform') ?? '').matchAll(
    /(matrix|scale|skew[XY])\s*\(([^)]*)\)/g,
  )) {
    const given = numbersIn(inside)
    const sizes =
      name === 'matrix'
        ? given.slice(0, 4)
        : name === 'scale'
          ? given
          : [Math.tan(((given[0] ?? Number.NaN) * Math.PI) / 180)]
    scale *= Math.max(name === 'scale' ? 0 : 1, ...sizes.map(Math.abs))
  }
  const [, , width = 1, height = 1] = numbersIn(attributes.get('viewBox') ?? '')
  return attributes.has('viewBox') ? Math.max(scale, (scale * side) / Math.min(width, height)) : scale
}

/** In document order. */
export const elementsOf = (root: XmlElement): XmlElement[] => [...walk(root)]

function* walk(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* walk(child)
}
