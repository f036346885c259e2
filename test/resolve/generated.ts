/** Works and citations in any number, the same every time. */

import type { CitedWork } from '../../src/core/tree.ts'
import type { Works } from '../../src/document/resolve/csl/engine.ts'
import type { CslItem } from '../../src/document/resolve/csl/item.ts'
import type { Group } from '../../src/document/resolve/csl/render.ts'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
}

const families = ['Marsh', 'Petrov', 'Akhmetov', 'Olsen', 'van der Berg', 'Li', 'Okafor', 'Silva', 'Novak', 'Haas']
const given = ['Ada', 'Pyotr', 'A.', 'Bo', 'Chidi', 'Dana', 'E. F.', 'Ada B.']
const nouns = ['floods', 'dykes', 'gauges', 'borders', 'policy', 'reform', 'threats', 'history']
const types = ['article-journal', 'book', 'chapter', 'report', 'webpage', 'article-newspaper']

/** `count` works by few people in few years, so that styles have to tell them apart. */
export function generatedWorks(count: number, seed = 1): Works {
  const random = randomNumbers(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const items = new Map<string, CslItem>()
  for (let index = 0; index < count; index++) {
    const id = `work-${index}`
    const authors = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      family: `${pick(families)}${random() < 0.5 ? Math.floor(random() * Math.sqrt(count)) : ''}`,
      given: pick(given),
    }))
    items.set(id, {
      id,
      type: pick(types),
      language: 'en',
      title: `On the ${pick(nouns)} and ${pick(nouns)} of the ${pick(nouns)}, part ${index}`,
      author: authors,
      'container-title': `Journal of ${pick(nouns)}`,
      volume: String(1 + Math.floor(random() * 40)),
      page: `${1 + Math.floor(random() * 80)}-${100 + Math.floor(random() * 80)}`,
      publisher: 'Press',
      issued: { 'date-parts': [[1995 + Math.floor(random() * 15), 1 + Math.floor(random() * 12)]] },
    })
  }
  return { items, titles: new Map() }
}

/** `count` groups, half of them of one work, a third with a locator, with notes numbered as they come. */
export function generatedGroups(works: Works, count: number, isNote: boolean, seed = 2): Group[] {
  const random = randomNumbers(seed)
  const keys = [...works.items.keys()]
  const item = (): CitedWork => ({
    id: keys[Math.floor(random() ** 2 * keys.length)] ?? '',
    ...(random() < 0.35
      ? { locator: String(1 + Math.floor(random() * 300)), label: random() < 0.7 ? 'page' : 'paragraph' }
      : {}),
    ...(random() < 0.1 ? { prefix: 'see ' } : {}),
    ...(random() < 0.05 ? { suffix: ', emphasis added' } : {}),
  })
  return Array.from({ length: count }, (_, index) => {
    const items = Array.from({ length: random() < 0.75 ? 1 : 2 + Math.floor(random() * 2) }, item)
    const ids = new Set<string>()
    const distinct = items.filter(({ id }) => !ids.has(id) && ids.add(id))
    return { items: distinct, narrative: false, note: isNote ? index + 1 : 0 }
  })
}
