import { baseLanguage, localeOf } from '../../../core/index.ts'
import { ownWords } from '../../markdown/index.ts'

/**
 * Terms of CSL's locales that do not fit where styles print them, or that they have in English only: by language, and by
 * name and form. A verb stands for its short form too; “|” is between what one and several are called.
 */
const terms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    accessed: 'zugegriffen am',
    'chapter-number': 'Kapitel',
    'chapter-number short': 'Kap.',
    'hearing verb': 'Aussage von',
    'number-of-volumes short': 'Bd.|Bde.',
    retrieved: 'abgerufen am',
    'review-of': 'Rezension zu',
    'review-of short': 'Rez. zu',
    'script-writer verb': 'Drehbuch von',
    supplement: 'Beilage|Beilagen',
    'supplement short': 'Beil.',
  },
  es: {
    accessed: 'consultado el',
    'advance-online-publication': 'publicación anticipada en línea',
    broadcast: 'emisión',
    'chair verb': 'presidido por',
    'chapter-number': 'capítulo|capítulos',
    'chapter-number short': 'cap.|caps.',
    circa: 'hacia',
    'collection-editor verb': 'editado por',
    'compiler verb': 'compilado por',
    'contributor verb': 'con',
    'curator verb': 'comisariado por',
    dataset: 'conjunto de datos',
    'executive-producer verb': 'producción ejecutiva de',
    graphic: 'imagen',
    hearing: 'audiencia',
    'hearing verb': 'testimonio de',
    'host verb': 'presentado por',
    manuscript: 'manuscrito',
    map: 'mapa',
    motion_picture: 'película',
    'narrator verb': 'narrado por',
    'number short': 'n.º|n.ºs',
    on: 'en',
    'organizer verb': 'organizado por',
    patent: 'patente',
    'performer verb': 'interpretado por',
    post: 'publicación',
    preprint: 'prepublicación',
    'producer verb': 'producido por',
    retrieved: 'recuperado el',
    review: 'reseña',
    'review-book': 'reseña de libro',
    'review-of': 'reseña de',
    'review-of short': 'reseña de',
    'script-writer verb': 'guion de',
    'series-creator verb': 'creado por',
    software: 'programa informático',
    song: 'grabación sonora',
    'special-issue': 'número especial',
    supplement: 'suplemento|suplementos',
    'supplement short': 'supl.|supls.',
    video: 'vídeo',
  },
  fr: { retrieved: 'consulté le' },
  ru: {
    'advance-online-publication': 'предварительная публикация в сети',
    'available at': 'доступно по адресу',
    broadcast: 'передача',
    'chair verb': 'председатель:',
    'chapter-number': 'глава|главы',
    'chapter-number short': 'гл.',
    'collection-editor verb': 'ред.',
    'compiler verb': 'сост.',
    'curator verb': 'куратор:',
    dataset: 'набор данных',
    'editor verb': 'ред.',
    'executive-producer verb': 'исполнительный продюсер:',
    from: 'по адресу',
    graphic: 'изображение',
    hearing: 'слушания',
    'hearing verb': 'показания:',
    'host verb': 'ведущий:',
    'interviewer verb': 'интервьюер:',
    manuscript: 'рукопись',
    map: 'карта',
    motion_picture: 'видеозапись',
    'narrator verb': 'чтец:',
    'number short': '№',
    'number-of-volumes short': 'т.',
    on: 'на',
    'organizer verb': 'организатор:',
    'original-work-published': 'оригинал издан',
    // A short form stands before one and before several; “п.” is what a law has.
    'page short': 'с.',
    'paragraph short': 'абз.',
    patent: 'патент',
    'performer verb': 'исполнитель:',
    'personal-communication': 'личное сообщение',
    personal_communication: 'личное сообщение',
    post: 'публикация',
    preprint: 'препринт',
    'producer verb': 'продюсер:',
    'recipient verb': 'адресат:',
    retrieved: 'просмотрено',
    review: 'рецензия',
    'review-book': 'рецензия на книгу',
    'review-of': 'рецензия на',
    'review-of short': 'рец. на',
    'script-writer verb': 'автор сценария:',
    'series-creator verb': 'автор:',
    software: 'программа',
    song: 'аудиозапись',
    'special-issue': 'специальный выпуск',
    supplement: 'приложение|приложения',
    'supplement short': 'прил.',
    'translator verb': 'пер.',
    video: 'видео',
  },
}

/** Words that styles have in themselves, in English: in German, Spanish, French, Kazakh and Russian. */
const spoken = ['de', 'es', 'fr', 'kk', 'ru']
const words: Readonly<Record<string, readonly string[]>> = {
  '(blog)': ['(Blog)', '(blog)', '(blog)', '(блог)', '(блог)'],
  'Art.': ['Art.', 'art.', 'art.', 'мақ.', 'ст.'],
  accepted: ['angenommen', 'aceptado', 'accepté', 'қабылданған', 'принято'],
  aired: ['gesendet am', 'emitido el', 'diffusé le', 'эфирге шыққан', 'в эфире'],
  as: ['als', 'como', 'sous le titre', 'атауы:', 'под названием'],
  'before the': ['vor', 'ante', 'devant', 'мекеме:', 'орган:'],
  episode: ['Folge', 'episodio', 'épisode', 'бөлім', 'выпуск'],
  filed: ['angemeldet', 'presentada', 'déposé', 'өтінім берілген', 'заявлен'],
  issued: ['erteilt', 'concedida', 'délivré', 'берілген', 'выдан'],
  of: ['von', 'de', 'de', '–', 'из'],
  presented: ['vorgetragen', 'presentado', 'présenté', 'ұсынылған', 'представлено'],
  publication: ['Publikation', 'publicación', 'publication', 'жарияланым', 'публикация'],
  recorded: ['aufgenommen', 'grabado', 'enregistré', 'жазылған', 'запись'],
  released: ['veröffentlicht', 'publicado', 'sorti', 'шыққан', 'вышло'],
  'repr.': ['Nachdr.', 'reimpr.', 'réimpr.', 'қайта бас.', 'переизд.'],
  reprint: ['Nachdruck', 'reimpresión', 'réimpression', 'қайта басылым', 'переиздание'],
  to: ['zu', 'a', 'à', '–', 'к'],
  track: ['Titel', 'pista', 'piste', 'трек', 'трек'],
}

/** What APA calls what was not published, which it has as its term for letters. */
const messages: Readonly<Record<string, string>> = { kk: 'жеке хабарлама', ru: 'личное сообщение' }

/** A locale with the terms that fit; later ones count. Articles of laws are named as we name them in other places. */
export function withTerms(locale: string, language: string): string {
  const base = baseLanguage(language)
  if (base === 'en') return locale
  const { article } = localeOf(language).place
  const own = { 'article-locator': article, 'article-locator short': article, ...terms[base], ...ownTermsOf(base) }
  return locale.replace('</terms>', () => `${Object.entries(own).map(termOf).join('')}</terms>`)
}

/** The words for parts of a work that CSL has none for: a term each, long and short. */
const ownTermsOf = (base: string) =>
  Object.fromEntries(
    ownWords(base).flatMap(({ printed }) => [
      [printed, printed],
      [`${printed} short`, printed],
    ]),
  )

function termOf([key, value]: readonly [string, string]): string {
  const [name = '', form] = key.split(/ (?=verb|short)/)
  const [single, multiple = single] = value.split('|')
  const forms = form === 'verb' ? ['verb', 'verb-short'] : [form ?? 'long']
  return forms
    .map((it) => `<term name="${name}" form="${it}"><single>${single}</single><multiple>${multiple}</multiple></term>`)
    .join('')
}

/** A style that ships, in the words of a language; where that has another script, names are joined by its word. */
export function inLanguage(xml: string, language: string): string {
  const base = baseLanguage(language)
  const column = spoken.indexOf(base)
  if (column === -1) return xml
  const worded = xml
    .replace(/(<text\b[^>]*? value=")([^"]+)(")/g, (all, open, value, close) =>
      Object.hasOwn(words, value) ? `${open}${words[value]?.[column]}${close}` : all,
    )
    // Only English has a capital for a part of a work in the middle of a sentence: “Article 4”, “art. 4”.
    .replace(/ text-case="capitalize-first"(?= variable="locator")/g, '')
  const told = messages[base]
  if (told === undefined) return worded
  const own = `<locale xml:lang="${base}"><terms><term name="letter">${told}</term></terms></locale>`
  return worded
    .replaceAll('and="symbol"', 'and="text"')
    .replace('>личная переписка<', `>${told}<`)
    .replace(/(?=<locale xml:lang="en">[\s\S]*>personal communication<)/, base === 'kk' ? own : '')
}
