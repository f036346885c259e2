import { type Host, PathError, readText } from './host.ts'
import type { Log, Place, Point } from './log.ts'

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
    if (error instanceof PathError) log.report(error.rule, place, error.message)
    else if (error instanceof TypeError) {
      const start = await firstFault(host, path)
      log.report('text-is-clean', { file: path, start }, 'the file is not UTF-8 text from here on', {
        notes: ['save it as UTF-8; a text in another encoding cannot be quoted or searched'],
      })
    } else throw error
    return undefined
  }
}

/** Where the first bytes are that are no UTF-8: a decoder puts U+FFFD in their stead. */
async function firstFault(host: Host, path: string): Promise<Point> {
  const text = new TextDecoder().decode((await host.read(path)) ?? new Uint8Array())
  const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).split(/\r\n|\n|\r/)
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
