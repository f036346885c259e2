import { goneFirst, type Step } from './difference.ts'
import type { Token } from './tokens.ts'

/** Spaces and stops that two changes have between them are part of the change: people read words, not islands of commas. */
export function smoothed(steps: readonly Step<Token>[]): Step<Token>[] {
  let last: Step<Token> | undefined
  const smooth = steps.flatMap((step, index): Step<Token>[] => {
    if (!isLoose(step)) {
      last = step
      return [step]
    }
    const next = steps.find((one, at) => at > index && !isLoose(one))
    if (step.kind !== 'same' || !last || last.kind === 'same' || !next || next.kind === 'same') return [step]
    return [
      { kind: 'gone', before: step.before },
      { kind: 'new', after: step.after },
    ]
  })
  return goneFirst(smooth)
}

const isLoose = (step: Step<Token>) =>
  step.kind === 'same' && step.after.note === undefined && /^[\s\p{P}]+$/u.test(step.after.text)
