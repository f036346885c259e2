import { strToU8, type Zippable, zipSync } from 'fflate'

/** The zip file of `files`. Its times are constant, and fflate gives the same bytes on every version of Node. */
export function zip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  for (const [path, content] of files) {
    const packed = /\.(png|jpeg)$/.test(path)
    entries[path] = [typeof content === 'string' ? strToU8(content) : content, { level: packed ? 0 : 6, mtime: epoch }]
  }
  return zipSync(entries)
}

/** The oldest time a zip file can hold; fflate reads it in local time, so it is made in local time. */
const epoch = new Date(1980, 0, 1)
