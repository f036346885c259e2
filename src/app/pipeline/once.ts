import { type Finding, Log } from '../../core/index.ts'

/** What several packs of a run ask for and is made once; whoever asks is told the findings. */
export class Once<T> {
  readonly #made = new Map<string, Promise<{ readonly value: T; readonly findings: readonly Finding[] }>>()

  async of(name: string, log: Log, make: (log: Log) => T | Promise<T>): Promise<T> {
    const made = this.#made.get(name) ?? this.#make(make)
    this.#made.set(name, made)
    const { value, findings } = await made
    for (const finding of findings) log.add(finding)
    return value
  }

  async #make(make: (log: Log) => T | Promise<T>) {
    const log = new Log()
    const value = await make(log)
    return { value, findings: log.findings }
  }
}
