/**
 * A document as a publisher would see it: cover, contents, headings of three levels, long tables with notes in their
 * cells, figures, quotations, words in Kazakh, Russian, Greek and Arabic, notes that need more than a page.
 */
import type { Block, ContentsEntry, Document, Inline, ListItem, Table } from '../../src/core/tree.ts'
import {
  call,
  emphasis as em,
  entry,
  heading as headingWithId,
  inlines,
  item as itemOf,
  inLanguage as lang,
  link,
  list as listOf,
  note,
  paragraph as p,
  plainMeta,
  root,
  strong,
  table,
  type Words,
} from './nodes.ts'

const heading = (depth: 1 | 2 | 3, words: Words, id: string): Block => headingWithId(depth, id, words)
const item = (words: Words, ...more: Block[]): ListItem => itemOf(p(words), ...more)
const list = (ordered: boolean, ...items: (Words | ListItem)[]): Block =>
  listOf(ordered, ...items.map((each) => (isItem(each) ? each : item(each))))
const isItem = (each: Words | ListItem): each is ListItem =>
  typeof each === 'object' && 'type' in each && each.type === 'listItem'
const quote = (...children: Block[]): Block => ({ type: 'blockquote', children })
const code = (value: string): Inline => ({ type: 'inlineCode', value })
const sup = (words: Words): Inline => ({ type: 'superscript', children: inlines(words) })
const smallCaps = (words: Words): Inline => ({ type: 'smallCaps', children: inlines(words) })

const aligned = (align: Table['align'], node: Table): Table => ({ ...node, align })

const contentsEntries = (blocks: Block[]): ContentsEntry[] =>
  blocks.flatMap((block) =>
    block.type === 'heading' && block.data?.id
      ? [
          {
            id: block.data.id,
            depth: block.depth,
            text: block.children.map((child) => ('value' in child ? child.value : '')).join(''),
          },
        ]
      : [],
  )

const river =
  'The river commission has published its measurements since 1978, but the series is not continuous: stations were moved in 1991 and again in 2004, and two of them stand today in reservoirs. '
const claims =
  'Officials describe the transfer of competences as complete, while district engineers interviewed for this report describe institutional arrangements that remain provisional and, in their words, uncharacteristically improvised. '
const judgement =
  'We judge with moderate confidence that the shortfall will recur in at least two of the next five seasons, because storage rules have not been changed and responsibilities overlap. '

const source = (key: string, year: string): Inline => link(`#source-${key}`, year)

const chart = `<svg xmlns="http://www.w3.org/2000/svg" width="430" height="150" viewBox="0 0 430 150"><rect x="0" y="0" width="430" height="150" fill="#ffffff"/><g stroke="#c9d1d9" stroke-width="0.5">${[30, 60, 90, 120].map((y) => `<line x1="36" y1="${y}" x2="425" y2="${y}"/>`).join('')}</g>${[62, 88, 70, 95, 54, 77, 40, 83].map((value, i) => `<rect x="${48 + i * 47}" y="${128 - value}" width="28" height="${value}" fill="${i % 3 === 1 ? '#17456b' : '#8fa9bf'}"/><text x="${62 + i * 47}" y="142" font-size="8.5" text-anchor="middle" font-family="Source Sans 3" fill="#1b1f24">${2016 + i}</text>`).join('')}<text x="30" y="33" font-size="8.5" text-anchor="end" font-family="Source Sans 3" fill="#5a6470">90</text><text x="30" y="123" font-size="8.5" text-anchor="end" font-family="Source Sans 3" fill="#5a6470">0</text></svg>`

const measures: string[][] = [
  [
    '2004',
    'Framework law on water',
    'Ministry of Agriculture',
    'In force',
    'Establishes basin councils without budget authority; amended four times.',
  ],
  [
    '2007',
    'Interstate protocol on winter releases',
    'Governments of both states',
    'Lapsed',
    'Signed for three seasons; not renewed after the energy barter ended.',
  ],
  [
    '2011',
    'Metering programme, first phase',
    'Regional utilities',
    'Completed',
    'Some 4,100 meters installed against 6,000 planned; accuracy not audited.',
  ],
  [
    '2014',
    'Tariff reform',
    'Antimonopoly agency',
    'Suspended',
    'Tariffs frozen by decree after protests in two districts.',
  ],
  [
    '2018',
    'Basin plan',
    'River commission',
    'In force',
    'First plan to state an ecological minimum flow for the delta.',
  ],
]

export function reportDocument(): Document {
  const body: Block[] = [
    heading(1, 'Executive summary', 'summary'),
    p([river, claims], { role: 'lead' }),
    p([
      judgement,
      'The main reason is institutional rather than hydrological',
      call(1),
      ': ',
      claims,
      'See ',
      link('#findings', 'section 3'),
      ' and the survey of ',
      source('petrova-2019', 'Petrova (2019)'),
      '.',
    ]),
    list(
      false,
      [strong('Storage.'), ' Reservoir rules date from 1986 and assume a demand that no longer exists', call(2), '.'],
      [strong('Data.'), ' Three of eleven stations account for ', em('all'), ' of the published trend.'],
      item(
        [strong('Finance.'), ' Two funding lines overlap:'],
        list(
          true,
          'the basin fund, which is replenished annually and cannot be carried over from one budget year to the next;',
          ['the stabilisation reserve', call(3), '.'],
        ),
      ),
    ),
    heading(1, 'Background', 'background'),
    p([river, river, claims]),
    heading(2, 'The basin and its institutions', 'institutions'),
    p([
      'The delta communities speak of ',
      lang('kk', 'су тапшылығы және әділетсіз бөлу, Қазақстанның оңтүстігіндегі өзендер'),
      ', the ministry of ',
      lang('ru', 'водохозяйственный комплекс и рациональное использование ресурсов'),
      ', a Greek consultant of ',
      lang('el', 'διαχείριση υδάτων'),
      ', and an Arabic-language review of ',
      lang('ar', 'إدارة الموارد المائية المشتركة'),
      ' in the region. ',
      claims,
    ]),
    quote(
      p([
        '“We were told that the gauges would be read twice daily. In the whole of the season nobody came, and what was written in the journal was written afterwards',
        call(4),
        '.”',
      ]),
      p('— District engineer, interviewed in March'),
    ),
    heading(3, 'What changed after 2004', 'after-2004'),
    p([
      claims,
      river,
      'The ',
      smallCaps('undp'),
      ' programme ended in the 2',
      sup('nd'),
      ' quarter; its database ',
      code('basin_v2.sqlite'),
      ' is kept by the commission. ',
      judgement,
    ]),
    p([river, claims, judgement]),
    heading(2, 'Measures since 2004', 'measures'),
    p(['Table 1 lists the measures. ', judgement]),
    {
      type: 'figure',
      kind: 'table',
      label: 'Table 1',
      caption: [{ type: 'text', value: 'Policy measures by year, responsible body and state of implementation' }],
      data: { id: 'table-1' },
      children: [
        table([
          ['Year', 'Measure', 'Responsible', 'State', 'Assessment'],
          ...Array.from({ length: 26 }, (_, i) => {
            const row = measures[i % measures.length]!
            return [
              String(Number(row[0]) + (i % 3)),
              row[1]!,
              row[2]!,
              row[3]!,
              i % 6 === 2 ? [row[4]!, call(5 + Math.floor(i / 6))] : row[4]!,
            ]
          }),
        ]),
      ],
    },
    heading(1, 'Findings', 'findings'),
    p([judgement, claims]),
    {
      type: 'figure',
      kind: 'figure',
      label: 'Figure 1',
      caption: [{ type: 'text', value: 'Winter releases, 2016–2023, per cent of the agreed volume' }],
      data: { id: 'figure-1' },
      children: [
        {
          type: 'image',
          url: 'releases.svg',
          alt: 'Bar chart of winter releases from 2016 to 2023. They vary between 40 and 95 per cent of the agreed volume, with no trend.',
          format: 'svg',
          bytes: new TextEncoder().encode(chart),
          width: 430,
          height: 150,
        },
      ],
    },
    heading(2, 'Releases do not follow the agreement', 'releases'),
    p([claims, 'The longest note of this report explains the method', call(10), '. ', judgement, river]),
    p([judgement, claims, river]),
    heading(3, 'Method', 'method'),
    p([
      river,
      'Each record was hashed; the digest of the first is ',
      code('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'),
      '.',
    ]),
    {
      type: 'code',
      lang: 'sql',
      value: 'select station, avg(flow)\n  from readings\n  where year >= 2004\n  group by station;',
    },
    heading(2, 'Comparison of stations', 'stations'),
    {
      type: 'figure',
      kind: 'table',
      label: 'Table 2',
      caption: [{ type: 'text', value: 'Stations compared, with all variables' }],
      data: { id: 'table-2', role: 'landscape' },
      children: [
        aligned(
          [null, 'right', 'right', 'right', 'right', 'right', 'right', 'right', null],
          table([
            [
              'Station',
              'Altitude, m',
              'Opened',
              'Moved',
              'Mean flow, m³/s',
              'Lowest',
              'Highest',
              'Gaps, days',
              'Remarks',
            ],
            ...Array.from({ length: 11 }, (_, i) => [
              `Station ${i + 1}`,
              String(410 - i * 17),
              String(1951 + i * 3),
              i % 3 === 1 ? '1991' : '–',
              (212.4 - i * 8.3).toFixed(1),
              (40.2 - i).toFixed(1),
              (780.5 - i * 31).toFixed(1),
              String((i * 37) % 90),
              'Readings before the move are not comparable with those after it.',
            ]),
          ]),
        ),
      ],
    },
    heading(1, 'Outlook', 'outlook'),
    p([judgement, judgement, claims]),
    list(true, [judgement], [claims, call(11)], [river]),
    p([claims, river, judgement, river]),
    heading(1, 'Sources', 'sources'),
    {
      type: 'bibliography',
      hanging: true,
      children: [
        entry(
          'commission-2018',
          ...[
            'River Commission. 2018. ',
            em('Basin plan 2018–2028'),
            '. ',
            link(
              'https://example.org/basin-plan/2018/documents/final-version-with-annexes.pdf',
              'https://example.org/basin-plan/2018/documents/final-version-with-annexes.pdf',
            ),
            '.',
          ],
        ),
        entry(
          'petrova-2019',
          ...[
            'Petrova, Anna. 2019. ‘The Second Life of Soviet Storage Rules.’ ',
            em('Journal of Basin Studies'),
            ' 12 (3): 201–229.',
          ],
        ),
        entry(
          'akhmetov-2021',
          ...[
            lang('ru', 'Ахметов, Серик. 2021. «Водная безопасность: итоги и перспективы». '),
            em(lang('ru', 'Вестник водного хозяйства')),
            ' 4: 15–31.',
          ],
        ),
      ],
    },
  ]
  const notes: Block[] = [
    note(1, p(['The distinction is that of ', source('petrova-2019', 'Petrova 2019'), ', p. 203.'])),
    note(2, p('Order No. 114 of 12 May 1986, which is still cited in the operating instructions.')),
    note(3, p(['The reserve is described in ', link('https://example.org/reserve', 'the budget annex'), '.'])),
    note(4, p('Interview 14. The engineer asked not to be named.'), p('The journal was seen by the authors.')),
    ...[5, 6, 7, 8, 9].map((n) =>
      note(
        n,
        p(`Reported by the responsible body itself; note ${n} records that no independent assessment was found.`),
      ),
    ),
    note(10, ...Array.from({ length: 5 }, (_, i) => p(`${i + 1}. ${river}${claims}${judgement}${river}`))),
    note(11, p('Based on four interviews.')),
  ]
  const contents: Block[] = [
    { type: 'contents', of: 'headings', entries: contentsEntries(body) },
    {
      type: 'contents',
      of: 'tables',
      entries: [
        {
          id: 'table-1',
          depth: 1,
          label: 'Table 1',
          text: 'Policy measures by year, responsible body and state of implementation',
        },
      ],
    },
  ]
  return {
    meta: {
      ...plainMeta,
      title: 'Shared water, separate books',
      subtitle: 'Why agreed winter releases fail, and what would make the figures comparable',
      question: 'Will the downstream districts receive the agreed winter releases in the next five seasons?',
      authors: ['A. Analyst', 'B. Editor'],
      organisation: 'Institute for Basin Studies',
      facts: [
        { label: 'Information cut-off', value: '31 July 2023' },
        { label: 'Sources', value: '42, of which 11 official' },
        { label: 'Classification', value: 'Public' },
      ],
      description: 'A report on <water> & releases.',
      keywords: ['water', 'releases'],
    },
    body: root(...contents, ...body, ...notes),
  }
}
