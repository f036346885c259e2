import * as z from 'zod'
import { baseLanguage, localeOf } from '../core/index.ts'
import type { Registers } from './corpus.ts'
import { deprecated, language, slugText, text } from './fields.ts'
import { defineKind } from './kind.ts'

const label = z
  .union([text, z.record(language, text)])
  .optional()
  .describe('What packs print for it: a text, or one for each language, {en: Recall, ru: Отзыв}')

const eventMarks = ['diamond', 'hexagon', 'circle', 'pill'] as const
const actorMarks = ['round', 'box', 'frame', 'hexagon', 'cut', 'dashed'] as const

const eventKindSchema = z.strictObject({
  id: slugText.describe('What events call it: `recall`'),
  label,
  mark: z
    .enum(eventMarks)
    .default('hexagon')
    .describe('How it stands in figures; kinds of one mark share a lane of the timeline'),
  deprecated,
})
/** Groups of actors stand in the order of the list. */
const actorKindSchema = z.strictObject({
  id: slugText.describe('What actors call it: `company`; `person` is the kind of people'),
  label,
  mark: z.enum(actorMarks).default('dashed').describe('How it stands in figures'),
  surroundings: z.boolean().default(false).describe('A line each is enough for actors of this kind'),
  deprecated,
})
const measureKindSchema = z.strictObject({ id: slugText.describe('What measures call it: `law`'), label, deprecated })

export const eventKindKind = defineKind({
  name: 'event-kind',
  plural: 'event-kinds',
  kept: 'list',
  schema: eventKindSchema,
  label: 'label',
})
export const actorKindKind = defineKind({
  name: 'actor-kind',
  plural: 'actor-kinds',
  kept: 'list',
  schema: actorKindSchema,
  label: 'label',
})
export const measureKindKind = defineKind({
  name: 'measure-kind',
  plural: 'measure-kinds',
  kept: 'list',
  schema: measureKindSchema,
  label: 'label',
})

type EventKind = z.infer<typeof eventKindSchema>
type ActorKind = z.infer<typeof actorKindSchema>
type MeasureKind = z.infer<typeof measureKindSchema>
interface Vocabulary {
  readonly 'event-kind': readonly EventKind[]
  readonly 'actor-kind': readonly ActorKind[]
  readonly 'measure-kind': readonly MeasureKind[]
}
type VocabularyKind = keyof Vocabulary
export const vocabularyKinds = ['event-kind', 'actor-kind', 'measure-kind'] as const satisfies VocabularyKind[]

const marked = <M extends string>(of: Readonly<Record<string, M>>) =>
  Object.entries(of).map(([name, mark]) => ({ id: name, mark }))

/** What a corpus without a list of its own has: kinds for subjects of security. */
const preset: Vocabulary = {
  'event-kind': marked({
    attack: 'diamond',
    arrest: 'hexagon',
    statement: 'circle',
    meeting: 'pill',
    exercise: 'hexagon',
    deployment: 'hexagon',
    agreement: 'pill',
    'institutional-change': 'pill',
    unrest: 'diamond',
    'hostage-taking': 'diamond',
    seizure: 'hexagon',
    publication: 'circle',
  }),
  'actor-kind': marked({
    'state-body': 'box',
    unit: 'box',
    person: 'round',
    'armed-group': 'cut',
    movement: 'cut',
    state: 'frame',
    intergovernmental: 'hexagon',
    'civil-society': 'dashed',
    research: 'dashed',
    company: 'dashed',
    media: 'dashed',
  }).map((it) => ({
    ...it,
    surroundings: ['frame', 'hexagon', 'dashed'].includes(it.mark),
  })),
  'measure-kind':
    'law decree institution unit deployment agreement conference decision programme doctrine statement proposal personnel operation'
      .split(' ')
      .map((name) => ({ id: name })),
}

/** The kinds that a corpus knows until it has a list of its own; none for other registers, and where it has one. */
export const presetOf = (corpus: Registers, kind: string): readonly object[] =>
  isVocabulary(kind) && !hasOwn(corpus, kind) ? preset[kind] : []

const isVocabulary = (kind: string): kind is VocabularyKind => Object.hasOwn(preset, kind)

/** The ids of the kinds that a corpus knows without a list of its own; `undefined` for other registers. */
export const presetIds = (kind: string): readonly string[] | undefined =>
  isVocabulary(kind) ? preset[kind].map((it) => it.id) : undefined

/** The kinds of events, actors or measures that a corpus knows: its own list, or else the preset. */
export function vocabularyOf<K extends VocabularyKind>(corpus: Registers, kind: K): Vocabulary[K] {
  const own = [...corpus[`${kind}s`].values()] as unknown as Vocabulary[K]
  return own.length > 0 ? own : preset[kind]
}

export const hasOwn = (corpus: Registers, kind: VocabularyKind): boolean => corpus[`${kind}s`].size > 0

/** What a kind is called in a language; `undefined` where nobody says. */
export function kindWords(corpus: Registers, kind: VocabularyKind, name: string, tag: string): string | undefined {
  const entry = corpus[`${kind}s`].get(name)
  if (typeof entry?.label === 'string') return entry.label
  const own = entry?.label?.[tag] ?? entry?.label?.[baseLanguage(tag)]
  const { eventKind, actorKind, instrument } = localeOf(tag)
  const words: Readonly<Record<string, string>> = {
    'event-kind': eventKind,
    'actor-kind': actorKind,
    'measure-kind': instrument,
  }[kind]
  return own ?? (Object.hasOwn(words, name) ? words[name] : undefined)
}

/** What is printed for a kind: in another language, or its id, where the language has no words for it. */
export function kindLabel(corpus: Registers, kind: VocabularyKind, name: string, tag: string): string {
  const label = corpus[`${kind}s`].get(name)?.label
  return kindWords(corpus, kind, name, tag) ?? (typeof label === 'object' ? Object.values(label)[0] : undefined) ?? name
}
