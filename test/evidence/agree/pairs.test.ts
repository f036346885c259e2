// Every outcome of three sets of pairs, so that a change of one is seen; whether it is a better one, `npm run bench -- agree` tells.
import { expect, test } from 'vitest'
import type { Pair } from '../../../bench/agree/pair.ts'
import { writtenPairs } from '../../../bench/agree/written.ts'
import { parseEdtf } from '../../../src/corpus/edtf.ts'
import { agreement } from '../../../src/evidence/agree/agree.ts'
import { noGrounds } from '../../../src/evidence/agree/grounds.ts'
import { read } from '../../../src/evidence/agree/reading.ts'
import { matchesGolden } from '../../helpers/golden.ts'

const outcomeOf = ({ kind, gist, passage, language, issued }: Pair): string => {
  const grounds = { ...noGrounds, issued: parseEdtf(issued ?? '') }
  const { gaps } = agreement(read(gist, language, 'likely'), read(passage, language), grounds)
  const told = gaps.map(({ kind, words, isUnsure }) => `${kind}${isUnsure ? '?' : ''} “${words}”`)
  return `${kind}: ${gist}\n${told.map((it) => `  ${it}\n`).join('')}`
}

test('the outcomes of the pairs are as they were', () => {
  const outcomes = ['h', 'i', 'j'].map((name) => {
    const pairs = writtenPairs(`bench/agree/fresh-${name}.yaml`)
    expect(pairs.length).toBeGreaterThan(200)
    return [`${name}.txt`, pairs.map(outcomeOf).join('')] as const
  })
  matchesGolden('test/expected/agreement', new Map(outcomes))
})
