import { nameVariables } from '../../../corpus/index.ts'
import { standsForOthers } from '../../authors.ts'
import { type CorpusRule, datum, standing } from '../rule.ts'

export const authorsAreNamed: CorpusRule = {
  id: 'authors-are-named',
  severity: 'warning',
  summary: 'A source names all its authors: “others” and “et al.” are nobody.',
  norm: 'CSL 1.0.2, et-al',
  reason:
    'A style says itself from how many authors on it prints “et al.”; of a list that is cut short it makes “& others”. BibTeX’s `and others` is such a list. The others count as no author here.',
  scope: 'corpus',
  fails: { 'source:lind-2004': 'author: [{family: Lind, given: Petra}, {literal: others}]' },
  findings: ['source:lind-2004: “others” in “author” is nobody’s name'],
  passes: { 'source:lind-2004': 'author: [{family: Lind, given: Petra}, {family: Others, given: Ada}]' },
  check({ corpus }, report) {
    for (const source of standing(corpus.sources))
      for (const field of nameVariables)
        for (const [index, name] of (source[field] ?? []).entries())
          if (standsForOthers(name))
            report(
              datum(corpus, 'source', source.id, field, index),
              `“${'literal' in name ? name.literal : name.family}” in “${field}” is nobody’s name`,
              { notes: ['name them all: a style shortens the list itself'] },
            )
  },
}
