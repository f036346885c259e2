/** PDF/UA-1 and PDF/A-2b: what the file says of itself. */
import { fromXml } from 'xast-util-from-xml'
import type { PdfObjects } from './pdf-objects.ts'
import type { Check } from './pdf-ua.ts'

export function checkMetadata(objects: PdfObjects, check: Check): void {
  const { catalog } = objects
  checkCatalog(objects, check)
  const xmp = objects.bytes(catalog['/Metadata']).toString('utf8')
  check('7.1-8', xmp !== '', 'no metadata')
  check('XMP well-formed', isWellFormed(xmp), 'malformed XML')
  check('5-1', xmp.includes('<pdfuaid:part>1</pdfuaid:part>'), 'no identification as PDF/UA-1')
  check('7.1-9', /<dc:title>.*\S.*<\/dc:title>/s.test(xmp), 'no dc:title')
  checkArchive(objects, xmp, check)
  const associated = new Set(
    objects.dictionaries.flatMap((each) => objects.array(each['/AF']).map((file) => objects.dictionary(file))),
  )
  for (const dictionary of objects.dictionaries) {
    if (dictionary['/Type'] !== '/Filespec') continue
    // veraPDF's 6.8-3 and 6.8-4 of PDF/A-3: of whatever says that it is a Filespec, also the target of a link.
    const isNamed = Boolean(objects.text(dictionary['/F']) && objects.text(dictionary['/UF']))
    check('7.11-1', isNamed, 'an attached file has no name')
    check('PDF/A-3 relationship', dictionary['/AFRelationship'] !== undefined, 'an attached file has no relationship')
    check('PDF/A-3 association', associated.has(dictionary), 'nothing in the document has the attached file')
  }
}

function checkCatalog(objects: PdfObjects, check: Check): void {
  const { catalog } = objects
  const markInfo = objects.dictionary(catalog['/MarkInfo'])
  const viewer = objects.dictionary(catalog['/ViewerPreferences'])
  const language = objects.text(catalog['/Lang']) ?? ''
  check('6.2-1', markInfo['/Marked'] === true, 'not marked')
  check('7.1-4', markInfo['/Suspects'] !== true, 'suspects')
  check('7.1-10', viewer['/DisplayDocTitle'] === true, 'the title is not displayed')
  check('7.1-11', catalog['/StructTreeRoot'] !== undefined, 'no structure tree')
  check('7.2-34', language !== '', 'no language')
  check('7.2-29', isLanguage(language), `language ${language}`)
}

/** RFC 3066, as ISO 14289-1 asks. */
export const isLanguage = (value: string) => /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(value)

function checkArchive(objects: PdfObjects, xmp: string, check: Check): void {
  const { catalog, trailer } = objects
  const intent = objects.dictionary(objects.array(catalog['/OutputIntents'])[0])
  check('PDF/A identification', /<pdfaid:part>[23]<.*<pdfaid:conformance>A</s.test(xmp), 'not identified')
  check('PDF/A extension schema', xmp.includes('pdfaExtension:schemas'), 'pdfuaid is not described')
  check('PDF/A output intent', objects.bytes(intent['/DestOutputProfile']).length > 0, 'no profile')
  check('PDF/A file identifier', objects.array(trailer['/ID']).length === 2, 'no ID')
  check('PDF/A not encrypted', trailer['/Encrypt'] === undefined, 'encrypted')
  check('PDF/A metadata unfiltered', objects.dictionary(catalog['/Metadata'])['/Filter'] === undefined, 'filtered')
  const title = objects.text(objects.dictionary(trailer['/Info'])['/Title']) ?? ''
  check('PDF/A title twice the same', xmp.includes(escaped(title)), `“${title}” is not in the XMP`)
  const attaches = objects.dictionaries.some((dictionary) => dictionary['/Type'] === '/Filespec')
  check('PDF/A part', !attaches || xmp.includes('<pdfaid:part>3<'), 'files are attached in part 2')
  for (const dictionary of objects.dictionaries) {
    const action = dictionary['/S']
    // veraPDF's 6.2.4.3-3, 6.8-1 and 6.1.13-3 of PDF/A-2 and 3.
    check('PDF/A no inks', dictionary['/ColorSpace'] !== '/DeviceCMYK', 'an image in CMYK')
    if (dictionary['/Type'] === '/EmbeddedFile') {
      const type = String(dictionary['/Subtype'] ?? 'nothing')
      check('PDF/A media type', /^\/[-\w+.]+\/[-\w+.]+$/.test(type), `an attached file is ${type}`)
    }
    for (const value of Object.values(dictionary)) {
      check('PDF/A short strings', byteLength(objects.text(value)) <= 32_767, 'a string of more than 32767 bytes')
    }
    if (action === '/JavaScript' || action === '/Launch') check('PDF/A no actions', false, String(action))
  }
}

/** Beyond ASCII, pdfkit writes two bytes a UTF-16 unit and a mark in front. */
const byteLength = (text = '') => (/^[\x20-\x7e]*$/.test(text) ? text.length : 2 * text.length + 2)

function isWellFormed(xmp: string): boolean {
  try {
    fromXml(xmp)
    return true
  } catch {
    return false
  }
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[found]!)
