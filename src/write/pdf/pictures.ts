import { type Image, must } from '../../core/index.ts'
import { sizeInHead } from '../alike.ts'
import type { BlockContext } from './blocks.ts'
import type { DefinitionNode, DocDefinition } from './definition.ts'
import { cleanSvg } from './svg.ts'

/** A picture, no larger than the area, with its bytes among `images`. */
export function imageOf(
  { alt, format, bytes, width, height, share, data }: Image,
  { area, images }: Pick<BlockContext, 'area' | 'images'>,
): DefinitionNode {
  const wanted = share === undefined ? Math.min(1, area.width / width) : (area.width * share) / width
  const scale = Math.min(wanted, (area.height * 0.92) / height)
  const size = { width: width * scale, height: height * scale }
  const node: DefinitionNode = { ...size, alt: alt || 'Figure', style: 'figure', tag: 'Figure' }
  if (data?.id !== undefined) node.anchor = data.id
  if (format === 'svg') return { ...node, svg: cleanSvg(new TextDecoder().decode(bytes)) }
  const name = `image-${Object.keys(images).length + 1}`
  images[name] = bytes
  return { ...node, image: name }
}

/** A logo for running heads, which screen readers pass over. */
export function logoOf(logo: Image, context: Pick<BlockContext, 'area' | 'images'>): DocDefinition['running']['logo'] {
  const size = sizeInHead(logo)
  const { svg, image } = imageOf({ ...logo, ...size }, context)
  return { ...size, ...(svg === undefined ? { image: must(image) } : { svg }) }
}
