// pdfmake has no types for what the printer is built on: what a new version no longer gives is told here.
import { expect, test } from 'vitest'
import * as pdfmake from '../../src/write/pdf/printer/pdfmake-internals.ts'

const members = {
  DocumentContext: 'addMargin moveDown getCurrentPage addPage initializePage moveToNextPage resetMarginXTopParent',
  DocMeasure: 'measureNode measureBlock gapSizeForList buildUnorderedMarker buildOrderedMarker',
  LayoutBuilder: `registerTableLayouts processNode processVerticalContainer processList processTable processRow
    processLeaf processSVG processImage processCanvas buildNextLine addHeadersAndFooters`,
  Line: 'addInline getHeight getWidth getAvailableWidth clone getAscenderHeight',
  PageElementWriter: `addLine addFragment addSVG addImage alignLine moveToNextPage addPage context
    beginUnbreakableBlock commitUnbreakableBlock _fitOnPage`,
  PdfDocument: `ref addPage addContent flushPages font openImage provideImage getFontFile annotate addNamedDestination
    file addNamedEmbeddedFile getStructTreeRoot getStructParentTree createStructParentTreeNextKey appendXML initSubset
    endMarkings _addInfo _finalize _write _refEnd`,
  Renderer: 'renderVector renderImage renderSVG',
  SvgMeasure: 'measureSVG writeDimensions',
  TableProcessor: 'beginTable beginRow endRow endTable',
} as const

const classes: Readonly<Record<string, unknown>> = { ...pdfmake }

test.each(Object.entries(members))('pdfmake’s %s has what the printer calls and overrides', (name, names) => {
  const { prototype } = classes[name] as { prototype: Record<string, unknown> }
  expect(names.split(/\s+/).filter((member) => typeof prototype[member] !== 'function')).toEqual([])
})

test('pdfmake still has functions for the size and the margins of a page', () => {
  expect(pdfmake.normalizePageSize({ width: 100, height: 200 })).toMatchObject({ orientation: 'portrait' })
  expect(pdfmake.normalizePageMargin([1, 2, 3, 4])).toEqual({ left: 1, top: 2, right: 3, bottom: 4 })
})
