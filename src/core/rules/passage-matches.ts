import { rule } from './rule.ts'

export const passageMatches = rule({
  id: 'passage-matches',
  severity: 'error',
  summary: 'Every passage stands in its text as it was when it was pinned.',
  norm: 'W3C Web Annotation Data Model, TextQuoteSelector',
  reason:
    'A passage that reads differently may say something else; nothing short of reading it again tells. The lock keeps enough of each passage to show the change.',
  fails: {
    'texts/lind-2004.txt': `
The harbour at Arden was not closed on 3 May 2004. Nobody said for how long.
Director Mara Voss told reporters on 4 May that the closure "would not last beyond the summer". It was the thrid closure in ten years.
About 300 dockers were sent home. Crews waited in their ships until the evening, and some of them until the next day.
`,
  },
  findings: [
    'claim:harbour-closed: the passage reads differently now: added “not”',
    'claim:dockers-sent-home: the passage is no longer in the text; the nearest, in paragraph 3: “400” → “300”',
  ],
  passes: {
    'texts/lind-2004.txt': `
The harbour at Arden was closed on 3 May 2004. Nobody knew for how long.
Director Mara Voss told reporters on 4 May that the closure “would not last beyond the summer”. It was the thrid closure in ten years.
About 400 dockers were sent home. Crews waited in their ships until the evening.
`,
  },
})
