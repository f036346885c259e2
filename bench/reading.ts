// Whether paragraphs come out of PDF files as they went in: texts that are known, set by Chromium and LibreOffice in one
// and two columns, with running heads, page numbers and hyphens, and by typst, where `TYPST` names it, with notes; beside
// the blocks of `pdftotext -layout`. Then the same texts as Word files, beside mammoth and pandoc.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { chromium } from 'playwright-core'
import { readDocx } from '../src/evidence/import/containers.ts'
import { readPdf } from '../src/evidence/import/pdf.ts'

const vocabulary: Readonly<Record<string, string>> = {
  en: 'the port was closed on Monday and nobody knew why harbour master council of Arden said ships can wait in May toll four crowns administration infrastructure development well-known counter-terrorism cooperation',
  ru: 'порт закрыли в понедельник и никто не знал почему совет города сообщил что суда ждать не могут пошлина четыре кроны администрация инфраструктура сотрудничество контртеррористический',
  kk: 'порт дүйсенбіде жабылды және ешкім неге екенін білмеді қала кеңесі кемелер күте алмайды деп хабарлады төрт крона ынтымақтастық қауіпсіздік инфрақұрылым',
}

let state = 7
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 0x1_0000_0000
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

interface Part {
  readonly tag: 'h2' | 'p' | 'li'
  readonly text: string
}

function textIn(language: string, count: number): Part[] {
  const words = vocabulary[language]!.split(' ')
  const some = (from: number, to: number) =>
    Array.from({ length: from + Math.floor(random() * (to - from)) }, () => pick(words)).join(' ')
  const sentence = () =>
    `${capital(some(5, 22))}${random() < 0.2 ? `, ${Math.floor(random() * 900)} ${some(2, 6)}` : ''}.`
  return Array.from({ length: count }, (_, at): Part => {
    if (at % 9 === 0) return { tag: 'h2', text: capital(some(3, 6)) }
    const size = at % 9 === 4 ? 1 : 1 + Math.floor(random() * 6)
    return { tag: 'p', text: Array.from({ length: size }, sentence).join(' ') }
  })
}

const html = (parts: readonly Part[], language: string, css: string) =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>body{font:11pt/1.35 serif}p{margin:0 0 .7em}h2{font-size:1.15em}${css}</style><body>${parts.map(({ tag, text }) => `<${tag}>${text}</${tag}>`).join('\n')}`

const looks: Readonly<Record<string, string>> = {
  'one column': '',
  'one column, indented': 'p{margin:0;text-indent:1.4em;text-align:justify}',
  'two columns': 'body{columns:2}',
  'two columns, hyphens': 'body{columns:2;hyphens:auto}p{text-align:justify}',
  'two columns, indented': 'body{columns:2}p{margin:0;text-indent:1.4em;text-align:justify;hyphens:auto}',
}

const typstLooks: Readonly<Record<string, string>> = {
  'one column, justified': '#set par(justify: true)',
  'two columns, hyphens': '#set page(columns: 2)\n#set par(justify: true)',
  'one column, notes': '#set par(justify: true)',
  'two columns, notes': '#set page(columns: 2)\n#set par(justify: true)',
}

/** Every seventh paragraph has a note behind its last word. */
const hasNote = (at: number) => at % 7 === 3
const noteOf = (at: number) => `Ibid., p. ${at}.${' See there too.'.repeat(at % 3)}`

function typst(parts: readonly Part[], language: string, set: string, hasNotes: boolean): string {
  const head = `#set page("a4", header: [The running head of the text], numbering: "1")\n#set text(lang: "${language}", size: 11pt, hyphenate: true)\n#set par(spacing: 1.2em)\n${set}\n`
  const one = ({ tag, text }: Part, at: number) =>
    `${tag === 'h2' ? '== ' : ''}${text.replace(/[#*_$@<>\\]/g, '\\$&')}${hasNotes && hasNote(at) ? `#footnote[${noteOf(at)}]` : ''}\n`
  return head + parts.map(one).join('\n')
}

/** As it is read: the number of its note stands raised behind the word. */
function noted({ tag, text }: Part, at: number): Part {
  const before = Array.from({ length: at + 1 }, (_, index) => index).filter(hasNote).length
  const raised = String(before).replace(/\d/g, (it) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(it)]!)
  return { tag, text: hasNote(at) ? text + raised : text }
}

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
const folder = mkdtempSync(join(tmpdir(), 'reading-'))
const pages = Number(process.argv[2] ?? 200)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
console.log('| set by | look | pages | paragraphs whole | pages right | pdftotext -layout |')
console.log('|---|---|--:|--:|--:|--:|')
let [allPages, allWhole, all, allRight] = [0, 0, 0, 0]
try {
  for (const [look, css] of Object.entries(looks))
    for (const language of Object.keys(vocabulary)) {
      const parts = textIn(language, Math.round((pages / 200) * 110))
      const page = await browser.newPage()
      await page.setContent(html(parts, language, css))
      const bytes = await page.pdf({
        format: 'A4',
        margin: { top: '25mm', bottom: '25mm', left: '22mm', right: '22mm' },
        displayHeaderFooter: true,
        headerTemplate: `<p style="font-size:8pt;margin-left:22mm">The running head of the text</p>`,
        footerTemplate: `<p style="font-size:8pt;margin-left:22mm"><span class="pageNumber"></span></p>`,
      })
      await page.close()
      await measure(`Chromium`, `${look}, ${language}`, bytes, parts)
    }
  for (const language of Object.keys(vocabulary)) {
    const parts = textIn(language, Math.round((pages / 200) * 140))
    const file = join(folder, `${language}.html`)
    writeFileSync(file, html(parts, language, ''))
    execFileSync('pandoc', [file, '-o', join(folder, `${language}.odt`)], { stdio: 'ignore' })
    const args = [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
    ]
    execFileSync('soffice', [...args, join(folder, `${language}.odt`)], { stdio: 'ignore' })
    await measure('LibreOffice', `one column, ${language}`, readFileSync(join(folder, `${language}.pdf`)), parts)
  }
  if (process.env.TYPST)
    for (const [look, set] of Object.entries(typstLooks))
      for (const language of Object.keys(vocabulary)) {
        const parts = textIn(language, Math.round((pages / 200) * 110))
        const [file, out] = [join(folder, 'set.typ'), join(folder, 'set.pdf')]
        const hasNotes = look.includes('notes')
        writeFileSync(file, typst(parts, language, set, hasNotes))
        execFileSync(process.env.TYPST, ['compile', file, out])
        await measure('typst', `${look}, ${language}`, readFileSync(out), hasNotes ? parts.map(noted) : parts)
      }
  await measureWord()
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
console.log(
  `\n${allPages} pages, ${all} paragraphs: ${share(allWhole, all)} whole and in order, ${share(allRight, all)} of pages right (targets 98 % and 100 %)`,
)

async function measure(by: string, look: string, bytes: Uint8Array, parts: readonly Part[]): Promise<void> {
  const file = join(folder, 'measured.pdf')
  writeFileSync(file, bytes)
  const read = await readPdf(new Uint8Array(bytes))
  const found = inOrder(
    parts.map(({ text }) => text),
    read.paragraphs,
  )
  const sheets = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
    .split('\f')
    .slice(0, -1)
  // A paragraph is on the page on which its first words stand; words that stand on two pages tell nothing.
  const bare = sheets.map((it) => it.replace(/\s+/g, ''))
  const right = found.filter((at) => {
    const start = read.paragraphs[at]!.replace(/\s+/g, '').slice(0, 18)
    const on = bare.flatMap((it, sheet) => (it.includes(start) ? [String(sheet + 1)] : []))
    return on.length !== 1 || on[0] === read.pages![at]
  })
  const layout = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
  const blocks = layout.split(/\n\s*\n|\f/).map((it) => it.replace(/\s+/g, ' ').trim())
  const other = inOrder(
    parts.map(({ text }) => text),
    blocks,
  )
  if (process.argv.includes('--wrong'))
    for (const [at, { text }] of parts.entries())
      if (!read.paragraphs.includes(text))
        console.log(
          `  ${at}: ${text.slice(0, 60)} … ${text.slice(-40)}\n     ${read.paragraphs.find((it) => it.includes(text.slice(0, 30)))?.slice(0, 1200)}`,
        )
  console.log(
    `| ${by} | ${look} | ${sheets.length} | ${share(found.length, parts.length)} | ${share(right.length, found.length || 1)} | ${share(other.length, parts.length)} |`,
  )
  allPages += sheets.length
  allWhole += found.length
  all += parts.length
  allRight += right.length + (parts.length - found.length)
}

async function measureWord(): Promise<void> {
  console.log('\n| Word file | ours | mammoth | pandoc |\n|---|--:|--:|--:|')
  for (const language of Object.keys(vocabulary)) {
    const parts = textIn(language, Math.round((pages / 200) * 400))
    const [file, word] = [join(folder, 'word.html'), join(folder, 'word.docx')]
    writeFileSync(file, html(parts, language, ''))
    execFileSync('pandoc', [file, '-o', word])
    const bytes = readFileSync(word)
    const wanted = parts.map(({ text }) => text)
    const blocksOf = (text: string) => text.split(/\n\s*\n/).map((it) => it.replace(/\s+/g, ' ').trim())
    const found = [
      (await readDocx(new Uint8Array(bytes))).paragraphs,
      blocksOf((await mammoth.extractRawText({ buffer: bytes })).value),
      blocksOf(execFileSync('pandoc', [word, '-t', 'plain', '--wrap=none'], { encoding: 'utf8', maxBuffer: 1e8 })),
    ]
    console.log(`| ${language} | ${found.map((it) => share(inOrder(wanted, it).length, parts.length)).join(' | ')} |`)
  }
}

/** The places of those that are found whole, each behind the one before. */
function inOrder(wanted: readonly string[], found: readonly string[]): number[] {
  let last = -1
  return wanted.flatMap((text) => {
    const at = found.indexOf(text, last + 1)
    if (at === -1) return []
    last = at
    return [at]
  })
}
