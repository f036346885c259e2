import { didYouMean, type Host, isRecord, type Log, type Place, readTextOrReport } from '../../core/index.ts'
import { parseYaml } from '../../corpus/index.ts'
import { defaultTheme, type Theme } from '../theme.ts'
import { readTheme } from './check.ts'

const folder = 'templates/themes/'

/**
 * The theme that a pack names: the overrides of `templates/themes/<name>.yaml` on those of the project’s own `default`, which
 * needs no file. One that is not there is reported at `place`; what is wrong in a file is reported, and keeps its default.
 */
export async function loadTheme(
  host: Host,
  name: string,
  log: Log,
  place: Place = { file: `${folder}${name}.yaml` },
): Promise<Theme> {
  const path = `${folder}${name}.yaml`
  const base = name === 'default' ? defaultTheme : await loadTheme(host, 'default', log)
  const text = await readTextOrReport(host, path, log)
  if (text === undefined) {
    if (name !== 'default') await reportMissing(host, name, place, log)
    return base
  }
  const { readYaml } = await import('../../corpus/read-yaml.ts')
  const file = parseYaml(path, text, log, readYaml(text))
  const { families: named, ...data } = isRecord(file.data) && !file.broken ? file.data : {}
  const own = named === undefined ? undefined : await (await import('./families.ts')).readFamilies(host, named)
  const isMapping = typeof file.data === 'object' && !Array.isArray(file.data)
  const families = { ...base.families, ...own?.families }
  const read = readTheme(
    file.broken || isMapping ? data : file.data,
    Object.keys(families),
    base,
    Object.keys(named ?? {}),
  )
  const theme = Object.keys(families).length > 0 ? { ...read.theme, families } : read.theme
  for (const { path: at, kind, reason, notes } of [...read.problems, ...(own?.problems ?? [])]) {
    const [rule, part] =
      kind === 'unknown' ? (['field-is-known', 'key'] as const) : (['field-is-valid', 'value'] as const)
    log.report(rule, file.place(at, part), reason, { notes })
  }
  return theme
}

export async function themeNames(host: Host): Promise<string[]> {
  const files = await host.list(folder.slice(0, -1))
  return [...new Set(['default', ...files.flatMap((file) => /^(?:.*themes\/)?([^/]+)\.yaml$/.exec(file)?.[1] ?? [])])]
}

async function reportMissing(host: Host, name: string, place: Place, log: Log): Promise<void> {
  const known = await themeNames(host)
  // One that is there, and cannot be read, has been told.
  if (known.includes(name)) return
  const notes = [...didYouMean(name, known), `themes: ${known.join(', ')}; those of a project are files of ${folder}`]
  log.report('file-is-present', place, `there is no theme “${name}”`, { notes })
}
