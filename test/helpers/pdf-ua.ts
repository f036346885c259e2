/**
 * The rules of PDF/UA-1 that a machine can check, numbered as in veraPDF's profile PDF_UA/1, and the rules of PDF/A-2b
 * that a writer such as ours could break. What a machine cannot check, such as whether a text alternative is true, is
 * not checked. A rule that never applied is not counted, so that a test can ask for the ones it means to exercise.
 */
import { readFileSync } from 'node:fs'
import { PdfObjects } from './pdf-objects.ts'
import { checkFonts } from './pdf-ua-fonts.ts'
import { checkMetadata } from './pdf-ua-metadata.ts'
import { checkPages } from './pdf-ua-pages.ts'
import { checkStructure } from './pdf-ua-structure.ts'

export interface UaReport {
  /** What is wrong: the rule, and what was found. */
  readonly failures: string[]
  /** The rules that were applied at least once. */
  readonly applied: string[]
}

/** Tells that a rule was applied: `holds` or not, and what was found. */
export type Check = (rule: string, holds: boolean, found: string) => void

export function checkPdfUa(path: string): UaReport {
  const failures: string[] = []
  const applied = new Set<string>()
  const check: Check = (rule, holds, found) => {
    applied.add(rule)
    if (!holds && failures.length < 100) failures.push(`${rule}: ${found}`)
  }
  const objects = new PdfObjects(path)
  check('6.1-1', /^%PDF-1\.[0-7]$/.test(readFileSync(path).subarray(0, 8).toString('latin1')), 'version')
  checkMetadata(objects, check)
  const structure = checkStructure(objects, check)
  const fonts = checkPages(objects, structure, check)
  checkFonts(objects, fonts, check)
  return { failures, applied: [...applied].sort() }
}
