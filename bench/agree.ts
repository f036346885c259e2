// Does a claim’s agreement with its passage tell honest gists from wrong ones? Thousands of pairs, beside the matchers in
// common use. `npm run bench -- agree` prints the table, `npm run bench -- agree --wrong` the pairs that it gets wrong.
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { parseEdtf } from '../src/corpus/edtf.ts'
import { sha256 } from '../src/digest.ts'
import { agreement } from '../src/evidence/agree/agree.ts'
import type { Gap } from '../src/evidence/agree/gap.ts'
import { noGrounds } from '../src/evidence/agree/grounds.ts'
import { read } from '../src/evidence/agree/reading.ts'
import { corpusPairs } from './agree/corpus.ts'
import { contiguous, difflib, substring } from './agree/matchers.ts'
import { type Fault, faults, type Pair } from './agree/pair.ts'
import { scenePairs } from './agree/scenes.ts'

const showsWrong = process.argv.includes('--wrong')
/** Only the sets whose name has these words. */
const wanted = process.argv.slice(2).find((it) => !it.startsWith('--') && it !== 'agree')

/** Whether a matcher lets a gist pass. */
const matchers = {
  agreement: (pair: Pair) => gapsOf(pair).length === 0,
  substring: ({ gist, passage }: Pair) => substring(gist, passage),
  'difflib 0.92': ({ gist, passage }: Pair) => difflib(gist, passage),
  '85 % run': ({ gist, passage }: Pair) => contiguous(gist, passage),
}

for (const [name, pairs] of [
  ['made by program from scenes, en ru kk', scenePairs()],
  [
    'written by hand, tuned on',
    ['en', 'other', 'second'].flatMap((it) => writtenPairs(`bench/agree/written-${it}.yaml`)),
  ],
  ['written by hand, later, tuned on', writtenPairs('bench/agree/written-held.yaml')],
  ['by three other writers, tuned on', withStrangers(writtenPairs('bench/agree/fresh-a.yaml'))],
  ['by three other writers, later, tuned on', withStrangers(writtenPairs('bench/agree/fresh-b.yaml'))],
  ['in the style of an analyst, tuned on', withStrangers(writtenPairs('bench/agree/fresh-c.yaml', isTuned))],
  ['in the style of an analyst, held', withStrangers(writtenPairs('bench/agree/fresh-c.yaml', (it) => !isTuned(it)))],
  ['on how far things have come, tuned on', withStrangers(writtenPairs('bench/agree/fresh-e.yaml'))],
  ['in several voices, tuned on', withStrangers(writtenPairs('bench/agree/fresh-d.yaml', isTuned))],
  ['in several voices, held', withStrangers(writtenPairs('bench/agree/fresh-d.yaml', (it) => !isTuned(it)))],
] as const)
  if (isWanted(name)) table(name, pairs, (pair) => Object.values(matchers).map((passes) => passes(pair)))
const own = isWanted('corpus') ? await corpusPairs() : []
if (!isWanted('corpus')) process.exit()
if (own.length === 0) console.log('\nthe texts of the first corpus are not in texts/: its pairs were not measured')
else
  table(
    'made by program from the first corpus and its texts',
    own.map(({ pair }) => pair),
    (pair, index) => [
      own[index]!.passes(),
      ...Object.values(matchers)
        .slice(1)
        .map((passes) => passes(pair)),
    ],
  )

function isWanted(name: string): boolean {
  return wanted === undefined || name.includes(wanted)
}

/** Which half of a set the tables were mended on: by the digest of its passage. */
function isTuned({ passage }: Written): boolean {
  return Number.parseInt(sha256(passage)[1]!, 16) % 2 === 0
}

function gapsOf({ gist, passage, language, issued }: Pair): readonly Gap[] {
  return agreement(read(gist, language, 'likely'), read(passage, language), {
    ...noGrounds,
    issued: parseEdtf(issued ?? ''),
  }).gaps.filter(({ isUnsure }) => !isUnsure)
}

function table(
  name: string,
  pairs: readonly Pair[],
  verdicts: (pair: Pair, index: number) => readonly boolean[],
): void {
  const right = new Map<string, number[]>()
  for (const [index, pair] of pairs.entries()) {
    const passed = verdicts(pair, index)
    const counts = right.get(pair.kind) ?? new Array<number>(passed.length + 1).fill(0)
    counts[0]!++
    for (const [at, passes] of passed.entries()) if (passes === (pair.kind === 'honest')) counts[at + 1]!++
    right.set(pair.kind, counts)
    if (showsWrong && passed[0] !== (pair.kind === 'honest'))
      console.log(`${pair.kind}: ${pair.gist}${reasonsOf(pair)}\n   <- ${pair.passage}`)
  }
  console.log(`\n${name}: ${pairs.length} pairs\n`)
  console.log(
    `| | pairs | ${Object.keys(matchers).join(' | ')} |\n|---|---|${'---|'.repeat(Object.keys(matchers).length)}`,
  )
  for (const kind of ['honest', ...faults] as const) {
    const [all, ...counts] = right.get(kind) ?? []
    if (all === undefined) continue
    const shares = counts.map((count) => `${((100 * count) / all).toFixed(1)} %`)
    console.log(`| ${kind === 'honest' ? 'honest, accepted' : `${kind}, refused`} | ${all} | ${shares.join(' | ')} |`)
  }
}

function reasonsOf(pair: Pair): string {
  return gapsOf(pair)
    .map(({ kind, words, reason }) => `\n   ${kind}: “${words}” ${reason}`)
    .join('')
}

/** Each honest gist beside the passage of another. */
function withStrangers(pairs: readonly Pair[]): readonly Pair[] {
  const honest = pairs.filter(({ kind }) => kind === 'honest')
  const strangers = honest.map(({ gist }, at): Pair => {
    const other = honest[(at + Math.floor(honest.length / 2)) % honest.length]!
    return { ...other, kind: 'unrelated', gist }
  })
  return [...pairs, ...strangers]
}

type Written = { passage: string; language?: string; issued?: string; honest: string[] } & Partial<
  Record<Fault, string>
>

function writtenPairs(path: string, isOf: (entry: Written) => boolean = () => true): readonly Pair[] {
  if (!existsSync(path)) return []
  return (parse(readFileSync(path, 'utf8')) as Written[]).filter(isOf).flatMap((entry) => {
    const base = { passage: entry.passage, language: entry.language ?? 'en', issued: entry.issued }
    const wrong = faults.flatMap((kind) => (entry[kind] === undefined ? [] : [{ ...base, kind, gist: entry[kind] }]))
    return [...entry.honest.map((gist) => ({ ...base, kind: 'honest' as const, gist })), ...wrong]
  })
}
