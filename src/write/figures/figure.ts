/** What a drawing gives: a picture and the same in words. Lengths are points (1/72 inch). */
export interface Figure {
  /** SVG 1.1, presentation attributes only; its fonts are the theme's. */
  readonly svg: string
  readonly width: number
  readonly height: number
  /** What the picture says, for those who do not see it, made from the data. */
  readonly alt: string
  /** The same data as rows of plain text. */
  readonly table?: FigureTable | undefined
}

export interface TableFigure {
  readonly svg?: undefined
  readonly table: FigureTable
}

interface FigureTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A stretch of days, both ends included, as `YYYY-MM-DD`. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** When something was, how exactly that is known, and how it is written. An open end has the bound of the drawn period. */
export interface Dated extends Span {
  /** `range`: some time in the stretch, or all through it; the sources' dates do not always tell which. */
  readonly precision: 'day' | 'month' | 'year' | 'range'
  readonly approximate: boolean
  readonly uncertain: boolean
  /** Set when only the other end is known: `from` for “by then”, `to` for “since then”. */
  readonly open?: 'from' | 'to' | undefined
  /** As printed, e.g. `c. March 2004`. */
  readonly text: string
}

export interface Gap extends Span {
  readonly text: string
}

export const laneNames = ['incidents', 'operations', 'statements', 'institutions', 'measures'] as const
export type Lane = (typeof laneNames)[number]

/** An event or a policy measure on the timeline. */
export interface TimelineItem {
  /** Which record it is, e.g. `event:andijan-2005`; absent in data that come from no corpus. */
  readonly key?: string | undefined
  readonly title: string
  readonly lane: Lane
  /** The ids of the claims that it rests on. */
  readonly claims?: readonly string[] | undefined
  /** Absent when no source gives a date: it is told in words, not drawn. */
  readonly date?: Dated | undefined
  /** Only looked ahead to, or only proposed or announced. */
  readonly pending: boolean
  /** Its kind or status in the pack's language, e.g. `announced`. */
  readonly status?: string | undefined
}

export const confidenceLevels = ['low', 'moderate', 'high'] as const
export type ConfidenceLevel = (typeof confidenceLevels)[number]

/** A threat, what is judged of it in each period, and who named it when. */
export interface ThreatItem {
  readonly title: string
  readonly vector: string
  readonly target: string
  readonly assessments: readonly Assessment[]
  readonly named: readonly { readonly date: Dated; readonly by: string; readonly claims?: readonly string[] }[]
}
export interface Assessment {
  readonly period: Span & { readonly text: string }
  /** Absent where the judgment is a finding on the record, without a likelihood. */
  readonly likelihood?: ScaleStep | undefined
  readonly confidence: ConfidenceLevel
  readonly claims?: readonly string[]
}

/** A step of the likelihood scale; `low` and `high` are per cent. */
export interface ScaleStep {
  readonly term: string
  readonly also: readonly string[]
  readonly low: number
  readonly high: number
  readonly range: string
}
interface ScaleItem {
  readonly name: string
  readonly terms: readonly ScaleStep[]
}

export const actorGroups = ['state', 'state-body', 'person', 'intergovernmental', 'armed', 'other'] as const
export type ActorGroup = (typeof actorGroups)[number]

export interface ActorItem {
  readonly id: string
  /** The short form that is drawn; `name` is the full one. */
  readonly label: string
  readonly name: string
  readonly group: ActorGroup
}

export const tieKinds = ['structure', 'cooperation', 'link', 'watch', 'opposition'] as const
export type TieKind = (typeof tieKinds)[number]

/** A relation between two actors; `words` is how it reads between their names. */
export interface TieItem {
  readonly from: string
  readonly to: string
  readonly tie: TieKind
  readonly words: string
  readonly claims?: readonly string[]
}

/** A source, when it was issued, and the dates of what it tells. */
export interface SourceItem {
  readonly label: string
  readonly issued?: Dated | undefined
  readonly claims: readonly Dated[]
  readonly undated: number
}

export interface PhaseItem extends Span {
  readonly title: string
  readonly text: string
}

const placeKinds = ['capital', 'city', 'site', 'region'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A place on the map, in degrees. */
interface PlaceItem {
  readonly name: string
  readonly kind: PlaceKind
  readonly lat: number
  readonly lon: number
  readonly note?: string | undefined
}

export interface MapItem {
  readonly places: readonly PlaceItem[]
  /** Countries whose names are written, and those that are shaded and seen whole, by ISO 3166-1 numeric code. */
  readonly countries: readonly { readonly code: string; readonly name: string }[]
  readonly focus: readonly string[]
}

/** A CSV file, its first row apart. */
export interface Sheet {
  readonly columns: readonly SheetCell[]
  readonly rows: readonly (readonly SheetCell[])[]
}
export interface SheetCell {
  readonly text: string
  readonly line: number
  readonly column: number
}

/** What claims, or a file, say of one quantity, by date or by what `of` names. */
export interface SeriesItem {
  readonly measures: string
  readonly unit: string
  readonly of?: string | undefined
  readonly values: readonly {
    readonly number: number
    readonly text: string
    readonly date: string
    readonly source?: string | undefined
    readonly claim?: string | undefined
  }[]
}

/** A policy measure; `phase` is the index of the phase that it belongs to. */
export interface MeasureItem extends TimelineItem {
  readonly area: string
  readonly phase?: number | undefined
}

/** Everything that figures are drawn from. It knows nothing of the corpus. */
export interface FigureData {
  /** What lanes and groups are called where the corpus has kinds of its own. */
  readonly names?: {
    readonly lanes?: Partial<Record<Lane, string>>
    readonly groups?: Partial<Record<ActorGroup, string>>
  }
  readonly period: Span & { readonly text: string }
  readonly gaps: readonly Gap[]
  readonly items: readonly TimelineItem[]
  readonly threats: readonly ThreatItem[]
  readonly actors: readonly ActorItem[]
  readonly ties: readonly TieItem[]
  readonly sources: readonly SourceItem[]
  readonly scale: ScaleItem
  readonly phases: readonly PhaseItem[]
  readonly series: readonly SeriesItem[]
  /** What claims of the corpus measure, those too that the pack does not choose. */
  readonly measured?: readonly string[]
  /** The files of the project that the pack's figures name, by path. */
  readonly sheets?: Readonly<Record<string, Sheet>> | undefined
  readonly map?: MapItem | undefined
  /** Measures by field of policy. */
  readonly measures: readonly MeasureItem[]
}
