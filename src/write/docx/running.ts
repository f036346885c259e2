import type { Setting } from './assembly.ts'
import { field } from './fields.ts'
import { textRuns } from './inlines.ts'
import { pPr } from './properties.ts'
import { namespaces, type Xml, xml } from './xml.ts'

/** The title at the head of every page but the cover. */
export function headerPart(setting: Setting): Xml {
  const { meta } = setting.assembly.document
  return xml('w:hdr', namespaces, xml('w:p', {}, pPr({ style: 'Header' }), textRuns(meta.title, setting)))
}

/** “Page 3 of 24” at the foot of every page but the cover. */
export function footerPart(setting: Setting): Xml {
  const { words } = setting.assembly.document.meta
  const last = String(Math.max(1, ...(setting.assembly.pages?.values() ?? [])))
  const content = [
    ...textRuns(`${words.page} `, setting),
    ...field('PAGE', textRuns('1', setting)),
    ...textRuns(` ${words.of} `, setting),
    ...field('NUMPAGES', textRuns(last, setting)),
  ]
  return xml('w:ftr', namespaces, xml('w:p', {}, pPr({ style: 'Footer' }), content))
}

/** The cover has neither. */
export const emptyPart = (kind: 'hdr' | 'ftr'): Xml => xml(`w:${kind}`, namespaces, xml('w:p'))
