import CSL, { type Engine } from 'citeproc'
import { remembered, sha256 } from '../../../core/index.ts'
import { createEngine, renew, type Works } from './engine.ts'
import type { Style } from './style.ts'

/** Engines that are not in use, the last used last. To build one takes longer than to render many a text. */
const idle = new Map<string, Engine>()
const kept = 4

/** What `use` gives with an engine that knows nothing yet. One that `use` fails with is not used again. */
export function withEngine<T>(style: Style, works: Works, language: string, use: (engine: Engine) => T): T {
  const key = `${language} ${styleDigest(style)}`
  const known = idle.get(key)
  idle.delete(key)
  if (known) renew(known, style, works, language)
  const engine = known ?? createEngine(style, works, language)
  const result = use(engine)
  idle.set(key, engine)
  const [oldest] = idle.keys()
  if (oldest !== undefined && idle.size > kept) idle.delete(oldest)
  return result
}

/** A digest of style, locales and engine. */
export const styleDigest: (style: Style) => string = remembered((style: Style) =>
  sha256(JSON.stringify([CSL.PROCESSOR_VERSION, style.xml, style.language, ...style.locales])),
)
