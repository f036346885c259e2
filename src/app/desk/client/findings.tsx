import type { FindingRow, Overview } from '../api.ts'
import { claimHref, Filtered } from './lists.tsx'
import type { Shown } from './main.tsx'

export function FindingsView({ project, findings }: Shown) {
  if (!findings) return <h1 tabIndex={-1}>Checking …</h1>
  return (
    <Filtered
      title="Findings"
      rows={findings.findings}
      words={(it) => `${it.file} ${it.rule} ${it.reason} ${it.subject?.id ?? ''}`}
      row={(it) => (
        <FindingItem
          key={`${it.file}:${it.line}:${it.column} ${it.rule} ${it.reason}`}
          finding={it}
          project={project}
        />
      )}
    />
  )
}

export function FindingItem({ finding, project }: { readonly finding: FindingRow; readonly project: Overview }) {
  const { file, line, column, rule, reason, note, isError } = finding
  const href = hrefOf(finding, project)
  return (
    <li class={isError ? 'error' : 'warning'}>
      <b>{isError ? 'Error' : 'Warning'}</b> {reason}
      {note?.split('\n').map((it) => (
        <span class="note" key={it}>
          {it}
        </span>
      ))}
      <small>
        {href ? <a href={href}>{`${file}:${line}:${column}`}</a> : `${file}:${line}:${column}`} · {rule}
      </small>
    </li>
  )
}

function hrefOf({ subject }: FindingRow, { claims }: Overview): string | undefined {
  if (subject?.kind === 'source' || subject?.kind === 'judgment')
    return `#/${subject.kind}/${encodeURIComponent(subject.id)}`
  const claim = subject?.kind === 'claim' ? claims.find(({ id }) => id === subject.id) : undefined
  return claim && claimHref(claim)
}
