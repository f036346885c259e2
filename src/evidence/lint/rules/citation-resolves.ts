import { citationResolves as citationResolvesHead, nodesOf } from '../../../core/index.ts'
import type { Source } from '../../../corpus/index.ts'
import { paragraphsCited } from '../../citations.ts'
import type { PackRule } from '../rule.ts'

/**
 * A citation leads to a paragraph that its text has; that its key names a source is seen when it is resolved, and that the
 * claims it names are made there when it is read.
 */
export const citationResolves: PackRule = {
  ...citationResolvesHead,
  scope: 'pack',
  check({ corpus, evidence, sections }, report) {
    for (const section of sections) {
      for (const cite of nodesOf(section.tree, 'cite')) {
        const has = evidence.texts.get(cite.identifier)?.length ?? corpus.sources.get(cite.identifier)?.text?.paragraphs
        // A work that numbers its paragraphs itself is cited by its numbers.
        const claims = corpus.sources.get(cite.identifier)?.claims ?? []
        const own = claims.some(isNumbered)
        // A passage that is not where its claim says is told at the claim.
        const pinned = evidence.texts.has(cite.identifier) ? claims.flatMap(({ passages }) => passages) : []
        const beyond = [...((!own && paragraphsCited(cite)) || [])].find(
          (para) => has !== undefined && (para < 1 || para > has) && !pinned.some((it) => it.para === para),
        )
        if (beyond === undefined) continue
        const reason = `${cite.identifier} has no paragraph ${beyond}`
        report(section.place(cite), reason, {
          notes: [`its text has ${has} paragraphs; `.concat('`briefpack pin` finds the one that has the words')],
          subject: `section:${section.name}`,
        })
      }
    }
  },
}

const isNumbered = ({ passages }: Source['claims'][number]) => passages.some(({ at }) => at?.paragraph !== undefined)
