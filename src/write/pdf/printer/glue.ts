/** Where a space should not end a line: what stands beside it says little by itself. */

const units =
  '%|‰|°|€|£|[mck]?m|km[²³]|m[²³]|ha|[mk]?g|t|[kMG]?W|[kMG]Wh|pt|млн|млрд|тыс|трлн|млн|км|м|га|кг|т|г|гг|в|вв|ж|жж|bn|million|billion|Mio|Mrd|Millionen|Milliarden|millions?|milliards?|millones'
const named =
  'Figures?|Tables?|Annex|Chapter|Section|Abbildung(?:en)?|Tabellen?|Anhang|Kapitel|Abschnitt|Tableaux?|Annexe|Chapitre|Figuras?|Tablas?|Anexo|Capítulo|Рисун(?:ок|к[аеу]|ком)|Таблиц[аеуы]|Приложени[ея]|Сурет|Кесте|Қосымша'

const glued: readonly RegExp[] = [
  // p. 5, vol. 2, S. 4, № 7, ¶ 3
  /(?<!\p{L})\p{L}{1,6}\. (?=[\d[])/gu,
  /[№§¶#] (?=\d)/gu,
  // R. N. McDermott
  /(?<!\p{L})\p{Lu}\. (?=\p{Lu})/gu,
  new RegExp(`\\d (?=(?:${units})(?!\\p{L}))`, 'gu'),
  new RegExp(`(?<!\\p{L})(?:${named}) (?=\\d|\\p{Lu}(?!\\p{L}))`, 'gu'),
  // French marks
  / (?=[:;!?»])/gu,
  /« /gu,
]

/** The offsets behind such spaces; among them that before a short last word, which would make a line of its own. */
export function gluedAt(text: string): ReadonlySet<number> {
  const found = glued.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: { length }, index }) => index + length),
  )
  const last = / (?=\S{1,6}\s*$)/u.exec(text)
  if (last && last.index > LONG) found.push(last.index + 1)
  return new Set(found)
}

/** Characters of a paragraph of some lines. */
const LONG = 60
