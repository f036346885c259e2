import { must, nearest } from '../core/index.ts'

/** Codes of states that are no more, which CLDR leads to their successors. */
const withdrawn = new Set('200 230 278 280 530 532 590 658 720 736 810 830 886 890 891'.split(' '))

let known: ReadonlyMap<string, string> | undefined

/** The codes of ISO 3166-1, numeric to alpha-2, as CLDR has them. */
function countries(): ReadonlyMap<string, string> {
  const codes = Array.from({ length: 1000 }, (_, code) => String(code).padStart(3, '0'))
  known ??= new Map(
    codes.flatMap((code) => {
      const { region } = new Intl.Locale(`und-${code}`)
      return region && /^(?!ZZ)[A-Z]{2}$/.test(region) && !withdrawn.has(code) ? [[code, region] as const] : []
    }),
  )
  return known
}

/** What is wrong with a numeric code of a country; a name or a code of letters leads to it. */
export function wrongCountry(text: string): string | undefined {
  if (countries().has(text)) return undefined
  const name = new Intl.DisplayNames('en', { type: 'region' })
  const codes = new Map<string, string>()
  for (const [code, region] of countries()) {
    codes.set(region, code)
    codes.set(must(name.of(region)).toLowerCase(), code)
  }
  const upper = text.toUpperCase()
  const word = codes.has(upper) ? upper : text.length > 3 ? nearest(text.toLowerCase(), [...codes.keys()]) : undefined
  const code = /^\d+$/.test(text) ? nearest(text.padStart(3, '0'), [...countries().keys()]) : codes.get(word ?? '')
  const region = countries().get(code ?? '')
  const guess = region ? `did you mean "${code}" (${name.of(region)})?` : 'e.g. "398" for Kazakhstan'
  return `is not an ISO 3166-1 numeric code of a country; ${guess}`
}
