/**
 * The test suite of the CSL project (https://github.com/citation-style-language/test-suite), which no package that is
 * installed here has: CSL_TEST_SUITE names the folder of its fixtures. Debian's source package `haskell-citeproc` has
 * 853 of them in `test/csl`.
 */
import { describe, expect, test } from 'vitest'
import { drivenBy, expectedOf, printedBy, readFixtures, rebuiltBy } from './suite.ts'

const folder = process.env.CSL_TEST_SUITE
if (!folder) console.warn('SKIPPED: the CSL test suite; CSL_TEST_SUITE names no folder of fixtures')

/** Where we differ, and mean to. */
const deliberate: Readonly<Record<string, string>> = {
  bugreports_NoCaseEscape: 'a straight mark behind a number that nothing opens is a sign for inches',
  bugreports_SortedIeeeItalicsFail: 'the locale has “June” for short since 2024',
  date_NegativeDateSort: 'the locale has a space before “BC” since 2024',
  date_NegativeDateSortViaMacroOnYearMonthOnly: 'the locale has a space before “BC” since 2024',
  flipflop_ApostropheInsideTag: 'a title is text without tags (see title-is-plain)',
  magic_SubsequentAuthorSubstituteNotFooled: 'the locale has “trans.” since 2024',
  textcase_TitleCaseWithVolumeTitle: 'the engine of citeproc 2.4.63 does not know these titles for titles',
  textcase_RepeatedTitleBug: 'a DOI that is an address already is not put behind “https://doi.org/” again',
}

/** Where the engine prints something else when all citations are known than when they were typed one by one. */
const typed: Readonly<Record<string, string>> = {
  disambiguate_BasedOnSubsequentFormWithBackref2:
    'a work without back-reference is not ambiguous with one that has one',
}

describe.skipIf(!folder)('the CSL test suite', () => {
  const fixtures = folder ? readFixtures(folder) : []
  const applicable = fixtures.filter(({ skipped }) => skipped === undefined)

  test('has fixtures, and those left out are few', () => {
    const left = fixtures.filter(({ skipped }) => skipped !== undefined)
    console.info(`${applicable.length} of ${fixtures.length} fixtures apply`)
    for (const { name, skipped } of left) console.info(`left out: ${name} ${skipped}`)
    expect(applicable.length).toBeGreaterThan(fixtures.length * 0.8)
  })

  test('the engine prints what each expects', () => {
    const differ = applicable.flatMap((fixture) => {
      const [actual, expected] = [printedBy(fixture), expectedOf(fixture)]
      return actual === expected || fixture.name in deliberate ? [] : [{ name: fixture.name, actual, expected }]
    })
    expect(differ).toEqual([])
  })

  test('the linear driver prints it too, of all citations at once', () => {
    const differ = applicable.flatMap((fixture) => {
      if (!fixture.edits) return []
      const [actual, expected] = [drivenBy(fixture), fixture.name in typed ? rebuiltBy(fixture) : expectedOf(fixture)]
      return actual === expected ? [] : [{ name: fixture.name, actual, expected }]
    })
    expect(differ).toEqual([])
  })
})
