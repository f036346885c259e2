import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { styles } from '../../src/resolve/csl/style.ts'
import { matchesGolden } from '../helpers/golden.ts'
import { resolved } from './pack.ts'
import { inlines, show } from './show.ts'

const sample = readFileSync('test/resolve/sample.md', 'utf8')

test('the same text in every style that ships', async () => {
  const texts = new Map<string, string>()
  for (const styleName of [...Object.keys(styles), 'test/resolve/styles/chicago-fullnote-bibliography-with-ibid.csl']) {
    const { body, problems } = await resolved(sample, { styleName })
    texts.set(`${styleName.replace(/^.*\/|\.csl$/g, '')}.txt`, [...problems, show(body)].join('\n'))
  }
  for (const language of ['ru', 'fr-FR', 'de-DE']) {
    const { body } = await resolved(sample, { language, transliteration: 'original', numberedLevels: 2 })
    texts.set(`language-${language}.txt`, show(body))
  }
  matchesGolden('test/resolve/expected', texts)
})
