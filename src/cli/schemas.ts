import { folders, jsonSchema, registers } from '../corpus/kinds.ts'
import { encode } from '../host.ts'

/** Where editors find the schemas of a project. */
export const schemaFolder = '.briefpack/schema'

/** JSON Schemas by path, one for each kind of file that a corpus has. */
export function schemaFiles(folder: string): Map<string, Uint8Array> {
  const kinds = [...Object.values(folders), ...Object.values(registers)]
  return new Map(
    kinds.map((kind) => [`${folder}/${kind}.json`, encode(`${JSON.stringify(jsonSchema(kind), null, 2)}\n`)]),
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
