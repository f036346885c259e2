/** A small invented corpus about the tolls of a port, read as a project is: records with places. */

import type { Host } from '../../src/core/host.ts'
import { encode } from '../../src/core/host.ts'
import { type Finding, Log } from '../../src/core/log.ts'
import type { Corpus } from '../../src/corpus/corpus.ts'
import { load } from '../../src/corpus/load.ts'
import { Provenance } from '../../src/corpus/provenance.ts'
import { type Rendered, type RenderOptions, render } from '../../src/document/template/render.ts'
import { Templates } from '../../src/document/template/templates.ts'

const digest = '0'.repeat(64)
const passage = (para: number) => `{para: ${para}, start: "a b c", end: "x y z", sha256: "${digest}"}`

const files = new Map([
  [
    'corpus/sources/harbour-2003.yaml',
    `type: article-magazine
title: Tolls at the port
author: [{family: Okafor, given: Ngozi}]
container-title: Quay Monthly
issued: "2003-05"
descriptor: a trade monthly
claims:
  - id: toll-kept
    kind: fact
    gist: The toll was kept in 2003.
    voice: author
    credibility: {proposition: 3, why: one source}
    passages: [${passage(2)}]
  - id: toll-raised
    kind: statement
    gist: The harbour master said that the toll would not rise.
    voice: direct
    speaker: port-authority
    credibility: {utterance: 2, proposition: 4, why: one source}
    passages: [${passage(4)}]
    quote: not a penny more
  - id: toll-wire
    kind: statement
    gist: A wire had the toll at five per cent.
    voice: indirect
    speaker: port-authority
    said: {via: wire-2003-05-02}
    credibility: {utterance: 2, proposition: 4, why: one source}
    passages: [${passage(5)}, ${passage(7)}, ${passage(6)}]
  - id: toll-wire-quoted
    kind: statement
    gist: The wire quoted the authority.
    voice: direct
    speaker: port-authority
    said: {via: wire-2003-05-02}
    credibility: {utterance: 2, proposition: 4, why: one source}
    passages: [${passage(5)}]
  - id: toll-wire-likely
    kind: statement
    gist: The authority spoke, in all likelihood to the wire.
    voice: indirect
    speaker: port-authority
    said: {via: wire-2003-05-02, via-basis: likely}
    credibility: {utterance: 3, proposition: 4, why: one source}
    passages: [${passage(6)}]
  - id: toll-wire-again
    kind: fact
    gist: The wire gave the date.
    voice: indirect
    said: {via: wire-2003-05-02}
    credibility: {proposition: 4, why: one source}
    passages: [${passage(9)}]
  - id: toll-own-beside-wire
    kind: fact
    gist: The paper says more beside it.
    voice: author
    credibility: {proposition: 4, why: one source}
    passages: [${passage(9)}]
`,
  ],
  [
    'corpus/sources/wire-2003-05-02.yaml',
    `type: article-newspaper
container-title: Harbour Wire [B]
issued: "2003-05-02"
held: false
`,
  ],
  [
    'corpus/sources/gavan-2004.yaml',
    `type: article-newspaper
title: Порт
container-title: Гавань
issued: "2004"
language: ru
claims:
  - id: port-ru
    kind: statement
    gist: The port is open.
    voice: direct
    speaker: port-authority
    credibility: {utterance: 2, proposition: 4, why: one source}
    passages: [${passage(1)}]
    quote: порт *открыт*
`,
  ],
  [
    'corpus/actors.yaml',
    `- id: port-authority
  kind: state-body
  name: Port Authority
  acronym: PA
- id: dockers
  kind: movement
  name: Dockers’ *Union*
`,
  ],
  [
    'corpus/judgments.yaml',
    `- id: toll-stays
  title: The toll stays
  text: The toll is {term} to stay.
  likelihood: likely
  confidence:
    level: low
    because: {information: one port, rigour: inferred, volatility: a settled matter.}
  horizon: future
  until: "2005"
  for: [toll-kept]
`,
  ],
])

export function memoryHost(content: ReadonlyMap<string, string>): Host {
  return {
    list: async (folder) => {
      const inside = [...content.keys()].filter((path) => path.startsWith(`${folder}/`))
      return inside.map((path) => path.slice(folder.length + 1)).sort()
    },
    read: async (path) => {
      const text = content.get(path)
      return text === undefined ? undefined : encode(text)
    },
    write: async () => {},
    asset: async (path) => {
      throw new Error(`no asset ${path}`)
    },
  }
}

const loading = new Log()
export const corpus: Corpus = await load(memoryHost(files), loading)
export const loadingFindings = loading.findings
export const provenance = new Provenance(corpus)
export const pack = { language: 'en-GB', scale: 'icd203' } as const

export interface Printed {
  readonly markdown: string | undefined
  readonly rendered: Rendered | undefined
  readonly findings: readonly Finding[]
  /** `line:column rule: reason`, one a finding, with the file when it is not the section. */
  readonly problems: readonly string[]
}

/** Renders one template, by itself or with partials by name. */
export function print(
  template: string,
  view: object = {},
  { partials = {}, ...options }: Partial<RenderOptions> & { partials?: Record<string, string> } = {},
): Printed {
  const content = new Map([['templates/x.md.hbs', template]])
  for (const [name, text] of Object.entries(partials)) content.set(`templates/partials/${name}.md.hbs`, text)
  const log = new Log()
  const rendered = render(new Templates(content), 'x', view, { corpus, pack, provenance, ...options }, log)
  return { markdown: rendered?.markdown, rendered, findings: log.findings, problems: log.findings.map(shown) }
}

export function shown({ file, line, column, ruleId, reason }: Finding): string {
  const where = file === 'templates/x.md.hbs' ? '' : `${file}:`
  return `${where}${line ?? ''}:${column ?? ''} ${ruleId}: ${reason}`
}
