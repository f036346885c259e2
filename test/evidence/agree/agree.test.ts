// What a gist may and may not say of a passage; `npm run bench -- agree` measures the same on thousands of pairs.
import { describe, expect, test } from 'vitest'
import { parseEdtf } from '../../../src/corpus/edtf.ts'
import { agreement } from '../../../src/evidence/agree/agree.ts'
import { noGrounds } from '../../../src/evidence/agree/grounds.ts'
import { gapsOf } from '../../../src/evidence/agree/parts.ts'
import { read } from '../../../src/evidence/agree/reading.ts'
import { registerOf } from '../../../src/evidence/agree/register.ts'
import { evaluate } from '../../../src/evidence/agree/support.ts'

import { makeCorpus } from '../corpus.ts'

/** What is wrong with a gist, as `kind: words`. */
function gaps(gist: string, passage: string, issued?: string, language = 'en'): readonly string[] {
  const grounds = { ...noGrounds, issued: issued === undefined ? undefined : parseEdtf(issued) }
  return agreement(read(gist, language, 'likely'), read(passage, language), grounds).gaps.map(
    ({ kind, words }) => `${kind}: ${words}`,
  )
}

test.each([
  ['акционерное общество «Биосев»', 'Производитель, акционерное общество «Биосев», отказался от ответа.'],
  ['акционерное общество «Биосев»', 'Тогда акционерное общество "Биосев" отказалось.'],
  ['акционерное общество Биосев', 'Производитель, акционерное общество «Биосев», отказался от ответа.'],
  ['Limited Company “Harbour”', 'The Limited Company "Harbour" did not answer.'],
  ['“Harbour” Shipping', 'Harbour Shipping did not answer.'],
])('a name with quotation marks, %s, is found in: %s', async (name, passage) => {
  const { corpus } = await makeCorpus(
    { a: { text: 'A text.', pins: { said: ['A', 'text.'] } } },
    {
      actors: [
        { id: 'harbour', name, kind: 'company' },
        { id: 'other', name: 'Полюс “Север”', kind: 'company' },
      ],
    },
  )
  const source = corpus.sources.get('a')!
  const grounds = registerOf(corpus).groundsOf(source, [...corpus.claims.values()][0]!)
  expect(grounds.hasActor('harbour', read(passage))).toBe(true)
  expect(grounds.hasActor('other', read(passage))).toBe(false)
})

describe('numbers', () => {
  const passage = 'The port bought 38 billion tenge of cranes and 12 tugs.'
  test.each([
    'The port bought cranes for 38,000,000,000 tenge.',
    'The port bought cranes for 38 bn tenge.',
    'За 38 миллиардов тенге порт купил краны.',
    'Порт 38 млрд теңгеге крандар сатып алды.',
    'The port bought a dozen tugs.',
    'Le port a acheté 12 remorqueurs.',
  ])('the same: %s', (gist) => expect(gaps(gist, passage)).toEqual([]))
  test.each([
    ['The port bought cranes for 48 billion tenge.', 'number: 48 billion'],
    ['The port bought cranes for 38 million tenge.', 'number: 38 million'],
    ['The port bought cranes for 38 billion dollars.', 'number: 38 billion'],
    ['The port bought 38 billion tugs.', 'number: 38 billion'],
    ['The port bought over 12 tugs.', 'limit: 12'],
  ])('another: %s', (gist, gap) => expect(gaps(gist, passage)).toEqual([gap]))
  test('in words of a language without tables: not told, unless the passage has numbers', () => {
    const unsure = (passage: string) =>
      agreement(read('The road is closed ten days a year.', 'en'), read(passage, 'ar'), noGrounds).gaps.map(
        ({ kind, isUnsure }) => `${kind} ${isUnsure === true}`,
      )
    expect(unsure('الطريق يُغلق عشرة أيام في السنة.')).toEqual(['number true'])
    expect(unsure('الطريق يُغلق 12 يوما في السنة.')).toEqual(['number false'])
  })
  test.each([
    ['The reserve has 60,000 km².', 'The reserve covers 60,000 square kilometres.'],
    ['The reserve has 60 000 km2.', 'Площадь заповедника составляет 60 тыс. кв. км.'],
    ['The reserve has six million hectares.', 'The reserve covers 60,000 sq km.'],
    ['The tank holds 12 m³.', 'The tank holds 12 cubic metres.'],
    ['Le réservoir contient 12 mètres cubes.', 'В резервуаре 12 кубических метров.'],
    ['Trains run at 90 km/h.', 'Trains run at 90 kilometres per hour.'],
    ['It was 5 °C.', 'It was 5 degrees Celsius.'],
  ])('areas, volumes and their signs: %s', (gist, passage) =>
    expect(gaps(gist, passage, undefined, /\p{Script=Cyrillic}/u.test(passage) ? 'ru' : 'en')).toEqual([]),
  )
  test('an area is no length', () =>
    expect(gaps('The reserve has 60,000 km².', 'The reserve is 60,000 km long.')).toEqual(['number: 60,000']))
  test.each([
    ['es', 'It was decided in May 2019.', 'Se decidió en mayo de 2019.'],
    ['sv', 'It began on 12 May 2019.', 'Det började den 12 maj 2019.'],
    ['pl', 'It began on 12 May 2019.', 'Zaczęło się 12 maja 2019 r.'],
    ['it', 'It began on 12 May 2019.', 'Iniziò il 12 maggio 2019.'],
    ['uk', 'It began on 12 May 2019.', 'Початок був 12 травня 2019 року.'],
    ['ja', 'It began on 12 May 2019.', '2019年5月12日に始まった。'],
    ['es', 'It cost 1,200 euros.', 'Costó 1.200 euros.'],
    ['de', 'Consumption was 2.5 billion litres.', 'Der Verbrauch lag bei 2,5 Mrd. Liter.'],
    ['ru', '60,000 tonnes of grain came.', 'Пришло 60 тыс. тонн зерна.'],
    ['ru', 'About fifteen hundred boats came.', 'Пришло около полутора тысяч лодок.'],
    ['fr', 'Only ninety-seven boats are left.', 'Il ne reste que quatre-vingt-dix-sept bateaux.'],
    ['de', 'They catch no other fish.', 'Sie fangen keinen anderen Fisch.'],
  ])('dates and numbers as the language writes them, %s: %s', (language, gist, passage) =>
    expect(gaps(gist, passage, undefined, language)).toEqual([]),
  )
  test.each([
    ['es', 'It was decided in June 2019.', 'Se decidió en mayo de 2019.', 'date: June 2019'],
    ['de', 'Twenty cities rejected the plan.', 'Zwölf Städte lehnten den Plan ab.', 'number: Twenty'],
    ['ru', '60,000 kg of grain came.', 'Пришло 60 тыс. тонн зерна.', 'number: 60,000'],
  ])('and others are told, %s: %s', (language, gist, passage, gap) =>
    expect(gaps(gist, passage, undefined, language)).toEqual([gap]),
  )
  test('a bound is not lost', () => {
    expect(gaps('Crews of 30 ships waited.', 'Crews of 30-odd ships waited.')).toEqual(['limit: 30'])
    expect(gaps('Crews of some 30 ships waited.', 'Crews of 30-odd ships waited.')).toEqual([])
    expect(gaps('At most 16 crews waited.', 'No fewer than 16 crews waited.')).toEqual(['limit: 16'])
  })
  test('a word for the order of what is said is no number', () => {
    const passage = 'The crews left, and the third ship sank.'
    for (const opened of ['First, the', 'At first the', 'Second, the'])
      expect(gaps(`${opened} crews left.`, passage)).toEqual([])
    expect(gaps('Во-первых, суда ушли.', 'Суда ушли.', undefined, 'ru')).toEqual([])
    expect(gaps('The second ship sank.', passage)).toEqual(['number: second'])
  })
  test('a share is a share in words and in per cent', () => {
    expect(gaps('Half of the crews left.', '50% of the crews left.')).toEqual([])
    expect(gaps('A third of the crews left.', '50% of the crews left.')).toEqual(['number: third'])
    const wells = 'Of the 212 wells, 57 were closed.'
    expect(gaps('More than a quarter of the wells were closed.', wells)).toEqual([])
    expect(gaps('More than half of the wells were closed.', wells)).toEqual(['number: half'])
  })
})

describe('dates', () => {
  test('are counted from the day of the source', () => {
    const passage = 'The harbour was closed yesterday, and opens again on 14 June.'
    expect(gaps('The harbour was closed on 9 May 2004.', passage, '2004-05-10')).toEqual([])
    expect(gaps('The harbour opens again on 14 June 2004.', passage, '2004-05-10')).toEqual([])
    expect(gaps('The harbour was closed on 8 May 2004.', passage, '2004-05-10')).toEqual(['date: 8 May 2004'])
    expect(gaps('The harbour opens again on 14 June 2006.', passage, '2004-05-10')).toEqual(['date: 14 June 2006'])
  })
  test('are no more precise than the passage', () => {
    expect(gaps('Ships came back on 3 March 2005.', 'Ships came back in March 2005.')).toEqual(['date: 3 March 2005'])
  })
})

describe('names', () => {
  const passage = 'Министр Айгүл Нұрланова кеше Ақтөбеге барды.'
  test('in another alphabet, inflected', () => {
    expect(gaps('Minister Aigul Nurlanova went to Aktobe.', passage, undefined, 'kk')).toEqual([])
    expect(gaps('Министр Айгуль Нурланова приехала в Актобе.', passage, undefined, 'kk')).toEqual([])
    expect(gaps('Minister Gulnur Nurlanova went to Aktobe.', passage, undefined, 'kk')).toEqual(['name: Gulnur'])
  })
  test.each([
    ['МВД сообщило о задержании.', 'В министерстве внутренних дел сообщили о задержании.', 'ru'],
    ['Министерство внутренних дел сообщило о задержании.', 'МВД сообщило о задержании.', 'ru'],
    ['La TVA augmente.', 'La taxe sur la valeur ajoutée augmente.', 'fr'],
    ['The MoD denied it.', 'The Ministry of Defence denied it.', 'en'],
  ])('by initials: %s', (gist, passage, language) => expect(gaps(gist, passage, undefined, language)).toEqual([]))
  test('by other initials: not', () =>
    expect(gaps('МЧС закрыло мост.', 'Министерство внутренних дел закрыло мост.', undefined, 'ru')).toEqual([
      'name: МЧС',
    ]))
  test('two persons are not made one', () => {
    const two = 'Vladimir Bozhko spoke first. Viktor Lee spoke after him.'
    expect(gaps('Viktor Bozhko spoke first.', two)).toEqual(['name: Viktor Bozhko'])
  })
  test('a name of common words, and a family name that is a word elsewhere, are the same', () => {
    expect(
      gaps('The Port Authority said that the quay was closed.', 'The Port Authority said the quay was closed.'),
    ).toEqual([])
    expect(
      gaps('Ada Brandt said that the quay was closed.', 'The quay was closed, Brandt said. Ada Brandt runs it.'),
    ).toEqual([])
  })
  test('what one does is not given to another, and an office that is not there does not speak', () => {
    const two = 'Amara Obi won the race in Lund. Ruth Lagat came last.'
    expect(gaps('Ruth Lagat won the race.', two)).toEqual(['name: Ruth Lagat'])
    expect(gaps('Amara Obi won the race.', two)).toEqual([])
    const deputy = 'The deputy governor, Ana Lazar, rejected the plan. Governor Mihai Toma was abroad.'
    expect(gaps('Deputy governor Mihai Toma was abroad.', deputy)).toEqual(['name: Deputy governor Mihai Toma'])
    const ward = 'Warden Lucas Frey confirmed that prisoner Anton Graf had escaped.'
    expect(gaps('Prisoner Lucas Frey escaped.', ward)).toEqual(['name: Prisoner Lucas Frey'])
    expect(gaps('Prisoner Graf escaped.', ward)).toEqual([])
    const pair =
      'Captain Lyov Gurin, who kept a diary, saw no man desert; his sergeant, Fyodor Shilin, told another story.'
    expect(gaps('Shilin kept a diary.', pair)).toEqual(['name: Shilin'])
    expect(
      gaps('The health ministry said that the quay was closed.', 'The quay was closed, the port director said.'),
    ).toEqual(['speaker: health ministry'])
  })
  test('a contrary is another thing, and the same thing with a negation', () => {
    const fell = 'Exports of grain fell by 6 per cent, and the union refused the offer.'
    expect(gaps('Exports of grain rose by 6 per cent.', fell)).toEqual(['limit: rose'])
    expect(gaps('The union accepted the offer.', fell)).toEqual(['negation: refused'])
    expect(gaps('The union did not accept the offer.', fell)).toEqual([])
  })
  test('where nothing contradicts it, a speaker or another language is not checked', () => {
    const doubts = (gist: string, passage: string, language = 'en') =>
      agreement(read(gist, language, 'likely'), read(passage, language), noGrounds).gaps.map(
        ({ kind, isUnsure }) => `${kind}${isUnsure ? '?' : ''}`,
      )
    const two =
      'The director, Ana Lazar, confirmed that the sale had been stopped. The buyer, Orlavik, finds it absurd.'
    expect(doubts('Orlavik suspects that the sale was rigged.', two)).toEqual(['speaker?'])
    expect(doubts('Le facteur a égaré le colis.', 'Почтальон потерял посылку.', 'ru')).toEqual(['content?'])
    expect(doubts('Тогда полиция и прокуратура закрыли больницу и школу.', 'The law on water was signed.')).toEqual([
      'content',
    ])
    const poster = 'Мост закроют в мае, сообщила мэрия.'
    for (const gist of ['В листовке говорится, что мост закроют.', 'В объявлении сказано, что мост закроют.'])
      expect(doubts(gist, poster, 'ru')).toEqual([])
    expect(doubts('Министерство сообщило, что мост закроют.', poster, 'ru')).toEqual(['speaker'])
  })
  test('who is named need not be who speaks', () => {
    const two = 'Viktor Lenz said that no radiation had escaped; Petra Kohl said that she had seen the hall.'
    expect(gaps('Petra Kohl said that no radiation had escaped.', two)).toEqual(['speaker: Petra Kohl'])
  })
})

describe('what turns, bounds and hedges', () => {
  test.each([
    ['Reed denies the charge.', 'Reed does not deny the charge.', 'negation: not'],
    ['The tax was unlawful.', 'The tax was lawful.', 'negation: lawful'],
    ['Суд не признал договор.', 'Суд признал договор.', 'negation: не'],
    ['Он приказа не отдавал.', 'Он отдал приказ.', 'negation: не'],
    ['Ahlers schloss Steuern nicht aus.', 'Ahlers schloss Steuern aus.', 'negation: schloss Steuern aus'],
    ['Ob die Brücke abgerissen wird, ist offen.', 'Die Brücke wird abgerissen.', 'modality: abgerissen'],
    ['Nurlan келісімді қолдамайды.', 'Nurlan келісімді қолдайды.', 'negation: қолдамайды'],
    ['Only members may vote.', 'Members may vote.', 'limit: Only'],
    ['The clubs were closed.', 'All the clubs were closed.', 'limit: All'],
    ['The city plans to close the mine.', 'The city closed the mine.', 'modality: plans'],
    ['Tomas Reed allegedly took bribes.', 'Tomas Reed took bribes.', 'modality: allegedly'],
    ['Parliament decided to close the mine.', 'Parliament closed the mine.', 'modality: decided'],
  ])('%s ≠ %s', (passage, gist, gap) => expect(gaps(gist, passage)).toContain(gap))
  test.each([
    ['Reed denies the charge.', 'Reed rejects the accusation.'],
    ['The unit has yet to be tested.', 'The unit has not been tested yet.'],
    ['The city plans to close the mine.', 'The mine is to be closed by the city.'],
  ])('%s = %s', (passage, gist) => expect(gaps(gist, passage)).toEqual([]))
})

test('a gist of something else is told', () => {
  expect(gaps('The museum lost a painting.', 'The tug left the bay without a pilot.')).toEqual([
    'content: The museum lost a painting.',
  ])
})

test('a sum is worked out', () => {
  expect(evaluate('(12 + 3) * 2 - 4 / 2')).toBe(28)
  for (const wrong of ['', '12 +', '(1', '1 2', 'x', '1 / 0']) expect(evaluate(wrong)).toBeUndefined()
})

describe('how far a thing has come', () => {
  const passage =
    'The board asked its members to vote on a strike, and would close the quay if nothing changed next month.'
  test.each([
    ['Its members voted on a strike.', ['modality: voted']],
    ['The board has closed the quay.', ['modality: would']],
    ['The board wants its members to vote on a strike.', []],
    ['A strike is being put to the vote.', []],
  ])('%s', (gist, found) => expect(gaps(gist, passage)).toEqual(found))
  test('what somebody managed to do is done', () =>
    expect(gaps('Sixty people returned.', 'Sixty people managed to return.')).toEqual([]))
  test('a Kazakh future is no past', () =>
    expect(gaps('Мектеп 1 қыркүйекте ашылды.', 'Мектеп 1 қыркүйекте ашылады.', '2023-08-15', 'kk')).not.toEqual([]))
})

describe('who is who', () => {
  const passage =
    'Consul Brandt told the mayors that trams would run, while Treasurer Vogel doubted that the money would be there.'
  test.each([
    ['Vogel told the mayors that trams would run.', 'speaker: Vogel'],
    ['Consul Vogel doubted that the money would be there.', 'name: Consul Vogel'],
  ])('%s', (gist, gap) => expect(gaps(gist, passage)).toEqual([gap]))
  test('of two speeches in a sentence the nearest counts', () =>
    expect(
      gaps(
        'Engineers announced that the province would spend $95 million.',
        'The province will spend $95 million, Premier Joan Tully announced, though engineers warned of delays.',
      ),
    ).toEqual(['speaker: Engineers']))
})

describe('numbers that a reader reckons', () => {
  test.each([
    ['Drei Bäder bleiben erhalten.', 'Die Stadt schließt zwei ihrer fünf Bäder.', 'de'],
    ['The drought was the worst in ten years.', 'The drought was the worst in a decade.', 'en'],
    ['He got a year and a half in prison.', 'He was sent to prison for eighteen months.', 'en'],
    ['Zweiundvierzig Häuser brannten.', '42 Häuser brannten.', 'de'],
    ['В больницу доставили двоих рабочих.', 'Двух рабочих доставили в больницу.', 'ru'],
    ['План превышен на четыре процентных пункта.', 'План превышен на 4 п. п.', 'ru'],
  ])('%s', (gist, passage, language) => expect(gaps(gist, passage, '2023-03-08', language)).toEqual([]))
  test.each([
    ['30 litres a week are lost.', '30 litres a day are lost.', 'number: 30'],
    ['В городе 118 дорожек.', 'В городе дорожки есть и в парке, их 118 километров.', 'number: 118'],
  ])('%s', (gist, passage, gap) => expect(gaps(gist, passage)).toEqual([gap]))
})

describe('the same in other words', () => {
  test.each([
    ['The bridge opened nearly a year late.', 'The bridge opened eleven months late.'],
    ['The price of power was €80/MWh.', 'Power cost 80 euros per megawatt-hour.'],
    ['No more than six towns paid.', 'Only six of the 30 towns paid.'],
    ['The tables for the south are not complete.', 'The tables for the south are incomplete.'],
    ['Winds stronger than 90 km/h hit the coast.', 'Winds of more than 90 km/h hit the coast.'],
    ['One household in two paid.', 'Half of the households paid.'],
    ['The company says that a valve failed.', 'The manufacturer, Ostra, said a valve had failed.'],
  ])('%s', (gist, passage) => expect(gaps(gist, passage)).toEqual([]))
  test.each([
    ['The price of power was 80 euros per kilowatt-hour.', 'Power cost 80 euros per megawatt-hour.', 'number: 80'],
    ['Line B will open in 2026.', 'Line A will open in 2026.', 'name: Line B'],
    ['Two new schools are already open.', 'Two new schools will open in September.', 'modality: already'],
    [
      'The authority said that a valve had failed.',
      'The manufacturer, Ostra, said a valve had failed.',
      'speaker: authority',
    ],
    [
      'Scientists cut the quota.',
      'The Fisheries Board cut the quota; scientists had advised a ban.',
      'name: Scientists',
    ],
  ])('but not: %s', (gist, passage, gap) => expect(gaps(gist, passage)).toContain(gap))
  test('far from the words of the passage a limit is not told, a modality is not checked, and a number is told', () => {
    const passage = 'Fishermen lost most of the catch of 40 tonnes when the ice at the depot melted.'
    const unsure = (gist: string) =>
      agreement(read(gist), read(passage), noGrounds).gaps.map(({ kind, isUnsure }) => [kind, isUnsure === true])
    expect(unsure('Fishermen saw all of their cargo spoil at the depot.')).toEqual([])
    expect(unsure('Fishermen allegedly saw cargo spoil at the depot.')).toEqual([['modality', true]])
    expect(unsure('All of the catch of the fishermen melted.')).toContainEqual(['limit', false])
    expect(
      unsure('Fishermen saw 90 tonnes of cargo spoil at the depot.').filter(([kind]) => kind === 'number'),
    ).toEqual([['number', false]])
  })
})

describe('whom an act is of, and done to', () => {
  test.each([
    [
      'The inquiry concluded that intent could not be shown.',
      'The inquiry found that he signed it, but the prosecutor concluded that intent could not be shown.',
      'name: inquiry',
    ],
    [
      'The coastguard accused SeaHand of ignoring distress calls.',
      'The aid group SeaHand accused the coastguard of ignoring distress calls.',
      'name: SeaHand',
    ],
    [
      'Luc Perrin a été condamné à dix-huit mois de prison.',
      "Le tribunal a relaxé l'ancien maire, Luc Perrin, mais a condamné son adjoint, Alain Morel, à dix-huit mois de prison.",
      'name: Luc Perrin',
      'fr',
    ],
    ['Ana Pires smelled gas for months.', 'Ana Pires said that she had smelled gas for weeks.', 'number: months'],
    ['Drought could displace 1.1 million people.', 'Drought has displaced 1.1 million people.', 'modality: could'],
    [
      'Colonel Orlov carried out the order.',
      'His deputy, Colonel Orlov, refused to carry out the order.',
      'negation: refused',
    ],
  ])('not: %s', (gist, passage, gap, language = 'en') => {
    expect(gaps(gist, passage, undefined, language)).toContain(gap)
  })
  test.each([
    ['His sentence was cut by a third.', 'The court reduced his sentence from nine years to six.'],
    ['About 600 of those rescued were minors.', 'Of the 1,800 migrants rescued, a third were minors.'],
    [
      'Kazakhstan hosted the third conference on Afghanistan.',
      'It matters to Kazakhstan. The country hosted the third conference on Afghanistan.',
    ],
    ['Il est resté un an et demi en prison.', 'Il est resté dix-huit mois en prison.', 'fr'],
  ])('but: %s', (gist, passage, language = 'en') => expect(gaps(gist, passage, undefined, language)).toEqual([]))
})

test('in a language without tables a gist of whole sentences of its passage agrees, and another is not told', () => {
  const passage = read('La comisión no aprobó el informe. El director del puerto dimitió según la ley.', 'es')
  const isTold = (gist: string) => !agreement(read(gist, 'es', 'likely'), passage, noGrounds).isPartial
  expect(isTold('La comisión no aprobó el informe.')).toBe(true)
  expect(isTold('La comisión aprobó el informe.')).toBe(false)
  expect(isTold('El director dimitió según la ley.')).toBe(false)
})

describe('as analysts write', () => {
  test.each([
    ['There is no investigation into his wife.', 'Petcu was released on bail. His wife is not under investigation.'],
    ['Not one of the submarines has been dismantled.', 'It has 21 submarines, none of which has yet been dismantled.'],
    ['No reason is given.', 'Landlords will no longer be able to evict tenants without giving a reason.'],
    ['The group did not reach agreement on the cause.', 'The group could not agree on the cause.'],
    ['Kazakhstan is to deliver oil to Germany.', 'Kazakhstan will supply oil to Germany. Deliveries could be raised.'],
    ['In the second quarter the bank bought gold.', 'The bank purchased gold in the second quarter.'],
    ['The fall of sales was due to the debate.', 'The decline of sales was due to the debate.'],
    ['They arrive 12 days sooner.', 'They now arrive about 12 days earlier than in the 1990s.'],
    ['China accounted for slightly less than 60 percent.', 'China accounted for just under 60 percent.'],
    ['The police rescued 25 migrants.', 'The police recovered the bodies of 13 migrants and rescued 25 others.'],
    ['Only 19 of the 62 hospitals received it.', 'Of 62 hospitals that were to have it, only 19 received equipment.'],
    ['The navy of Peru seized cocaine.', 'The Peruvian navy seized cocaine.'],
  ])('agrees: %s', (gist, passage) => expect(gaps(gist, passage)).toEqual([]))
  test.each([
    ['The flood damaged 20 houses.', 'The flood damaged 12 houses and 8 barns.', 'number: 20'],
    ['Three papers took it from an agency.', 'Two papers took it from one agency.', 'number: Three'],
    ['Floods fell from 9 to 12.', 'Floods fell from 12 to 9.', 'number: 9 to 12'],
    [
      'Sales exceeded 17 million in 2024, the agency said.',
      'The agency expects sales to exceed 17 million in 2024.',
      'modality: expects',
    ],
    [
      'Three companies have breached their licences, Stead said.',
      'Stead said that three companies were at risk of breaching their licences.',
      'modality: at risk',
    ],
    [
      'The ministry has published the report.',
      'We recommend that the ministry publish, by the end of 2023, the report.',
      'modality: recommend',
    ],
    ['It was decided to exclude Article 19.', 'The groups proposed to exclude Article 19.', 'modality: decided'],
    ['The city has 40 schools.', 'The city has 40 hospitals.', 'number: 40'],
  ])('is told: %s', (gist, passage, gap) => expect(gaps(gist, passage)).toContain(gap))
})

test('a body with `of` in its name speaks, and a quarter is a date of a record', async () => {
  const { corpus } = await makeCorpus(
    { a: { text: 'A text.', pins: { said: ['A', 'text.'] } } },
    {
      actors: [
        { id: 'housing', name: 'Ministry of Housing', kind: 'company' },
        { id: 'other', name: 'Ministry of Trade', kind: 'company' },
      ],
    },
  )
  const said = 'The Ministry of Housing announced a new levy on pumps in the first quarter of 2024.'
  const [claim] = corpus.claims.values()
  const told = (speaker: string, edtf: string) =>
    gapsOf(
      { ...claim!, gist: said, voice: 'indirect', speaker, date: { ...claim!.date, edtf, basis: 'explicit' } },
      read(said),
      read(said),
      registerOf(corpus).groundsOf(corpus.sources.get('a')!, claim!),
      corpus,
    ).gaps.map(({ part }) => part)
  expect(told('housing', '2024-01/2024-03')).toEqual([])
  expect(told('other', '2024-01/2024-02')).toEqual(['speaker', 'date'])
})
