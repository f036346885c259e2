/**
 * Pictures of a project, checked: PNG and JPEG turned upright and no larger than their place needs, SVG rebuilt from what is
 * safe and every writer can carry, all within limits. `checkImage` gives a picture with its size in points, or says what is
 * wrong with it.
 */

export { type Area, type CheckedImage, checkImage } from './image.ts'
