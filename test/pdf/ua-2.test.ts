/** PDF/UA-2 in PDF 2.0, by what ISO 14289-2 asks of destinations, notes and contents; veraPDF is run by hand. */
import { expect } from 'vitest'
import { type Dictionary, PdfObjects, type Value } from '../helpers/pdf-objects.ts'
import { output, readerTest } from '../helpers/readers.ts'
import { sampleDocument } from '../helpers/sample-document.ts'
import { printed } from './context.ts'

readerTest(
  'qpdf',
  'the sample has structure destinations, notes that name their calls, and the namespace',
  async () => {
    const { path, bytes } = await printed(sampleDocument(), { accessibility: 'ua-2' })
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 8))).toBe('%PDF-2.0')
    await output('qpdf', '--check', path)
    const objects = new PdfObjects(path)
    expect(objects.trailer['/Info']).toBeUndefined()
    const root = objects.dictionary(objects.catalog['/StructTreeRoot'])
    const [document] = objects.array(root['/K']).map((kid) => objects.dictionary(kid))
    const namespace = objects.dictionary(document!['/NS'])
    expect([document!['/S'], objects.text(namespace['/NS'])]).toEqual(['/Document', 'http://iso.org/pdf2/ssn'])
    const isElement = (value: Value | undefined) => objects.dictionary(value)['/P'] !== undefined
    const links = objects.dictionaries.filter((each) => each['/Subtype'] === '/Link')
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) expect(link['/Dest'], 'no destination but by an action').toBeUndefined()
    const goTo = objects.dictionaries.filter((each) => each['/S'] === '/GoTo')
    expect(goTo.length).toBeGreaterThan(10)
    for (const action of goTo) expect(isElement(objects.array(action['/SD'])[0])).toBe(true)
    for (const item of objects.dictionaries.filter(
      (each) => each['/Title'] !== undefined && each['/Parent'] !== undefined,
    ))
      expect(objects.dictionary(item['/A'])['/S']).toBe('/GoTo')
    const elements = (type: string): Dictionary[] => objects.dictionaries.filter((each) => each['/S'] === type)
    expect(elements('/Note')).toEqual([])
    expect(elements('/FENote').length).toBeGreaterThan(0)
    for (const note of elements('/FENote')) {
      const calls = objects.array(note['/Ref']).map((call) => objects.dictionary(call))
      expect(calls.length).toBeGreaterThan(0)
      for (const call of calls) expect(objects.array(call['/Ref']).length).toBe(1)
    }
    for (const entry of elements('/TOCI')) {
      const holdsLink = JSON.stringify(entry['/K'] ?? '') !== '[]'
      if (holdsLink && entry['/Ref'] !== undefined) expect(isElement(objects.array(entry['/Ref'])[0])).toBe(true)
    }
    expect(elements('/TOCI').some((entry) => entry['/Ref'] !== undefined)).toBe(true)
  },
)
