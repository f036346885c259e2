import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/core/index.ts'
import { anchor } from '../../src/evidence/anchor.ts'
import { fingerprintOf } from '../../src/evidence/fingerprint.ts'
import { joined } from '../../src/evidence/fold.ts'
import { flowOf, piecesOf } from '../../src/evidence/lines.ts'
import { nearestStretch } from '../../src/evidence/nearest-stretch.ts'
import { paragraphsOf } from '../../src/evidence/normalise.ts'
import { pin } from '../../src/evidence/pin.ts'
import { findQuotation } from '../../src/evidence/quotation.ts'

const wrap = (text: string, width: number) => text.replace(new RegExp(`(.{1,${width}})(?: +|$)`, 'gm'), '$1\n')

/** Paragraphs in a line each; words of a sentence of the second. */
const samples = [
  [
    'en',
    'Harbour',
    'The toll at the north quay will stay at four crowns until the autumn, the harbour master Anders Lind said on 12 May. The League of Shippers called it fair, and its members paid. Nobody knows what comes after that.',
    'Lind said on 12',
  ],
  [
    'ru',
    'Порт весной',
    'Сбор у северного причала останется прежним до осени, заявил начальник порта Андерс Линд 12 мая. Союз судовладельцев назвал его справедливым, и его члены заплатили. Никто не знает, что будет потом.',
    'Линд 12 мая',
  ],
  [
    'hi',
    'बंदरगाह की ख़बर',
    'बंदरगाह के मुखिया ने कहा कि उत्तरी घाट का शुल्क पतझड़ तक चार मुद्रा ही रहेगा। जहाज़ मालिकों के संघ ने इसे उचित बताया और उसके सदस्यों ने शुल्क चुकाया। इसके बाद क्या होगा कोई नहीं जानता।',
    'संघ ने इसे',
  ],
  [
    'he',
    'הנמל באביב',
    'האגרה ברציף הצפוני תישאר ארבעה כתרים עד הסתיו, אמר מנהל הנמל אנדרס לינד. איגוד בעלי האוניות קרא לה הוגנת, וחבריו שילמו אותה במלואה. איש אינו יודע מה יבוא אחר כך.',
    'האוניות קרא לה',
  ],
] as const

describe.each(samples)('%s: a text whose lines were cut', (_, title, body, words) => {
  const whole = `${title}\n${body}\n${title}`
  const [before] = pin(whole, { start: words })

  test.each([24, 32, 41, 55, 72].flatMap((width) => [[width, '\n'] as const, [width, '\n\n'] as const]))(
    'at %i letters, paragraphs behind %j: a sentence is pinned as before, from any of its words, and found',
    (width, between) => {
      const cut = whole
        .split('\n')
        .map((line) => wrap(line, width).trim())
        .join(between)
      const inside = before!.span.text.split(' ')
      for (let at = 0; at + 3 <= inside.length; at += 2) {
        const [found, ...others] = pin(cut, { start: inside.slice(at, at + 3).join(' ') })
        expect(others).toEqual([])
        expect({ ...found?.passage, para: 2 }).toEqual(before!.passage)
      }
      for (const sha256 of [before!.passage!.sha256!, digestN1(before!.span.text)])
        expect(['ok', 'moved']).toContain(anchor({ ...before!.passage!, sha256 }, paragraphsOf(cut)).outcome)
      const [all] = pin(whole, { start: edge(body, 0), end: edge(body, -2) })
      // Three lines of 72 letters, one of which ends with its sentence, could be paragraphs.
      if (width < 72) expect({ ...pin(cut, all!.passage!)[0]?.passage, para: 2 }).toEqual(all!.passage)
      const { sha256: _, ...bare } = before!.passage!
      expect(anchor(bare, paragraphsOf(cut)).span?.text).toBe(before!.span.text)
    },
  )

  test('a passage of all its sentences is found wherever it is cut once, at the end of a sentence too', () => {
    const [all] = pin(whole, { start: edge(body, 0), end: edge(body, -2) })
    for (const { index } of body.matchAll(/ /g)) {
      const cut = paragraphsOf(`${title}\n${body.slice(0, index)}\n${body.slice(index + 1)}`)
      for (const sha256 of [all!.passage!.sha256!, digestN1(all!.span.text)])
        expect(anchor({ ...all!.passage!, sha256 }, cut).outcome).toBe('ok')
    }
  })

  test('a word that changed is told as a change, not as a loss', () => {
    const inside = before!.span.text.split(' ')
    const other = before!.span.text.replace(` ${inside[5]} `, ' — ')
    const cut = wrap(whole.replace(before!.span.text, other), 40)
    expect(anchor(before!.passage!, paragraphsOf(cut))).toMatchObject({
      outcome: 'drifted',
      span: { text: expect.stringContaining('-') },
    })
    expect(nearestStretch(fingerprintOf(before!.span.text), paragraphsOf(cut))?.text).toContain(inside[7])
  })
})

const places = (text: string) => [...text.matchAll(/./gu)].map(({ index }) => index).slice(1)
test.each([
  ['zh', '港口于三月关闭。“我们等了三天，”船长说。工人直到晚上才回到船上！后来重新开放。', /(?!)/],
  ['ja', '港は三月に閉鎖された。「三日間待った」と船長は言った。労働者は、夕方まで戻らなかった。', /(?!)/],
  ['th', 'ท่าเรือปิดในเดือนมีนาคม คนงานไม่ได้กลับไปที่เรือจนถึงเย็น กัปตันกล่าวว่าไม่มีใครรู้', / /],
  ['km', 'កំពង់ផែបានបិទនៅខែមីនា ហើយកម្មករមិនបានត្រឡប់ទៅវិញ ប្រធានបាននិយាយ។', / /],
])('%s: a passage of a script without spaces is found wherever its line is cut once', (_, text, space) => {
  const [all] = pin(text, { start: text })
  for (const at of places(text)) {
    if (/^\p{M}/u.test(text.slice(at))) continue
    const cut = `${text.slice(0, at)}\n${text.slice(at).replace(space, (it) => (text[at] === ' ' ? '' : it))}`
    expect(anchor(all!.passage!, paragraphsOf(cut)).outcome, cut).toBe('ok')
    expect(findQuotation(text, paragraphsOf(cut)).result).toBe('found')
  }
})

test('the quotation and the words of a passage over lines are of all of them', () => {
  const text =
    'The toll at the north quay will stay\nat four crowns until the autumn, they\nsaid in May. Nobody knows more.'
  const [found] = pin(text, { start: 'four crowns' })
  const pieces = piecesOf(found!.span, paragraphsOf(text))
  expect(pieces.map(({ para, from, to }) => paragraphsOf(text)[para - 1]!.slice(from, to)).join(' ')).toBe(
    found!.span.text,
  )
  expect(pieces.map(({ para }) => para)).toEqual([1, 2, 3])
})

const edge = (text: string, from: number) => text.split(' ').slice(from).slice(0, 2).join(' ')
const digestN1 = (text: string) => sha256(text)

test.each(['terror-\nism', 'terror\u00ad\nism', 'ter-\nrorism', 'terrorism'])(
  'a word cut as %j is found whole',
  (word) => {
    const text = `They call it ${word} in the non-\nstate press of the port. Nobody else does.`
    const [found] = pin(text, { start: 'terrorism in' })
    expect(found?.span.text).toMatch(/^They call it terrorism in the non-?state press of the port\.$/)
    const [whole] = pin('They call it terrorism in the non-state press of the port. Nobody else does.', {
      start: 'terrorism',
    })
    expect(anchor(whole!.passage!, paragraphsOf(text)).outcome).toBe('ok')
    expect(anchor({ ...whole!.passage!, sha256: digestN1(whole!.span.text) }, paragraphsOf(text)).outcome).toBe('ok')
  },
)

test.each([
  ['paragraphs in a line each', 'The port is old.\nThe tide was low that day.\nIt was shut for long.', 'apart apart'],
  ['a title above', `A title\n${'The toll was paid. '.repeat(9)}`, 'open'],
  ['an item below', 'It has three aims:\n- to win\n- to stay', 'apart open'],
  [
    'a Thai text in a line each',
    `${'ท่าเรือปิดแล้ว '.repeat(6)}\n${'คนงานกลับบ้าน '.repeat(9)}\n${'เรือจอดรอ '.repeat(4)}`,
    'open open',
  ],
  ['a Chinese text in a line each', '港口关闭了。\n工人直到晚上才回到船上。\n后来港口重新开放。', 'apart apart'],
  ['a blank line', 'the end of one\n\nthe next', 'apart'],
  ['a sentence within lines between blank ones', 'It was shut.\nThe port is old.\n\nNobody knows.', 'open apart'],
])('%s: which lines go on', (_, text, flow) => expect(flowOf(paragraphsOf(text)).join(' ')).toBe(flow))

test('nothing of the next paragraph is taken into a sentence', () => {
  const text = 'The port is old\nThe tide was low that day\nIt was shut for long'
  expect(pin(text, { start: 'tide was' })[0]!.span.text).toBe('The tide was low that day')
})

test.each([
  ['words', ['ab', 'cd'], ['ab cd']],
  [
    'words cut at a hyphen, which may be one',
    ['terror-', 'ism', 'Non-', 'State'],
    ['terrorism Non- State', 'terror-ism Non- State'],
  ],
  ['a script without spaces', ['港口', '关闭'], ['港口关闭']],
  ['such a script beside another', ['港口 ab', '关闭', 'cd'], ['港口 ab 关闭 cd']],
])('%s of several lines are read as one text', (_, lines, read) => {
  for (const { text, starts, hyphens } of joined(lines)) {
    expect(starts).toHaveLength(lines.length)
    expect(starts.map((start, at) => text.startsWith(lines[at]!.replace(/-$/, ''), start))).not.toContain(false)
    expect(hyphens.map((at) => text.slice(at - 6, at))).toEqual(read.length > 1 ? ['terror'] : [])
  }
  expect(joined(lines).map(({ text }) => text)).toEqual(read)
})
