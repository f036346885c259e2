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

/** What is unpacked of a zip file at most, in bytes: a few kilobytes can be packed so that they fill the memory. */
const mostBytes = 200_000_000

/** The files of a zip file that are wanted, by their paths; says what is wrong with one that cannot be read. */
export function unzip(
  bytes: Uint8Array,
  wants: (path: string) => boolean = () => true,
): ReadonlyMap<string, Uint8Array> | string {
  let size = 0
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!wants(name)) return false
    size += originalSize
    // Nothing more is unpacked; the catch below says why.
    if (size > mostBytes) throw new RangeError()
    return true
  }
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })))
  } catch {
    return size > mostBytes ? `its texts are more than ${mostBytes} bytes` : 'it is no zip file, or a damaged one'
  }
}
