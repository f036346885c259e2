/** How large a logo stands in running heads, in points. */
const box = { width: 90, height: 18 }

export function sizeInHead({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(box.height / height, box.width / width)
  return { width: width * scale, height: height * scale }
}
