import { encode, type Host, PathError } from '../../src/core/host.ts'
import { memoryHost } from '../helpers/memory-host.ts'

/** A project in a map whose files can be written and read again. */
export function livingHost(files: ReadonlyMap<string, string>): Host & { readonly files: Map<string, string> } {
  const all = new Map(files)
  const host = memoryHost(all)
  return {
    ...host,
    files: all,
    async read(path) {
      if (path.split('/').includes('..')) throw new PathError(`“${path}” lies outside the project`)
      const text = all.get(path)
      return text === undefined ? undefined : encode(text)
    },
    async write(outputs) {
      for (const [path, bytes] of outputs) all.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    },
  }
}

/** A text of sentences of a language, some of which it has twice, with what texts have of quotes, numbers and dashes. */
export function textIn(language: string, random: () => number): string {
  const words = vocabulary[language]!.split(' ')
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const sentences: string[] = []
  const sentence = () => {
    if (sentences.length > 0 && random() < 0.06) return pick(sentences)
    const said = Array.from({ length: 3 + Math.floor(random() * 14) }, () => {
      const word = pick(words)
      const shape = random()
      if (shape < 0.04) return `“${word}”`
      if (shape < 0.08) return `${word},`
      if (shape < 0.1) return `${word} — ${pick(words)}`
      if (shape < 0.13) return String(Math.floor(random() * 40_000) / 10)
      if (shape < 0.15) return `(${word})`
      if (shape < 0.16) return `${word}-${pick(words)}`
      return word
    }).join(random() < 0.02 ? '\u00a0' : ' ')
    sentences.push(`${said}.`)
    return sentences.at(-1)!
  }
  const paragraphs = Array.from({ length: 30 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 6) }, sentence).join(' '),
  )
  return paragraphs.join(pick(['\n', '\n\n', '\r\n']))
}

/** The same numbers in every run. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 0x1_0000_0000
  }
}

const vocabulary: Readonly<Record<string, string>> = {
  en: "the port was closed on Monday and nobody knew why harbour master's council of Arden said ships can't wait in May toll four crowns",
  ru: 'порт закрыли в понедельник и никто не знал почему совет города сообщил что суда ждать не могут пошлина четыре кроны ещё йод',
  kk: 'порт дүйсенбіде жабылды және ешкім неге екенін білмеді қала кеңесі кемелер күте алмайды деп хабарлады төрт крона баж ұзақ',
  ar: 'أُغلق الميناء يوم الاثنين ولم يعرف أحد السبب قال مجلس المدينة إن السفن لا تستطيع الانتظار الرسم أربع كرونات',
}
