import { unzip } from '../../core/index.ts'

/** The texts of the files of a zip file that are wanted, by their paths. Throws with a reason. */
export function textsOf(bytes: Uint8Array, wanted: RegExp): ReadonlyMap<string, string> {
  return new Map([...filesOf(bytes, wanted)].map(([path, file]) => [path, new TextDecoder().decode(file)]))
}

export function filesOf(bytes: Uint8Array, wanted: RegExp): ReadonlyMap<string, Uint8Array> {
  const files = unzip(bytes, (path) => wanted.test(path))
  if (typeof files === 'string') throw new Error(files)
  return files
}
