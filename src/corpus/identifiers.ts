import * as z from 'zod'
import { text } from './fields.ts'

/** What is written before an identifier, over and over: its name, and the address of who gives it. */
const without = (before: RegExp) => text.transform((written) => written.replace(before, '')).pipe(text)

/** A DOI, without the words and addresses that are written before it: `10.1000/182`. */
export const doi = without(/^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|(?:info:|urn:)?doi\b[:/.\s]*)+(?=.)/i).pipe(
  text.regex(/^10\.\d{4,9}(?:\.\d+)*\/\S*[^\s.,;]$/, 'is not a DOI, such as 10.1000/182'),
)

/** Numbers before which styles and readers write the name. */
export const numbers = {
  ISBN: without(/^(?:urn:)?(?:[ep]-?)?isbn(?:[- ]?1[03])?\b[:\s]*(?=.)/i),
  ISSN: without(/^(?:urn:)?(?:[elp]-?)?issn\b[:\s]*(?=.)/i),
  PMID: without(/^(?:(?:https?:\/\/)?(?:pubmed|www)\.ncbi\.nlm\.nih\.gov\/(?:pubmed\/)?|pmid\b[:\s]*)+(?=.)|\/$/gi),
  PMCID: without(
    /^(?:(?:https?:\/\/)?(?:pmc|www)\.ncbi\.nlm\.nih\.gov\/(?:pmc\/)?articles\/|pmcid\b[:\s]*)+(?=.)|\/$/gi,
  ),
}

const notAnAddress = 'is not a web address (http or https)'

/** Where something stands in the web, and nothing else: a parser would take what follows a space into the address. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: notAnAddress })
  .refine((it) => !/[\s<>"]/.test(it.trim()), notAnAddress)

/** The address or identifier that was meant, where the value of a field is none. */
export function identifierMeant(written: string, message: string): string[] {
  const bare = written.trim().replace(/^(?:<|url:\s*)+|>$/gi, '')
  if (message !== notAnAddress) {
    const decoded = bare.replace(/[.,;]+$/, '').replace(/%2f/gi, '/')
    return doi.safeParse(decoded).success && decoded !== written ? [`did you mean “${decoded}”?`] : []
  }
  if (/^(?:doi\b|10\.\d{4})/i.test(bare)) return ['a DOI stands in the field DOI']
  if (/\shttps?:/.test(bare)) return ['give one address']
  const meant = hosts.reduce((it, [before, address]) => it.replace(before, address), bare).replace(/\s/g, '%20')
  return webAddress.safeParse(meant).success ? [`did you mean “${meant}”?`] : []
}

const hosts: readonly (readonly [RegExp, string])[] = [
  [/^arxiv:\s*/i, 'https://arxiv.org/abs/'],
  [/^(?:hdl|handle):\s*/i, 'https://hdl.handle.net/'],
  [/^(https?):\/*(?=[^/])/i, '$1://'],
  [/^\/*(?=(?:[\w-]+\.)+[a-z]{2,}(?:[/?#:]|$))/i, 'https://'],
]
