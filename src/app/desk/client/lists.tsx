import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Shown } from './main.tsx'

export const claimHref = ({ id, source }: { id: string; source: string }) =>
  `#/source/${encodeURIComponent(source)}/${encodeURIComponent(id)}`

/** A list that a few letters make shorter: every word must stand in a row. */
export function Filtered<T>(props: {
  readonly title: string
  readonly level?: 1 | 2
  readonly rows: readonly T[]
  readonly words: (row: T) => string
  readonly row: (row: T) => ComponentChildren
}) {
  const [filter, setFilter] = useState('')
  const wanted = filter.toLowerCase().split(/\s+/)
  const rows = props.rows.filter((row) => {
    const words = props.words(row).toLowerCase()
    return wanted.every((it) => words.includes(it))
  })
  const Heading = props.level === 2 ? 'h2' : 'h1'
  return (
    <section class="list">
      <Heading tabIndex={-1}>
        {props.title} <small>{rows.length}</small>
      </Heading>
      <label>
        Filter <input type="search" value={filter} onInput={(it) => setFilter(it.currentTarget.value)} />
      </label>
      {rows.length === 0 ? <p>None.</p> : <ul>{rows.map(props.row)}</ul>}
    </section>
  )
}

export function SourcesView({ project }: Shown) {
  return (
    <Filtered
      title="Sources"
      rows={project.sources}
      words={(it) => `${it.id} ${it.title} ${it.issued ?? ''}`}
      row={(it) => (
        <li key={it.id}>
          <a href={`#/source/${encodeURIComponent(it.id)}`}>{it.title}</a>
          <small>
            {[it.id, it.issued, it.grade && `grade ${it.grade}`, `${it.claims} claims`, !it.isHeld && 'no text at hand']
              .filter(Boolean)
              .join(' · ')}
          </small>
        </li>
      )}
    />
  )
}

export function ClaimsView({ project }: Shown) {
  return (
    <Filtered
      title="Claims"
      rows={project.claims}
      words={(it) =>
        `${it.id} ${it.gist} ${it.source} ${it.speaker ?? ''} ${it.kind} ${it.outcome} ${it.unfinished ? 'unfinished' : ''}`
      }
      row={(it) => (
        <li key={it.id}>
          <a href={claimHref(it)}>{it.gist}</a>
          <small>
            {[it.source, it.kind, it.speaker, it.date?.edtf, `credibility ${it.grade}`].filter(Boolean).join(' · ')}
            {it.unfinished && <b> unfinished</b>}
            {it.outcome !== 'ok' && <b> passage {it.outcome}</b>}
          </small>
        </li>
      )}
    />
  )
}

export function ActorsView({ project }: Shown) {
  return (
    <Filtered
      title="Actors"
      rows={project.actors}
      words={(it) => `${it.id} ${it.name} ${it.kind}`}
      row={(it) => (
        <li key={it.id}>
          {it.name} <small>{`${it.id} · ${it.kind} · named ${it.named === 1 ? 'once' : `${it.named} times`}`}</small>
        </li>
      )}
    />
  )
}

export function JudgmentsView({ project }: Shown) {
  return (
    <Filtered
      title="Judgments"
      rows={project.judgments}
      words={(it) => `${it.id} ${it.title} ${it.text}`}
      row={(it) => (
        <li key={it.id}>
          <a href={`#/judgment/${encodeURIComponent(it.id)}`}>{it.title}</a>
          <small>{`${it.level} confidence, ceiling ${it.ceiling.level} · ${it.for.length} for, ${it.against.length} against`}</small>
        </li>
      )}
    />
  )
}
