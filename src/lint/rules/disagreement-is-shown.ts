import { recordsPrinted } from '../../evidence/printing.ts'
import type { PackRule } from '../rule.ts'

/** What is open and touches a key judgment is printed. */
export const disagreementIsShown: PackRule = {
  id: 'disagreement-is-shown',
  scope: 'pack',
  check({ corpus, pack, sections }, report) {
    const open = [...corpus.disagreements.values()].filter(
      ({ status, touches, deprecated }) =>
        !deprecated && status === 'open' && touches.some((id) => corpus.judgments.get(id)?.key),
    )
    if (open.length === 0) return
    const printed = recordsPrinted(sections)
    for (const { id, touches } of open) {
      if (printed.has(`disagreement:${id}`)) continue
      const reason = `the open disagreement “${id}” touches ${touches.join(', ')} and is not printed`
      report(corpus.place('pack', pack.id, ['sections']), reason, {
        notes: ['the section “disagreements” prints them'],
        subject: `disagreement:${id}`,
      })
    }
  },
}
