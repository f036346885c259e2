// What is selected in the workbench is pinned so that `check` finds it, and the file keeps every other byte.
import { expect, test } from 'vitest'
import { Desk } from '../../src/app/desk/desk.ts'
import { check } from '../../src/build.ts'
import { livingHost, numbers, textIn } from './project.ts'

const perText = Number(process.env.SELECTIONS ?? 6)

test.each(['en', 'ru', 'kk', 'ar'].flatMap((language) => [1, 2, 3, 4, 5].map((seed) => [language, seed] as const)))(
  `${perText} random selections in a text in %s, number %i`,
  async (language, seed) => {
    const random = numbers(seed * 1000 + language.charCodeAt(0))
    const path = 'corpus/sources/text.yaml'
    const head = `# Comments stay.\r\ntype:   webpage   # as found\r\ntitle: A text\r\nlanguage: ${language}\r\n`
    const source = seed % 2 ? head : head.replaceAll('\r', '')
    const host = livingHost(
      new Map([
        [path, source],
        ['texts/text.txt', textIn(language, random)],
      ]),
    )
    const desk = new Desk(host)
    let [saved, refused] = [0, 0]
    let digest = (await desk.overview()).digests[path]!
    while (saved < perText) {
      const { paragraphs } = await desk.source('text')
      const para = 1 + Math.floor(random() * paragraphs.length)
      const length = paragraphs[para - 1]!.length
      const from = Math.floor(random() * length)
      const to = Math.min(length, from + 1 + Math.floor(random() * 120))
      const place = { source: 'text', para, from, to }
      const { fields, words } = await desk.draft(place)
      const before = host.files.get(path)!
      const done = await desk.saveClaim({
        ...place,
        digest,
        fields: { ...fields, gist: `Claim: ${words.slice(0, 40)} #${saved}` },
      })
      if (!('saved' in done)) {
        // Nothing but a space, or words that nothing tells from the same ones beside them.
        expect(done).toEqual({ refused: [expect.stringMatching(/twice in the paragraph|no words are selected/)] })
        expect(host.files.get(path)).toBe(before)
        refused++
        continue
      }
      saved++
      digest = done.digest
      expect(isInsertion(before, host.files.get(path)!)).toBe(true)
    }
    const { findings, checked } = await check(host)
    expect(
      findings.filter(({ ruleId }) => /^passage-(?:matches|is-unique|is-in-place)|yaml|field-is/.test(ruleId)),
    ).toEqual([])
    expect(checked.passages).toMatchObject({ ok: perText, moved: 0, drifted: 0, ambiguous: 0, lost: 0, unverified: 0 })
    expect(refused).toBeLessThan(perText * 2)
  },
)

/** Whether one text is the other with something put in at one place. */
function isInsertion(before: string, after: string): boolean {
  let [head, tail] = [0, 0]
  while (head < before.length && before[head] === after[head]) head++
  while (tail < before.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return head + tail === before.length
}
