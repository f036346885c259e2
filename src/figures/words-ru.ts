import type { FigureWords } from './words.ts'

const list = (items: readonly string[]) => items.join('; ')
const silent = (gaps: readonly string[]) => (gaps.length ? ` Нет источников за время: ${list(gaps)}.` : '')

/** The form that a Russian noun takes after a number: 1 меры…, 2 меры, 5 мер. */
function count(number: number, one: string, few: string, many: string): string {
  const [last, lastTwo] = [number % 10, number % 100]
  if (last === 1 && lastTwo !== 11) return `${number} ${one}`
  return `${number} ${last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many}`
}

export const russian: FigureWords = {
  gap: ['источников за эти годы нет', 'нет источников'],
  undated: 'без даты',
  pending: 'намечено',
  lanes: {
    incidents: 'Нападения и беспорядки',
    operations: 'Аресты, изъятия, учения, развёртывания',
    statements: 'Заявления и публикации',
    institutions: 'Встречи, соглашения, учреждения',
    measures: 'Меры политики',
  },
  exactness: {
    day: 'известен день',
    month: 'известен месяц',
    loose: 'только год или приблизительно',
    range: 'в эти сроки или всё это время',
    open: 'не позднее или с этого времени',
  },
  gapKey: 'нет источников за это время',
  numbersInTable: 'Номера те же, что в таблице.',
  notDrawn: (items) => `Без даты в пределах периода: ${items} (см. таблицу).`,
  confidence: { low: 'низкая', moderate: 'средняя', high: 'высокая' },
  confidenceWord: 'уверенность',
  noLikelihood: 'вывод по источникам',
  notJudged: 'вероятность не оценена',
  emptyCell: 'пусто: такой угрозы нет или она не оценена',
  groups: {
    state: 'государство',
    'state-body': 'орган или подразделение',
    person: 'лицо',
    intergovernmental: 'межгосударственный орган',
    armed: 'вооружённая группа или движение',
    other: 'прочие',
  },
  ties: {
    structure: 'входит, подчиняется или занимает пост',
    cooperation: 'сотрудничает, поставляет',
    link: 'связан, по чьему-либо свидетельству',
    watch: 'наблюдает',
    opposition: 'противостоит',
  },
  relations: {
    'member-of': 'член',
    'part-of': 'часть',
    'subordinate-to': 'подчиняется',
    'partner-of': 'партнёр',
    'led-by': 'под руководством',
    'linked-to': 'связан с',
    opposes: 'противостоит',
    monitors: 'наблюдает за',
    supplies: 'поставляет',
    'signatory-with': 'сторона соглашения с',
  },
  leads: 'руководит',
  places: { capital: 'столица', city: 'город', site: 'объект', region: 'район' },
  statuses: {
    unknown: 'неизвестно',
    proposed: 'предложено',
    announced: 'запланировано',
    adopted: 'принято',
    'in-force': 'действует',
    implemented: 'по сообщениям, выполнено',
    lapsed: 'утратило силу',
  },
  allSources: 'Все источники',
  coverageKey: { claim: 'месяцы, о которых сообщено: от одного до', issued: 'публикация' },
  perYear: 'датированных сообщений за год',
  phaseKey: { done: 'принято, действует или выполнено', pending: 'предложено, запланировано или неизвестно' },
  total: 'Меры',
  noPhase: 'Вне этапов или без даты',
  columns: {
    number: '№',
    date: 'Дата',
    what: 'Событие или мера',
    kind: 'Вид',
    threat: 'Угроза',
    vector: 'Способ',
    target: 'Цель',
    period: 'Период',
    likelihood: 'Вероятность',
    range: 'Пределы',
    confidence: 'Уверенность',
    actor: 'Участник',
    relation: 'Отношение',
    source: 'Источник',
    issued: 'Издан',
    claims: 'Сообщений с датой',
    undated: 'Без даты',
    first: 'Самое раннее',
    last: 'Самое позднее',
    term: 'Термин',
    also: 'Также',
    area: 'Область',
    place: 'Место',
    above: 'Подчинение',
  },
  titles: {
    timeline: 'Хронология событий и мер политики',
    matrix: 'Угрозы по способу и цели',
    network: 'Участники и их отношения',
    coverage: 'Что охватывают источники',
    scale: 'Шкала вероятности',
    phases: 'Меры политики по областям и этапам',
    strip: 'Основные даты',
    hierarchy: 'Кто кому подчинён',
    map: 'Места, названные в документе',
    bar: 'Сообщённые величины',
    line: 'Сообщённые величины',
  },
  alt: {
    timeline: (counts, period, gaps) =>
      `Хронология, ${period}. ${list(counts.map(([name, number]) => `${name}: ${number}`))}.${silent(gaps)}`,
    matrix: (threats, terms, unjudged) =>
      [
        `Матрица: ${count(threats, 'угроза', 'угрозы', 'угроз')}, каждая с периодом и уверенностью.`,
        ...terms.map(([term, names]) => `${term}: ${list(names)}.`),
        ...(unjudged ? [`Вероятность не оценена: ${count(unjudged, 'угроза', 'угрозы', 'угроз')}.`] : []),
      ].join(' '),
    network: (actors, relations, most) =>
      `Сеть: ${count(actors, 'участник', 'участника', 'участников')}, ${count(relations, 'отношение', 'отношения', 'отношений')}. ` +
      `Больше всего связей: ${list(most.map(([name, number]) => `${name} (${number})`))}.`,
    leftOut: (actors) => `Не показано участников, связей которых здесь мало или нет: ${actors}.`,
    coverage: (sources, period, gaps) =>
      `О чём сообщают ${count(sources, 'источник', 'источника', 'источников')}, ${period}.${silent(gaps)}`,
    scale: (name, terms) => `Шкала вероятности ${name}: ${list(terms)}.`,
    strip: (items, gaps) => `Основные даты: ${list(items)}.${silent(gaps)}`,
    hierarchy: (tops, actors) =>
      `Дерево: ${count(actors, 'участник', 'участника', 'участников')}; вверху ${list(tops)}.`,
    map: (countries, places) =>
      `Карта${countries.length ? `: ${list(countries)}` : ''}; ${count(places.length, 'место', 'места', 'мест')}: ${list(places)}.`,
    chart: (unit, values) => `${unit}: ${list(values)}.`,
    phases: (measures, phases) =>
      `${count(measures, 'мера', 'меры', 'мер')} по областям и датам, ${count(phases.length, 'этап', 'этапа', 'этапов')}: ${list(phases)}.`,
  },
}
