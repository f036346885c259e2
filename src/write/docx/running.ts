import { written, type Xml, xml } from '../ooxml/xml.ts'
import { type Assembly, bodySetting, type Setting } from './assembly.ts'
import { field, run } from './fields.ts'
import { textRuns } from './inlines.ts'
import type { PageMeasures } from './measures.ts'
import { logoRun } from './pictures.ts'
import { pPr } from './properties.ts'
import { headingWords } from './styles.ts'
import { namespaces } from './word.ts'

/** At the head of every page but the cover: the title, and the section as Word finds it on the page. */
export function headerPart(setting: Setting, part: Setting['part'] = 'word/header.xml'): Xml {
  const { document, notedHeadings } = setting.assembly
  const { title, shortTitle = title, logo } = document.meta
  // By level: the names of Word's own styles are those of the reader's language.
  const section = field(`STYLEREF ${notedHeadings ? `"${headingWords}"` : 1}`, [])
  const before = logo ? [logoRun(logo, { ...setting, part }), ...textRuns('  ', setting)] : []
  const shown = shortened(shortTitle)
  const name = textRuns(shown, setting)
  // As a field of the file’s properties the title of paper made from this file is that of the pack.
  const named = shown === title ? field('TITLE', name) : name
  const content = [...before, ...named, run(xml('w:tab')), ...section]
  return xml('w:hdr', namespaces, markings(setting, 'head'), xml('w:p', {}, pPr({ style: 'Header' }), content))
}

/** At the head or foot of a cover: the marking and the watermark alone. */
export function coverPart(setting: Setting, edge: 'head' | 'foot'): Xml {
  const content = markings(setting, edge)
  const none = xml('w:p', {}, pPr({ style: edge === 'head' ? 'HeaderMarking' : 'FooterMarking' }))
  return xml(edge === 'head' ? 'w:hdr' : 'w:ftr', namespaces, content.length > 0 ? content : none)
}

/** The paragraphs with the marking and, at the head, the watermark; none where the document has neither. */
export function markings({ assembly }: Setting, edge: 'head' | 'foot'): Xml[] {
  const { marking, watermark } = assembly.document.meta
  const across = watermark && edge === 'head' ? [watermarkRun(watermark, assembly.page)] : []
  if (!marking) return across.length > 0 ? [xml('w:p', {}, pPr({ style: 'HeaderMarking' }), across)] : []
  const style = edge === 'head' ? 'HeaderMarking' : 'FooterMarking'
  const colour = (value: string) => value.slice(1)
  const look = xml(
    'w:rPr',
    {},
    xml('w:color', { 'w:val': colour(marking.ink) }),
    xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': colour(marking.ground) }),
  )
  const words = xml('w:r', {}, look, xml('w:t', { 'xml:space': 'preserve' }, ` ${marking.text} `))
  return [xml('w:p', {}, pPr({ style }), across, words)]
}

/** A header or footer of a reference with the marking and the watermark; any other part as it is. */
export function withMarkings(part: Uint8Array, assembly: Assembly): Uint8Array {
  const text = new TextDecoder(part[0] === 0xff ? 'utf-16le' : 'utf-8').decode(part)
  const root = /<(?:[\w.-]+:)?(hdr|ftr)(?=[\s>])[^>]*>/.exec(text)
  if (!root) return part
  const isHead = root[1] === 'hdr'
  const added = markings(bodySetting(assembly), isHead ? 'head' : 'foot').map((paragraph) => {
    const alone = { ...paragraph, attributes: { ...paragraph.attributes, ...namespaces } }
    let text = ''
    assembly.write(alone, (piece) => {
      text += piece
    })
    return text
  })
  if (added.length === 0) return part
  const at = isHead ? root.index + root[0].length : text.lastIndexOf('</')
  const whole = text.slice(0, at) + added.join('') + text.slice(at)
  return new TextEncoder().encode(whole.replace(/encoding=(["'])utf-16(?:le)?\1/i, 'encoding="UTF-8"'))
}

/** WordArt behind the text, by the name under which Word's own command finds a watermark and takes it out. */
function watermarkRun(word: string, { width, height, margins }: PageMeasures): Xml {
  const [inner, outer] = [(width - margins.left - margins.right) / 20, (height - margins.top - margins.bottom) / 20]
  // Turned by 45 degrees it must fit in both directions.
  const long = Math.round(Math.min(inner, outer) * 1.15)
  const high = Math.round(Math.min(150, (long / Math.max(3, word.length)) * 1.6))
  return run(written`<w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
    <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
      <v:formulas>${formulas.map((eqn) => xml('v:f', { eqn }))}</v:formulas>
      <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
       o:connectangles="270,180,90,0"/>
      <v:textpath on="t" fitshape="t"/>
    </v:shapetype>
    <v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt=""
     style="${place};width:${long}pt;height:${high}pt;rotation:315;z-index:-251658752;${centred}"
     o:allowincell="f" fillcolor="silver" stroked="f">
      <v:fill opacity=".5"/>
      <v:textpath style="font-family:'Arial';font-size:1pt" string="${word}"/>
    </v:shape>
  </w:pict>`)
}

const place = 'position:absolute;margin-left:0;margin-top:0'
const centred =
  'mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin'
const formulas = [
  ...['sum #0 0 10800', 'prod #0 2 1', 'sum 21600 0 @1', 'sum 0 0 @2', 'sum 21600 0 @3', 'if @0 @3 0'],
  ...['if @0 21600 @1', 'if @0 0 @2', 'if @0 @4 21600', 'mid @5 @6', 'mid @8 @5', 'mid @7 @8', 'mid @6 @7'],
  'sum @6 0 @5',
]

/** `title` on half a line: cut after a word, where it is longer. */
function shortened(title: string): string {
  const longest = 60
  if (title.length <= longest) return title
  return `${title.slice(0, title.lastIndexOf(' ', longest) > 0 ? title.lastIndexOf(' ', longest) : longest)} …`
}

/** “Page 3 of 24” at the foot of every page but the cover, at its outer edge. */
export function footerPart(setting: Setting, align?: 'left'): Xml {
  const { words } = setting.assembly.document.meta
  const last = String(Math.max(1, ...(setting.assembly.pages?.values() ?? [])))
  const content = [
    ...textRuns(`${words.page} `, setting),
    ...field('PAGE', textRuns('1', setting)),
    ...textRuns(` ${words.of} `, setting),
    ...field('NUMPAGES', textRuns(last, setting)),
  ]
  return xml('w:ftr', namespaces, xml('w:p', {}, pPr({ style: 'Footer', align }), content), markings(setting, 'foot'))
}
