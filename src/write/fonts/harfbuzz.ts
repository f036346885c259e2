/** Fonts made out of fonts by HarfBuzz’s subsetter, which ships with the tool as WebAssembly without imports. */

/** The positions on the axes of a variable font, by their tags, e.g. `wght`. */
export type Axes = Readonly<Record<string, number>>

/** The path of HarfBuzz’s subsetter among the assets. */
export const subsetter = 'fonts/harfbuzz-subset.wasm'

/** What of its interface is used (hb-subset.h, HarfBuzz 12); values are addresses and numbers. */
interface HarfBuzz {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly _initialize?: () => void
  malloc(size: number): number
  hb_blob_create(at: number, length: number, mode: number, data: number, destroy: number): number
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_keep_everything(input: number): void
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number
  hb_subset_input_pin_axis_location(input: number, face: number, tag: number, value: number): number
  hb_subset_input_set(input: number, which: number): number
  hb_subset_input_unicode_set(input: number): number
  hb_subset_or_fail(face: number, input: number): number
}

/** The static font of a variable one at these positions; axes that are not named stand at their default. */
export function instanceOf(wasm: Uint8Array, font: Uint8Array, axes: Axes): Uint8Array {
  return made(wasm, font, (hb, input, face) => {
    hb.hb_subset_input_keep_everything(input)
    hb.hb_subset_input_pin_all_axes_to_default(input, face)
    for (const [axis, value] of Object.entries(axes))
      hb.hb_subset_input_pin_axis_location(input, face, tag(axis), value)
  })
}

/** The font with these characters alone, and without the tables `without`. */
export function subsetOf(
  wasm: Uint8Array,
  font: Uint8Array,
  codePoints: Iterable<number>,
  without: readonly string[],
): Uint8Array {
  const droppedTables = 3
  return made(wasm, font, (hb, input) => {
    for (const code of codePoints) hb.hb_set_add(hb.hb_subset_input_unicode_set(input), code)
    for (const table of without) hb.hb_set_add(hb.hb_subset_input_set(input, droppedTables), tag(table))
  })
}

const tag = (name: string) => [...name].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)

/** Compiled once in a process. */
let compiled: object | undefined

function made(
  wasm: Uint8Array,
  font: Uint8Array,
  choose: (hb: HarfBuzz, input: number, face: number) => void,
): Uint8Array {
  compiled ??= new WebAssembly.Module(wasm)
  // What it holds goes with its memory: it makes one font.
  const hb = new WebAssembly.Instance(compiled).exports as HarfBuzz
  hb._initialize?.()
  const at = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, at)
  const readOnly = 1
  const face = hb.hb_face_create(hb.hb_blob_create(at, font.length, readOnly, 0, 0), 0)
  const input = hb.hb_subset_input_create_or_fail()
  choose(hb, input, face)
  const blob = hb.hb_face_reference_blob(hb.hb_subset_or_fail(face, input))
  const [from, length] = [hb.hb_blob_get_data(blob, 0), hb.hb_blob_get_length(blob)]
  if (length === 0) throw new Error('HarfBuzz made no font of it')
  return new Uint8Array(hb.memory.buffer).slice(from, from + length)
}
