import { relative } from 'node:path'
import { watch } from 'chokidar'

/** Editors write a file in several steps: what comes within this time is one change, in milliseconds. */
const pause = 150

/**
 * Runs `build` at once and after every change below the folders, or of a file that the last run asked for and gave, one run at a
 * time, until it is stopped. `told` gets the files of a change before it is built.
 */
export async function keepBuilding(
  root: string,
  folders: readonly string[],
  build: () => Promise<readonly string[]>,
  told: (files: readonly string[]) => void,
  stop: AbortSignal,
): Promise<void> {
  const changed = new Set<string>()
  let wake: () => void = () => {}
  const watcher = watch([...folders], {
    cwd: root,
    ignoreInitial: true,
    // A save by renaming is a file that goes and comes.
    atomic: true,
    awaitWriteFinish: { stabilityThreshold: 60, pollInterval: 20 },
  })
  watcher.on('all', (_event, path) => {
    changed.add(relative('.', path))
    wake()
  })
  stop.addEventListener('abort', () => wake())
  await new Promise<void>((ready) => watcher.once('ready', () => ready()))
  watcher.add([...(await build())])
  while (!stop.aborted) {
    if (changed.size === 0) {
      await new Promise<void>((done) => {
        wake = done
      })
      continue
    }
    await new Promise((done) => setTimeout(done, pause))
    const files = [...changed].sort()
    changed.clear()
    told(files)
    watcher.add([...(await build())])
  }
  await watcher.close()
}
