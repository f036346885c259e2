import type { CheckResult } from '../../../build.ts'
import { encode, type Finding, type Host, isStructural, Log } from '../../../core/index.ts'
import type { OutcomeCounts } from '../../../evidence/index.ts'
import { checkAction, runCached } from '../cache.ts'
import { cacheOption, defineCommand, exit, textsOption, timeOf, UsageError, type World } from '../command.ts'
import { lineReader, printFindings } from '../findings.ts'
import type { Fix } from '../fix.ts'
import { diskHost } from '../host.ts'
import { outputPath } from '../output-path.ts'
import { textsFolder } from '../records.ts'
import { type Report, uncheckedOf } from '../reporters/report.ts'
import { wayFromRepository } from '../repository.ts'
import { count, printable } from '../terminal.ts'
import { ruleMeant } from '../usage.ts'
import { tellMixed, tellStale } from '../written.ts'

const formats = ['pretty', 'json', 'ndjson', 'sarif', 'github', 'gitlab', 'junit'] as const
type OutputFormat = (typeof formats)[number]

export const checkCommand = defineCommand({
  usage: 'check [packs..]',
  summary: 'Find what is wrong, without writing a pack',
  examples: [
    ['$0 check', 'the whole project'],
    ['$0 check --strict --output-format github', 'in CI'],
    ['$0 check --errors-only', 'what stops a pack, first'],
    ['$0 check --update-lock', 'after the texts were read again'],
  ],
  positionals: {
    packs: { type: 'string', array: true, default: [], describe: 'Packs by name; all when none is named' },
  },
  options: {
    strict: { type: 'boolean', default: false, describe: 'Fail on warnings too, and on what could not be checked' },
    fix: {
      type: 'boolean',
      default: false,
      describe: 'Write what is safe to: new paragraphs of moved passages, digests, spelling of names',
    },
    select: { type: 'string', describe: 'Only these rules, with commas, and errors of form' },
    ignore: { type: 'string', describe: 'All but these rules, with commas' },
    'errors-only': { type: 'boolean', default: false, describe: 'Leave warnings out' },
    'output-format': { choices: formats, default: 'pretty', describe: 'How findings are printed' },
    'output-file': { type: 'string', describe: 'Write the findings to this file of the project' },
    texts: textsOption,
    cache: cacheOption,
    'update-lock': {
      type: 'boolean',
      default: false,
      describe: 'Write corpus/evidence.lock.json, when every passage holds',
    },
  },
  async run(args, world) {
    if (args['errors-only'] && args.strict)
      throw new UsageError('under --strict warnings count, and --errors-only leaves them out', 'give one of the two')
    const chosen = await chooser(args.select, args.ignore, args['errors-only'])
    const host = diskHost(world.folder, world.env)
    const texts = await textsFolder(args.texts, host)
    const asked = { packs: args.packs, texts }
    const run = (on: Host) =>
      runCached({ asked: args.cache, host: on, world }, checkAction(asked), async (watched, cache) => {
        const { check } = await import('../../../build.ts')
        return check(watched, { ...asked, cache, config: (await world.ownCode()).config })
      })
    const first = await run(host)
    const result = args.fix ? await fixed(first, run, chosen, texts, host, world) : first
    const report = reportOf(result, chosen, args.strict, world.folder, timeOf(host))
    const file = args['output-file'] && outputPath(args['output-file'], 'out/findings.json', args.texts)
    await print(report, args['output-format'], file, host, world)
    await tellStale(host, world)
    tellMixed(world)
    if (args['update-lock'] && !(await updateLock(texts, host, world))) return exit.findings
    return exitCode(report)
  },
})

function reportOf(
  { findings, waived, files, checked }: CheckResult,
  chosen: (finding: Finding) => boolean,
  strict: boolean,
  folder: string,
  at: Date,
): Report {
  return {
    findings: [true, false].flatMap((isFatal) => findings.filter((it) => chosen(it) && Boolean(it.fatal) === isFatal)),
    hidden: findings.filter((it) => !chosen(it)),
    waived,
    files,
    checked,
    strict,
    prefix: wayFromRepository(folder),
    at,
  }
}

/** What could not be checked is a code of its own, because nothing was found either. */
function exitCode(report: Report): number {
  const { findings, strict } = report
  if (findings.some((it) => it.fatal || strict)) return exit.findings
  return strict && uncheckedOf(report).length > 0 ? exit.partly : exit.done
}

/** What a record or file cannot be read without is told whatever was selected: other rules could not look there. */
async function chooser(select: unknown, ignore: unknown, errorsOnly: boolean): Promise<(finding: Finding) => boolean> {
  const [wanted, unwanted] = [await ruleList(select), await ruleList(ignore)]
  return ({ ruleId, fatal }) =>
    (wanted === undefined || wanted.has(ruleId) || isStructural(ruleId)) &&
    !unwanted?.has(ruleId) &&
    !(errorsOnly && !fatal)
}

async function ruleList(given: unknown): Promise<ReadonlySet<string> | undefined> {
  if (given === undefined) return undefined
  const { rules } = await import('../../../evidence/lint/index.ts')
  const ids = String(given)
    .split(',')
    .map((it) => it.trim())
  for (const id of ids) {
    // A rule or plugin of the project has a slash in its id.
    if (!rules.has(id) && !id.includes('/')) throw new UsageError(`there is no rule “${id}”`, ruleMeant(id, rules))
  }
  return new Set(ids)
}

/** No correction should bring about another for ever; should two undo each other, this ends it. */
const mostRounds = 8

/** Makes the safe corrections until there are no more, writes all of them or none, and prints each; gives what is found afterwards. */
async function fixed(
  first: CheckResult,
  check: (on: Host) => Promise<CheckResult>,
  chosen: (finding: Finding) => boolean,
  texts: string,
  host: Host,
  world: World,
): Promise<CheckResult> {
  const [{ applyFixes, orderFields, renewDigests }, { open }] = await Promise.all([
    import('../fix.ts'),
    import('../../pipeline/project.ts'),
  ])
  const pending = new Map<string, Uint8Array>()
  const corrected = withPending(host, pending)
  const made: Fix[] = []
  let result = first
  for (let round = 0; round < mostRounds; round++) {
    const findings = result.findings.filter(chosen)
    let fixes = await applyFixes(findings, corrected)
    if (fixes.length === 0) fixes = await renewDigests(await open(corrected, new Log(), { texts }), corrected, true)
    if (fixes.length === 0) fixes = await orderFields(findings, corrected)
    if (fixes.length === 0) break
    made.push(...fixes)
    result = await check(corrected)
  }
  await host.write(pending)
  for (const { file, line, column, rule, was, is } of made)
    world.err(`${printable(`fixed  ${file}:${line}:${column}  ${rule}  ${was} → ${is}`)}\n`)
  if (!world.quiet) world.err(made.length ? `✔ ${count(made.length, 'correction')}\n` : '  nothing to fix safely\n')
  return result
}

/** The project as it will be: what is written waits in `pending`, but for the cache’s files, and is read from there. */
function withPending({ digests: _, ...host }: Host, pending: Map<string, Uint8Array>): Host {
  return {
    ...host,
    read: async (path) => pending.get(path) ?? host.read(path),
    async write(files, options) {
      if (options?.lasting === false) await host.write(files, options)
      else for (const [path, bytes] of files) pending.set(path, bytes)
    },
  }
}

async function print(
  report: Report,
  format: OutputFormat,
  path: string | undefined,
  host: Host,
  world: World,
): Promise<void> {
  const { closing, pretty, summary } = await import('../reporters/pretty.ts')
  if (path !== undefined) {
    const plain = (_style: unknown, words: string) => words
    const text =
      format === 'pretty'
        ? (await pretty(report.findings, lineReader(host), plain)) +
          (report.findings.length ? `${summary(report.findings)}\n` : '') +
          closing(report)
        : await machineText(format, report)
    await host.write(new Map([[path, encode(text)]]))
    world.out(`${path}\n`)
  } else if (format !== 'pretty') world.out(await machineText(format, report))
  else await printFindings(report.findings, host, world)
  world.err(closing(report, world))
}

async function machineText(format: Exclude<OutputFormat, 'pretty'>, report: Report): Promise<string> {
  if (format === 'sarif') return (await import('../reporters/sarif.ts')).sarif(report)
  if (format === 'json' || format === 'ndjson') return (await import('../reporters/json.ts'))[format](report)
  if (format === 'junit') return (await import('../reporters/junit.ts')).junit(report)
  return (await import('../reporters/ci.ts'))[format](report)
}

/**
 * The lock is written only from passages that were all found in their texts; says whether it was. Digests of an older
 * normalisation are renewed with it.
 */
export async function updateLock(texts: string, host: Host, world: World): Promise<boolean> {
  const [{ open }, { countOutcomes }, { lockFile, writeLock }, { renewDigests }] = await Promise.all([
    import('../../pipeline/project.ts'),
    import('../../../evidence/examine.ts'),
    import('../../../evidence/lock.ts'),
    import('../fix.ts'),
  ])
  const { quotedIn } = await import('../../pipeline/quoted.ts')
  const pending = new Map<string, Uint8Array>()
  const renewed = withPending(host, pending)
  const project = await open(host, new Log(), { texts })
  const { evidence, corpus } = project
  const holds = corpus.faulty.size === 0 && writeLock(evidence, []) !== undefined
  const fixes = holds ? await renewDigests(project, renewed, false) : []
  const lock = !holds
    ? undefined
    : writeLock(fixes.length ? (await open(renewed, new Log(), { texts })).evidence : evidence, await quotedIn(project))
  if (lock === undefined) {
    const why = corpus.faulty.size > 0 ? 'the corpus has errors' : whyNoLock(countOutcomes(evidence))
    world.err(`briefpack: ${lockFile} stays as it was: ${why}\n`)
    return false
  }
  await host.write(new Map([...pending, [lockFile, encode(lock)]]))
  for (const path of [...pending.keys(), lockFile]) world.out(`${path}\n`)
  return true
}

function whyNoLock({ ok, moved, byLock, ...others }: OutcomeCounts): string {
  const doubtful = others.drifted + others.ambiguous + others.lost + others.unverified - byLock
  if (doubtful > 0) return `${count(doubtful, 'passage')} of ${doubtful + ok + moved + byLock} not found in the texts`
  return `${count(moved, 'passage')} moved: \`briefpack check --fix --update-lock\` writes the new numbers first`
}
