import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** Gives a text piece by piece, so that a long one never stands whole in memory. */
export type Told = (push: (piece: string) => void) => void

/** The zip file of `files`. Its times are constant, and fflate gives the same bytes on every version of Node. */
export function zip(files: ReadonlyMap<string, string | Uint8Array | Told>): Uint8Array {
  const chunks: Uint8Array[] = []
  const whole = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [path, content] of files) {
    // A higher level takes twice the time for a twentieth less.
    const entry = /\.(png|jpeg)$/.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 2 })
    entry.mtime = epoch
    whole.add(entry)
    if (typeof content === 'function') {
      content((piece) => entry.push(strToU8(piece)))
      entry.push(new Uint8Array(), true)
    } else entry.push(typeof content === 'string' ? strToU8(content) : content, true)
  }
  whole.end()
  return joined(chunks)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
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
