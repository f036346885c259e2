// Pairs made of the first corpus, where its texts are at hand: its gists beside their own passages, beside others of the same
// and of other texts, and with one part changed.
import { existsSync, readFileSync } from 'node:fs'
import { diskHost } from '../../src/app/cli/host.ts'
import { Log } from '../../src/core/log.ts'
import type { Claim } from '../../src/corpus/claim.ts'
import { load } from '../../src/corpus/load.ts'
import type { Gap } from '../../src/evidence/agree/gap.ts'
import { gapsOf } from '../../src/evidence/agree/parts.ts'
import { type Reading, read } from '../../src/evidence/agree/reading.ts'
import { registerOf } from '../../src/evidence/agree/register.ts'
import { declare } from '../../src/evidence/agree/support.ts'
import { examine } from '../../src/evidence/examine.ts'
import type { Fault, Pair } from './pair.ts'

export interface CorpusPair {
  readonly pair: Pair
  /** What is wrong with the claim, its declarations heard. */
  gaps(): readonly Gap[]
}

export async function corpusPairs(): Promise<readonly CorpusPair[]> {
  const corpus = await load(diskHost('.'), new Log())
  const keys = [...corpus.sources.keys()].filter((key) => existsSync(`texts/${key}.txt`))
  if (keys.length === 0) return []
  const texts = new Map(keys.map((key) => [key, readFileSync(`texts/${key}.txt`, 'utf8')]))
  const evidence = examine(corpus, texts, undefined, new Log())
  const register = registerOf(corpus)
  const spans = (id: string, support: boolean) =>
    evidence.passages
      .filter((it) => it.claim === id && (it.support !== undefined) === support)
      .flatMap(({ anchor }) => anchor.span?.text ?? [])
  const own = [...corpus.claims.values()]
    .filter(({ deprecated }) => !deprecated)
    .map((claim) => ({ claim, passage: spans(claim.id, false).join('\n'), more: spans(claim.id, true) }))
  const pairOf = (kind: Pair['kind'], claim: Claim, of: (typeof own)[number]): CorpusPair => {
    const source = corpus.sources.get(of.claim.source)!
    const { language } = source
    const issued = source.issued ?? undefined
    return {
      pair: { kind, gist: claim.gist, passage: of.passage, language, issued },
      gaps() {
        const grounds = register.groundsOf(source, claim, evidence.texts.get(source.id))
        const gist = read(claim.gist, language, 'likely')
        const check = (passage: Reading) => gapsOf(claim, gist, passage, grounds, corpus).gaps
        const pinned = read(of.passage, language)
        const gaps = check(pinned)
        const wider = read([of.passage, ...of.more].join('\n'), language)
        const heard = new Set(
          claim['supported-by'].flatMap((it) => declare(it, gaps, () => check(wider), gist, [pinned, wider]).gaps),
        )
        return gaps.filter((gap) => !heard.has(gap))
      },
    }
  }
  return own.flatMap((it, index) => {
    const { claim } = it
    const elsewhere = [7, 29, 61]
      .map((step) => own[(index + step) % own.length]!)
      .filter((other) => !it.passage.includes(other.passage) && !other.passage.includes(it.passage))
    const wrong = changed(claim.gist).map(([kind, gist]) => pairOf(kind, { ...claim, gist }, it))
    const others = elsewhere.map((other) =>
      pairOf(other.claim.source === claim.source ? 'unrelated' : 'source', claim, other),
    )
    return [pairOf('honest', claim, it), ...wrong, ...others]
  })
}

/** A gist with one part changed, where it has such a part. */
function changed(gist: string): readonly (readonly [Fault, string])[] {
  const swaps: readonly (readonly [Fault, RegExp, string | ((found: string) => string)])[] = [
    [
      'number',
      /\b\d{1,2}(?:,\d{3})+\b|\b(?:fifty|seventeen|thirteen|six|four|two)\b/,
      (it) => (/\d/.test(it) ? it.replace(/^\d/, (d) => String((Number(d) % 9) + 1)) : 'nineteen'),
    ],
    ['date', /\b(?:January|March|April|May|June|July|September|October|November|December)\b/, 'August'],
    ['date', /\b(?:199\d|20[01]\d)\b/, (it) => String(Number(it) - 3)],
    ['name', /\b(?:Kazakhstan|Uzbekistan|Russia|Almaty|Tashkent|Astana|Moscow|Iraq|Turkey)(?=[’ ,.])/, 'Mongolia'],
    ['name', /\b(?:KNB|IMU|SCO|NATO|KAZBAT|ISAF)\b/, 'OSCE'],
    ['speaker', /\b(?:Sanderson|Bozhko|Nazarbayev|Satpayev|Weitz|Tokayev|Lavrov|Abykayev|Zhumakanov)\b/, 'Karimov'],
    ['merged', /\b(?:Vladimir|Sergei|Igor|Malik|Erlan|Nartai|Bolat)\b(?= [A-Z])/, 'Anton'],
    ['negation', / (?:had not|was not|should not|did not|would not)(?= )/, (it) => it.replace(' not', '')],
    [
      'negation',
      / (?:said that|wrote that|held that|warned that) (?:the |Kazakhstan |Russia )?\w+ (?:was|had|were|would)(?= )/,
      (it) => `${it} not`,
    ],
    ['limit', /\b(?:only|at least|more than|mostly|mainly|almost)\b /i, ''],
    ['limit', /\b(?:the armed forces|officials|border guards|the oilfields)\b/, 'all of $&'],
    ['modality', / (?:planned to|was to|might) (?=\w)/, ' did '],
    ['modality', /\b(?:alleged|alleges|asserted)\b/, 'proved'],
    ['modality', / (?:signed|joined|arrested|adopted|trained) /, (it) => ` allegedly${it}`],
  ]
  return swaps.flatMap(([kind, from, to]) => {
    const made = typeof to === 'string' ? gist.replace(from, to) : gist.replace(from, to)
    return made === gist ? [] : [[kind, made] as const]
  })
}
