/**
 * Looks through the doors of the rooms: what is imported from an `index.ts` is taken from the file that has it. esbuild
 * would load whatever a door leads to with every command that imports one name from it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'

const imports = /^(import|export)( type)? \{([^}]*)\} from '(\.[^']*\/index\.ts)'$/gm
const exports = /^export (?:type )?\{([^}]*)\} from '(\.[^']*)'$/gm
const tables = new Map()

export const doors = {
  name: 'doors',
  setup(build) {
    build.onLoad({ filter: /\/src\/.*\.tsx?$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(imports, (_, kind, type, names, door) =>
        namesIn(names)
          .map((it) => lineFor(kind, type || it.type, it, resolve(dirname(path), door), path))
          .join('; '),
      ),
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }))
  },
}

function lineFor(kind, type, { name, as }, door, path) {
  const to = relative(dirname(path), behind(door, name))
  return `${kind}${type ? ' type' : ''} { ${name}${as} } from '${to.startsWith('.') ? to : `./${to}`}'`
}

/** The file that has a name, through as many doors as it takes. */
function behind(door, name) {
  if (!tables.has(door)) tables.set(door, existsSync(door) ? tableOf(door) : new Map())
  const next = tables.get(door).get(name)
  return next === undefined ? door : behind(next, name)
}

function tableOf(door) {
  const found = readFileSync(door, 'utf8').matchAll(exports)
  return new Map(
    [...found].flatMap(([, names, from]) => namesIn(names).map(({ name }) => [name, resolve(dirname(door), from)])),
  )
}

function namesIn(names) {
  const each = names
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '')
  return each.map((it) => {
    const [, type, name, as = ''] = /^(type )?(\w+)( as \w+)?$/.exec(it)
    return { type, name, as }
  })
}
