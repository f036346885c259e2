import { expect, test } from 'vitest'
import { findingsOf, written } from './project.ts'
import { type Block, readReference } from './reference.ts'

const { base } = readReference()
const yaml = (of: string, text: string): Block => ({ language: 'yaml', of, text })
const told = async (...changes: readonly Block[]) => (await findingsOf(base, changes)).map(written)

test('a judgment cites no claim that is withdrawn, and rests on no withdrawn judgment', async () => {
  const withdrawn = 'deprecated: {why: The paper took it back.}'
  expect(await told(yaml('claim:harbour-reopened', withdrawn))).toContain(
    'error judgment-is-supported judgment:harbour-stays-open: claim harbour-reopened is withdrawn: The paper took it back.',
  )
  expect(
    await told(
      yaml('judgment:spring', `title: S\ntext: It opens.\nhorizon: past\nconfidence: {level: low}\n${withdrawn}`),
      yaml('judgment:harbour-stays-open', 'rests-on: [spring]'),
    ),
  ).toContain(
    'error judgment-is-supported judgment:harbour-stays-open: judgment spring is withdrawn: The paper took it back.',
  )
})
