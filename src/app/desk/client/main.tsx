import { render } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Findings, Overview, Saved } from '../api.ts'
import { ask } from './ask.ts'
import { FindingsView } from './findings.tsx'
import { JudgmentView } from './judgment.tsx'
import { ActorsView, ClaimsView, JudgmentsView, SourcesView } from './lists.tsx'
import { SourceView } from './source.tsx'

const views = ['sources', 'claims', 'actors', 'judgments', 'findings'] as const

/** What every view gets. */
export interface Shown {
  readonly project: Overview
  readonly findings: Findings | undefined
  /** Says a sentence to the person, and to screen readers. */
  say(words: string): void
  /** Says and shows what was just saved. The next change stands on it, also one that is made before it is shown. */
  saved(done: Saved): Promise<void>
}

function useRoute(): readonly string[] {
  const read = () => location.hash.replace(/^#\//, '').split('/').map(decodeURIComponent)
  const [route, setRoute] = useState(read)
  useEffect(() => {
    const follow = () => setRoute(read())
    addEventListener('hashchange', follow)
    follow()
    return () => removeEventListener('hashchange', follow)
  }, [])
  return route
}

function App() {
  const route = useRoute()
  const [project, setProject] = useState<Overview>()
  const [findings, setFindings] = useState<Findings>()
  const [said, say] = useState('')
  const [failed, setFailed] = useState('')
  const known = useRef(0)
  const main = useRef<HTMLElement>(null)

  const reload = useCallback(async () => {
    const now = await ask.project()
    known.current = Math.max(known.current, now.version)
    setProject((shown) => (shown && shown.version > now.version ? shown : now))
    // The check takes longer; the lists do not wait for it.
    void ask.findings().then(setFindings, (error: Error) => say(error.message))
  }, [])

  const saved = useCallback(
    async ({ saved, path, digest, version }: Saved) => {
      say(`Saved ${saved} in ${path}`)
      setProject((shown) => shown && { ...shown, version, digests: { ...shown.digests, [path]: digest } })
      await reload()
    },
    [reload],
  )

  useEffect(() => {
    let isOver = false
    const follow = async () => {
      await reload()
      while (!isOver) {
        const { version } = await ask.changes(known.current)
        if (version > known.current) await reload()
      }
    }
    follow().catch((error: Error) => setFailed(error.message))
    return () => {
      isOver = true
    }
  }, [reload])

  useEffect(() => main.current?.querySelector<HTMLElement>('h1')?.focus(), [route[0], route[1], project === undefined])

  if (failed)
    return (
      <main>
        <h1>The workbench has no answer</h1>
        <p>{failed}. Start `briefpack desk` again, and open the address that it prints.</p>
      </main>
    )
  const [view = 'sources', id = '', inner = ''] = route
  const shown = project && { project, findings, say, saved }
  const build = async () => {
    say('Building …')
    const made = await ask.build()
    setFindings(made)
    const errors = made.findings.filter((it) => it.isError).length
    say(made.built.length > 0 ? `Built: ${made.built.join(', ')}` : `Nothing was built: ${errors} errors`)
  }
  const errors = findings?.findings.filter((it) => it.isError).length ?? 0
  return (
    <>
      <header>
        <nav aria-label="Views">
          {views.map((it) => (
            <a key={it} href={`#/${it}`} aria-current={view.startsWith(it.slice(0, -1)) ? 'page' : undefined}>
              {it === 'findings' && findings ? `findings (${findings.findings.length})` : it}
            </a>
          ))}
        </nav>
        <button type="button" onClick={() => void build().catch((error: Error) => say(error.message))}>
          Build
        </button>
        <p role="status">{said || (findings ? `${errors} errors` : 'Checking …')}</p>
      </header>
      <main ref={main}>
        {!shown ? (
          <h1>Reading the project …</h1>
        ) : view === 'source' ? (
          <SourceView key={id} {...shown} id={id} claim={inner} />
        ) : view === 'judgment' ? (
          <JudgmentView key={id} {...shown} id={id} />
        ) : view === 'claims' ? (
          <ClaimsView {...shown} />
        ) : view === 'actors' ? (
          <ActorsView {...shown} />
        ) : view === 'judgments' ? (
          <JudgmentsView {...shown} />
        ) : view === 'findings' ? (
          <FindingsView {...shown} />
        ) : (
          <SourcesView {...shown} />
        )}
      </main>
    </>
  )
}

render(<App />, document.body)
