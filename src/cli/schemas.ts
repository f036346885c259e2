import { folders, registers } from '../corpus/homes.ts'
import { jsonSchema } from '../corpus/kinds.ts'
import { encode } from '../host.ts'
import { findingsSchema } from './reporters/findings-schema.ts'

/** Where editors find the schemas of a project. */
export const schemaFolder = '.briefpack/schema'

/** JSON Schemas by path, one for each kind of file that a corpus has, and one for the findings that `check` prints. */
export function schemaFiles(folder: string): Map<string, Uint8Array> {
  const kinds = [...Object.values(folders), ...Object.values(registers)]
  const schemas = [...kinds.map((kind) => [kind, jsonSchema(kind)] as const), ['findings', findingsSchema] as const]
  return new Map(
    schemas.map(([name, schema]) => [`${folder}/${name}.json`, encode(`${JSON.stringify(schema, null, 2)}\n`)]),
  )
}

/** The settings that tie the schemas to the files, for editors that use the YAML language server. */
export function editorSettings(): Uint8Array {
  const globs = Object.fromEntries([
    ...Object.entries(folders).map(([name, kind]) => [`./${schemaFolder}/${kind}.json`, [`corpus/${name}/*.yaml`]]),
    ...Object.entries(registers).map(([name, kind]) => [
      `./${schemaFolder}/${kind}.json`,
      [`corpus/${name}.yaml`, `corpus/${name}/*.yaml`],
    ]),
  ])
  return encode(`${JSON.stringify({ 'yaml.schemas': globs }, null, 2)}\n`)
}
