import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

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

/** What a zip file may hold, unpacked. */
const mostBytes = 200_000_000

/** The files of a zip file by their paths; says what is wrong with one that cannot be read. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | string {
  let size = 0
  const filter = ({ originalSize }: { originalSize: number }) => {
    size += originalSize
    return size <= mostBytes
  }
  try {
    const files = unzipSync(bytes, { filter })
    return size > mostBytes ? `it holds more than ${mostBytes} bytes` : new Map(Object.entries(files))
  } catch {
    return 'it is no zip file, or a damaged one'
  }
}
