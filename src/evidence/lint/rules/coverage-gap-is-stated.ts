import { type Corpus, parseEdtf } from '../../../corpus/index.ts'
import { datum, type PackRule } from '../rule.ts'

/** House value, in months. */
const longest = 24

export const coverageGapIsStated: PackRule = {
  id: 'coverage-gap-is-stated',
  severity: 'error',
  summary: 'A stretch of the pack’s period that no source covers is stated.',
  norm: 'ICD 203, standard 1',
  reason: 'Silence of the sources is not evidence that nothing happened. House value: 24 months.',
  scope: 'pack',
  wholePack: true,
  fails: { 'pack:arden': 'period: "1999/2005"' },
  findings: ['pack:arden: no source covers 1999-01 to 2004-04, and the pack does not say so'],
  passes: {
    'pack:arden': `
period: "1999/2005"
gaps: [{period: "1999/2004-04", note: No text covers the years before the closure.}]
`,
  },
  check({ corpus, pack }, report) {
    const period = parseEdtf(pack.period)
    if (period?.min === undefined || period.max === undefined) return
    const stated = pack.gaps.flatMap((gap) => bounds(gap.period))
    const covered = [...coverage(corpus), ...stated].map(([from, to]) => [months(from), months(to)] as const)
    covered.sort((a, b) => a[0] - b[0])
    let reached = months(period.min) - 1
    const end = months(period.max) + 1
    for (const [from, to] of [...covered, [end, end] as const]) {
      const [first, last] = [reached + 1, Math.min(from, end) - 1]
      if (last - first + 1 > longest) {
        const reason = `no source covers ${written(first)} to ${written(last)}, and the pack does not say so`
        report(datum(corpus, 'pack', pack.id, 'gaps'), reason, {
          notes: [`gaps: a record with period: "${written(first)}/${written(last)}" and a note`],
        })
      }
      reached = Math.max(reached, to)
    }
  },
}

function coverage(corpus: Corpus): readonly (readonly [string, string])[] {
  const issued = [...corpus.sources.values()].flatMap(({ held, issued }) => (held && issued ? bounds(issued) : []))
  const dated = [...corpus.claims.values()].flatMap(({ date, scheduled }) =>
    date && !scheduled ? bounds(date.edtf) : [],
  )
  // A claim that is dated to a stretch of years covers none of them well.
  return [...issued, ...dated].filter(([from, to]) => months(to) - months(from) <= 12)
}

function bounds(text: string): readonly (readonly [string, string])[] {
  const date = parseEdtf(text)
  return date?.min === undefined || date.max === undefined ? [] : [[date.min, date.max]]
}

const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const written = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
