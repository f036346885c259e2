/** A part of a style, as its XML has it. */
interface Part {
  readonly name: string
  readonly attributes: string
  readonly parts: Part[]
}

/** What is wrong with the XML of a style. The engine’s reader takes anything, so tags are matched here. */
export function formProblem(xml: string): string | undefined {
  const whole: Part = { name: '', attributes: '', parts: [] }
  const open: Part[] = []
  const tags = xml
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .matchAll(/<(\/?)([\w:-]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g)
  for (const [, closing, name = '', attributes = '', empty] of tags) {
    if (closing && open.pop()?.name !== name) return `“</${name}>” closes nothing`
    if (closing) continue
    const part = { name, attributes, parts: [] }
    const within = open.at(-1) ?? whole
    within.parts.push(part)
    if (!empty) open.push(part)
  }
  const unclosed = open.at(-1)
  if (unclosed) return `“<${unclosed.name}>” is not closed`
  return /<citation\b[\s\S]*<layout\b/.test(xml) ? excessOf(whole) : 'it has no layout for citations'
}

/** Chicago’s go through 3,000 for a work of the kind that asks for most. */
const most = 30_000

/**
 * Why a style would take too long: macros that call others, and those others again, are as many parts as all their calls.
 * Of the branches of a choice one is taken.
 */
function excessOf(style: Part): string | undefined {
  const all = partsOf(style)
  const macros = new Map(all.flatMap((it) => (it.name === 'macro' ? [[attributeOf(it, 'name'), it] as const] : [])))
  const known = new Map<Part, number>()
  const weigh = (part: Part): number => {
    const before = known.get(part)
    if (before !== undefined) return before
    // One that calls itself is told by the engine.
    known.set(part, 0)
    const parts = part.parts.map(weigh)
    const called = macros.get(attributeOf(part, 'macro'))
    const inside = part.name === 'choose' ? Math.max(0, ...parts) : parts.reduce((sum, it) => sum + it, 0)
    const weight = 1 + inside + (called && part.name !== 'macro' ? weigh(called) : 0)
    known.set(part, weight)
    return weight
  }
  const heavy = all.find((it) => /^(?:citation|bibliography)$/.test(it.name) && weigh(it) > most)
  return heavy && `its macros call each other so often that one work would go through more than ${most} parts`
}

const partsOf = (part: Part): readonly Part[] => [part, ...part.parts.flatMap(partsOf)]
const attributeOf = ({ attributes }: Part, name: string) =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]
