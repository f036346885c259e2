/** What whole processes cost: CPU seconds, user and system, and the most memory that they held. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Cost {
  readonly seconds: number
  readonly megabytes: number
}

/** Runs commands in a folder; `scratch` is for reports. */
export class Meter {
  readonly #scratch: string
  constructor(scratch: string) {
    this.#scratch = scratch
  }

  /** A process from start to end, by the shell's count: nothing is added to what it loads. */
  run(folder: string, command: readonly string[]): Cost {
    const errors = join(this.#scratch, 'errors.txt')
    const script = `TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>"$0"`
    const asked = { cwd: folder, encoding: 'utf8' } as const
    const { status, stderr } = spawnSync('bash', ['-c', script, errors, ...command], asked)
    if (status !== 0)
      throw new Error(`${command.join(' ')}: exit ${status}\n${readFileSync(errors, 'utf8').slice(-2000)}`)
    return { seconds: sumOf(stderr.trim().split('\n').at(-1) ?? ''), megabytes: 0 }
  }

  /** A process of Node that says itself, when it leaves, how much memory it held at most. */
  weigh(folder: string, args: readonly string[]): Cost {
    const report = join(this.#scratch, 'memory.txt')
    const hook = `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS/1024)))`
    const started = [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(hook)}`]
    const cost = this.run(folder, [...started, ...args])
    return { ...cost, megabytes: Number(readFileSync(report, 'utf8')) }
  }

  /** The middle one of five short runs. */
  median(run: () => Cost): Cost {
    return Array.from({ length: 5 }, run).sort((a, b) => a.seconds - b.seconds)[2]!
  }
}

const sumOf = (words: string) => words.split(' ').reduce((sum, part) => sum + Number(part), 0)
