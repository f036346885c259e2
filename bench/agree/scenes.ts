// Pairs made of the scenes: every slot filled in the forms of each language, and gists that say something else in one of
// twelve ways. The same bytes at every run.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Pair } from './pair.ts'

const tongues = ['en', 'ru', 'kk'] as const
type Tongue = (typeof tongues)[number]
type Texts = Readonly<Record<Tongue, readonly string[]>>

interface Scene {
  readonly passage: Readonly<Record<Tongue, string>>
  readonly honest: Texts
  readonly negation: Texts
  readonly limit: Texts
  readonly modality: Texts
}

const people = [
  ['Bolat Yessenov', 'Болат Есенов', 'Болат Есенов', 'Marat Yessenov', 'Марат Есенов', 'Марат Есенов'],
  [
    'Aigul Nurlanova',
    'Айгуль Нурланова',
    'Айгүл Нұрланова',
    'Gulnur Nurlanova',
    'Гульнур Нурланова',
    'Гүлнұр Нұрланова',
  ],
  ['Igor Lapin', 'Игорь Лапин', 'Игорь Лапин', 'Oleg Lapin', 'Олег Лапин', 'Олег Лапин'],
  ['Vera Lund', 'Вера Лунд', 'Вера Лунд', 'Nora Lund', 'Нора Лунд', 'Нора Лунд'],
  ['Tomas Reed', 'Томас Рид', 'Томас Рид', 'Tomas Reeve', 'Томас Рив', 'Томас Рив'],
  ['Yerzhan Tileuov', 'Ержан Тилеуов', 'Ержан Тілеуов', 'Yerlan Tileuov', 'Ерлан Тилеуов', 'Ерлан Тілеуов'],
] as const
const places = [
  ['Aktau', 'Актау', 'Ақтау'],
  ['Karsk', 'Карск', 'Карск'],
  ['Port Alder', 'Порт-Олдер', 'Порт-Олдер'],
  ['Saratan', 'Саратан', 'Саратан'],
  ['Taldyk', 'Талдык', 'Талдық'],
] as const
const months = [
  ['January', 'января', 'қаңтар'],
  ['March', 'марта', 'наурыз'],
  ['June', 'июня', 'маусым'],
  ['October', 'октября', 'қазан'],
] as const
const currencies = [
  ['tenge', 'тенге', 'теңге'],
  ['dollars', 'долларов', 'доллар'],
  ['euros', 'евро', 'еуро'],
] as const
const goods = [
  ['tonnes', 'тонн', 'тонна'],
  ['kilograms', 'килограммов', 'килограмм'],
  ['barrels', 'баррелей', 'баррель'],
] as const
const magnitudes = [
  ['million', 'миллионов', 'миллион', 'm', 'млн', 'млн', 1e6],
  ['billion', 'миллиардов', 'миллиард', 'bn', 'млрд', 'млрд', 1e9],
] as const

interface Facts {
  readonly person: number
  readonly isOther: boolean
  readonly place: number
  readonly day: number
  readonly month: number
  readonly year: number
  readonly number: number
  readonly magnitude: number
  readonly currency: number
  readonly good: number
}

/** Every passage in three languages, with gists in each of the three. */
export function scenePairs(): readonly Pair[] {
  const scenes: readonly Scene[] = parse(readFileSync('bench/agree/scenes.yaml', 'utf8'))
  const pairs: Pair[] = []
  for (const [index, scene] of scenes.entries())
    for (let round = 0; round < 5; round++)
      for (const of of tongues) {
        const facts = factsOf(index * 7 + round * 3 + tongues.indexOf(of))
        const passage = fill(scene.passage[of], of, facts, 0)
        const issued = `${facts.year}-${String([1, 3, 6, 10][facts.month]).padStart(2, '0')}-28`
        const add = (kind: Pair['kind'], gist: string) => pairs.push({ kind, gist, passage, language: of, issued })
        for (const tongue of tongues) {
          const gists = scene.honest[tongue]
          for (const [at, text] of gists.entries()) add('honest', fill(text, tongue, facts, round + at + 1))
          for (const kind of ['negation', 'limit', 'modality'] as const) {
            const wrong = scene[kind][tongue]
            add(kind, fill(wrong[round % wrong.length]!, tongue, facts, round))
          }
          for (const [kind, other] of changes(facts)) {
            const text = gists.find((it) => slotOf[kind].some((slot) => it.includes(slot)))
            if (text !== undefined) add(kind, fill(text, tongue, other, round))
          }
          const elsewhere = scenes[(index + 1 + round) % scenes.length]!.honest[tongue]
          add('unrelated', fill(elsewhere[round % elsewhere.length]!, tongue, factsOf(index * 5 + round + 11), round))
        }
      }
  return pairs
}

const slotOf = {
  number: ['{number}', '{amount}', '{count}'],
  unit: ['{amount}', '{count}'],
  magnitude: ['{amount}'],
  date: ['{date}'],
  name: ['{place}'],
  speaker: ['{person}'],
  merged: ['{person}'],
} as const

function changes(facts: Facts): readonly (readonly [keyof typeof slotOf, Facts])[] {
  return [
    ['number', { ...facts, number: facts.number + 10 }],
    ['unit', { ...facts, currency: (facts.currency + 1) % 3, good: (facts.good + 1) % 3 }],
    ['magnitude', { ...facts, magnitude: 1 - facts.magnitude }],
    ['date', { ...facts, day: facts.day + 2 }],
    ['name', { ...facts, place: (facts.place + 2) % places.length }],
    ['speaker', { ...facts, person: (facts.person + 2) % people.length }],
    ['merged', { ...facts, isOther: true }],
  ]
}

function factsOf(seed: number): Facts {
  return {
    person: seed % people.length,
    isOther: false,
    place: (seed * 2 + 1) % places.length,
    day: 2 + (seed % 17),
    month: seed % 4,
    year: 2010 + (seed % 11),
    number: 12 + ((seed * 37) % 80),
    magnitude: seed % 2,
    currency: seed % 3,
    good: (seed + 1) % 3,
  }
}

/** `style` turns the ways to write a number and a date. */
function fill(text: string, tongue: Tongue, facts: Facts, style: number): string {
  const at = tongues.indexOf(tongue)
  const person = people[facts.person]!
  const place = places[facts.place]!
  const month = months[facts.month]!
  const magnitude = magnitudes[facts.magnitude]!
  const spelled = [
    `${facts.number} ${magnitude[at]}`,
    `${facts.number} ${magnitude[at + 3]}`,
    grouped(facts.number * magnitude[6], tongue),
  ][style % 3]!
  const year = style % 2 === 0 ? '' : String(facts.year)
  const date = {
    en: style % 3 === 2 ? `${month[0]} ${facts.day}${year && `, ${year}`}` : `${facts.day} ${month[0]} ${year}`.trim(),
    ru: `${facts.day} ${month[1]}${year && ` ${year} года`}`,
    kk: `${year && `${year} жылғы `}${facts.day} ${month[2]}да`
      .replace('наурызда', 'наурызда')
      .replace('маусымда', 'маусымда'),
  }[tongue]
  const count = facts.number * 100
  return text
    .replaceAll('{person}', person[facts.isOther ? at + 3 : at]!)
    .replaceAll('{place}', place[at]!)
    .replaceAll('{date}', date)
    .replaceAll('{amount}', `${spelled} ${currencies[facts.currency]![at]}`)
    .replaceAll('{count}', `${style % 2 ? grouped(count, tongue) : count} ${goods[facts.good]![at]}`)
    .replaceAll('{number}', style % 2 ? grouped(count, tongue) : String(count))
}

function grouped(value: number, tongue: Tongue): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, tongue === 'en' ? ',' : ' ')
}
