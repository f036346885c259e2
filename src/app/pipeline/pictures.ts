import { type Host, missingFile, PathError, type Section } from '../../core/index.ts'
import { type Area, type CheckedImage, checkImage, type Images, imagePaths } from '../../document/index.ts'
import { areaOf, familyFiles, pixelsAcross, type Theme } from '../../write/index.ts'
import type { Project } from './project.ts'

/** The pictures that a text shows, by path, or what is wrong with each. */
export async function readImages({ host }: Project, sections: readonly Section[], theme: Theme): Promise<Images> {
  const images = new Map<string, CheckedImage | string | PathError>()
  for (const path of imagePaths(sections)) {
    try {
      const image = await readImage(host, path, areaOf(theme.page))
      images.set(path, image ?? (await missingFile(host, path, 'image')))
    } catch (error) {
      if (!(error instanceof PathError)) throw error
      images.set(path, error)
    }
  }
  return images
}

/** A picture of the project, checked; `undefined` when there is none. One that a library fails to draw is refused, like one that is malformed. */
export async function readImage(
  { read, draw }: Host,
  path: string,
  area: Area,
): Promise<CheckedImage | string | undefined> {
  const bytes = await read(path)
  const image = bytes && (await checkImage(bytes, area))
  if (typeof image !== 'object' || image.format !== 'svg' || !draw) return image
  const drawn = await draw(image.bytes, pixelsAcross(image.width, image.height), drawingFonts)
  return drawn === 'failed' ? 'cannot be drawn: it ends the library that draws it, or keeps it too long' : image
}

/** What text in an SVG is drawn in: all faces that it may name. */
export const drawingFonts = Object.values(familyFiles)
  .flatMap((files): string[] => Object.values(files))
  .map((file) => `fonts/${file}`)
