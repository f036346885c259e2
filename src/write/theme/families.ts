import { didYouMean, type Host, isOneOf, isRecord, missingFile, PathError, reasonOf, sha256 } from '../../core/index.ts'
import { familyNames } from '../fonts/families.ts'
import type { OwnFamily } from '../theme.ts'
import type { ThemeProblem } from './check.ts'

const styles = ['regular', 'bold', 'italic', 'boldItalic'] as const
type Style = (typeof styles)[number]

/**
 * The families of a theme: by their names, the font file of each style in the project. A font that cannot be read, or may
 * not travel in a document, is told at the path of its field; a family without its regular style is left out.
 */
export async function readFamilies(
  host: Host,
  data: unknown,
): Promise<{ families: Record<string, OwnFamily>; problems: ThemeProblem[] }> {
  const problems: ThemeProblem[] = []
  const families: Record<string, OwnFamily> = {}
  const wrong = (path: readonly string[], reason: string, notes: readonly string[] = []) =>
    problems.push({ path: ['families', ...path], kind: 'invalid', reason, notes })
  if (!isRecord(data)) {
    wrong([], '“families” is not a mapping of names to font files')
    return { families, problems }
  }
  for (const [name, files] of Object.entries(data)) {
    if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name)) {
      wrong([name], `“${name}” is no name of a family: letters, figures, spaces, dots and hyphens`)
    } else if (familyNames.includes(name)) {
      wrong([name], `“${name}” is a family that ships with the tool; give yours another name`)
    } else if (!isRecord(files)) {
      wrong([name], `“${name}” is not a mapping of ${styles.join(', ')} to font files`)
    } else {
      const family = await readFamily(host, name, files, wrong)
      // Two that are one in Word, such as weights of a variable font, are told apart by their own names.
      const isTwice = Object.values(families).some((other) => other.name === family?.name)
      if (family) families[name] = isTwice ? { ...family, name } : family
    }
  }
  return { families, problems }
}

type Tell = (path: readonly string[], reason: string, notes?: readonly string[]) => void

async function readFamily(
  host: Host,
  name: string,
  files: Readonly<Record<string, unknown>>,
  wrong: Tell,
): Promise<OwnFamily | undefined> {
  const found: Partial<Record<Style, string>> = {}
  const paths: Record<string, OwnFamily['paths'][string]> = {}
  let isForWord = true
  let installed = name
  let characterWidth = 0.455
  const { characterWidthOf, isForWord: mayWord, openFont, unusable, wrongAxes } = await import('../fonts/own-fonts.ts')
  for (const [style, written] of Object.entries(files)) {
    const at = [name, style]
    if (!isOneOf(styles, style)) {
      wrong(at, `a family has no style “${style}”`, [...didYouMean(style, styles), `styles: ${styles.join(', ')}`])
      continue
    }
    const { file: path, ...axes } = isRecord(written) ? written : { file: written }
    if (!isAxes(axes)) {
      wrong(at, 'positions on the axes of a variable font are numbers', ['e.g. {file: fonts/Our-VF.ttf, wght: 400}'])
      continue
    }
    if (typeof path !== 'string') {
      wrong(at, 'the path of a font file is wanted here')
      continue
    }
    const bytes = await readFont(host, path)
    if (bytes instanceof PathError) {
      wrong(at, bytes.message, bytes.notes)
      continue
    }
    const own = isRecord(written) ? axes : undefined
    const refused = await openFont(bytes)
      .then((font) => {
        isForWord &&= mayWord(font)
        if (style === 'regular') {
          characterWidth = characterWidthOf(font) ?? characterWidth
          installed = font.familyName?.trim() || name
        }
        const why = unusable(font)
        return why === undefined ? wrongAxes(font, own) : { why, notes: [] }
      })
      .catch((error: unknown) => ({ why: `it cannot be read as a font: ${reasonOf(error)}`, notes: [] }))
    if (refused) {
      wrong(at, `“${path}” cannot be used: ${refused.why}`, refused.notes)
      continue
    }
    const digest = sha256(own ? `${sha256(bytes)} ${JSON.stringify(own)}` : bytes).slice(0, 12)
    const file = `${path.replace(/^.*\//, '').replace(/\.\w+$/, '')}-${digest}.ttf`
    found[style] = file
    paths[file] = own ? { file: path, axes: own } : path
  }
  const { regular, ...others } = found
  if (regular === undefined) {
    if (!Object.hasOwn(files, 'regular')) wrong([name], `the family “${name}” has no regular style`)
    return undefined
  }
  return { name: installed, regular, ...others, paths, isForWord, characterWidth }
}

/** The bytes of a font, or why there are none. */
async function readFont(host: Host, path: string): Promise<Uint8Array | PathError> {
  try {
    return (await host.read(path)) ?? (await missingFile(host, path))
  } catch (error) {
    if (error instanceof PathError) return error
    throw error
  }
}

const isAxes = (data: Readonly<Record<string, unknown>>): data is Record<string, number> =>
  Object.values(data).every((value) => typeof value === 'number')
