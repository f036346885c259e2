import { exampleSection } from '../../../core/index.ts'
import type { PackRule } from '../rule.ts'

/** House value: a section that cites less leans on nothing. */
const fewest = 3

export const sectionHasTwoSources: PackRule = {
  id: 'section-has-two-sources',
  severity: 'warning',
  summary: 'A section that cites does not cite one source only.',
  norm: 'ICD 203, standard 1',
  reason: 'A part of the pack that leans on one text says so, or finds another. House value: three citations.',
  scope: 'pack',
  fails: {
    'pack:arden': 'also-consulted: [lind-2004]',
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005; @ortega-2005; @ortega-2005]. “Likely” stands for 55–80%.',
    ),
  },
  findings: ['section:body: all 3 citations of section “body” are of ortega-2005'],
  passes: {
    body: exampleSection(
      'The harbour has been open again since March 2005 [@ortega-2005; @ortega-2005; @lind-2004]. “Likely” stands for 55–80%.',
    ),
  },
  check({ sections, sentences }, report) {
    for (const section of sections) {
      const own = sentences.filter((it) => it.section === section.name && it.block !== 'source-note')
      const cites = own.flatMap((it) => it.cites)
      const keys = new Set(cites.map(({ identifier }) => identifier))
      if (cites.length < fewest || keys.size !== 1) continue
      const [key] = keys
      report(section.place({}), `all ${cites.length} citations of section “${section.name}” are of ${key}`, {
        subject: `section:${section.name}`,
      })
    }
  },
}
