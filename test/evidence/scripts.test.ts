import { expect, test } from 'vitest'
import { anchor } from '../../src/evidence/anchor.ts'
import { paragraphsOf } from '../../src/evidence/normalise.ts'
import { pin } from '../../src/evidence/pin.ts'
import { findQuotation } from '../../src/evidence/quotation.ts'
import { quotationsIn } from '../../src/evidence/quotes.ts'
import { wordsIn } from '../../src/evidence/segments.ts'

// Three sentences in one paragraph; words of the second; a quotation of it in prose; how many words the quotation has.
test.each([
  [
    'ar',
    'أغلق الميناء في مارس. لم يعد العمال إلى السفن قبل المساء؟ ثم فتح من جديد.',
    'العمال',
    'كتبت: «لم يعد العمال إلى السفن».',
    5,
  ],
  [
    'ur',
    'بندرگاہ مارچ میں بند ہوئی۔ مزدور شام تک جہازوں پر نہیں گئے۔ پھر کھل گئی۔',
    'شام تک',
    'لکھا: “مزدور شام تک جہازوں پر نہیں گئے۔”',
    7,
  ],
  [
    'he',
    'הנמל נסגר במרץ. הסוורים של צה"ל לא חזרו לעבודה עד הערב. אחר כך הוא נפתח.',
    'לא חזרו',
    'נכתב: "הסוורים של צה"ל לא חזרו לעבודה".',
    6,
  ],
  [
    'ka',
    'ნავსადგური მარტში დაიხურა. მუშები საღამომდე არ დაბრუნდნენ! შემდეგ ის გაიხსნა.',
    'საღამომდე',
    'წერია: „მუშები საღამომდე არ დაბრუნდნენ“.',
    4,
  ],
  [
    'hy',
    'Նավահանգիստը փակվեց մարտին։ Բանվորները մինչև երեկո չվերադարձան։ Հետո այն բացվեց։',
    'մինչև երեկո',
    'Գրված է՝ «Բանվորները մինչև երեկո չվերադարձան»։',
    4,
  ],
  ['hi', 'बंदरगाह मार्च में बंद हुआ। मज़दूर शाम तक नहीं लौटे। फिर वह खुल गया।', 'शाम तक', 'लिखा है: “मज़दूर शाम तक नहीं लौटे।”', 5],
  [
    'ko',
    '항구는 3월에 닫혔다. 노동자들은 저녁까지 돌아오지 않았다. 그 뒤 다시 열렸다.',
    '저녁까지',
    '기사: “노동자들은 저녁까지 돌아오지 않았다.”',
    4,
  ],
  [
    'zh',
    '港口于2005年3月关闭。工人直到晚上才回到船上。后来港口重新开放。',
    '直到晚上',
    '报道说：“工人直到晚上才回到船上”。',
    6,
  ],
  [
    'ja',
    '港は三月に閉鎖された。労働者は夕方まで船に戻らなかった。その後、再び開かれた。',
    '夕方まで',
    '記事は「労働者は夕方まで船に戻らなかった。」と書く。',
    12,
  ],
] as const)('%s: a sentence is pinned and found again, and so is a quotation of it', (_, text, words, prose, count) => {
  const paragraphs = paragraphsOf(`${text}\n${text.slice(0, 9)}`)
  const [found, ...others] = pin(text, { start: words })
  expect(others).toEqual([])
  expect([found!.before, found!.after].map((it) => it.trim().length > 5)).toEqual([true, true])
  expect(found!.before.trim()).toMatch(/[.؟۔։।。]$/)
  expect(found!.span.text).toMatch(/[.!؟۔։।。]$/)
  expect(anchor(found!.passage!, paragraphs)).toMatchObject({ outcome: 'ok', span: { text: found!.span.text } })
  expect(found!.passage!.start.length).toBeLessThan(found!.span.text.length)
  const quotation = quotationsIn(prose).map((it) => it.words)
  expect(quotation).toHaveLength(1)
  expect(wordsIn(quotation[0]!)).toHaveLength(count)
  expect(findQuotation(quotation[0]!, paragraphs).result).toBe('found')
  expect(findQuotation(`${quotation[0]} ${words}`, paragraphs).result).toBe('not-found')
})

test('Thai has no mark at the end of a sentence: words are told apart, and a passage is what is asked for', () => {
  const text = 'ท่าเรือปิดในเดือนมีนาคม คนงานไม่ได้กลับไปที่เรือจนถึงเย็น ต่อมาเปิดอีกครั้ง'
  const [found] = pin(text, { start: 'คนงาน', end: 'จนถึงเย็น' })
  expect(anchor(found!.passage!, paragraphsOf(text))).toMatchObject({ outcome: 'ok', span: { text: found!.span.text } })
  expect(wordsIn('คนงานไม่ได้กลับ').length).toBeGreaterThan(2)
  expect(findQuotation('คนงานไม่ได้กลับไปที่เรือ', paragraphsOf(text)).result).toBe('found')
})

test('the nearest words of a text without spaces are told as they stand', () => {
  const text = paragraphsOf('港口关闭。工人直到晚上才回到船上。后来开放。')
  expect(findQuotation('工人直到早上才回到船上', text).nearest).toContain('直到晚上才回到船上')
})

test('a mark stays with its letter, and a number is whole', () => {
  expect(findQuotation('第3', paragraphsOf('根据第30条的规定')).result).toBe('not-found')
  expect(findQuotation('ท', paragraphsOf('ที่เรือ')).result).toBe('not-found')
})

test.each([
  ['ท่าเรือปิดใน พ.ศ. ๒๕๔๘ คนงาน ๓๐๐ คนกลับบ้าน', 'คนงาน', 'ท่าเรือปิดใน พ.ศ. ๒๕๔๘ คนงาน ๓๐๐ คนกลับบ้าน'],
  ['ए. पी. शर्मा ने बंदरगाह बंद किया। फिर वह खुला।', 'बंदरगाह', 'ए. पी. शर्मा ने बंदरगाह बंद किया।'],
  ['ნავსადგური 2005 წ. მარტში დაიხურა. შემდეგ გაიხსნა.', 'მარტში', 'ნავსადგური 2005 წ. მარტში დაიხურა.'],
  ['بندر بسته شد. م. احمدی گفت که باز می‌شود. بعد باز شد.', 'گفت', 'م. احمدی گفت که باز میشود.'],
  ['항구는 닫혔다. 이제 다시 해. 그 뒤 열렸다.', '다시', '이제 다시 해.'],
])('an abbreviation ends no sentence: %s', (text, words, sentence) => {
  expect(pin(text, { start: words }).map(({ span }) => span.text)).toEqual([sentence])
})
