import { useEffect, useRef, useState } from 'preact/hooks'
import type { SourceText } from '../api.ts'
import { ask } from './ask.ts'
import { ClaimForm, isChord, type Turn } from './claim-form.tsx'
import { FindingItem } from './findings.tsx'
import { claimHref, Filtered } from './lists.tsx'
import type { Shown } from './main.tsx'
import { PageImage } from './page-image.tsx'
import { Paragraph } from './paragraph.tsx'
import { type Stretch, select, selectedIn, wordsOf } from './words.ts'

/** A text with its pins, and beside it the claim at hand, or all that is known of the source. */
export function SourceView({ id, claim, ...shown }: Shown & { readonly id: string; readonly claim: string }) {
  const { project, findings, say } = shown
  const [text, setText] = useState<SourceText>()
  const [selected, setSelected] = useState<Stretch>()
  const [failed, setFailed] = useState('')
  const [read, setRead] = useState(1)
  const [isImage, setImage] = useState(() => matchMedia('(min-width: 75rem)').matches)
  const [form, setForm] = useState(0)
  const turn = useRef<Turn>({ isSent: false }).current
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => void ask.source(id).then(setText, (error: Error) => setFailed(error.message)), [id, project])
  const own = project.claims.filter(({ source }) => source === id)
  const current = own.find((it) => it.id === claim)
  const isShown = text !== undefined
  useEffect(() => {
    const pin = text?.pins.find((it) => it.claim === claim)
    // Where the form stands above the text, it stays in sight.
    if (pin) setRead(pin.para)
    if (pin && matchMedia('(min-width: 52.1rem)').matches)
      root.current?.querySelector(`[data-para="${pin.para}"]`)?.scrollIntoView({ block: 'center' })
  }, [claim, isShown])
  if (failed) return <h1 tabIndex={-1}>{failed}</h1>
  if (!text) return <h1 tabIndex={-1}>Reading the text …</h1>

  const pin = async () => {
    const found = root.current && selectedIn(root.current)
    if (!found) return
    // What is selected while a claim is being saved is of the next one.
    turn.isSent = false
    if ((await turn.saving) === false) return
    if (found.isCut) say('A passage lies in one paragraph: what is selected behind its end was left out.')
    setSelected(found)
    setRead(found.para)
  }
  const close = (para?: number) => {
    setSelected(undefined)
    setForm((now) => now + 1)
    location.hash = `#/source/${encodeURIComponent(id)}`
    if (para) root.current?.querySelector<HTMLElement>(`[data-para="${para}"]`)?.focus()
  }
  const follow = ({ target }: Event) => {
    const para = paragraphAround(target)?.dataset.para
    if (para) setRead(Number(para))
  }
  const told = (findings?.findings ?? []).filter(
    ({ file, subject }) => file === text.path && (!current || subject?.id === current.id),
  )
  return (
    <div class={text.hasPages && isImage ? 'source paged' : 'source'}>
      {text.hasPages && isImage && <PageImage source={id} label={pageOf(text, read)} say={say} />}
      <section>
        <h1 tabIndex={-1}>{text.title}</h1>
        <details>
          <summary>Keys</summary>
          <p>
            In the text: ↑ and ↓ go from paragraph to paragraph, → and ← from word to word, with Shift they select,
            Enter pins what is selected. In the form: Ctrl+Enter saves, Escape closes.
          </p>
        </details>
        {text.hasPages && (
          <button type="button" aria-pressed={isImage} onClick={() => setImage(!isImage)}>
            Page image
          </button>
        )}
        {text.paragraphs.length === 0 && <p>Its text is not at hand: put it into the folder of the texts.</p>}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of its paragraphs, which take the focus */}
        <div
          class="text"
          ref={root}
          lang={text.language}
          onMouseUp={pin}
          onFocusCapture={follow}
          onClick={follow}
          onKeyDown={(it) => {
            if (isChord(it)) turn.isSent = turn.saving !== undefined
            else keys(it, pin)
          }}
        >
          {text.paragraphs.map((words, at) => (
            <Paragraph key={words} words={words} para={at + 1} text={text} current={claim} selected={selected} />
          ))}
        </div>
      </section>
      <aside aria-label="Claim and findings">
        {current ? (
          <ClaimForm
            key={current.id}
            {...shown}
            turn={turn}
            source={id}
            digest={project.digests[text.path] ?? ''}
            claim={current}
            {...(selected && { selected })}
            close={close}
          />
        ) : selected ? (
          <ClaimForm
            key={form}
            {...shown}
            turn={turn}
            source={id}
            digest={project.digests[text.path] ?? ''}
            selected={selected}
            close={close}
          />
        ) : (
          <Filtered
            title="Claims of this text"
            level={2}
            rows={own}
            words={(it) => `${it.id} ${it.gist}`}
            row={(it) => (
              <li key={it.id}>
                <a href={claimHref(it)}>{it.gist}</a>
                <small>{`${it.outcome === 'ok' ? '' : `passage ${it.outcome} · `}${it.carries.length} records rest on it`}</small>
              </li>
            )}
          />
        )}
        {told.length > 0 && (
          <section class="list">
            <h2>Findings</h2>
            <ul>
              {told.map((it) => (
                <FindingItem key={`${it.line}:${it.column} ${it.rule} ${it.reason}`} finding={it} project={project} />
              ))}
            </ul>
          </section>
        )}
      </aside>
    </div>
  )
}

/** The page on which a paragraph begins. */
function pageOf({ pages }: SourceText, para: number): string | undefined {
  const begun = Object.keys(pages).filter((it) => Number(it) <= para)
  return pages[Math.max(...begun.map(Number))]
}

/** The word that the keys stand at, and the one that their selection began at. */
const cursor = { para: 0, anchor: 0, head: 0 }

const paragraphAround = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-para]') : null

function keys(event: KeyboardEvent, pin: () => void): void {
  const paragraph = paragraphAround(event.target)
  if (!paragraph || event.ctrlKey || event.altKey || event.metaKey) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step) {
    const all = [...(paragraph.closest('.text')?.querySelectorAll<HTMLElement>('[data-para]') ?? [])]
    const next = all[all.indexOf(paragraph) + step]
    if (next) {
      paragraph.tabIndex = -1
      next.tabIndex = 0
      next.focus()
    }
  } else if (way) {
    const words = wordsOf(paragraph.textContent ?? '')
    const para = Number(paragraph.dataset.para)
    // What is written from right to left is read so.
    const forward = getComputedStyle(paragraph).direction === 'rtl' ? -way : way
    if (cursor.para !== para) Object.assign(cursor, { para, anchor: 0, head: 0 })
    else {
      cursor.head = Math.min(words.length - 1, Math.max(0, cursor.head + forward))
      if (!event.shiftKey) cursor.anchor = cursor.head
    }
    const [first, last] = [Math.min(cursor.anchor, cursor.head), Math.max(cursor.anchor, cursor.head)]
    if (words[first] && words[last]) select(paragraph, words[first][0], words[last][1])
  } else if (event.key === 'Enter') pin()
  else return
  event.preventDefault()
}
