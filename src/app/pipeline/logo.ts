import { type Image, type Log, missingFile, PathError } from '../../core/index.ts'
import type { Pack } from '../../corpus/index.ts'
import { readImage } from './pictures.ts'
import type { Project } from './project.ts'

/** How large a logo is at most, in points. */
const box = { width: 150, height: 54 }

/** The logo of a pack, made to fit; what is wrong with it is told where the pack names it. A reader hears whose it is. */
export async function readLogo({ host, corpus }: Project, pack: Pack, log: Log): Promise<Image | undefined> {
  const { logo } = pack
  if (logo === undefined) return undefined
  const place = corpus.place('pack', pack.id, ['logo'])
  try {
    const image = await readImage(host, logo, box)
    if (image === undefined) throw await missingFile(host, logo, 'image')
    if (typeof image !== 'string') {
      const scale = Math.min(box.width / image.width, box.height / image.height)
      const size = { width: image.width * scale, height: image.height * scale }
      const url = logo.slice(logo.lastIndexOf('/') + 1)
      return { type: 'image', url, alt: pack.organisation ?? pack.title, ...image, ...size }
    }
    log.report('image-is-safe', place, `The image “${logo}” ${image}`)
  } catch (error) {
    if (!(error instanceof PathError)) throw error
    log.report(error.rule, place, error.message, { notes: error.notes })
  }
  return undefined
}
