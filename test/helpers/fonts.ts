import { readFile } from 'node:fs/promises'
import { type Fonts, loadFonts } from '../../src/write/fonts/fonts.ts'
import { defaultTheme } from '../../src/write/theme.ts'

/** Reads a file that ships with the tool. */
export const asset = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`../../assets/${path}`, import.meta.url)))

/** The default theme's fonts. */
export const testFonts = (): Promise<Fonts> => loadFonts(asset, defaultTheme)
