import type { Conflict } from '../api.ts'

/** What somebody else changed in the file since the page got it. */
export function ConflictNote({ conflict, accept }: { readonly conflict: Conflict; accept(): void }) {
  return (
    <div class="error" role="alert">
      <p>{`${conflict.conflict}. From line ${conflict.line}:`}</p>
      <pre>{[...conflict.before.map((it) => `- ${it}`), ...conflict.now.map((it) => `+ ${it}`)].join('\n')}</pre>
      <button type="button" onClick={accept}>
        I have seen it
      </button>
    </div>
  )
}
