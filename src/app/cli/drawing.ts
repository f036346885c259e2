import { type ChildProcess, fork } from 'node:child_process'
import type { Draw } from '../../core/index.ts'

/** A picture that passes the limits is drawn in a fraction of this, in milliseconds. */
const usual = 60_000

/**
 * Draws one picture after the other in a process of its own, which is started for the first and keeps nobody waiting at
 * the end. When a picture ends it or takes too long, the next gets another.
 */
export function drawingApart(script: string, pathOf: (asset: string) => string, patience = usual): Draw {
  let child: ChildProcess | undefined
  let before: Promise<unknown> = Promise.resolve()

  function start(): ChildProcess {
    const started = fork(script, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
    })
    const end = () => started.kill('SIGKILL')
    process.once('exit', end)
    started.once('exit', () => process.off('exit', end))
    return started
  }

  function ask(message: object): ReturnType<Draw> {
    const asked = child ?? start()
    child = asked
    asked.ref()
    asked.channel?.ref()
    return new Promise((resolve) => {
      const settle = (answer: Awaited<ReturnType<Draw>>) => {
        clearTimeout(timer)
        asked.off('message', heard).off('exit', lost).off('error', lost)
        asked.unref()
        asked.channel?.unref()
        resolve(answer)
      }
      const heard = (answer: { readonly drawn?: Awaited<ReturnType<Draw>> }) => settle(answer.drawn)
      const lost = () => {
        child = undefined
        asked.kill('SIGKILL')
        settle('failed')
      }
      const timer = setTimeout(lost, patience)
      asked.once('message', heard).once('exit', lost).once('error', lost)
      asked.send(message, (error) => error && lost())
    })
  }

  return (svg, width, fonts) => {
    const next = before.then(() => ask({ svg: new TextDecoder().decode(svg), width, fontFiles: fonts.map(pathOf) }))
    before = next
    return next
  }
}
