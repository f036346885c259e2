import type { PackRule } from '../rule.ts'

/** House value: a section that cites less leans on nothing. */
const fewest = 3

export const sectionHasTwoSources: PackRule = {
  id: 'section-has-two-sources',
  scope: 'pack',
  check({ sections, sentences }, report) {
    for (const section of sections) {
      const cites = sentences.filter((it) => it.section === section.name).flatMap((it) => it.cites)
      const keys = new Set(cites.map(({ identifier }) => identifier))
      if (cites.length < fewest || keys.size !== 1) continue
      const [key] = keys
      report(section.place({}), `all ${cites.length} citations of section “${section.name}” are of ${key}`, {
        subject: `section:${section.name}`,
      })
    }
  },
}
