import { itemAt } from '../../core/index.ts'
import { type Aligned, scoreOf } from './aligned.ts'
import { clauseAt, holds } from './clauses.ts'
import type { Gap } from './gap.ts'
import type { Clause, Reading } from './reading.ts'
import { type Sign, unsettled } from './tables/language.ts'
import { wordAt, wordsOf } from './tokens.ts'

/** How a language says that a thing is done, and that it is only to be done, wished for, or supposed. */
interface Forms {
  /** The form of a verb that tells of what is done. */
  readonly done: RegExp
  /** What must stand before it for that, in its clause. */
  readonly helped?: RegExp
  /** Forms that tell of what is not done. */
  readonly open?: RegExp
  /** Forms that do so after these, with at most two words between. */
  readonly base?: RegExp
  readonly opener?: RegExp
  /** Verbs whose form does not tell, unless these stand before: `has cut`. */
  readonly alike?: RegExp
  readonly helper?: RegExp
  /** What makes a participle open: `to be`, `that it be`. */
  readonly passive?: RegExp
  /** Words that make the whole clause open: `if`. */
  readonly condition: RegExp
  /** What makes an open form a done one: `managed to`. */
  readonly comesTrue: RegExp
}

const irregular =
  'began|went|took|came|gave|held|made|met|won|lost|left|led|built|rebuilt|bought|sold|sent|spent|paid|repaid|rose|fell|grew|broke|chose|drew|drove|found|got|kept|ran|spoke|stood|wrote|became|brought|caught|fought|struck|sank|shot|taken|given|done|gone|begun|broken|chosen|driven|grown|risen|fallen|written|withdrawn|withdrew'

const forms: Readonly<Record<string, Forms>> = {
  en: {
    done: new RegExp(`^(?:\\p{L}{2,}ed|${irregular})$`, 'u'),
    alike: /^(?:put|cut|set|hit|let|shut|split|spread|quit|become|come|run)$/,
    helper: /^(?:was|were|has|have|had|been|is|are)$/,
    passive: /^be$/,
    base: /^(?!\p{L}+(?:ed|ing)$)\p{L}+$/u,
    opener: /^(?:to|will|would|may|might|could|can|cannot|should|must|shall)$/,
    condition: /^(?:if|unless|until|whether)$/,
    comesTrue:
      /^(?:managed?|able|began|begun|started|continued?|had|forced|helped|went|came|got|led|caused|prompted|used|proceeded|obliged|compelled|failed)$/,
  },
  ru: {
    done: /(?:[аеиоуыяё]л|л[аои])(?:с[яь])?$|(?:[аеёия]н|[аеёия]т|ыт)(?:а|о|ы)?$/u,
    open: /(?:ть|ти|чь)(?:ся|сь)?$/u,
    condition: /^(?:если|чтобы|бы|ли)$/,
    comesTrue:
      /^(?:удал\p{L}+|смог\p{L}*|сумел\p{L}*|нача\p{L}+|стал\p{L}*|продолж\p{L}+|пришлось|вынужд\p{L}+|успел\p{L}*|помог\p{L}*|довелось|перестал\p{L}*|прекрат\p{L}+)$/u,
  },
  de: {
    done: /^\p{L}*ge\p{L}+(?:t|en)$|^(?:be|ver|er|ent|zer|ge)\p{L}+(?:t|en)$|^\p{L}{3,}(?:te|ten|iert)$|^(?:ge|be|ver|er|ent|zer|unter|über|wider)?(?:ging|gang|kam|nahm|gab|fand|stand|schloss|schlug|trat|traf|stieg|sank|fiel|hielt|ließ|lief|rief|schrieb|sprach|brach|zog|lor|wann|gann|lag|sah|las|bot|bat|trug|wuchs|warf|starb|brachte|stieß|schied|schwand|band|sprang|wich|hob|log|mied|riss|ritt|stahl|schoss|goss|floss)(?:en)?$/u,
    helped:
      /^(?:hat|haben|habe|hatte|hatten|ist|sind|war|waren|wurde|wurden|worden|\p{L}{3,}te|(?:ge|be|ver|er|ent|zer|unter|über|wider)?(?:ging|gang|kam|nahm|gab|fand|stand|schloss|schlug|trat|traf|stieg|sank|fiel|hielt|ließ|lief|rief|schrieb|sprach|brach|zog|lor|wann|gann|lag|sah|las|bot|bat|trug|wuchs|warf|starb|brachte|stieß|schied|schwand|band|sprang|wich|hob|log|mied|riss|ritt|stahl|schoss|goss|floss)(?:en)?)$/u,
    open: /^(?:ab|an|auf|aus|bei|ein|durch|fort|her|hin|mit|nach|um|vor|weg|zu|zurück|zusammen)zu\p{L}+en$/u,
    base: /e?n$/,
    opener:
      /^(?:zu|will|wollen|wollte|wollten|soll|sollen|sollte|sollten|wird|werden|würde|würden|kann|können|könnte|könnten|muss|müssen|darf|dürfen|dürfte|möchte|möchten|mag)$/,
    condition: /^(?:wenn|falls|ob|bevor|bis)$/,
    comesTrue: /^(?:gelang|gelungen|begann|begonnen|fortgesetzt|gezwungen)$/,
  },
  fr: {
    done: /(?:é|ée|és|ées|i|ie|is|it|ies|u|ue|us|ues|t|te|ts|tes)$/u,
    helped: /^(?:a|ont|est|sont|été|avait|avaient|fut|furent|était|étaient|s)$/,
    open: /(?:era|eront|ira|iront|dra|dront|tra|tront|erait|eraient|irait|iraient|drait|draient)$/u,
    base: /(?:er|ir|re|oir)$/u,
    opener:
      /^(?:de|d|à|pour|peut|peuvent|pourrait|pourraient|doit|doivent|devrait|devraient|va|vont|veut|veulent|voudrait|compte|comptent|souhaite|souhaitent|espère|espèrent|entend|entendent|envisage|y|en|le|la|les|l|se|s)$/,
    condition: /^si$/,
    comesTrue:
      /^(?:réussi|parvenu|parvenue|parvenus|commencé|continué|fini|contraint|contraints|contrainte|dû|fait|permis|obligé|obligés|cessé)$/,
  },
  kk: {
    done: /(?:(?<![аей])д[ыі]|т[ыі]|[ғқ]ан|[гк]ен)$/u,
    open: /(?:мақ(?:шы)?|мек(?:ші)?|пақ|пек|атын|етін|йтын|йтін|(?<=\p{L}[^лдтн\P{L}])[ае]д[ыі]|(?:бол|кел|ал|қал|сал)[ае]д[ыі]|йд[ыі]|ылады|(?<!рк)іледі|ынады|інеді)$/u,
    base: /(?:у|уы|уі|уын|уін|уды|уді|уға|уге)$/u,
    condition: /^(?:егер|болса)$/,
    comesTrue: /^(?:баста\p{L}+|мәжбүр\p{L}*)$/u,
  },
}

const hedging: readonly Sign[] = [...unsettled, 'hint']
const tells = unsettled.filter((sign) => sign !== 'denies')

/** A verb of what is done, which the passage has only as something to be done, wished for or supposed: `asked to vote`. */
export function notYetDone({ claim, passage, toPassage }: Aligned): readonly Gap[] {
  const [own, theirs] = [formsOf(claim), formsOf(passage)]
  if (!own || !theirs) return []
  for (const clause of claim.clauses) {
    const part = claim.clauses.filter((it) => it.part === clause.part)
    const hedges = claim.markers.filter(
      (it) => part.some((one) => holds(one, it.from)) && hedging.some((sign) => it.signs.has(sign)),
    )
    for (let at = clause.from; at < clause.to; at++) {
      const places = itemAt(toPassage, at)
      if (places.length === 0) continue
      const isAskedThere =
        hedges.every(({ signs }) => signs.has('to-come')) && places.every((place) => isAsked(claim, at, passage, place))
      // `Voted` and `scrapped` are signs themselves, and say nothing of how far it has come.
      const isHedged = hedges.some((it) => !holds(it, at) || tells.some((sign) => it.signs.has(sign)))
      const isOpenThere = () =>
        !isHedged && isDone(claim, at, clause, own) && places.every((place) => isOpen(passage, place, theirs))
      if (!isAskedThere && !isOpenThere()) continue
      return [
        {
          kind: 'modality',
          words: itemAt(claim.tokens, at).text,
          reason: `is not said to be done in the passage: “${wordsOf(passage, { from: Math.max(0, itemAt(places, 0) - 1), to: itemAt(places, 0) + 1 })}”`,
        },
      ]
    }
  }
  return []
}

const asked = /^(?:whether|ob|ли)$/

/** `Is torn down`, of what is open: whether it is torn down. */
function isAsked(claim: Reading, at: number, { tokens, clauses, keys }: Reading, place: number): boolean {
  const clause = clauseAt({ clauses }, place)!
  const isOf = ({ from, to }: Clause, words: Reading['tokens']) =>
    words.slice(from, to).some(({ word }) => asked.test(word))
  return (
    wordAt(claim.tokens, at) === wordAt(tokens, place) &&
    itemAt(keys, place).length > 0 &&
    !itemAt(claim.tokens, at).isCapital &&
    isOf({ ...clause, to: place }, tokens) &&
    !claim.clauses.some((it) => isOf(it, claim.tokens))
  )
}

/** Whether a clause of the claim that is of this clause of the passage has a verb of what is done. */
export function tellsOfDone({ claim, toPassage }: Aligned, clause: Clause): boolean {
  const own = formsOf(claim)
  return (
    !own ||
    claim.clauses.some((it) => {
      if (scoreOf(it, clause, toPassage) === 0) return false
      for (let at = it.from; at < it.to; at++)
        if (isDone(claim, at, it, own) || was.test(wordAt(claim.tokens, at)) || isState(claim, at)) return true
      return false
    })
  )
}

const was =
  /^(?:was|were|had|did|has|have|был[аио]?|war|waren|hatte|hatten|wurden?|était|étaient|avait|avaient|fut|furent|болды|болған)$/

/** `Is open`; but `is closing`, `is to close`. */
function isState({ tokens }: Reading, at: number): boolean {
  const next = wordAt(tokens, at + 1)
  return (
    /^(?:is|are|ist|sind|est|sont)$/.test(wordAt(tokens, at)) &&
    !/ing$|^(?:to|due|set|planned|expected|likely|about|zu|geplant|prévue?s?|à)$/.test(next)
  )
}

const formsOf = ({ lexicon }: Reading) => (lexicon ? forms[lexicon.language.tag] : undefined)

function isDone(
  { tokens, keys, quantities }: Reading,
  at: number,
  clause: Clause,
  { done, helped, alike, helper }: Forms,
): boolean {
  const { kind, word, isCapital, opens } = itemAt(tokens, at)
  if (kind !== 'word' || itemAt(keys, at).length === 0 || (isCapital && !opens)) return false
  const isHelped =
    alike?.test(word) === true && tokens.slice(Math.max(clause.from, at - 3), at).some((it) => helper!.test(it.word))
  if (!done.test(word) && !isHelped) return false
  if (quantities.some((it) => holds(it, at))) return false
  return helped === undefined || tokens.slice(clause.from, clause.to).some((it) => helped.test(it.word))
}

const determiner = /^(?:the|an?|its|their|his|her|this|that|these|those)$/

function isOpen(
  reading: Reading,
  at: number,
  { done, open, base, opener, condition, comesTrue, passive }: Forms,
): boolean {
  const { tokens, clauses } = reading
  const clause = clauseAt({ clauses }, at)
  if (!clause || itemAt(tokens, at).kind !== 'word') return false
  const { word } = itemAt(tokens, at)
  const here = tokens.slice(clause.from, clause.to)
  const before = tokens.slice(Math.max(clause.from, at - 8), at)
  if ([...before, ...tokens.slice(at + 1, Math.min(clause.to, at + 3))].some((it) => comesTrue.test(it.word)))
    return false
  if (here.some((it) => condition.test(it.word)) || tokens[clause.from - 1]?.word.match(condition)) return true
  if (open?.test(word)) return true
  // `Decides next week`.
  if (!done.test(word) && reading.dates.some((it) => (it.relative?.step ?? 0) > 0 && holds(clause, it.from)))
    return true
  if (passive && before.slice(-3).some((it) => passive.test(it.word))) return true
  if (!base?.test(word) || (passive && done.test(word))) return false
  if (opener === undefined)
    return reading.markers.some(
      (it) =>
        it.from >= clause.from &&
        it.from <= clause.to &&
        (it.signs.has('may') || it.signs.has('should') || it.signs.has('will')),
    )
  // In German the helping verb stands far before.
  const reach = reading.lexicon?.language.tag === 'de' ? here.slice(0, at - clause.from + 2) : before.slice(-3)
  return reach.some(
    (it, step) => opener.test(it.word) && !(it.word === 'to' && determiner.test(reach[step + 1]?.word ?? '')),
  )
}
