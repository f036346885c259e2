// The packs of the first corpus say what its five texts say. Each value was wrong once, or could be: the texts are the judge.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test, vi } from 'vitest'
import { build, type CheckResult } from '../src/build.ts'
import { Log } from '../src/core/log.ts'
import type { Corpus } from '../src/corpus/corpus.ts'
import { load } from '../src/corpus/load.ts'
import { Shaper } from '../src/write/pdf/printer/shaping.ts'
import { areaOf, defaultTheme } from '../src/write/theme.ts'
import { readFiles } from './helpers/golden.ts'
import { libreOffice, libreOfficeTest } from './helpers/libreoffice.ts'
import { sharedCache as cache, memoryHost } from './helpers/memory-host.ts'
import { noteShares } from './helpers/note-area.ts'
import { PdfObjects } from './helpers/pdf-objects.ts'
import { output, readerTest } from './helpers/readers.ts'

const files = new Map(
  ['corpus', 'templates'].flatMap((folder) =>
    [...readFiles(folder)].map(([path, text]) => [`${folder}/${path}`, text] as const),
  ),
)
const host = memoryHost(files)
let corpus: Corpus
let result: CheckResult
const printed = new Map<string, string>()
const byFontkit = vi.spyOn(Shaper.prototype, 'whole')

beforeAll(async () => {
  corpus = await load(memoryHost(files), new Log())
  result = await build(host, { formats: ['md', 'pdf', 'html', 'docx'], cache })
  for (const { name } of result.packs) printed.set(name, new TextDecoder().decode(host.written.get(`out/${name}.md`)))
})

/** Without anchors and raised text. */
const pack = () => printed.get('kazakhstan-ct')!.replace(/<\/?[a-z][^>]*>/g, '')
const judgment = (id: string) => corpus.judgments.get(id)!
const measure = (id: string) => corpus.measures.get(id)!
const sourcesOf = (claims: readonly string[]) => new Set(claims.map((id) => corpus.claims.get(id)!.source))

/** Words as a reader counts them: without notes, marks of Markdown and addresses of links. */
function wordsOf(markdown: string): number {
  const body = markdown
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^\[\^\d+\]:.*$/gm, '')
    .replace(/\[\^\d+\]|\{#[^}]*\}|!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  return body.match(/[^\s|*#>]*[\p{L}\p{N}][^\s|*#>]*/gu)!.length
}

test('three packs build, and nothing is found but pages without an archived copy', () => {
  expect(result.packs.map(({ name, sound }) => [name, sound])).toEqual([
    ['kazakhstan-ct-brief', true],
    ['kazakhstan-ct-evidence', true],
    ['kazakhstan-ct', true],
  ])
  expect(result.findings.flatMap(({ ruleId, message }) => (ruleId === 'source-is-archived' ? [] : [message]))).toEqual(
    [],
  )
})

test('every word is set by the pairs that are known of the fonts, whose own tables take long to read', () => {
  expect(byFontkit.mock.calls).toEqual([])
})

test('they are as long as a reader has time for', () => {
  const pages = Object.fromEntries(result.packs.map(({ name, stats }) => [name, stats.pages!]))
  expect(pages['kazakhstan-ct']).toBeLessThanOrEqual(28)
  expect(wordsOf(pack())).toBeLessThanOrEqual(8500)
  expect(pages['kazakhstan-ct-brief']).toBe(2)
})

readerTest('pdftotext', 'the pack has as few words as its pages show, furniture and citations among them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'words-'))
  const path = join(folder, 'pack.pdf')
  await writeFile(path, host.written.get('out/kazakhstan-ct.pdf')!)
  const words = (await output('pdftotext', path, '-')).trim().split(/\s+/)
  await rm(folder, { recursive: true })
  expect(words.length).toBeLessThanOrEqual(8500)
})

readerTest('pdftotext', 'no heading is among the last two lines of a page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'feet-'))
  for (const { name } of result.packs) {
    const path = join(folder, `${name}.pdf`)
    await writeFile(path, host.written.get(`out/${name}.pdf`)!)
    const headings = new Set(
      [...printed.get(name)!.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title!.replace(/<[^>]*>|[\\*]/g, '').trim()),
    )
    expect(headings.size).toBeGreaterThan(5)
    for (const page of (await output('pdftotext', '-layout', path, '-')).split('\f').slice(2)) {
      const lines = page.split('\n').flatMap((line) => line.trim() || [])
      for (const line of lines.slice(1, -1).slice(-2)) expect(headings, `${name}: ${line}`).not.toContain(line)
    }
  }
  await rm(folder, { recursive: true })
})

libreOfficeTest('the brief is two pages in a word processor that lacks its fonts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'brief-'))
  const path = join(folder, 'brief.docx')
  await writeFile(path, host.written.get('out/kazakhstan-ct-brief.docx')!)
  await libreOffice([{ open: path, save: join(folder, 'brief.pdf'), filter: 'writer_pdf_Export' }])
  expect(await output('pdfinfo', join(folder, 'brief.pdf'))).toMatch(/^Pages: +2$/m)
  await rm(folder, { recursive: true })
})

test('in a style with notes, the notes take no more than a quarter of the text area on average', async () => {
  const own = memoryHost(files)
  await build(own, { packs: ['kazakhstan-ct'], formats: ['pdf'], csl: 'chicago-notes', cache })
  const shares = await noteShares(own.written.get('out/kazakhstan-ct.pdf')!, areaOf(defaultTheme.page).height)
  const withNotes = shares.filter((share) => share > 0)
  const mean = withNotes.reduce((sum, share) => sum + share, 0) / withNotes.length
  expect(withNotes.length).toBeGreaterThan(10)
  expect(mean, shares.map((share) => share.toFixed(2)).join(' ')).toBeLessThanOrEqual(0.25)
})

test('a claim of the register names the judgments and disagreements that use it', () => {
  const register = printed.get('kazakhstan-ct-evidence')!
  for (const { id, for: support, against } of corpus.judgments.values()) {
    for (const claim of [...support, ...against]) {
      const [row] = register.match(new RegExp(`^\\| <a id="claim-${claim}".*$`, 'm'))!
      expect(row, claim).toContain(`(#judgment-${id}`)
    }
  }
  expect(register).toMatch(/claim-satpayev-force-as-panacea-2004">.*Used in:\* .*\[D\d+\]/)
})

test('the narrative of how policy changed has room and no more', () => {
  const [narrative] = pack()
    .split(/^# Policy evolution.*$/m)[1]!
    .split(/^# /m)
  const words = wordsOf(narrative!.replace(/^## .*$/gm, '').replace(/\\?\[\[?S\d.*?\](?!\()(?=[\s.,;]|$)/gm, ''))
  expect(words).toBeGreaterThanOrEqual(1300)
  expect(words).toBeLessThanOrEqual(1600)
})

test('evidence is for or against the sentence as printed', () => {
  const { event, indicators, ...forecast } = judgment('incursion-after-2014')
  expect(forecast.likelihood).toBe('unlikely')
  expect(forecast.for).toContain('sanderson-not-a-priority-target')
  expect(forecast.against.toSorted()).toEqual(event!.signs.toSorted())
  expect(indicators.map(({ observable, direction }) => [observable, direction])).toEqual([
    ['Armed groups taking ground in the Fergana Valley', 'down'],
    ['Arrests of armed groups on Kazakhstan’s southern border', 'down'],
    ['A foreign force staying on in Afghanistan after 2014', 'up'],
  ])
  expect(judgment('recruitment-2005').for.toSorted()).toEqual(judgment('recruitment-2005').event!.signs.toSorted())
})

test('a sentence that has lost its negation, and a presumption, are no evidence', () => {
  for (const { for: pro, against, alternatives } of corpus.judgments.values()) {
    const counted = [...pro, ...against, ...alternatives.flatMap((it) => [...it.for, ...it.against])]
    expect(counted).not.toContain('bozhko-force-alone')
    expect(counted).not.toContain('kazakhstan-presumed-support')
  }
})

test('likelihood is given once, where there is ground; the past on which the texts are silent has none', () => {
  const withTerm = [...corpus.judgments.values()].filter(({ likelihood }) => likelihood !== undefined)
  expect(withTerm.map(({ id }) => id)).toEqual(['incursion-after-2014'])
  for (const id of [
    'incursion-2002-2005',
    'population-2002-2005',
    'energy-target-2002-2005',
    'recruitment-2005',
    'shelter-2005',
    'dual-use-smuggling-2005',
  ])
    expect(judgment(id).standing, id).toBe('cannot-be-judged')
  expect(judgment('words-ahead-of-deeds').standing).toBe('reported')
  expect(pack()).toContain('As seen from mid-2013, it was **unlikely**')
  expect([...corpus.judgments.values()].filter(({ key }) => key)).toHaveLength(5)
})

test('dates are of the act, and “by” where only the report has one', () => {
  const dates = (id: string) => measure(id).history.map(({ date }) => date)
  expect(dates('aktau-training-centre')).toEqual(['2003-09'])
  for (const id of [
    'huey-subunit',
    'border-surveillance-equipment',
    'border-communications-and-languages',
    'fsb-information-agreements',
    'sco-cis-centres-use',
    'foreign-security-assistance',
    'arrests-alleged-ht-members',
  ])
    expect(dates(id), id).toEqual(['../2004-05'])
  expect(dates('resources-for-domestic-security')).toEqual(['../2002-11'])
  expect(corpus.events.get('cis-border-commanders-2013')!.date).toBe('2013-01-01/2013-03-28')
  expect(/\| by May\s2004 \| \*\*[^|]*Helicopter sub-unit/.test(pack())).toBe(true)
})

test('instruments, parties and statuses are those of the source', () => {
  const shape = (id: string) => [measure(id).instrument, measure(id).partners, measure(id).history.at(-1)!.status]
  expect(shape('overflight-rights')).toEqual(['decision', [], 'adopted'])
  expect(shape('almaty-conference-2004')).toEqual(['conference', [], 'implemented'])
  expect(shape('istanbul-process-2013')).toEqual(['conference', [], 'implemented'])
  expect(shape('knb-prevention-focus')[0]).toBe('statement')
  expect(shape('defence-of-investors-interests')).toEqual(['statement', [], 'unknown'])
  expect(shape('outreach-campaign-2013')).toEqual(['programme', [], 'adopted'])
  expect(measure('western-districts-protection').deprecated).toBeDefined()
  expect(corpus.events.get('information-campaign-2013')!.status).toBe('reported')
  expect(corpus.events.get('moscow-theatre-seizure-2002')!.kind).toBe('hostage-taking')
})

test('claims say what their passages say', () => {
  const gist = (id: string) => corpus.claims.get(id)!.gist
  expect(gist('interior-more-vulnerable-2002')).toContain('paid meaningful attention')
  expect(gist('bozhko-read-as-questioning-andijan')).toContain('doubting')
  expect(gist('bozhko-threat-growing')).toContain('is reported to believe')
  expect(gist('staunch-supporter-2004-10')).toContain('positioned itself')
  expect(corpus.claims.get('sieff-byline')!.passages[0]!.para).toBe(2)
  expect(sourcesOf(judgment('partners-on-both-sides').for).size).toBe(2)
})

test('what is cited is told from what is quoted, and what is likely from what is stated', () => {
  const via = (id: string) => corpus.claims.get(id)!.said!['via-basis']
  expect(via('bozhko-astana-remarks')).toBe('stated')
  expect(via('bozhko-threat-growing')).toBe('likely')
  expect(via('almaty-conference-list-2004')).toBe('likely')
  expect(via('almaty-declaration-2004')).toBe('stated')
  expect(via('satpayev-system-inefficient-2004')).toBe('likely')
  expect(via('zlotnikov-corruption-2004')).toBe('stated')
})

test('what the texts do not say of themselves is shown as supplied, inferred or attributed', () => {
  for (const words of [
    'three unsigned ones attributed to its author (2004–2005; the attribution is unverified)',
    '[Kazakhstani Bids for Regional Antiterrorism Agenda]',
    '[Roger N. McDermott]',
    'vol. 2, no. 10',
    'vol. 1, no. 115, [The Jamestown Foundation], [28 October 2004]',
    'date inferred; publisher not named.',
    'vol. 2, no. 122',
    '[July 2013]',
    'kazakhstans-emerging-role-in-the-war-on-terror-2',
    'Kazakhstan Introduces New Counter-Terrorism Strategy',
    'vol. 10, no. 66',
    '10, no. 66, [The Jamestown Foundation], [April 2013]',
  ])
    expect(pack().replaceAll('\\', '').includes(words), words).toBe(true)
})

test('five people are heard, in at most eight quotations', () => {
  const quoted = [
    ...pack()
      .split(/^# Policy evolution/m)[1]!
      .split(/^# /m)[0]!
      .matchAll(/“[^”]{20,}”/g),
  ].map(([it]) => it)
  expect(quoted.length).toBeLessThanOrEqual(8)
  for (const words of [
    'restricted to actions by special services',
    'the force component of the anti-terrorist system',
    'an appropriate localization',
    'by legal and other means',
    'Shall we wait until someone dies?',
  ])
    expect(pack().includes(words), words).toBe(true)
})

test('terms are explained where they first stand, and words of the workshop are not used', () => {
  for (const [term, explanation] of [
    ['19+1', 'Talks of NATO’s then nineteen members'],
    ['KAZBAT', 'peacekeeping battalion'],
    ['PARP', 'Planning and Review Process'],
    ['KNB', 'the intelligence service'],
  ] as const)
    expect(pack().includes(explanation), term).toBe(true)
  for (const markdown of printed.values())
    expect(
      markdown.match(
        /\b(?:texts? held|nothing held|not held|is told of|are told of|asking whether an operation)\b/,
      )?.[0],
    ).toBeUndefined()
})

test('every link into a file beside has its target there, as a reader of the Markdown finds it', () => {
  const targets = new Map([...printed].map(([name, text]) => [name, new Set(text.match(/(?<=<a id=")[^"]+/g))]))
  let links = 0
  for (const text of printed.values()) {
    for (const [, name, id] of text.matchAll(/\]\((kazakhstan-ct[\w-]*)\.md#([\w-]+)\)/g)) {
      links++
      expect(targets.get(name!)?.has(id!) || printed.get(name!)!.includes(`{#${id}}`), `${name}#${id}`).toBe(true)
    }
  }
  expect(links).toBeGreaterThan(20)
})

/** What each pack links to in the files beside it, and what can be linked to in each: nothing leads nowhere. */
function expectTargets(
  read: (name: string) => { readonly links: readonly [string, string][]; readonly targets: Set<string> },
) {
  const packs = new Map([...printed.keys()].map((name) => [name, read(name)]))
  const links = [...packs.values()].flatMap((it) => it.links)
  const lost = links.filter(([name, id]) => !packs.get(name)?.targets.has(id))
  expect(lost.map(([name, id]) => `${name}#${id}`)).toEqual([])
  for (const name of ['kazakhstan-ct', 'kazakhstan-ct-evidence'])
    expect(packs.get(name)!.links.length, name).toBeGreaterThan(10)
}

test('every link into a file beside has its target there, in HTML', () => {
  expectTargets((name) => {
    const html = new TextDecoder().decode(host.written.get(`out/${name}.html`))
    return {
      links: [...html.matchAll(/ href="(kazakhstan-ct[\w-]*)\.html#([^"]*)"/g)].map(([, file, id]) => [file!, id!]),
      targets: new Set(html.match(/(?<= id=")[^"]+/g)),
    }
  })
})

test('every citation leads to the row of its claim, and the row back into the file that cites it, in HTML', () => {
  const html = (name: string) => new TextDecoder().decode(host.written.get(`out/${name}.html`))
  const register = 'kazakhstan-ct-evidence'
  const rows = new Map(
    [...html(register).matchAll(/<tr>(?:(?!<tr>).)*?id="(claim-[^"]+)".*?<\/tr>/gs)].map((it) => [it[1], it[0]]),
  )
  for (const name of printed.keys()) {
    const file = name === register ? '' : `${name}.html`
    const to = name === register ? '' : `${register}.html`
    const links = [...html(name).matchAll(/ href="([^"#]*)#(claim-[^"]+)"/g)]
    expect(new Set(links.map(([, where]) => where))).toEqual(new Set([to]))
    const cited = new Set(links.map(([, , claim]) => claim))
    expect(cited.size, name).toBeGreaterThan(10)
    for (const claim of cited) expect(rows.get(claim), `${name}: ${claim}`).toContain(` href="${file}#`)
  }
})

test('every link into a file beside has its bookmark there, in Word', () => {
  expectTargets((name) => {
    const parts = unzipSync(host.written.get(`out/${name}.docx`)!)
    const files = new Map(
      [...strFromU8(parts['word/_rels/document.xml.rels']!).matchAll(/ Id="(\w+)"[^>]* Target="([\w-]+)\.docx"/g)].map(
        ([, id, file]) => [id!, file!],
      ),
    )
    const xml = strFromU8(parts['word/document.xml']!)
    return {
      links: [...xml.matchAll(/<w:hyperlink r:id="(\w+)" w:anchor="([^"]*)"/g)].map(([, id, anchor]) => [
        files.get(id!)!,
        anchor!,
      ]),
      targets: new Set(xml.match(/(?<=<w:bookmarkStart [^>]*w:name=")[^"]+/g)),
    }
  })
})

readerTest('qpdf', 'every link into a file beside has its named destination there, in PDF', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'links-'))
  try {
    for (const name of printed.keys()) await writeFile(join(folder, name), host.written.get(`out/${name}.pdf`)!)
    expectTargets((name) => {
      const pdf = new PdfObjects(join(folder, name))
      const actions = pdf.dictionaries.map((it) => pdf.dictionary(it['/A'])).filter((it) => it['/S'] === '/GoToR')
      const names = pdf.tree(pdf.dictionary(pdf.catalog['/Names'])['/Dests'], '/Names').keys()
      return {
        links: actions.map((it) => {
          const file = pdf.dictionary(it['/F'])
          return [pdf.text(file['/UF'])!.replace(/\.pdf$/, ''), pdf.text(it['/D'])!]
        }),
        targets: new Set([...names].map((it) => pdf.text(it)!)),
      }
    })
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the timeline’s words count what it draws', () => {
  const [, alt] = pack().match(/!\[(Timeline, [^\]]*)\]/)!
  const drawn = [...alt!.matchAll(/: (\d+)[;.]/g)].reduce((sum, [, number]) => sum + Number(number), 0)
  const rows = pack().split('| No. | Date | What happened |')[1]!.split('\n\n')[0]!
  const numbers = [...rows.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number))
  expect(drawn).toBeGreaterThanOrEqual(Math.max(...numbers))
  expect(drawn - numbers.length).toBe(Number(alt!.match(/Measures: (\d+)/)![1]))
})
