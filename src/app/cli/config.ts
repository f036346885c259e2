import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { didYouMean, fieldOf, messageOf } from '../../core/index.ts'
import { type Config, configFile } from '../pipeline/config.ts'
import { UsageError } from './command.ts'
import { isMissing, readPlain } from './plain-file.ts'
import { printable } from './terminal.ts'

/** What a project adds of its own, and the digest of all that it is made of; nothing where it adds nothing. */
export interface OwnCode {
  readonly config: Config
  readonly digest: string
}

const fields = ['syntax', 'markdown', 'document', 'helpers', 'rules', 'writers'] as const satisfies (keyof Config)[]
const lists: ReadonlySet<string> = new Set(['syntax', 'markdown', 'document', 'rules'])

/** Runs `briefpack.config.js` at the root of a project, where there is one. What it cannot be is a wrong use, told in a sentence. */
export async function loadConfig(folder: string): Promise<OwnCode> {
  const path = resolve(folder, configFile)
  if (!lstatSync(path, { throwIfNoEntry: false })) return { config: {}, digest: '' }
  const digest = digestOf(path)
  let config: unknown
  try {
    config = fieldOf(await import(`${pathToFileURL(path)}?${digest}`), 'default')
  } catch (error) {
    throw new UsageError(`${configFile} failed: ${printable(messageOf(error))}`)
  }
  if (typeof config !== 'object' || config === null)
    throw new UsageError(
      config === undefined
        ? `${configFile} has no default export`
        : `${configFile} exports ${String(config).slice(0, 40)}, where an object should be`,
      'write: export default { … }',
    )
  for (const [name, value] of Object.entries(config)) {
    if (!fields.some((known) => known === name))
      throw new UsageError(
        `${configFile} has no field “${name}”`,
        [...didYouMean(name, fields), `its fields are ${fields.join(', ')}`].join('; '),
      )
    if (value !== undefined && (lists.has(name) ? !Array.isArray(value) : typeof value !== 'object'))
      throw new UsageError(`${configFile}: “${name}” is not ${lists.has(name) ? 'a list' : 'an object'}`)
  }
  checkRules(config)
  return { config, digest }
}

function checkRules({ rules = [] }: Config): void {
  for (const { id, scope, check } of rules) {
    if (!/^[a-z][a-z0-9-]*\/[a-z0-9-]+$/.test(id))
      throw new UsageError(
        `${configFile}: “${String(id)}” is no id for a rule of a project`,
        'write it with a slash: house/no-passive',
      )
    if (!['corpus', 'pack', 'writing'].includes(scope) || typeof check !== 'function')
      throw new UsageError(`${configFile}: the rule “${id}” has no scope (corpus, pack or writing) or no check`)
  }
}

/**
 * The digest of a module and of the modules that it imports by path, with the names and versions of the packages that it
 * imports. Another version of a plugin, or an edit in one of the project, is other code.
 */
function digestOf(entry: string): string {
  const hash = createHash('sha256')
  const met = new Set<string>()
  const visit = (path: string): void => {
    if (met.has(path)) return
    met.add(path)
    const text = textOf(path)
    if (text === undefined) return
    hash.update(`${text.length} ${text}`)
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"']+)["']/g)) {
      if (specifier.startsWith('.')) visit(join(dirname(path), specifier))
      else if (!specifier.startsWith('node:')) hash.update(packageOf(specifier, path))
    }
  }
  visit(entry)
  return hash.digest('hex')
}

function textOf(path: string): string | undefined {
  try {
    return readPlain(path, basename(path)).toString()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** The `package.json` of a package as a module sees it. */
function packageOf(specifier: string, from: string): string {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  for (const folder of createRequire(from).resolve.paths(name) ?? []) {
    const text = textOf(join(folder, name, 'package.json'))
    if (text !== undefined) return text
  }
  return specifier
}
