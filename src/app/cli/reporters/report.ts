import type { CheckResult } from '../../../build.ts'
import { type Finding, isStructural, itemAt, type Place } from '../../../core/index.ts'
import type { Checked } from '../../pipeline/checked.ts'
import { count } from '../terminal.ts'

/** All that one check has to say, whatever the format. */
export interface Report extends Pick<CheckResult, 'findings' | 'waived' | 'files' | 'checked'> {
  /** Findings of rules that were not asked for. */
  readonly hidden: readonly Finding[]
  /** Warnings fail, and so does what could not be checked. */
  readonly strict: boolean
  /** The way from the root of the repository to the project, empty or with `/` at its end: for those who show repositories. */
  readonly prefix: string
  /** When it was checked. */
  readonly at: Date
}

/** A kind of thing that could not be checked. */
export interface Unchecked {
  readonly what: 'project' | 'passages' | 'claims' | 'quotations' | 'records'
  /** One sentence, without a full stop. */
  readonly text: string
  /** Where to begin with mending it. */
  readonly place: Place
}

const howToLock = '`briefpack check --update-lock`, where the texts are, writes what stands for them'
const howToTell = 'say them in more of its words, or declare what is yours in `supported-by`'

/**
 * What could not be checked; nothing when everything was. Whoever reads only one format must be able to tell “nothing is
 * wrong” from “nothing was looked at”.
 */
export function uncheckedOf({
  findings,
  hidden,
  files,
  checked,
}: Pick<Report, 'findings' | 'hidden' | 'files' | 'checked'>): readonly Unchecked[] {
  const corpus = { file: 'corpus' }
  if (files.length === 0)
    return [{ what: 'project', text: 'the project could not be checked: it has no file of a corpus', place: corpus }]
  const { passages, claims, quotations, doubtful, foreign, absent, unread } = checked
  const unknown = passages.unverified - passages.byLock
  const faulty = new Set([...findings, ...hidden].filter((it) => isStructural(it.ruleId)).map((it) => it.file))
  const place = absent[0]?.place ?? corpus
  const found: Unchecked[] = []
  // One lock mends what several lack.
  const wanting = (text: string) => (found.some((it) => it.text.includes(howToLock)) ? text : `${text}; ${howToLock}`)
  if (unknown > 0) {
    const text = `${unknown} of ${count(allOf(passages), 'passage')} could not be checked: no text, and the lock does not know them`
    found.push({ what: 'passages', text: wanting(text), place })
  }
  const unheld = claims.unchecked - doubtful.length - foreign.length
  if (unheld > 0) {
    const text = `${unheld} of ${count(allOf(claims), 'claim')} could not be held against their passages`
    const why =
      absent.length > 0
        ? wanting('no text, and the lock does not know them as they stand')
        : 'these are no longer in the texts'
    found.push({ what: 'claims', text: `${text}: ${why}`, place })
  }
  if (doubtful.length > 0) {
    const text = `${doubtful.length} of ${count(allOf(claims), 'claim')} could not be told: too few of their words are those of the passage`
    const named = naming(doubtful.map(({ claim, words }) => `${claim} (“${words}”)`))
    found.push({ what: 'claims', text: `${text}${named}; ${howToTell}`, place: itemAt(doubtful, 0).place })
  }
  if (foreign.length > 0) {
    const text = `${foreign.length} of ${count(allOf(claims), 'claim')} could not be told: the language of their passages is none that claims are compared in`
    found.push({ what: 'claims', text: text + naming(foreign.map((it) => it.claim)), place: itemAt(foreign, 0).place })
  }
  if (quotations.unchecked > 0) {
    const text = `${quotations.unchecked} of ${count(allOf(quotations), 'quotation')} could not be checked: no text, and the lock does not know them`
    const named = naming(unread.map((it) => it.source))
    found.push({ what: 'quotations', text: wanting(text + named), place: unread[0]?.place ?? place })
  }
  if (faulty.size > 0) {
    const text = `records with errors of form or reference could not be checked further, in ${count(faulty.size, 'file')}`
    found.push({ what: 'records', text: text + naming([...faulty]), place: { file: itemAt([...faulty], 0) } })
  }
  return found
}

/** What --select, --ignore or --errors-only left out, and whether there are errors among it; `undefined` when nothing. */
export function hiddenOf({ hidden }: Report): { readonly text: string; readonly isGrave: boolean } | undefined {
  if (hidden.length === 0) return undefined
  const errors = hidden.filter((it) => it.fatal).length
  const counts = [errors && count(errors, 'error'), hidden.length - errors && count(hidden.length - errors, 'warning')]
  const text = `not shown, because of --select, --ignore or --errors-only: ${counts.filter(Boolean).join(' and ')}`
  return { text, isGrave: errors > 0 }
}

const namesShown = 6

function naming(names: readonly string[]): string {
  if (names.length === 0) return ''
  const more = names.length - namesShown
  return `: ${names.slice(0, namesShown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What was looked up, e.g. `290 passages: 290 by the lock; 200 claims: 200 agreed; 12 quotations: 12 not checked`. */
export function describeChecked({ passages, claims, quotations }: Checked): string {
  return [
    told('passage', allOf(passages), [
      [passages.ok, 'found in the texts'],
      [passages.byLock, 'by the lock'],
      [passages.moved, 'moved'],
      [passages.drifted + passages.ambiguous + passages.lost, 'not found'],
      [passages.unverified - passages.byLock, 'not checked'],
    ]),
    told('claim', allOf(claims), [
      [claims.agreed, 'agreed'],
      [claims.declared, 'declared'],
      [claims.disagreed, 'not agreed'],
      [claims.unchecked, 'not checked'],
    ]),
    told('quotation', allOf(quotations), [
      [quotations.found - quotations.byLock, 'found in the texts'],
      [quotations.byLock, 'by the lock'],
      [quotations['not-found'], 'not found'],
      [quotations.indeterminate, 'in doubt'],
      [quotations.unchecked, 'not checked'],
    ]),
  ].join('; ')
}

function told(noun: string, all: number, counts: readonly (readonly [number, string])[]): string {
  const parts = counts.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]))
  return [count(all, noun), parts.join(', ')].filter(Boolean).join(': ')
}

/** How many were met at all. `byLock` is a part of others, not an outcome of its own. */
export function allOf(counts: Checked['passages'] | Checked['claims'] | Checked['quotations']): number {
  const { byLock: _, ...outcomes } = counts
  return Object.values(outcomes).reduce((sum, number) => sum + number, 0)
}
