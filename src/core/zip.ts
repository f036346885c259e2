import { Unzlib, unzipSync, Zip, type ZipInputFile } from 'fflate'
import { joined } from './host.ts'
import { Deflate } from './zlib.ts'

/** Gives a text piece by piece, so that a long one never stands whole in memory. */
export type Told = (push: (piece: string) => void) => void

/** Takes the files of a package, each as soon as it is there. */
export interface Store {
  /** Keeps the next place in the file for one that will be put later. */
  reserve(path: string): void
  put(path: string, content: Told | Uint8Array): void
}

/** A zip file in the making: what is put is packed at once. Its times are constant. */
export class Zipped implements Store {
  readonly #chunks: Uint8Array[] = []
  readonly #reserved = new Map<string, Entry>()
  readonly #whole = new Zip((error, chunk) => {
    if (error) throw error
    this.#chunks.push(chunk)
  })

  reserve(path: string): void {
    this.#reserved.set(path, this.#begin(path))
  }

  put(path: string, content: Told | Uint8Array): void {
    const entry = this.#reserved.get(path) ?? this.#begin(path)
    if (typeof content === 'function') content((piece) => entry.push(piece))
    else entry.push(content)
    entry.end()
  }

  end(): Uint8Array {
    this.#whole.end()
    return joined(this.#chunks)
  }

  /** Pictures are packed already. They are not entries of the kind “stored”: Java reads no such one whose size comes behind it. */
  #begin(path: string): Entry {
    const entry = new Entry(path, /\.(png|jpeg)$/.test(path) ? 0 : level)
    this.#whole.add(entry)
    return entry
  }
}

/** An entry that is packed by zlib, whose gzip has the checksum too: behind a head of ten bytes, in the first four of the last eight. */
class Entry implements ZipInputFile {
  readonly filename: string
  readonly compression = 8
  mtime = epoch
  size = 0
  crc = 0
  ondata!: NonNullable<ZipInputFile['ondata']>
  readonly #deflate: Deflate
  #head = 10
  #last: Uint8Array = new Uint8Array()

  constructor(path: string, level: number) {
    this.filename = path
    this.#deflate = new Deflate(level, (chunk) => this.#packed(chunk), 'gzip')
  }

  push(content: Uint8Array | string): void {
    this.#deflate.push(content)
  }

  end(): void {
    this.#deflate.end()
    this.size = this.#deflate.size
    this.crc = new DataView(this.#last.buffer, this.#last.byteOffset).getUint32(0, true)
    this.ondata(null, new Uint8Array(), true)
  }

  #packed(chunk: Uint8Array): void {
    const all = joined([this.#last, chunk])
    const from = Math.min(this.#head, all.length)
    const to = Math.max(from, all.length - 8)
    this.#head -= from
    this.#last = all.subarray(to)
    this.ondata(null, all.slice(from, to), false)
  }
}

/** A higher one takes twice the time for a twentieth less. */
const level = 2

/** The zip file of `files`. */
export function zip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const zipped = new Zipped()
  for (const [path, content] of files) zipped.put(path, typeof content === 'string' ? (push) => push(content) : content)
  return zipped.end()
}

/** Files as texts and bytes, to be read. */
export class Texts implements Store {
  readonly files = new Map<string, string | Uint8Array>()

  reserve(path: string): void {
    this.files.set(path, '')
  }

  put(path: string, content: Told | Uint8Array): void {
    if (typeof content !== 'function') this.files.set(path, content)
    else {
      let text = ''
      content((piece) => {
        text += piece
      })
      this.files.set(path, text)
    }
  }
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

/** How many bytes a zlib stream unpacks to, in pieces; more than `most` are not counted to the end. Throws when it is damaged. */
export function unpackedSize(pieces: readonly Uint8Array[], most: number): number {
  let size = 0
  const stream = new Unzlib((chunk) => {
    size += chunk.length
  })
  // A piece of this size unpacks to 16 MB at most.
  const step = 16_384
  for (const piece of pieces) {
    for (let from = 0; from < piece.length && size <= most; from += step) stream.push(piece.subarray(from, from + step))
  }
  if (size <= most) stream.push(new Uint8Array(), true)
  return size
}
