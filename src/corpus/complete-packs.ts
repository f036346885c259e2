import { entryOf, type Log, lastOf, nearest, type Place } from '../core/index.ts'
import { documentFormats } from '../formats.ts'
import type { Pack, PackFile } from './pack.ts'

/** What a pack has where neither its file nor what it extends says anything. */
export const packDefaults = {
  authors: [],
  keywords: [],
  style: 'chicago-notes',
  language: 'en-GB',
  transliteration: 'both',
  theme: 'default',
  formats: [...documentFormats],
  cover: true,
  docx: { citations: 'static' },
  pdf: { accessibility: 'ua-1' },
  'bottom-line': [],
  base: { strengths: [], weaknesses: [] },
  gaps: [],
  phases: [],
  threads: [],
  places: [],
  map: { focus: [], countries: [] },
  drivers: [],
  continuity: [],
  change: [],
  threats: [],
  outlook: [],
  cautions: [],
  method: { objectives: [], method: [], activities: [], sources: [], gaps: [], results: [] },
  glossary: [],
  'also-consulted': [],
  rules: {},
  waivers: [],
} as const

/**
 * What a pack of a kind has where neither its file nor what it extends says anything else. Its sections come before those of
 * what the file that names the kind extends.
 */
const presets = {
  brief: { theme: 'brief', cover: false, sections: ['brief'] },
  report: {
    sections:
      'contents key-findings cautions sources-at-a-glance policy-evolution status-of-measures threats-by-period who-is-who disagreements-in-short questions-in-short timeline how-far-to-trust bibliography'.split(
        ' ',
      ),
  },
  dossier: {
    sections:
      'contents bottom-line key-judgments policy-evolution threat-picture actors chronology register-of-measures disagreements open-questions outlook source-summary how-to-read judgments annex-claims annex-sources annex-method annex-names annex-changes'.split(
        ' ',
      ),
  },
} as const

/** What a pack must have, by itself or from what it extends; with what stands in where it is missing. */
export const standIns = {
  title: 'unknown',
  description: 'unknown',
  period: '2000',
  'cut-off': '2000',
  issued: '2000',
  scale: 'icd203',
  sections: [],
} as const

/** A file of `corpus/packs/` as it was read. */
export interface ReadPack {
  readonly file: PackFile
  /** The fields that it has and a pack has not. */
  readonly unknown: readonly string[]
  /** It is no YAML, and what was read of it may lack anything. */
  readonly isBroken: boolean
}

/** A pack with what it extends, and in which file each of its fields stands. */
export interface CompletePack {
  readonly pack: Pack
  /** It lacks what a pack must have. */
  readonly isFaulty: boolean
  /** The ids of the file itself and of what it extends, nearest first; the last may be one that there is not. */
  readonly chain: readonly string[]
  /** The id of the file that a field is taken from. */
  ownerOf(field: string): string
}

/**
 * The packs that can be built: each with the fields of what it extends, and with defaults. A file without sections that
 * another extends is a shared part, and no pack; so may be one that nobody extends, where `isOneLost`. What a pack lacks,
 * and a file that extends itself, is reported.
 */
export function completePacks(
  files: ReadonlyMap<string, ReadPack>,
  isOneLost: boolean,
  place: (id: string, path: readonly string[]) => Place,
  log: Log,
): readonly CompletePack[] {
  const complete = joinAll(files, isOneLost, place, log)
  const ids = new Set(complete.map(({ pack }) => pack.id))
  for (const { pack, ownerOf } of complete) {
    const { id, companion } = pack
    if (companion === undefined || !files.has(companion) || (ids.has(companion) && companion !== id)) continue
    const reason =
      companion === id ? 'a pack is no companion of itself' : `“${companion}” is a shared part, and no pack`
    log.report('reference-resolves', place(ownerOf('companion'), ['companion']), reason, { subject: `pack:${id}` })
  }
  return complete
}

function joinAll(
  files: ReadonlyMap<string, ReadPack>,
  isOneLost: boolean,
  place: (id: string, path: readonly string[]) => Place,
  log: Log,
): readonly CompletePack[] {
  const extended = new Set([...files.values()].flatMap(({ file }) => file.extends ?? []))
  return [...files].flatMap(([id]) => {
    const subject = `pack:${id}`
    const chain = chainOf(id, files)
    const isCircle = chain.length > 1 && chain.at(-1) === id
    if (isCircle) {
      log.report('reference-resolves', place(id, ['extends']), `the pack “${id}” extends itself`, { subject })
      chain.pop()
    }
    const fromFar = chain.toReversed().map((it) => ({ it, file: withSections(entryOf(files, it).file) }))
    const owners = new Map(fromFar.flatMap(({ it, file }) => Object.keys(file).map((field) => [field, it])))
    const { extends: _, ...fields } = Object.assign({}, ...fromFar.map(({ file }) => file)) as PackFile
    const preset = fields.preset && presets[fields.preset]
    const above = entryOf(files, lastOf(chain)).file.extends
    const isWhole = !chain.some((it) => entryOf(files, it).isBroken)
    const mayBePart = extended.has(id) || (isOneLost && isWhole && above === undefined)
    if (!owners.has('sections') && mayBePart) return []
    const needed = Object.keys(standIns).filter((field) => !owners.has(field))
    // What it extends could not be read, or is not there: that was told, and it may hold all that is missing.
    const isUnread = above !== undefined && !files.has(above)
    const unread = chain.flatMap((it) => entryOf(files, it).unknown)
    // A preset that is none would have brought sections.
    const misspelt = new Set(unread.map((field) => (field === 'preset' ? 'sections' : nearest(field, needed))))
    for (const field of needed) {
      if (isCircle || isUnread || !isWhole || misspelt.has(field)) continue
      log.report('field-is-valid', place(id, []), `“${field}” is missing in the pack “${id}”`, { subject })
    }
    const pack = { ...packDefaults, ...standIns, ...preset, ...fields, id } as unknown as Pack
    return [
      {
        pack,
        isFaulty: needed.length > 0,
        chain: isUnread ? [...chain, above] : chain,
        ownerOf: (field: string) => owners.get(field) ?? id,
      },
    ]
  })
}

const withSections = (file: PackFile): PackFile =>
  file.preset ? { ...file, sections: file.sections ?? [...presets[file.preset].sections] } : file

/** A file and what it extends, nearest first; it ends with the file itself where it is extended in a circle. */
function chainOf(id: string, files: ReadonlyMap<string, ReadPack>): string[] {
  const chain = [id]
  for (let next = files.get(id)?.file.extends; next !== undefined; next = files.get(next)?.file.extends) {
    if (!files.has(next) || (chain.includes(next) && next !== id)) break
    chain.push(next)
    if (next === id) break
  }
  return chain
}

/** The templates of a pack in order: first that of its cover, where it has one. */
export const templatesOf = ({ cover, sections }: Pack): readonly string[] =>
  typeof cover === 'string' ? [cover, ...sections] : sections

type Packs = ReadonlyMap<string, Pack>

/** The packs that a pack leads into: its companion, the companion of that one, and so on, nearest first. */
export function companionsOf({ id, companion }: Pack, packs: Packs): readonly Pack[] {
  const chain: Pack[] = []
  for (let next = packs.get(companion ?? ''); next; next = packs.get(next.companion ?? '')) {
    if (next.id === id || chain.includes(next)) break
    chain.push(next)
  }
  return chain
}

/** The packs that lead into a pack, by way of others or at once. */
export function packsInto({ id }: Pack, packs: Packs): readonly Pack[] {
  return [...packs.values()].filter((other) => companionsOf(other, packs).some((it) => it.id === id))
}
