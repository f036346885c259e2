import { encode } from '../../core/index.ts'
import { jsonSchema, kinds } from '../../corpus/index.ts'
import { findingsSchema } from './reporters/findings-schema.ts'

/** Where editors find the schemas of a project. */
export const schemaFolder = '.briefpack/schema'

/** The kinds that have files of their own. */
const ofFiles = kinds.filter(({ kept }) => kept !== 'inside')

/** JSON Schemas by path, one for each kind of file that a corpus has, and one for the findings that `check` prints. */
export function schemaFiles(folder: string): Map<string, Uint8Array> {
  const schemas = [
    ...ofFiles.map((kind) => [kind.name, jsonSchema(kind)] as const),
    ['findings', findingsSchema] as const,
  ]
  return new Map(
    schemas.map(([name, schema]) => [`${folder}/${name}.json`, encode(`${JSON.stringify(schema, null, 2)}\n`)]),
  )
}

/** The settings that tie the schemas to the files, for editors that use the YAML language server. */
export function editorSettings(): Uint8Array {
  const globs = Object.fromEntries(
    ofFiles.map(({ name, plural, kept }) => [
      `./${schemaFolder}/${name}.json`,
      [...(kept === 'list' ? [`corpus/${plural}.yaml`] : []), `corpus/${plural}/*.yaml`],
    ]),
  )
  return encode(`${JSON.stringify({ 'yaml.schemas': globs }, null, 2)}\n`)
}
