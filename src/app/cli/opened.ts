import { itemAt, Log } from '../../core/index.ts'
import type { Corpus, RecordName } from '../../corpus/index.ts'
import { graphOf, partsOf, recordNamed, recordsNamed } from '../../evidence/index.ts'
import { open } from '../pipeline/project.ts'
import { cacheOf } from './cache.ts'
import { UsageError, type World } from './command.ts'
import { diskHost } from './host.ts'
import { requireCorpus, textsFolder } from './records.ts'
import { meaning } from './usage.ts'

/** The project that a command only looks at, and what opening it found. */
export async function opened(texts: unknown, world: World) {
  const log = new Log()
  const host = diskHost(world.folder, world.env)
  const cache = await cacheOf(host, world)
  const { config } = await world.ownCode()
  const project = await open(host, log, { texts: await textsFolder(texts, host), cache, config })
  return { host, log, cache, config, project }
}

/** The record that a person means by `id` or `kind:id`; a `UsageError` with the choices when it is none or several. */
export function recordMeant(corpus: Corpus, words: string): RecordName {
  requireCorpus(corpus)
  if (words.trim() === '') throw new UsageError('the id is empty', 'briefpack list <kind> lists the ids')
  const { names } = graphOf(corpus)
  const named = recordNamed(corpus, words)
  if (named) return named
  const found = recordsNamed(corpus, words)
  if (found.length === 1) return itemAt(found, 0)
  if (found.length > 1)
    throw new UsageError(`“${words}” names ${found.length} records`, `say which: ${found.join(', ')}`)
  if (words.startsWith('section:'))
    throw new UsageError(
      `${words} is a heading of a template, and no record`,
      `its id stands in {{anchor "${words.slice('section:'.length)}"}}, and in what refers to it`,
    )
  const ids = [...new Set([...names].map((name) => partsOf(name).id))]
  throw new UsageError(
    `there is no record “${words}”`,
    meaning(words.replace(/^.*:/, ''), ids, 'briefpack list <kind> lists them'),
  )
}
