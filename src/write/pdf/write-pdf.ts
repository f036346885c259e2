/** The PDF writer: `<name>.pdf`, tagged, PDF/UA-1 and PDF/A-2a (3a when files are attached), or PDF/UA-2 and PDF/A-4 (4f). */

import { type Document, type Node, walk } from '../../core/index.ts'
import { type Fonts, loadFonts } from '../fonts/fonts.ts'
import type { Theme } from '../theme.ts'
import type { Write, WriteContext } from '../writer.ts'
import type { FontFiles } from './printer/faces.ts'
import { print } from './printer/print.ts'
import { toDocDefinition } from './to-doc-definition.ts'

/** `stats.pages` is told how many pages there are, `stats.missingGlyphs` how many characters no font has. */
export const writePdf: Write = async (document, context) => {
  const { theme, attachments } = context
  const fonts = await loadFonts((path) => context.asset(path), theme)
  const files = await filesOf(fonts, context)
  const colourProfile = await context.asset('colour/sRGB_IEC61966_2_1.icc')
  const languages = languagesOf(document)
  const isUa2 = context.accessibility === 'ua-2'
  const set = (theme: Theme) =>
    print(toDocDefinition(document, theme), { fonts, files, colourProfile, attachments, languages, isUa2 })
  const asWanted = await set(theme)
  const isShort = asWanted.pages > 1 && asWanted.lastFilled < SHORT
  const closer = isShort ? await set(tightened(theme)) : asWanted
  const printed = closer.pages < asWanted.pages ? closer : asWanted
  context.stats.pages = printed.pages
  context.stats.missingGlyphs = printed.missing.length
  context.onPages?.(printed.pageOf)
  return new Map([[`${document.meta.name}.pdf`, printed.bytes]])
}

/** No page is begun for less than this part of it when the same text, set a little closer, does without. */
const SHORT = 0.12

const tightened = (theme: Theme): Theme => ({
  ...theme,
  leading: theme.leading * 0.97,
  paragraphGap: theme.paragraphGap * 0.75,
})

async function filesOf({ faces }: Fonts, { asset, theme }: WriteContext): Promise<FontFiles> {
  const files = faces.map(async (face) => {
    const isOwn = theme.families?.[face.family] !== undefined
    const [font, pairs] = await Promise.all([
      asset(`fonts/${face.file}`),
      isOwn ? undefined : asset(`fonts/${face.file.replace('.ttf', '.pairs.json')}`),
    ])
    return [face, { font, pairs }] as const
  })
  return new Map(await Promise.all(files))
}

function languagesOf({ body }: Document): string[] {
  const languages = new Set<string>()
  for (const { data } of walk<Node>(body)) if (data?.lang !== undefined) languages.add(data.lang)
  return [...languages].sort()
}
