import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { anchor } from '../../src/evidence/anchor.ts'
import { paragraphsOf } from '../../src/evidence/normalise.ts'
import { run, sampleFolder, temporaryFolder } from './run.ts'

const folder = await sampleFolder()
const text = `2005
null
The mayor said "quote: # no comment" and {left}.
The price was 0x10 or 1e5 crowns. The mayor – who else? – paid it.
Nobody asked. Nobody asked.`
writeFileSync(join(folder, 'texts/alder-courier-2020.txt'), text)

const pin = (...words: string[]) => run(folder, ['pin', 'alder-courier-2020', ...words])

test.each([
  ['2005', '2005'],
  ['null', 'null'],
  ['The mayor said', '{left}.'],
  ['0x10', '1e5'],
  ['The mayor — who', 'paid it.'],
])('what is printed for “%s … %s” is a passage that holds when it is pasted', async (start, end) => {
  const { out, code } = await pin(start, '--to', end)
  const [passage] = parse(out)
  expect(code).toBe(0)
  expect(passage).toEqual({
    para: expect.any(Number),
    start: expect.any(String),
    end: expect.any(String),
    sha256: expect.any(String),
  })
  expect(anchor(passage, paragraphsOf(text)).outcome).toBe('ok')
})

test('the passage is shown with what stands around it', async () => {
  expect((await pin('The price')).err).toContain('para. 4: ▸The price was 0x10 or 1e5 crowns.◂ The mayor - who else?')
})

test('words that stand in another paragraph too are pinned by the number of theirs, which is said', async () => {
  const { err, code } = await pin('The', '--to', 'mayor', '--para', '3')
  expect(code).toBe(0)
  expect(err).toContain('the words stand in paragraph 4 too')
})

test.each([
  [['The mayer said'], 'nearest, in paragraph 3: The mayor said'],
  [
    ['The mayor said', '--to', 'paid it.'],
    'the first words stand in paragraph 3, the last in paragraph 4; a passage lies in one paragraph',
  ],
  [['The price', '--para', '3'], 'they stand in paragraph 4'],
  [['The price', '--para', '9'], 'the text has 5 paragraphs'],
  [['Nobody asked.'], '2 passages answer to these words'],
])('%s finds none, and says why', async (words, reason) => {
  const { err, out, code } = await pin(...words)
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toContain(reason)
})

test('wrong usage is told from a text that cannot be read', async () => {
  expect(await pin('The price', '--para', '0')).toMatchObject({ code: 2 })
  const unknown = await run(folder, ['pin', 'harbor-courier-2020', 'The'])
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('did you mean “alder-courier-2020”?') })
  writeFileSync(join(folder, 'texts/brandt-review-2021.txt'), Buffer.from('\ufeffA text.', 'utf16le'))
  const foreign = await run(folder, ['pin', 'brandt-review-2021', 'A text'])
  expect(foreign).toMatchObject({ code: 1, err: expect.stringContaining('the file is not UTF-8 text') })
})

test('--write puts the passage into the record of a claim, and nothing else moves', async () => {
  const path = join(folder, 'corpus/sources/alder-courier-2020.yaml')
  const before = readFileSync(path, 'utf8')
  const claim = /- id: (\S+)/.exec(before)![1]!
  const { out, code } = await pin('The price', '--write', claim)
  const after = readFileSync(path, 'utf8')
  expect(code).toBe(0)
  expect(out).toContain('corpus/sources/alder-courier-2020.yaml')
  const changed = after.split('\n').filter((line, at) => line !== before.split('\n')[at])
  expect(changed).toHaveLength(1)
  expect(parse(after).claims[0].passages).toEqual([expect.objectContaining({ para: 4, start: 'The price was' })])
  await pin('null', '--write', claim, '--add')
  expect(parse(readFileSync(path, 'utf8')).claims[0].passages).toHaveLength(2)
  const refused = await pin('2005', '--write', claim)
  expect(refused.code).toBe(1)
  expect(refused.err).toContain(`${claim} has 2 passages`)
  expect((await pin('2005', '--write', 'nobody')).err).toContain('no claim “nobody”')
})

test('--at says where a reader finds the passage', async () => {
  const { out, code } = await pin('The price', '--at', 'article=5(2)')
  expect(code).toBe(0)
  expect(Object.entries(parse(out)[0]).slice(0, 2)).toEqual([
    ['para', 4],
    ['at', { article: '5(2)' }],
  ])
  const wrong = await pin('The price', '--at', 'artical=5')
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('did you mean “article”?') })
})

test('a claim is added with the passage that its words name', async () => {
  const folder = temporaryFolder('minimal')
  const text = readFileSync(join(folder, 'texts/quay-2003.txt'), 'utf8')
  const sentence = /[A-Z][^.\n]{20,}\./.exec(text)![0]
  const words = sentence.split(' ').slice(0, 4).join(' ')
  const fields = [
    'kind=fact',
    'voice=author',
    'credibility.proposition=3',
    'credibility.why=So it is.',
    `gist=${sentence}`,
  ]
  const add = (...more: string[]) => run(folder, ['add', 'claim', '--source', 'quay-2003', ...more, ...fields])
  const wrong = await add('--words', 'Nothing of the kind stands')
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('do not pin a passage in texts/quay-2003.txt') })
  const { code, err } = await add('--words', words)
  expect(code, err).toBe(0)
  expect(readFileSync(join(folder, 'corpus/sources/quay-2003.yaml'), 'utf8')).toContain(`gist: ${sentence}`)
  const { out } = await run(folder, ['check'])
  expect(out).not.toMatch(/passage-/)
  rmSync(folder, { recursive: true })
})
