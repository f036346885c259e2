import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ClaimFields, ClaimRow, Conflict, Draft } from '../api.ts'
import { ask } from './ask.ts'
import { ConflictNote } from './conflict.tsx'
import type { Shown } from './main.tsx'
import { Select } from './select.tsx'
import type { Stretch } from './words.ts'

interface ClaimFormProps extends Shown {
  readonly source: string
  /** Of the file when the form was opened: whoever changed it since is told of before anything is written. */
  readonly digest: string
  readonly selected?: Stretch
  readonly claim?: ClaimRow
  close(para?: number): void
  readonly turn: Turn
}

/** What the forms of a text hand on to each other. */
export interface Turn {
  /** The save that is under way; whether the claim was written. */
  saving?: Promise<boolean> | undefined
  /** The chord that saves was pressed for the next form, before it could be shown. */
  isSent: boolean
}

/** The keys that save. */
export const isChord = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === 'Enter' && (ctrlKey || metaKey)

const pause = 200

/** What the form shows until the tool has said what a new claim begins with: nobody has to wait for that to write. */
const blank: ClaimFields = { kind: 'fact', gist: '', voice: 'author', about: [], grade: 6, why: '' }

export function ClaimForm({ source, selected, claim, close, turn, ...props }: ClaimFormProps) {
  const { project, say, saved } = props
  const [base, setBase] = useState(claim && ownFields(claim))
  /** What was written in the form. */
  const [own, setOwn] = useState<Partial<ClaimFields>>({})
  const fields = { ...(base ?? blank), ...own }
  const [digest, setDigest] = useState(props.digest)
  const [draft, setDraft] = useState<Draft>()
  const [conflict, setConflict] = useState<Conflict>()
  const [refused, setRefused] = useState<readonly string[]>([])
  const [isSaving, setSaving] = useState(false)
  const gist = useRef<HTMLTextAreaElement>(null)
  const place = selected && { para: selected.para, from: selected.from, to: selected.to }

  useEffect(() => {
    let isOver = false
    const timer = setTimeout(
      () =>
        void ask.draft({ source, ...place, ...(base && { fields }) }).then(
          (it) => {
            if (isOver) return
            setDraft(it)
            setBase((now) => now ?? it.fields)
          },
          (error: Error) => say(error.message),
        ),
      base ? pause : 0,
    )
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [base, own, selected])
  // Before the next key is pressed.
  useLayoutEffect(() => gist.current?.focus(), [selected])

  const set = (changed: Partial<ClaimFields>) => setOwn({ ...own, ...changed })
  const write = async () => {
    const begun = base ?? (await ask.draft({ source, ...place })).fields
    const asked = { source, ...place, fields: { ...begun, ...own }, digest, ...(claim && { id: claim.id }) }
    const done = await ask.saveClaim(asked)
    if ('conflict' in done) setConflict(done)
    else if ('refused' in done) setRefused(done.refused)
    else {
      // Unless another claim was opened meanwhile.
      if (gist.current) close(selected?.para)
      void saved(done).catch((error: Error) => say(error.message))
    }
    return 'saved' in done
  }
  const save = () => {
    if (isSaving) return
    setSaving(true)
    const failed = (error: Error) => {
      say(error.message)
      return false
    }
    const over = () => {
      setSaving(false)
      turn.saving = undefined
    }
    turn.saving = write().catch(failed).finally(over)
  }
  useLayoutEffect(() => {
    if (turn.isSent && selected) save()
    turn.isSent = false
  }, [selected])
  const accept = (seen: Conflict) => {
    const theirs = claim && project.claims.find(({ id }) => id === claim.id)
    // Fields that were not touched here are as they were changed there.
    if (theirs) setBase(ownFields(theirs))
    setDigest(seen.digest)
    setConflict(undefined)
    say('The form now stands on the file as it is; look at it, and save.')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isChord(event)) {
      event.preventDefault()
      save()
    } else if (event.key === 'Escape') close(selected?.para)
  }
  const date = fields.date ?? { edtf: '', basis: 'explicit' }
  const { choices } = project
  return (
    <form
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h2>{claim ? claim.id : 'A new claim'}</h2>
      {claim && selected && <p class="note">Its passage becomes these words:</p>}
      {draft?.words && <blockquote dir="auto">{draft.words}</blockquote>}
      {draft?.unpinned && <p class="error">{draft.unpinned}</p>}
      {draft && draft.elsewhere.length > 0 && (
        <p class="note">{`The words stand in paragraph ${draft.elsewhere.join(', ')} too: longer ones are safer.`}</p>
      )}
      <label>
        Gist, in our own words
        <textarea
          ref={gist}
          rows={3}
          dir="auto"
          value={fields.gist}
          onInput={(it) => set({ gist: it.currentTarget.value })}
        />
      </label>
      {selected && (
        <p
          class={(draft?.copied ?? 0) >= 8 ? 'error' : 'note'}
        >{`${draft?.copied ?? 0} words in a row are the text’s`}</p>
      )}
      <Select label="Kind" value={fields.kind} choices={choices.kinds} set={(kind) => set({ kind })} />
      <Select label="Voice" value={fields.voice} choices={choices.voices} set={(voice) => set({ voice })} />
      <label>
        Speaker
        <input
          list="actors"
          value={fields.speaker ?? ''}
          onInput={(it) => set({ speaker: it.currentTarget.value || undefined })}
        />
      </label>
      <datalist id="actors">
        {project.actors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
      <label>
        Date of the thing (EDTF)
        <input
          value={date.edtf}
          placeholder="2004-05, 2004-03~, 2003/2005"
          onInput={(it) =>
            set({ date: it.currentTarget.value ? { ...date, edtf: it.currentTarget.value } : undefined })
          }
        />
      </label>
      {draft?.date && (
        <p class={draft.date.fault ? 'error' : 'note'}>{draft.date.fault ?? `reads: ${draft.date.reads}`}</p>
      )}
      {fields.date && (
        <Select
          label="Day"
          value={date.basis}
          choices={choices.bases}
          set={(basis) => set({ date: { ...date, basis } })}
        />
      )}
      <Select
        label="Credibility"
        value={String(fields.grade)}
        choices={choices.grades}
        set={(it) => set({ grade: Number(it) })}
      />
      <label>
        Why this grade
        <input value={fields.why} onInput={(it) => set({ why: it.currentTarget.value })} />
      </label>
      {fields.unfinished && (
        <>
          <p class="note">{fields.unfinished}</p>
          <p>
            <button type="button" onClick={() => set({ unfinished: undefined })}>
              It is finished
            </button>
          </p>
        </>
      )}
      <ul class="error" role="alert">
        {[...(draft?.problems ?? []), ...refused]
          .filter((it) => selected || !/“passages”/.test(it))
          .map((it) => (
            <li key={it}>{it}</li>
          ))}
      </ul>
      {conflict && <ConflictNote conflict={conflict} accept={() => accept(conflict)} />}
      <p>
        <button type="submit">{isSaving ? 'Saving …' : 'Save'}</button>{' '}
        <button type="button" onClick={() => close(selected?.para)}>
          Close
        </button>
      </p>
      {claim && claim.carries.length > 0 && (
        <section class="list">
          <h3>Rest on it</h3>
          <ul>
            {claim.carries.map(({ kind, id, label }) => (
              <li key={`${kind}:${id}`}>
                {kind === 'judgment' ? <a href={`#/judgment/${encodeURIComponent(id)}`}>{label}</a> : label}
                <small>{`${kind} ${id}`}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </form>
  )
}

function ownFields({ kind, gist, voice, speaker, about, date, grade, why, unfinished }: ClaimRow): ClaimFields {
  return { kind, gist, voice, speaker, about, date, grade, why, unfinished }
}
