import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** The way from the root of the repository that a folder is in to the folder, with `/` at its end; empty at the root, or in none. */
export function wayFromRepository(folder: string): string {
  const full = resolve(folder)
  for (let root = full; ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) {
      const way = relative(root, full).split(sep).join('/')
      return way === '' ? '' : `${way}/`
    }
    if (dirname(root) === root) return ''
  }
}
