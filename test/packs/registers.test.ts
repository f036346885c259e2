// The registers as data: what a spreadsheet program reads is what the records say, and nothing of it is run.
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { build } from '../../src/build.ts'
import { csv } from '../../src/write/csv.ts'
import { workbook } from '../../src/write/xlsx/xlsx.ts'
import { readFiles } from '../helpers/golden.ts'
import { memoryHost } from '../helpers/memory-host.ts'

const files = new Map<string, string>([
  ...readFiles('assets/sample'),
  ...[...readFiles('templates')].map(([path, text]) => [`templates/${path}`, text] as const),
])

test('a pack writes a sheet and a file a register, with the ids of the records, and the same bytes again', async () => {
  const made = async () => {
    const host = memoryHost(files)
    const { findings } = await build(host, { formats: ['xlsx', 'csv'] })
    expect(findings.filter(({ fatal }) => fatal)).toEqual([])
    return host.written
  }
  const [written, again] = [await made(), await made()]
  expect([...again]).toEqual([...written])
  const claims = new TextDecoder().decode(written.get('out/alder-water.registers/claims.csv'))
  expect(claims.split('\r\n')[0]).toBe(
    'id,source,code,paragraphs,places,kind,voice,speaker,gist,date,date basis,that it was said,that it is so,why,value,unit,first words,last words,quote,about,note,tags',
  )
  expect(claims).toContain('\r\nkestrel-hired,alder-courier-2020,S2,6,,fact,author,,')
  const parts = unzipSync(written.get('out/alder-water.registers.xlsx')!)
  for (const part of Object.values(parts)) expect(() => fromXml(strFromU8(part))).not.toThrow()
  expect(strFromU8(parts['xl/workbook.xml']!)).toMatch(/<sheet name="sources"[^>]*>.*<sheet name="claims"/)
  expect(strFromU8(parts['xl/worksheets/sheet2.xml']!)).toContain('>kestrel-hired</t>')
})

test('hostile texts stay texts', () => {
  const rows = [['=1+1', '@x', 'a "b", c', 'two\nlines', 5, -3, true, undefined]]
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv(['a'], rows)).slice(1)).toBe(
    'a\r\n\'=1+1,\'@x,"a ""b"", c","two\nlines",5,-3,true,\r\n',
  )
  const sheet = strFromU8(unzipSync(workbook([{ name: 's', columns: ['a'], rows }]))['xl/worksheets/sheet1.xml']!)
  expect(sheet).not.toContain('<f>')
  expect(sheet).toContain('<t xml:space="preserve">=1+1</t>')
  expect(sheet).toContain('<v>-3</v>')
})
