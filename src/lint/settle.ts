import { parseEdtf } from '../corpus/edtf.ts'
import type { Pack } from '../corpus/pack.ts'
import type { Place } from '../log.ts'
import { type Finding, Log } from '../log.ts'
import { didYouMean } from '../nearest.ts'
import { type RuleId, rules, structural } from '../rules.ts'

/** Findings as a pack wants them: levels applied, waived ones apart. */
export interface Settled {
  readonly findings: readonly Finding[]
  /** Not counted, and still told of. */
  readonly waived: readonly Waived[]
}

/** A finding that a pack lets pass, and the record that says why. */
export interface Waived {
  readonly finding: Finding
  readonly waiver: Pack['waivers'][number]
  /** The pack's id. */
  readonly pack: string
}

type Locate = (path: readonly (string | number)[]) => Place

/**
 * Applies a pack's rule levels and waivers. A warning can be raised or silenced; an error cannot be lowered, only
 * waived where it stands, by a record with a reason, an owner and an end. `epoch` (seconds, SOURCE_DATE_EPOCH) is the
 * day against which a waiver has ended; without it the pack's date of issue is: never the clock.
 */
export function settle(findings: readonly Finding[], pack: Pack, place: Locate, epoch?: number): Settled {
  const log = new Log()
  checkLevels(pack, place, log)
  const today =
    epoch === undefined ? (parseEdtf(pack.issued)?.max ?? '') : new Date(epoch * 1000).toISOString().slice(0, 10)
  const valid = pack.waivers.map((waiver, index) => ({ waiver, isOver: checkWaiver(waiver, index, today, place, log) }))
  const used = new Set<Pack['waivers'][number]>()
  const waived: Waived[] = []
  for (const found of findings) {
    const level = levelOf(found, pack)
    if (level === 'off') continue
    const finding = level === 'error' && !found.fatal ? raise(found) : found
    const match = valid.find(({ waiver, isOver }) => !isOver && covers(waiver, finding))?.waiver
    if (match) {
      used.add(match)
      waived.push({ finding, waiver: match, pack: pack.id })
    } else log.add(finding)
  }
  for (const [index, { waiver, isOver }] of valid.entries()) {
    if (isOver || used.has(waiver) || !Object.hasOwn(rules, waiver.rule)) continue
    log.report(
      'waiver-is-used',
      place(['waivers', index]),
      `nothing is waived by the waiver of ${waiver.rule} at “${waiver.at}”`,
    )
  }
  return { findings: log.findings, waived }
}

function levelOf(finding: Finding, pack: Pack): 'off' | 'warning' | 'error' {
  const wanted = Object.hasOwn(pack.rules, finding.ruleId) ? pack.rules[finding.ruleId]! : undefined
  if (finding.fatal) return 'error'
  return wanted ?? 'warning'
}

function raise(finding: Finding): Finding {
  return Object.assign(Object.create(Object.getPrototypeOf(finding)) as Finding, finding, {
    fatal: true,
    message: finding.message,
    reason: finding.reason,
  })
}

/** What a record cannot be read without is not waived. `at` names the record (`claim:id`), the file, or the file and line. */
function covers({ rule, at }: Pack['waivers'][number], { ruleId, subject, file, line }: Finding): boolean {
  return rule === ruleId && !structural.has(ruleId) && (at === subject || at === file || at === `${file}:${line}`)
}

function checkLevels(pack: Pack, place: Locate, log: Log): void {
  for (const [id, level] of Object.entries(pack.rules)) {
    if (!Object.hasOwn(rules, id)) {
      log.report('level-is-allowed', place(['rules', id]), `there is no rule “${id}”`, {
        notes: didYouMean(id, Object.keys(rules)),
      })
    } else if (rules[id as RuleId].severity === 'error' && level !== 'error') {
      log.report('level-is-allowed', place(['rules', id]), `“${id}” is an error, and cannot be set to “${level}”`, {
        notes: ['a waiver can let one finding pass, with a reason, an owner and an end'],
      })
    }
  }
}

/** Reports a waiver that names no rule or has ended; says whether it has ended. */
function checkWaiver(
  { rule, until, by, at }: Pack['waivers'][number],
  index: number,
  today: string,
  place: Locate,
  log: Log,
): boolean {
  if (!Object.hasOwn(rules, rule)) {
    log.report('waiver-is-current', place(['waivers', index, 'rule']), `there is no rule “${rule}” to waive`, {
      notes: didYouMean(rule, Object.keys(rules)),
    })
  }
  const isOver = (parseEdtf(until)?.max ?? '9999') < today
  if (isOver)
    log.report(
      'waiver-is-current',
      place(['waivers', index, 'until']),
      `the waiver of ${rule} at “${at}” ended ${until}`,
      { notes: [`${by} asked for it: mend what it let pass, or renew it`] },
    )
  return isOver
}
