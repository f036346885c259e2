import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** The root of the repository that a folder is in. */
export function repositoryOf(folder: string): string | undefined {
  for (let root = resolve(folder); ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) return root
    if (dirname(root) === root) return undefined
  }
}

/** The way from the root of the repository that a folder is in to the folder, with `/` at its end; empty at the root, or in none. */
export function wayFromRepository(folder: string): string {
  const way = relative(repositoryOf(folder) ?? folder, folder)
    .split(sep)
    .join('/')
  return way === '' ? '' : `${way}/`
}
