/** One font out of a variable one: its axes are pinned by HarfBuzz, which ships with the tool as WebAssembly without imports. */

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
  hb_subset_input_create_or_fail(): number
  hb_subset_input_keep_everything(input: number): void
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number
  hb_subset_input_pin_axis_location(input: number, face: number, tag: number, value: number): number
  hb_subset_or_fail(face: number, input: number): number
}

/** The types of Node.js leave it out. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>
}

/** The static font of a variable one at these positions; axes that are not named stand at their default. */
export async function instanceOf(wasm: Uint8Array, font: Uint8Array, axes: Axes): Promise<Uint8Array> {
  const { instance } = await WebAssembly.instantiate(wasm)
  // What it holds goes with its memory: it makes one font.
  const hb = instance.exports as HarfBuzz
  hb._initialize?.()
  const at = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, at)
  const readOnly = 1
  const face = hb.hb_face_create(hb.hb_blob_create(at, font.length, readOnly, 0, 0), 0)
  const input = hb.hb_subset_input_create_or_fail()
  hb.hb_subset_input_keep_everything(input)
  hb.hb_subset_input_pin_all_axes_to_default(input, face)
  for (const [axis, value] of Object.entries(axes)) {
    const tag = [...axis].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)
    hb.hb_subset_input_pin_axis_location(input, face, tag, value)
  }
  const made = hb.hb_face_reference_blob(hb.hb_subset_or_fail(face, input))
  const [from, length] = [hb.hb_blob_get_data(made, 0), hb.hb_blob_get_length(made)]
  if (length === 0) throw new Error('HarfBuzz made no font of it')
  return new Uint8Array(hb.memory.buffer).slice(from, from + length)
}
