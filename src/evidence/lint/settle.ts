import { didYouMean, type Finding, Log, nearest, type Place, type Rule } from '../../core/index.ts'
import { type Pack, parseEdtf } from '../../corpus/index.ts'
import { rules } from './lint.ts'

/** Findings as a pack wants them: levels applied, waived ones apart. */
export interface Settled {
  readonly findings: readonly Finding[]
  /** Not counted, and still told of. */
  readonly waived: readonly Waived[]
  /** Waivers that let nothing pass, each told. */
  readonly idle: readonly Finding[]
}

/** A finding that a pack lets pass, and the record that says why. */
export interface Waived {
  readonly finding: Finding
  readonly waiver: Pack['waivers'][number]
  /** The pack's id. */
  readonly pack: string
}

/** A project’s rules, and whether plugins may report under ids of their own, which have a slash. */
interface OwnRules {
  readonly rules?: readonly Rule[]
  readonly plugins?: boolean
}

type KnownRules = ReadonlyMap<string, Rule>
type Level = Pack['rules'][string]
/** The record that a finding stands in, `kind:id`, where it is about another thing: what a section prints of it. */
type RecordOf = (finding: Finding) => string | undefined
type Locate = (path: readonly (string | number)[], part?: 'key') => Place

/**
 * Applies a pack's rule levels and waivers. A warning can be raised or silenced; an error cannot be lowered, only
 * waived where it stands, by a record with a reason, an owner and an end. `epoch` (seconds, SOURCE_DATE_EPOCH) is the
 * day against which a waiver has ended; without it the pack's date of issue is: never the clock.
 */
export function settle(
  findings: readonly Finding[],
  pack: Pack,
  place: Locate,
  epoch?: number,
  own: OwnRules = {},
  recordOf: RecordOf = () => undefined,
): Settled {
  const log = new Log()
  const known = new Map([...rules, ...(own.rules ?? []).map((rule) => [rule.id, rule] as const)])
  checkLevels(pack, known, own, place, log)
  const today =
    epoch === undefined ? (parseEdtf(pack.issued)?.max ?? '') : new Date(epoch * 1000).toISOString().slice(0, 10)
  const isFaulty = faultyWaivers(findings, place)
  // What is said of a rule whose name is misspelt holds for the rule that is meant: the slip is told, and nothing more.
  const ruleMeant = (id: string) => (known.has(id) ? id : (nearest(id, known.keys()) ?? id))
  const checked = pack.waivers.map((waiver, index) => {
    const state = isFaulty(waiver, index) ? 'told' : checkWaiver(waiver, index, known, own, today, place, log)
    return { waiver, state, rule: ruleMeant(waiver.rule) }
  })
  const levels = new Map(Object.entries(pack.rules).map(([id, level]) => [ruleMeant(id), level]))
  const used = new Set<Pack['waivers'][number]>()
  const waived: Waived[] = []
  for (const found of findings) {
    const level = levelOf(found, levels)
    if (level === 'off') continue
    const finding = level === 'error' && !found.fatal ? raise(found) : found
    const match = checked.find(
      (it) => it.state !== 'void' && covers({ ...it.waiver, rule: it.rule }, finding, recordOf),
    )?.waiver
    if (match) {
      used.add(match)
      waived.push({ finding, waiver: match, pack: pack.id })
    } else log.add(finding)
  }
  const idle = new Log()
  for (const [index, { waiver, state }] of checked.entries()) {
    if (state !== 'sound' || used.has(waiver)) continue
    const reason = `nothing is waived by the waiver of ${waiver.rule} at “${waiver.at}”`
    idle.report('waiver-is-used', place(['waivers', index]), reason, { notes: meant(waiver, findings) })
  }
  return { findings: log.findings, waived, idle: idle.findings }
}

function levelOf({ ruleId, fatal }: Finding, levels: ReadonlyMap<string, Level>): Level {
  return fatal ? 'error' : (levels.get(ruleId) ?? 'warning')
}

function raise(finding: Finding): Finding {
  return Object.assign(Object.create(Object.getPrototypeOf(finding)) as Finding, finding, {
    fatal: true,
    message: finding.message,
    reason: finding.reason,
  })
}

/** Where the rule has findings, as a waiver would name it: the record that was meant, or else what there is. */
function meant({ rule, at }: Pack['waivers'][number], findings: readonly Finding[]): readonly string[] {
  const places = [
    ...new Set(findings.flatMap((it) => (it.ruleId === rule ? [it.subject ?? `${it.file}:${it.line}`] : []))),
  ]
  const same = places.find((it) => it.slice(it.indexOf(':') + 1) === at)
  if (same !== undefined) return [`did you mean “${same}”?`]
  if (places.length === 0) return ['the rule finds nothing in this pack: take the waiver out']
  const more = places.length > 5 ? ` and ${places.length - 5} more` : ''
  return [...didYouMean(at, places), `the rule finds something at ${places.slice(0, 5).join(', ')}${more}`]
}

/** `at` names the record (`claim:id`), the file, or the file and line. */
function covers({ rule, at }: Pack['waivers'][number], finding: Finding, recordOf: RecordOf): boolean {
  const { ruleId, subject, file, line } = finding
  if (rule !== ruleId) return false
  return at === subject || at === file || at === `${file}:${line}` || at === recordOf(finding)
}

function checkLevels(pack: Pack, known: KnownRules, own: OwnRules, place: Locate, log: Log): void {
  for (const [id, level] of Object.entries(pack.rules)) {
    const rule = known.get(id)
    if (!rule) {
      if (own.plugins && id.includes('/')) continue
      log.report('level-is-allowed', place(['rules', id], 'key'), `there is no rule “${id}”`, {
        notes: didYouMean(id, known.keys()),
      })
    } else if (rule.severity === 'error' && level !== 'error') {
      log.report('level-is-allowed', place(['rules', id]), `“${id}” is an error, and cannot be set to “${level}”`, {
        notes: ['a waiver can let one finding pass, with a reason, an owner and an end'],
      })
    }
  }
}

/** Whether a waiver, or a field of it, is told of as no such record or date: the rest of it is not judged. */
function faultyWaivers(findings: readonly Finding[], place: Locate) {
  const key = ({ file, line, column }: Pick<Finding, 'file' | 'line' | 'column'>) => `${file}:${line}:${column}`
  const faults = new Set(findings.flatMap((it) => (rules.get(it.ruleId)?.structural ? [key(it)] : [])))
  return (waiver: Pack['waivers'][number], index: number) =>
    [[], ...Object.keys(waiver).map((field) => [field])].some((path) => {
      const { file, start } = place(['waivers', index, ...path])
      return start !== undefined && faults.has(key({ file, ...start }))
    })
}

/** Of what is told of a waiver already no more is said; one that is void lets nothing pass. */
type State = 'sound' | 'told' | 'void'

/** Reports a waiver that names no rule, one that is not waived, or no end, or that has ended. */
function checkWaiver(
  { rule: id, until, by, at }: Pack['waivers'][number],
  index: number,
  known: KnownRules,
  own: OwnRules,
  today: string,
  place: Locate,
  log: Log,
): State {
  const rule = known.get(id)
  if (!rule) {
    if (own.plugins && id.includes('/')) return 'sound'
    log.report('waiver-is-current', place(['waivers', index, 'rule']), `there is no rule “${id}” to waive`, {
      notes: didYouMean(id, known.keys()),
    })
    return 'told'
  }
  if (rule.structural || rule.waivable === false) {
    log.report('waiver-is-current', place(['waivers', index, 'rule']), `“${id}” cannot be waived`, {
      notes: [
        rule.waivable === false
          ? 'it is what keeps waivers and levels honest'
          : 'without it the record cannot be read: mend the record',
      ],
    })
    return 'void'
  }
  const last = parseEdtf(until)?.max
  if (last !== undefined && last >= today) return 'sound'
  const reason = last === undefined ? `has no end: “${until}”` : `ended ${until}`
  const notes = [
    last === undefined
      ? 'give the last day on which it holds'
      : `${by} asked for it: mend what it let pass, or renew it`,
  ]
  log.report('waiver-is-current', place(['waivers', index, 'until']), `the waiver of ${id} at “${at}” ${reason}`, {
    notes,
  })
  return 'void'
}
