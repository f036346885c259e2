import { useEffect, useState } from 'preact/hooks'
import type { ClaimRow, Conflict, Weighed } from '../api.ts'
import { ask } from './ask.ts'
import { ConflictNote } from './conflict.tsx'
import { claimHref, Filtered } from './lists.tsx'
import type { Shown } from './main.tsx'

type Side = 'for' | 'against' | 'neither'
const sides: readonly { readonly side: Side; readonly key: string; readonly label: string }[] = [
  { side: 'for', key: 'f', label: 'For' },
  { side: 'against', key: 'a', label: 'Against' },
  { side: 'neither', key: 'n', label: 'Neither' },
]

/** A judgment with the claims on its two sides; the ceiling of its confidence moves with them. */
export function JudgmentView({ id, project, say, saved }: Shown & { readonly id: string }) {
  const judgment = project.judgments.find((it) => it.id === id)
  const [held, setHeld] = useState({ for: judgment?.for ?? [], against: judgment?.against ?? [] })
  const [digest, setDigest] = useState((judgment && project.digests[judgment.path]) ?? '')
  const [ceiling, setCeiling] = useState<Weighed | undefined>(judgment?.ceiling)
  const [conflict, setConflict] = useState<Conflict>()
  const [refused, setRefused] = useState<readonly string[]>([])
  useEffect(() => {
    let isOver = false
    ask.weigh({ id, ...held }).then(
      (it) => !isOver && setCeiling(it),
      (error: Error) => say(error.message),
    )
    return () => {
      isOver = true
    }
  }, [held])
  if (!judgment) return <h1 tabIndex={-1}>{`There is no judgment “${id}”`}</h1>

  const sideOf = (claim: string): Side =>
    held.for.includes(claim) ? 'for' : held.against.includes(claim) ? 'against' : 'neither'
  const move = (claim: string, to: Side) => {
    if (sideOf(claim) === to) return
    const without = (list: readonly string[]) => list.filter((it) => it !== claim)
    setHeld({
      for: to === 'for' ? [...held.for, claim] : without(held.for),
      against: to === 'against' ? [...held.against, claim] : without(held.against),
    })
  }
  const save = async () => {
    const done = await ask.saveJudgment({ id, ...held, digest })
    if ('conflict' in done) setConflict(done)
    else if ('refused' in done) setRefused(done.refused)
    else {
      setRefused([])
      setDigest(done.digest)
      await saved(done)
    }
  }
  const levels = ['low', 'moderate', 'high']
  const isOver = ceiling && levels.indexOf(judgment.level) > levels.indexOf(ceiling.level)
  const isChanged = held.for.join() !== judgment.for.join() || held.against.join() !== judgment.against.join()
  return (
    <div class="judgment">
      <h1 tabIndex={-1}>{judgment.title}</h1>
      <p>{judgment.text}</p>
      <div class="ceiling" aria-live="polite">
        <p>
          Confidence <b>{judgment.level}</b>, ceiling <b class={isOver ? 'error' : ''}>{ceiling?.level}</b>
          {ceiling && `, ${ceiling.groups} independent ${ceiling.groups === 1 ? 'group' : 'groups'} for it`}
        </p>
        <ul>
          {ceiling?.reasons.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </div>
      <p>
        <button
          type="button"
          disabled={!isChanged}
          onClick={() => void save().catch((error: Error) => say(error.message))}
        >
          Save
        </button>{' '}
        <small>On a claim: F for, A against, N neither; or drag it.</small>
      </p>
      {refused.map((it) => (
        <p class="error" key={it}>
          {it}
        </p>
      ))}
      {conflict && (
        <ConflictNote
          conflict={conflict}
          accept={() => {
            setDigest(conflict.digest)
            setConflict(undefined)
            if (!isChanged) setHeld({ for: judgment.for, against: judgment.against })
          }}
        />
      )}
      <div class="sides">
        {sides.map(({ side, label }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: dragging is one way of three; keys and buttons are the others
          <div
            key={side}
            class={side}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              move(event.dataTransfer?.getData('text/plain') ?? '', side)
            }}
          >
            <Filtered
              title={label}
              level={2}
              rows={project.claims.filter((it) => sideOf(it.id) === side)}
              words={(it) => `${it.id} ${it.gist} ${it.source}`}
              row={(it) => <ClaimItem key={it.id} claim={it} side={side} move={move} />}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

function ClaimItem({
  claim,
  side,
  move,
}: {
  readonly claim: ClaimRow
  readonly side: Side
  move(id: string, to: Side): void
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    const to = sides.find(({ key }) => key === event.key.toLowerCase())
    if (!to || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(claim.id, to.side)
  }
  return (
    <li draggable onDragStart={(event) => event.dataTransfer?.setData('text/plain', claim.id)} onKeyDown={onKeyDown}>
      <a href={claimHref(claim)}>{claim.gist}</a>
      <small>{`${claim.source} · credibility ${claim.grade}`}</small>
      {sides
        .filter((it) => it.side !== side)
        .map((it) => (
          <button
            type="button"
            key={it.side}
            aria-label={`${it.label}: ${claim.id}`}
            onClick={() => move(claim.id, it.side)}
          >
            {it.label}
          </button>
        ))}
    </li>
  )
}
