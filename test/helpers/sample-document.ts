/** A made-up pack that holds every node a writer can meet, in the amounts of a real one: writers are looked at with it. */
import type { Block, Document, Figure } from '../../src/core/tree.ts'
import {
  call,
  emphasis,
  entry,
  heading,
  inLanguage,
  item,
  link,
  list,
  note,
  paragraph,
  plainMeta,
  root,
  strong,
  svg,
  table,
  text,
} from './nodes.ts'

/** The sample; the same value each time. */
export function sampleDocument(): Document {
  return {
    meta: {
      ...plainMeta,
      name: 'lower-selm',
      title: 'Flood policy on the lower Selm, 1998–2013',
      subtitle: 'A briefing pack',
      question: 'How did the policy on floods change between 1998 and 2013, and what drove the change?',
      authors: ['Ada Marsh', 'Әсем Қуатқызы'],
      organisation: 'Institute for River Studies',
      facts: [
        { label: 'Information cut-off', value: '31 July 2013' },
        { label: 'Issued', value: '12 August 2013' },
        { label: 'Scale of likelihood', value: 'ICD 203' },
        { label: 'Base', value: '5 sources by 2 authors, one of whom quotes the other' },
      ],
      description: 'What five sources say of the policy on floods, and how far they can be trusted.',
      keywords: ['floods', 'policy', 'Selm'],
    },
    body: root(...front, ...chronology, ...policy, ...sources, ...notes),
  }
}

const timelineSource =
  () => `<svg xmlns="http://www.w3.org/2000/svg" width="430" height="120" viewBox="0 0 430 120" font-family="Source Sans 3, sans-serif" font-size="9">
<defs><linearGradient id="shade"><stop offset="0" stop-color="#f2f5f8"/><stop offset="1" stop-color="#c9d1d9"/></linearGradient></defs>
<rect x="20" y="50" width="390" height="10" fill="url(#shade)"/>
${[1998, 2001, 2004, 2006, 2009, 2013]
  .map((year, index) => {
    const x = 30 + index * 74
    return `<g><circle cx="${x}" cy="55" r="${year === 2006 ? 7 : 4}" fill="#17456b"/><text x="${x}" y="80" text-anchor="middle" fill="#1b1f24">${year}</text></g>`
  })
  .join('\n')}
<text x="252" y="38" text-anchor="middle" font-weight="600" fill="#17456b">Flood of March 2006 · Су тасқыны</text>
</svg>`

const front: Block[] = [
  {
    type: 'contents',
    of: 'headings',
    entries: [
      { id: 'bottom-line', depth: 1, label: '1', text: 'Bottom line' },
      { id: 'likelihood', depth: 2, label: '1.1', text: 'Words of likelihood' },
      { id: 'chronology', depth: 1, label: '2', text: 'Chronology' },
      { id: 'before-the-dyke', depth: 2, label: '2.1', text: 'Before the dyke' },
      { id: 'the-first-winter', depth: 3, label: '2.1.1', text: 'The first winter' },
      { id: 'policy', depth: 1, label: '3', text: 'Policy' },
      { id: 'sources', depth: 1, label: '4', text: 'Sources' },
    ],
  },
  {
    type: 'contents',
    of: 'figures',
    entries: [{ id: 'figure-timeline', depth: 1, label: 'Figure 1', text: 'Events' }],
  },
  {
    type: 'contents',
    of: 'tables',
    entries: [{ id: 'table-measures', depth: 1, label: 'Table 1', text: 'Register of measures' }],
  },
  heading(1, 'bottom-line', '1 Bottom line'),
  paragraph(
    [
      'The policy moved from building to warning. ',
      strong(['It is ', emphasis('very likely'), ' (80–95 %)']),
      ' that the change of 2006 followed the flood, not the law.',
      call(1),
    ],
    { role: 'lead' },
  ),
  paragraph([
    'The sources disagree on who ordered it; see ',
    link('#table-measures', 'Table 1'),
    ', ',
    link('#figure-timeline', 'Figure 1'),
    ' and section ',
    link('#before-the-dyke', '2.1'),
    '. The ministry’s own page is ',
    link('https://example.org/floods?year=2006&lang=en', 'still on line'),
    '.',
  ]),
  heading(2, 'likelihood', '1.1 Words of likelihood'),
  list(
    true,
    'almost no chance: 1–5 %',
    item(paragraph('unlikely: 20–45 %'), list(false, 'not to be read as “no”', 'nor as “we do not know”')),
    item(paragraph('likely: 55–80 %'), paragraph('A second paragraph of the third item.')),
  ),
  {
    type: 'blockquote',
    children: [
      paragraph(['“The river does not read our plans,” the engineer said.', call(2)]),
      paragraph('“Nor do we read the river.”'),
    ],
  },
]

const chronology: Block[] = [
  heading(1, 'chronology', '2 Chronology'),
  heading(2, 'before-the-dyke', '2.1 Before the dyke'),
  heading(3, 'the-first-winter', '2.1.1 The first winter'),
  paragraph([
    'Names are given as written: ',
    inLanguage('kk', 'Өскемен өзені, Қызылжар, Ұлытау, Һәм'),
    '; ',
    inLanguage('ru', 'Комитет по чрезвычайным ситуациям'),
    '; ',
    inLanguage('el', 'Ποταμός Άραχθος'),
    '; ',
    inLanguage('ar', 'نهر سلم (الجزء ٢)'),
    '; and without a mark of language: Ертіс. H',
    { type: 'superscript', children: [text('2')] },
    'O, ',
    { type: 'smallCaps', children: [text('ce 1998')] },
    ', ',
    { type: 'delete', children: [text('withdrawn')] },
    ', ',
    { type: 'inlineCode', value: 'station = 12' },
    ', a line',
    { type: 'break' },
    'that breaks.',
  ]),
  timeline(),
  { type: 'code', lang: 'yaml', value: 'station: 12\n  level:  3.40 m\n\tflow: 120' },
  { type: 'thematicBreak' },
]

const policy: Block[] = [
  heading(1, 'policy', '3 Policy'),
  paragraph('Each measure is told with its instrument, its body and its status at the cut-off.'),
  {
    type: 'figure',
    kind: 'table',
    label: 'Table 1',
    caption: [text('Register of measures, 1998–2013')],
    data: { id: 'table-measures' },
    children: [
      table([
        ['Date', 'Measure', 'Body', 'Status', 'Evidence'],
        ...Array.from({ length: 30 }, (_, index) => [
          String(1998 + (index % 16)),
          `Measure number ${index + 1}, on the ${['gauges', 'dykes', 'warnings', 'reservoirs'][index % 4]} of the lower river`,
          ['Ministry', 'Water board', 'Комитет'][index % 3]!,
          ['adopted', 'announced', 'repealed'][index % 3]!,
          index === 4 ? ['one report', call(3)] : index === 20 ? ['two reports', call(4)] : 'two reports',
        ]),
      ]),
    ],
  },
  heading(2, 'wide', '3.1 Who answers for what'),
  {
    type: 'figure',
    kind: 'table',
    label: 'Table 2',
    caption: [text('Bodies and duties')],
    data: { id: 'table-duties', role: 'landscape' },
    children: [
      table([
        ['Body', 'Gauges', 'Dykes', 'Warnings', 'Reservoirs', 'Relief', 'Law', 'Money'],
        ...['Ministry', 'Water board', 'District', 'Army', 'Farmers’ union'].map((body, row) => [
          body,
          ...Array.from({ length: 7 }, (_, column) =>
            (row + column) % 3 ? 'answers for it, with the Ministry’s consent' : '–',
          ),
        ]),
      ]),
    ],
  },
  heading(2, 'after', '3.2 After the flood'),
  paragraph('The table above is wide; this page stands upright again.'),
  table([
    ['Year', 'Level (m)'],
    ['2005', '3.10'],
    ['2006', '5.85'],
  ]),
]

const sources: Block[] = [
  heading(1, 'sources', '4 Sources'),
  {
    type: 'bibliography',
    hanging: true,
    children: [
      entry('marsh-2006', 'Marsh, Ada. “The Selm in Flood.” ', emphasis('River Quarterly'), ' 12, no. 3 (2006): 4–19.'),
      entry('petrov-2007', 'Петров, И. ', emphasis('Половодье на Сельме'), '. Астана, 2007.'),
      entry(
        'board-2009',
        'Water Board. ',
        emphasis('Annual Report'),
        '. 2009. ',
        link('https://example.org/report', 'https://example.org/report'),
        '.',
      ),
    ],
  },
]

const notes: Block[] = [
  note(1, paragraph(['Marsh, ', link('#source-marsh-2006', '“The Selm in Flood,”'), ' 7.'])),
  note(2, paragraph(['Quoted in ', link('#source-petrov-2007', 'Петров'), ', 14.']), paragraph('Our translation.')),
  note(3, paragraph('Marsh, 9; she gives no date.')),
  note(4, paragraph('Water Board, 2009, table 2.')),
]

function timeline(): Figure {
  return {
    type: 'figure',
    kind: 'figure',
    label: 'Figure 1',
    caption: [text('Events, 1998–2013'), call(1)],
    data: { id: 'figure-timeline' },
    children: [
      svg('timeline.svg', 'A line of sixteen years; the flood of 2006 stands out.', timelineSource(), 430, 120),
    ],
  }
}
