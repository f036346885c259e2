import CSL, { type Engine } from 'citeproc'
import { mark, withoutMarks } from './marks.ts'

/** The name under which the engine knows our output format. */
export const formatName = 'briefpack'

const wrap = (kind: Parameters<typeof mark>[0]) => mark(kind, '%%STRING%%')
const { passthrough } = CSL.Output.Formatters
const html = CSL.Output.Formats.html ?? {}

/** Teaches the engine to mark its strings; done once, the table of formats is the engine's global. */
CSL.Output.Formats[formatName] = {
  text_escape: (text: string | undefined) => raise(withoutMarks(text ?? '')),
  bibstart: '',
  bibend: '',
  '@font-style/italic': wrap('emphasis'),
  '@font-style/oblique': wrap('emphasis'),
  '@font-style/normal': wrap('normal'),
  '@font-variant/small-caps': wrap('smallCaps'),
  '@font-variant/normal': false,
  '@font-weight/bold': wrap('strong'),
  '@font-weight/normal': false,
  '@font-weight/light': false,
  '@text-decoration/none': false,
  '@text-decoration/underline': wrap('emphasis'),
  '@vertical-align/sup': wrap('superscript'),
  '@vertical-align/sub': false,
  '@vertical-align/baseline': false,
  '@passthrough/true': passthrough,
  '@strip-periods/true': passthrough,
  '@strip-periods/false': passthrough,
  '@quotes/true': html['@quotes/true'],
  '@quotes/inner': html['@quotes/inner'],
  '@quotes/false': false,
  '@cite/entry': (_: Engine, text: string) => text,
  // The engine leaves out works of which a style prints nothing, so an entry says whose it is.
  '@bibliography/entry'(this: { system_id?: string }, _: Engine, text: string) {
    return mark('entry', text.trim(), this.system_id)
  },
  '@display/block': (_: Engine, text: string) => mark('block', text),
  '@display/left-margin': (_: Engine, text: string) => mark('label', text),
  '@display/right-inline': (_: Engine, text: string) => text,
  '@display/indent': (_: Engine, text: string) => mark('block', text),
  '@showid/true': html['@showid/true'],
  '@URL/true': (_: Engine, text: string) => mark('link', text, address(text)),
  '@DOI/true': (_: Engine, text: string) => mark('link', text, doiLink(text)),
}

/** Text whose raised characters, such as `ʳᵉ` in French ordinals, are superscripts of letters that every font has. */
export function raise(text: string): string {
  return text.replace(CSL.SUPERSCRIPTS_REGEXP, (raised) => mark('superscript', CSL.SUPERSCRIPTS[raised] ?? raised))
}

function doiLink(doi: string): string {
  return address(/^https?:\/\//i.test(doi) ? doi : `https://doi.org/${doi}`)
}

/** An address as data has it, with what cannot stand in one percent-encoded. */
function address(url: string): string {
  return url.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent)
}
