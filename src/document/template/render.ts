import { didYouMeanOr, type Log, type Place } from '../../core/index.ts'
import type { Provenance, RecordName } from '../../corpus/index.ts'
import { execute } from './execute.ts'
import type { Lookups } from './helpers/helper.ts'
import type { Program } from './nodes.ts'
import { Origins } from './origins.ts'
import { defaultLimits, type Limits, Run } from './run.ts'
import { sectionFile, type Templates } from './templates.ts'

export interface RenderOptions extends Lookups {
  /** Where the section is asked for, e.g. in the pack: named when it has no template. */
  readonly place?: Place | undefined
  /** Says which record an object of the view came from; without it, places are the template's. */
  readonly provenance?: Provenance | undefined
  readonly limits?: Partial<Limits> | undefined
}

/** A section as Markdown. */
export interface Rendered {
  /** The section's name, e.g. `actors`. */
  readonly name: string
  /** Its template, e.g. `templates/actors.md.hbs`. */
  readonly file: string
  readonly markdown: string
  readonly origins: Origins
  /** Something is wrong with its templates, which is reported: what was lost by that is not in it, or stands in it in braces. */
  readonly isFaulty: boolean
  /** Where what stands at an offset of the Markdown can be mended: in the data, or in the template. */
  place(offset: number): Place
  /** The record that what stands at an offset was printed from; `undefined` where it is the template's. */
  record(offset: number): RecordName | undefined
  /** Whether what stands at an offset is written in the template. */
  isWritten(offset: number): boolean
}

/**
 * Renders a section from its template and the pack's view. What is wrong is reported; a value that cannot be printed
 * then stands as the template wrote it, in braces. `undefined` when there is no template that can run.
 */
export function render(
  templates: Templates,
  section: string,
  view: object,
  options: RenderOptions,
  log: Log,
): Rendered | undefined {
  const file = sectionFile(section)
  if (!templates.has(section)) {
    log.report('section-is-present', options.place ?? { file }, `the section “${section}” has no template ${file}`, {
      notes: didYouMeanOr(section, templates.sections, 'sections'),
    })
    return undefined
  }
  const template = templates.section(section, log)
  if (!template) return undefined
  const { corpus, pack, sections, provenance } = options
  const limits = { ...defaultLimits, ...options.limits }
  const partial = (name: string) => templates.partial(name)
  const { helpers } = templates
  const run = new Run({
    view,
    helpers,
    lookups: { corpus, pack, sections },
    partial,
    provenance,
    limits,
    log,
    isFaulty: !template.isSound,
    place: { file },
  })
  execute(template.program, { run, root: view, context: view })
  const markdown = run.output.text
  if (markdown.trim() === '' && !run.failed) {
    if (isConditional(template.program)) return undefined
    log.report('section-is-present', { file }, `the section “${section}” prints nothing`)
  } else if (!run.failed && choosesWhatToPrint(template.program) && hasHeadingsAlone(markdown)) {
    log.report('section-is-present', options.place ?? { file }, `the section “${section}” prints headings alone`, {
      subject: `section:${section}`,
      notes: ['nothing that the pack selects belongs under them: leave it out of “sections”, or put it into {{#if …}}'],
    })
  }
  const origins = new Origins({ file, segments: run.output.segments, markdown, corpus, provenance })
  return {
    name: section,
    file,
    markdown,
    origins,
    isFaulty: !template.isSound,
    place: (offset) => origins.place(offset),
    record: (offset) => origins.record(offset),
    isWritten: (offset) => origins.isWritten(offset),
  }
}

const choosesWhatToPrint = ({ steps }: Program) => steps.some(({ kind }) => kind === 'if' || kind === 'each')

/** Nothing but headings, and tables that have no row below their head. */
function hasHeadingsAlone(markdown: string): boolean {
  const withRows = markdown.replace(/^\|.*\n\|[ \t:|-]+\n(?!\|)(?:\n: .*(?:\n|$))?/gm, '')
  return withRows.split('\n').every((line) => /^(?:#{1,6} .*|\s*)$/.test(line))
}

/** Whether a template stands whole in one `{{#if}}`: then it says itself when it has nothing to say. */
function isConditional({ steps }: Program): boolean {
  const [only, ...more] = steps.filter((step) => step.kind !== 'literal' || step.text.trim() !== '')
  return more.length === 0 && only?.kind === 'if' && only.otherwise.steps.length === 0
}
