import { exampleSection } from '../../../core/index.ts'
import { nameOf } from '../../graph.ts'
import { unprinted } from '../../printing.ts'
import { datum, type PackRule } from '../rule.ts'

const section = exampleSection(
  'The harbour has been open again since March 2005 [@ortega-2005; @lind-2004].',
  '## How long the harbour stays open',
  'It is used all year.',
)

export const disagreementIsShown: PackRule = {
  id: 'disagreement-is-shown',
  severity: 'error',
  summary: 'A pack that prints a key judgment prints the open disagreements that touch it.',
  norm: 'ICD 203, standard 6',
  reason: 'An open question under a key judgment is not kept from those who rely on it.',
  scope: 'pack',
  wholePack: true,
  fails: {
    'disagreement:open-or-shut': `
title: Open or shut
claims: [harbour-reopened, dockers-sent-home]
kind: interpretive
account: The one tells of the closure, the other of what followed.
resolution: Open.
touches: [harbour-stays-open]
`,
    body: section,
  },
  findings: [
    'disagreement:open-or-shut: the open disagreement “open-or-shut” touches harbour-stays-open and is not printed',
  ],
  passes: {
    'disagreement:open-or-shut': `
title: Open or shut
claims: [harbour-reopened, dockers-sent-home]
kind: interpretive
account: The one tells of the closure, the other of what followed.
status: resolved
resolution: Both stand.
touches: [harbour-stays-open]
`,
    body: section,
  },
  check({ corpus, pack, sections, sentences }, report) {
    const headings = sentences.flatMap(({ block, text }) => (block === 'heading' ? [text] : []))
    const isPrintedKey = (id: string) => {
      const judgment = corpus.judgments.get(id)
      return judgment?.key && headings.some((text) => text.includes(judgment.title))
    }
    const open = [...corpus.disagreements.values()].filter(
      ({ status, touches, deprecated }) => !deprecated && status === 'open' && touches.some(isPrintedKey),
    )
    const left = unprinted(
      open.map(({ id }) => nameOf('disagreement', id)),
      sections,
    )
    const hidden = open.filter(({ id }) => left.has(nameOf('disagreement', id)))
    const [one, ...others] = hidden
    if (one === undefined) return
    const notes = ['the section “disagreements” prints them']
    const place = datum(corpus, 'pack', pack.id, 'sections')
    if (others.length === 0) {
      const reason = `the open disagreement “${one.id}” touches ${one.touches.join(', ')} and is not printed`
      report(place, reason, { notes, subject: `disagreement:${one.id}` })
    } else {
      const reason = `${hidden.length} open disagreements touch key judgments and are not printed`
      const which = `they are ${hidden.map(({ id }) => id).join(', ')}`
      report(place, reason, { notes: [which, ...notes] })
    }
  },
}
