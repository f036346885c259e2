/**
 * Everything the tool asks of the world. The command line passes one on the disk, tests pass one made of a `Map`.
 * Paths are relative to the project, with `/`, and never leave it.
 */
export interface Host {
  /** The paths of all files below `folder`, in byte order; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>
  /** The bytes of a project file, or `undefined` when there is none. What is outside the project, or no readable file, is a `PathError`. */
  read(path: string): Promise<Uint8Array | undefined>
  /**
   * Replaces these files, each in one step: a reader sees the old bytes or the new ones, never a part. Without `lasting`
   * nothing waits for the disk: a power cut may lose them.
   */
  write(files: ReadonlyMap<string, Uint8Array>, options?: { readonly lasting?: boolean }): Promise<void>
  /** Digests of files that need not be read for it; absent where reading costs nothing. */
  readonly digests?: KnownDigests
  /** Removes cache files; missing ones are ignored. Absent where nothing can be removed. */
  remove?(paths: readonly string[]): Promise<void>
  /** The bytes of a file that ships with the tool, e.g. `fonts/SourceSerif4-Regular.ttf`. Throws when it is missing. */
  asset(path: string): Promise<Uint8Array>
  /** Absent where nothing can draw: Word files then carry an SVG alone. */
  readonly draw?: Draw
  /** `SOURCE_DATE_EPOCH`, in seconds, when it is set: the only clock there is. It says whether a waiver has ended, and replaces no date that is written down. */
  readonly epoch?: number | undefined
}

export interface KnownDigests {
  /** The SHA-256 of what `read` gives; `undefined` when there is no such file. Throws as `read` does. */
  of(path: string): Promise<string | undefined>
  /** Remembers those that were found out. */
  keep(): Promise<void>
}

/**
 * Draws an SVG on white, so many pixels wide, in fonts that ship with the tool: apart from this process, which no picture is
 * to hold up or end. `undefined` where there is no library for this machine.
 */
export type Draw = (svg: Uint8Array, width: number, fonts: readonly string[]) => Promise<Drawn | 'failed' | undefined>

/** Pixels from the top left, four bytes each: red, green, blue and opacity. */
export interface Drawn {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/**
 * A path that a project cannot have: it leaves the project, by `..`, by being absolute or through a symbolic link; or,
 * with the rule `file-is-present`, what is there is no file that can be read.
 */
export class PathError extends Error {
  override readonly name = 'PathError'
  readonly rule: 'path-is-inside' | 'file-is-present'
  readonly notes: readonly string[]
  constructor(message: string, rule: PathError['rule'] = 'path-is-inside', notes: readonly string[] = []) {
    super(message)
    this.rule = rule
    this.notes = notes
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The text of a project file, without a byte-order mark; `undefined` when there is no such file. Throws on invalid UTF-8. */
export async function readText(host: Host, path: string): Promise<string | undefined> {
  const bytes = await host.read(path)
  return bytes && decoder.decode(bytes)
}

const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** As `readText`, with the byte-order mark where there is one, for a file that is written back. */
export async function readWhole(host: Host, path: string): Promise<string | undefined> {
  const bytes = await host.read(path)
  return bytes && whole.decode(bytes)
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Pieces as one. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
