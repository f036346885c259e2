import type { PinnedSpan, SourceText } from '../api.ts'
import { claimHref } from './lists.tsx'
import type { Stretch } from './words.ts'

interface ParagraphProps {
  readonly words: string
  readonly para: number
  readonly text: SourceText
  readonly current: string
  readonly selected: Stretch | undefined
}

export function Paragraph({ words, para, text, current, selected }: ParagraphProps) {
  const pins = text.pins.filter((it) => it.para === para)
  const shared = text.shared.filter((it) => it.para === para)
  const page = text.pages[para]
  return (
    <div class="para">
      <span class="number" aria-hidden="true">
        {para}
        {page !== undefined && <span>{` p. ${page}`}</span>}
      </span>
      <p data-para={para} tabIndex={para === 1 ? 0 : -1} dir="auto">
        {partsOf(words, pins, selected?.para === para ? selected : undefined).map(({ from, to, claims, isSelected }) =>
          claims.length === 0 && !isSelected ? (
            words.slice(from, to)
          ) : (
            <mark
              key={from}
              class={
                isSelected
                  ? 'selected'
                  : claims.some((it) => it.claim === current)
                    ? 'current'
                    : (claims[0]?.outcome ?? '')
              }
              title={claims.map((it) => it.claim).join(', ')}
            >
              {words.slice(from, to)}
            </mark>
          ),
        )}
      </p>
      {(pins.length > 0 || shared.length > 0) && (
        <small class="below">
          {[...new Set(pins.map((it) => it.claim))].map((id) => (
            <a key={id} href={claimHref({ id, source: text.id })}>
              {id}
            </a>
          ))}
          {shared.map((it) => (
            <a key={`${it.source} ${it.there} ${it.words}`} href={`#/source/${encodeURIComponent(it.source)}`}>
              {`${it.words} words also in ${it.source}, para. ${it.there}`}
            </a>
          ))}
        </small>
      )}
    </div>
  )
}

/** A paragraph cut where a pin or the selection begins or ends. */
function partsOf(words: string, pins: readonly PinnedSpan[], selected: Stretch | undefined) {
  const all = [...pins, ...(selected ? [selected] : [])]
  const cuts = [...new Set([0, words.length, ...all.flatMap((it) => [it.from, it.to])])].sort((a, b) => a - b)
  const holds = (it: Stretch, from: number, to: number) => it.from <= from && to <= it.to
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? 0
    return {
      from,
      to,
      claims: pins.filter((it) => holds(it, from, to)),
      isSelected: selected !== undefined && holds(selected, from, to),
    }
  })
}
