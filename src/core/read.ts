import { type Host, PathError, readText } from './host.ts'
import { type Finding, Log, type Place, type Point } from './log.ts'
import { lastOf } from './must.ts'
import { didYouMean } from './nearest.ts'

/** The text of a project file. `undefined` where there is none, and where it cannot be read as text, which is reported. */
export async function readTextOrReport(
  host: Host,
  path: string,
  log: Log,
  place: Place = { file: path },
): Promise<string | undefined> {
  try {
    return await readText(host, path)
  } catch (error) {
    if (error instanceof PathError) log.report(error.rule, place, error.message, { notes: error.notes })
    else if (error instanceof TypeError) {
      const start = await firstFault(host, path)
      log.report('text-is-clean', { file: path, start }, 'the file is not UTF-8 text from here on', {
        notes: ['save it as UTF-8; a text in another encoding cannot be quoted or searched'],
      })
    } else throw error
    return undefined
  }
}

/** That a file is not there, which a record or a template names by its path; with the file that may be meant. */
export async function missingFile(host: Host, path: string, what = 'file'): Promise<PathError> {
  const [folder] = path.split('/')
  const folders = new Set([
    ...(folder !== undefined && path.includes('/') ? [folder] : []),
    'templates',
    'data',
    'images',
    'fonts',
  ])
  const known = (await readAll([...folders], async (it) => (await host.list(it)).map((file) => `${it}/${file}`))).flat()
  const ending = path.slice(path.lastIndexOf('.')).toLowerCase()
  const alike = known.filter((it) => it.toLowerCase().endsWith(ending))
  const nameOf = (it: string) => lastOf(it.split('/'))
  const stemOf = (it: string) =>
    nameOf(it)
      .replace(/\.[^.]*$/, '')
      .toLowerCase()
  const meant = alike.find((it) => nameOf(it) === nameOf(path)) ?? known.find((it) => stemOf(it) === stemOf(path))
  const notes = meant === undefined ? didYouMean(path, alike) : [`did you mean “${meant}”?`]
  const otherwise = 'a path begins at the folder of the project, wherever it is written'
  return new PathError(`There is no ${what} “${path}”`, 'file-is-present', notes.length > 0 ? notes : [otherwise])
}

/** The texts of some project files, with what is wrong with each; a file that is not there has neither. */
export function readTexts(
  host: Host,
  paths: readonly string[],
): Promise<{ path: string; text: string | undefined; findings: readonly Finding[] }[]> {
  return readAll(paths, async (path) => {
    const log = new Log()
    const text = await readTextOrReport(host, path, log)
    return { path, text, findings: log.findings }
  })
}

/** What `read` gives of each, in order. The disk is asked for many at once, but for no more files than a process may open. */
export async function readAll<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
  const batch = 64
  const found: R[] = []
  for (let from = 0; from < items.length; from += batch) {
    found.push(...(await Promise.all(items.slice(from, from + batch).map(read))))
  }
  return found
}

/** Where the first bytes are that are no UTF-8: a decoder puts U+FFFD in their stead. */
async function firstFault(host: Host, path: string): Promise<Point> {
  const text = new TextDecoder().decode((await host.read(path)) ?? new Uint8Array())
  const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).split(/\r\n|\n|\r/)
  return { line: before.length, column: lastOf(before).length + 1 }
}
