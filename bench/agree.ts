// Does a claim’s agreement with its passage tell honest gists from wrong ones? Thousands of pairs, beside the matchers in
// common use. `npm run bench -- agree` writes the tables of bench/README.md, `npm run bench -- agree --wrong` the pairs that it gets wrong.
import { parseEdtf } from '../src/corpus/edtf.ts'
import { agreement } from '../src/evidence/agree/agree.ts'
import type { Gap } from '../src/evidence/agree/gap.ts'
import { noGrounds } from '../src/evidence/agree/grounds.ts'
import { read } from '../src/evidence/agree/reading.ts'
import { corpusPairs } from './agree/corpus.ts'
import { contiguous, difflib, substring } from './agree/matchers.ts'
import { faults, type Pair } from './agree/pair.ts'
import { scenePairs } from './agree/scenes.ts'
import { writtenPairs } from './agree/written.ts'
import { circumstances, type Row, writeTable } from './table.ts'

const showsWrong = process.argv.includes('--wrong')
/** Only the sets whose name has these words. */
const wanted = process.argv.slice(2).find((it) => !it.startsWith('--') && it !== 'agree')

/** Whether a matcher lets a gist pass. */
const matchers = {
  agreement: (pair: Pair) => gapsOf(pair).every(({ isUnsure }) => isUnsure),
  substring: ({ gist, passage }: Pair) => substring(gist, passage),
  'difflib 0.92': ({ gist, passage }: Pair) => difflib(gist, passage),
  '85 % run': ({ gist, passage }: Pair) => contiguous(gist, passage),
}

const sets = (
  [
    ['scenes', () => scenePairs()],
    ['own', () => ['en', 'other', 'second', 'held'].flatMap((it) => writtenPairs(`bench/agree/written-${it}.yaml`))],
    ...['a', 'b', 'c', 'd', 'e', 'f', 'h', 'i', 'j', 'k', 'l'].map((it) => [
      it,
      () => withStrangers(writtenPairs(`bench/agree/fresh-${it}.yaml`)),
    ]),
    ['held', () => withStrangers(writtenPairs('bench/agree/fresh-g.yaml'))],
    ['unmet', () => withStrangers(writtenPairs('bench/agree/fresh-m.yaml'))],
  ] as [string, () => readonly Pair[]][]
).filter(([name]) => isWanted(name))
const measured = sets.map(([name, pairs]) => measure(name, pairs(), (pair) => gapsOf(pair)))
const own = isWanted('corpus') ? await corpusPairs() : []
if (isWanted('corpus') && own.length === 0)
  console.log('\nthe texts of the first corpus are not in texts/: its pairs were not measured')
if (own.length > 0)
  measured.push(
    measure(
      'corpus',
      own.map(({ pair }) => pair),
      (_, index) => own[index]!.gaps(),
    ),
  )
const rows: Row[] = []
for (const kind of ['honest', ...faults] as const) {
  const cells = measured.map(({ right }) => shareOf(right.get(kind)))
  if (cells.some(Boolean)) rows.push({ what: kind === 'honest' ? 'honest, accepted' : `${kind}, refused`, cells })
}
rows.push(
  { what: 'honest, not checked', cells: measured.map(({ unsure }) => shareOf(unsure.get('honest'))) },
  { what: 'wrong, not checked', cells: measured.map(({ unsure }) => shareOf(unsure.get('wrong'))) },
  { what: 'unrelated, not checked', cells: measured.map(({ unsure }) => shareOf(unsure.get('unrelated'))) },
  { what: 'pairs', cells: measured.map(({ pairs }) => String(pairs)) },
)
if (wanted === undefined && own.length > 0) {
  writeTable(
    'agree',
    circumstances(),
    measured.map(({ name }) => name),
    rows,
  )
  const all = sets.flatMap(([, pairs]) => pairs())
  const share = (isHonest: boolean) =>
    Object.values(matchers).map((passes) => {
      const pairs = all.filter(({ kind }) => (kind === 'honest') === isHonest)
      return shareOf([pairs.filter((pair) => passes(pair) === isHonest).length, pairs.length])
    })
  writeTable('agree-matchers', 'All pairs but those of the first corpus:', Object.keys(matchers), [
    { what: 'honest, accepted', cells: share(true) },
    { what: 'wrong, refused', cells: share(false) },
  ])
} else for (const { what, cells } of rows) console.log([what, ...cells].join(' | '))

function isWanted(name: string): boolean {
  return wanted === undefined || name === wanted
}

function gapsOf({ gist, passage, language, issued }: Pair): readonly Gap[] {
  return agreement(read(gist, language, 'likely'), read(passage, language), {
    ...noGrounds,
    issued: parseEdtf(issued ?? ''),
  }).gaps
}

type Counts = ReadonlyMap<string, readonly [number, number]>

/** How many of each kind came out right, and how many of the honest, the unrelated and other wrong ones are not checked. */
function measure(
  name: string,
  pairs: readonly Pair[],
  find: (pair: Pair, index: number) => readonly Gap[],
): { readonly name: string; readonly pairs: number; readonly right: Counts; readonly unsure: Counts } {
  const [right, unsure] = [new Map<string, [number, number]>(), new Map<string, [number, number]>()]
  const add = (to: typeof right, key: string, isSo: boolean) => {
    const [some, all] = to.get(key) ?? [0, 0]
    to.set(key, [some + Number(isSo), all + 1])
  }
  for (const [index, pair] of pairs.entries()) {
    const gaps = find(pair, index)
    const isHonest = pair.kind === 'honest'
    const passes = gaps.every(({ isUnsure }) => isUnsure)
    add(right, pair.kind, passes === isHonest)
    const group = isHonest || pair.kind === 'unrelated' ? pair.kind : 'wrong'
    add(unsure, group, passes && gaps.length > 0)
    if (showsWrong && passes !== isHonest)
      console.log(`${pair.kind}: ${pair.gist}${reasonsOf(pair)}\n   <- ${pair.passage}`)
  }
  return { name, pairs: pairs.length, right, unsure }
}

function shareOf(counts: readonly [number, number] | undefined): string {
  return counts === undefined ? '' : `${((100 * counts[0]) / counts[1]).toFixed(1)} %`
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
