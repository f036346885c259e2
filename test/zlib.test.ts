import { readFileSync } from 'node:fs'
import { gunzipSync, inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { joined } from '../src/core/host.ts'
import { unzip, zip } from '../src/core/zip.ts'
import { Deflate, deflated } from '../src/core/zlib.ts'
import { zlibModule } from '../src/core/zlib-module.ts'

test('zlib is as its package has it', () => {
  const own = readFileSync('node_modules/@zip.js/zip.js/dist/zip-module.wasm')
  expect(own.equals(Buffer.from(zlibModule, 'base64'))).toBe(true)
})

/** Bytes that pack well, and bytes that do not, of more than one buffer too. */
const bytes = fc
  .tuple(fc.uint8Array({ maxLength: 50 }), fc.nat(20_000), fc.uint8Array({ maxLength: 2000 }))
  .map(([some, times, others]) => joined([...Array<Uint8Array>(times).fill(some), others]))

test('what is packed is unpacked again, and stays the same', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 9 }), (all, level) => {
      const packed = deflated(all, level)
      expect(inflateSync(packed).equals(all)).toBe(true)
      expect(Buffer.compare(deflated(all, level), packed)).toBe(0)
    }),
    { numRuns: 30 },
  )
})

test('streams that are packed by turns do not mix', () => {
  fc.assert(
    fc.property(fc.array(bytes, { minLength: 2, maxLength: 4 }), (all) => {
      const packed = all.map(() => [] as Uint8Array[])
      const streams = packed.map((chunks) => new Deflate(2, (chunk) => chunks.push(chunk), 'gzip'))
      for (let at = 0; all.some(({ length }) => at < length); at += 10_000)
        for (const [index, stream] of streams.entries()) stream.push(all[index]!.subarray(at, at + 10_000))
      for (const stream of streams) stream.end()
      for (const [index, chunks] of packed.entries()) expect(gunzipSync(joined(chunks)).equals(all[index]!)).toBe(true)
    }),
    { numRuns: 10 },
  )
})

test('files come out of a zip file as they went in', () => {
  const files = new Map([
    ['a.xml', 'é'.repeat(100_000)],
    ['b/picture.png', 'not packed twice'],
    ['empty', ''],
  ])
  const read = unzip(zip(files)) as ReadonlyMap<string, Uint8Array>
  expect([...read].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual([...files])
})
