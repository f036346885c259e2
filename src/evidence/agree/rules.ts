import type { Gap } from './gap.ts'
import type { Sign } from './tables/language.ts'

/** What a sign of the claim may rest on in the passage, and what may stand in the claim for a sign of the passage. */
export interface Rule {
  readonly sign: Sign
  readonly kind: Gap['kind']
  /** Signs of the passage that give the claim's one its ground. */
  readonly ground: readonly Sign[]
  /** Signs of the claim that keep what the passage's one says; none where it may be left out. */
  readonly kept: readonly Sign[]
  /** The claim’s sign is at odds only with these; without them it says less than the passage, which it may. */
  readonly onlyAgainst?: readonly Sign[]
}

export const rules: readonly Rule[] = [
  { sign: 'only', kind: 'limit', ground: ['only', 'most', 'nearly'], kept: ['only', 'not', 'denies'] },
  { sign: 'all', kind: 'limit', ground: ['all'], kept: [] },
  { sign: 'most', kind: 'limit', ground: ['most', 'peak'], kept: ['most', 'peak'] },
  { sign: 'peak', kind: 'limit', ground: ['most', 'peak', 'only', 'all'], kept: [] },
  {
    sign: 'some',
    kind: 'limit',
    ground: ['some', 'most', 'only'],
    kept: ['some', 'most', 'only', 'about'],
    onlyAgainst: ['all'],
  },
  { sign: 'nearly', kind: 'limit', ground: ['nearly', 'about', 'at-most'], kept: ['nearly', 'about', 'at-most'] },
  {
    sign: 'alleged',
    kind: 'modality',
    ground: ['alleged', 'said', 'hearsay'],
    kept: ['alleged', 'said', 'may', 'hearsay'],
  },
  {
    sign: 'may',
    kind: 'modality',
    ground: ['may', 'can', 'hint', 'to-come'],
    kept: ['may', 'can', 'alleged', 'hint'],
  },
  { sign: 'can', kind: 'modality', ground: [], kept: ['may', 'can', 'alleged', 'hint', 'hearsay', 'will', 'should'] },
  {
    sign: 'will',
    kind: 'modality',
    ground: ['to-come', 'will', 'should', 'hint'],
    kept: ['will', 'should', 'hint', 'to-come'],
  },
  {
    sign: 'to-come',
    kind: 'modality',
    ground: [],
    kept: ['to-come', 'will', 'should', 'may', 'can', 'alleged', 'hint'],
  },
  {
    sign: 'should',
    kind: 'modality',
    ground: ['to-come', 'should', 'decided', 'will', 'may', 'hint'],
    kept: ['can', 'should', 'will', 'may', 'decided', 'hint', 'to-come', 'stance', 'denies'],
  },
  {
    sign: 'weighed',
    kind: 'modality',
    ground: ['weighed', 'may', 'can', 'will', 'should', 'sought'],
    kept: ['weighed', 'may', 'can', 'will', 'should', 'hint', 'sought'],
  },
  {
    sign: 'sought',
    kind: 'modality',
    ground: [],
    kept: ['sought', 'weighed', 'may', 'can', 'will', 'should', 'hint', 'to-come', 'alleged'],
  },
  {
    sign: 'proven',
    kind: 'modality',
    ground: ['proven'],
    kept: [],
    onlyAgainst: ['alleged', 'hearsay', 'may', 'can', 'weighed', 'sought'],
  },
  { sign: 'decided', kind: 'modality', ground: ['decided', 'hint'], kept: ['decided', 'hint'] },
]
