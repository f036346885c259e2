/**
 * What the bundle leaves out of packages, all of it loaded at every start. Of those for PDF: a second copy of fontkit and
 * linebreak (their authors ship two formats, and the bundler would take one for `import` and one for `require`), the
 * dictionary of Brotli (for WOFF2 fonts; ours are TrueType), ciphers (our files are not encrypted), an inflate in
 * JavaScript. Of Handlebars: all but its parser. Of yargs: the measuring and wrapping of its help, which it makes for every command and we never print.
 */
import { fileURLToPath } from 'node:url'

const packages = new URL('../node_modules/', import.meta.url)
const oneFormat = { fontkit: 'fontkit/dist/module.mjs', linebreak: 'linebreak/dist/main.cjs' }
const instead = {
  'brotli/decompress.js': absent('Brotli'),
  '@noble/ciphers/aes': absent('AES'),
  handlebars: `
    import { parse, parser } from 'handlebars/dist/cjs/handlebars/compiler/base.js'
    export default { parse, Parser: parser }`,
  'string-width': 'export default (text) => text.length',
  'wrap-ansi': 'export default (text) => text',
  'tiny-inflate': `
    const { inflateRawSync } = require('node:zlib')
    module.exports = (source, target) => {
      const bytes = inflateRawSync(source)
      target.set(bytes)
      return bytes.length < target.length ? target.slice(0, bytes.length) : target
    }`,
}

export const slim = {
  name: 'slim',
  resolveId: {
    filter: {
      id: new RegExp(
        `^(?:${Object.keys({ ...oneFormat, ...instead })
          .join('|')
          .replaceAll('.', '\\.')})$`,
      ),
    },
    handler: (id) => (Object.hasOwn(oneFormat, id) ? fileURLToPath(new URL(oneFormat[id], packages)) : `\0${id}`),
  },
  load: { filter: { id: /^\0/ }, handler: (id) => instead[id.slice(1)] },
}

/** Whatever is used of the package says that it is not here. */
function absent(name) {
  return `
    const fail = () => { throw new Error('${name} is left out of this build') }
    module.exports = new Proxy(fail, { get: (target, key) => key === 'prototype' ? target.prototype : fail })`
}
