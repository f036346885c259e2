import { baseLanguage, sectionWords } from '../../../core/index.ts'
import { datum, type PackRule, standing } from '../rule.ts'

/** How a language says that a thing has a likelihood: by a quality (`it is likely`), or by a noun (`there is a chance`). */
interface Ways {
  readonly quality: RegExp
  readonly noun: RegExp
  /** The terms that are nouns, each as it stands behind `there is`. */
  readonly nouns: Readonly<Record<string, string>>
  readonly say: { readonly quality: string; readonly noun: string }
}

const ways: Readonly<Record<string, Ways>> = {
  en: {
    quality: /(?<!there )(?:\b(?:is|was|be|been|seems?|remains?|appears?)|’s) (?:still |now )?$/i,
    noun: /\bthere (?:is|was|remains) (?:an? )?$/i,
    nouns: {
      'almost no chance': '{term}',
      'remote chance': 'a {term}',
      'roughly even chance': 'a {term}',
      'realistic possibility': 'a {term}',
    },
    say: { quality: 'It is {term} that …', noun: 'There is … that …' },
  },
  de: {
    quality: /\b(?:ist|war|wäre|sei|bleibt|scheint)(?: es)? $/i,
    noun: /\bes (?:besteht|bestand|gibt|gab) (?:eine )?$/i,
    nouns: {
      'remote chance': 'eine {term}',
      'roughly even chance': 'eine {term}',
      'realistic possibility': 'eine {term}',
    },
    say: { quality: 'Es ist {term}, dass …', noun: 'Es besteht …, dass …' },
  },
  es: {
    quality: /\b(?:es|era|sería|parece|resulta) $/i,
    noun: /\b(?:hay|había|existe) (?:una )?$/i,
    nouns: {
      'almost no chance': '{term}',
      'remote chance': 'una {term}',
      'roughly even chance': '{term}',
      'realistic possibility': 'una {term}',
    },
    say: { quality: 'Es {term} que …', noun: 'Hay … de que …' },
  },
  fr: {
    quality: /\b(?:est|était|serait|semble|reste) $/i,
    noun: /\bil (?:y a|y avait|existe) (?:une |des )?$/i,
    nouns: {
      'almost no chance': '{term}',
      'remote chance': 'une {term}',
      'roughly even chance': 'des {term}',
      'realistic possibility': 'une {term}',
    },
    say: { quality: 'Il est {term} que …', noun: 'Il y a … que …' },
  },
}

export const termFitsSentence: PackRule = {
  id: 'term-fits-sentence',
  severity: 'warning',
  summary: 'The term of likelihood makes a sentence of its judgment: “there is a roughly even chance”, “it is likely”.',
  reason:
    'Some terms of a scale are nouns, others say how a thing is. Which one it is depends on the language of the pack, too. English, German, Spanish and French are looked at.',
  scope: 'pack',
  fails: { 'judgment:harbour-stays-open': 'likelihood: roughly even chance' },
  findings: [
    'judgment:harbour-stays-open: “was roughly even chance” is no sentence: “There is a roughly even chance that …”',
  ],
  passes: {
    'judgment:harbour-stays-open':
      'likelihood: roughly even chance\ntext: In 2005 there was a {term} that the harbour would stay open.',
  },
  check({ corpus, pack }, report) {
    const way = ways[baseLanguage(pack.language)]
    if (!way) return
    for (const { id, text, likelihood } of standing(corpus.judgments)) {
      const [before = '', after] = text.split('{term}')
      if (likelihood === undefined || after === undefined) continue
      const noun = way.nouns[likelihood]
      const slip = (noun === undefined ? way.noun : way.quality).exec(before)?.[0]
      if (slip === undefined) continue
      const term = sectionWords(likelihood, pack.language) ?? likelihood
      const said = (noun === undefined ? way.say.quality : way.say.noun.replace('…', noun)).replace('{term}', term)
      const reason = `“${slip.trim()} ${term}” is no sentence: “${said}”`
      report(datum(corpus, 'judgment', id, 'text'), reason, { notes: ['the term stands where {term} is in the text'] })
    }
  },
}
