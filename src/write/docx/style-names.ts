import { itemAt } from '../../core/index.ts'

/**
 * Names under which programs and languages know Word's built-in styles, all in lower case. Word itself writes the English
 * ones whatever its language; LibreOffice, Google Docs and others write what their users see. A style a line, its
 * English name first; `#` is a number.
 */
const names = `
  normal | standard | default paragraph style | обычный | қалыпты | звичайний | standaard | normale | normalny | normální | 正文 | 標準
  heading # | überschrift # | titre # | título # | titolo # | заголовок # | тақырып # | heading# | kop # | rubrik # | nagłówek # | nadpis # | başlık # | 标题 # | 見出し #
  title | titel | titre | título | titolo | название | заголовок | тақырып | rubrik | tytuł | název | konu başlığı | 标题 | 表題
  subtitle | untertitel | sous-titre | subtítulo | sottotitolo | подзаголовок | тақырыпша
  quote | quotations | block text | zitat | citation | cita | citazione | цитата | цитата 2 | дәйексөз
  caption | beschriftung | légende | descripción | epígrafe | didascalia | название объекта | подпись
  list paragraph | listenabsatz | paragraphe de liste | párrafo de lista | абзац списка
  footnote text | footnote | fußnotentext | note de bas de page | texto nota pie | текст сноски
  footnote reference | footnote anchor | fußnotenzeichen | appel note de bas de p. | знак сноски
  hyperlink | internet link | lien hypertexte | hipervínculo | гиперссылка
  toc # | contents # | verzeichnis # | tm # | tdc # | sommario # | оглавление #
  toc heading | contents heading | inhaltsverzeichnisüberschrift | título de tdc | заголовок оглавления
  table of figures | abbildungsverzeichnis | table des illustrations | tabla de ilustraciones | перечень рисунков
  header | kopfzeile | en-tête | encabezado | верхний колонтитул
  footer | fußzeile | pied de page | pie de página | нижний колонтитул
  strong | strong emphasis | fett | élevé | texto en negrita | строгий
  emphasis | hervorhebung | accentuation | énfasis | выделение
  bibliography | literaturverzeichnis | bibliographie | bibliografía | список литературы
  source code | preformatted text | html preformatted
`

const known = new Map<string, string>()
for (const line of names.trim().split('\n')) {
  const all = line.trim().split(' | ')
  for (const name of all) known.set(name, itemAt(all, 0))
}

/** The English name, in lower case, of a style that is called `name` somewhere; a style of nobody else keeps its name. */
export function englishName(name: string): string {
  const plain = name.trim().toLowerCase()
  const number = /\d+$/.exec(plain)?.[0] ?? ''
  const numbered = known.get(plain.replace(/\d+$/, '#'))
  return number && numbered ? numbered.replace('#', number) : (known.get(plain) ?? plain)
}
