import { type Xml, xml } from '../ooxml/xml.ts'
import type { Setting } from './assembly.ts'
import { field, run } from './fields.ts'
import { textRuns } from './inlines.ts'
import { pPr } from './properties.ts'
import { namespaces } from './word.ts'

/** At the head of every page but the cover: the title, and the section as Word finds it on the page. */
export function headerPart(setting: Setting): Xml {
  const { title, shortTitle = title } = setting.assembly.document.meta
  // By level: the names of styles are those of the reader's language.
  const section = field('STYLEREF 1', [])
  const content = [...textRuns(shortened(shortTitle), setting), run(xml('w:tab')), ...section]
  return xml('w:hdr', namespaces, xml('w:p', {}, pPr({ style: 'Header' }), content))
}

/** `title` on half a line: cut after a word, where it is longer. */
function shortened(title: string): string {
  const longest = 60
  if (title.length <= longest) return title
  return `${title.slice(0, title.lastIndexOf(' ', longest) > 0 ? title.lastIndexOf(' ', longest) : longest)} …`
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
