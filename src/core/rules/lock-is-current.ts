import { rule } from './rule.ts'

export const lockIsCurrent = rule({
  id: 'lock-is-current',
  severity: 'error',
  summary: 'Where a text is absent, no passage has changed since it was last verified.',
  reason:
    'Most texts cannot be published. Without them, only what was verified before, where they were at hand, is vouched for.',
  fails: {
    'texts/lind-2004.txt': null,
    'claim:harbour-closed':
      'passages: [{para: 1, start: The harbour at, end: for how long., sha256: ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff}]',
  },
  findings: ['claim:harbour-closed: the passage was changed since it was last verified'],
  passes: { 'texts/lind-2004.txt': null },
})
