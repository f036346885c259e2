import CSL, { type Engine, type Node, type Token } from 'citeproc'
import { entryOf, itemAt, remembered } from '../../../core/index.ts'

const { expandMacro } = CSL
const builtIn = remembered((_: Engine) => new Map<string, Token[]>())
const { getNodesByName } = CSL.XmlJSON.prototype
const named = new WeakMap<object, ReadonlyMap<string | undefined, Node[]>>()

export function buildMacrosOnce(): void {
  CSL.expandMacro = expandOnce
  /** The engine looks through the whole style for a macro wherever it is called; here it looks once for all of them, of which the first of a name counts. */
  CSL.XmlJSON.prototype.getNodesByName = function (style, name, value, found) {
    if (name !== 'macro' || !value || found) return getNodesByName.call(this, style, name, value, found)
    const all = () => getNodesByName.call(this, style, name).reverse()
    const macros = named.get(style) ?? new Map(all().map((macro) => [macro.attrs.name, [macro]]))
    named.set(style, macros)
    return macros.get(value) ?? []
  }
}

/**
 * The engine repeats the tokens of a macro wherever a sort key comes by it, 180,000 times in Chicago’s styles, which is
 * seconds. Here they are built once, as it does itself outside of sort keys (github.com/Juris-M/citeproc-js/pull/276).
 */
const expandOnce: typeof expandMacro = function (call, target) {
  if (!this.build.extension) {
    expandMacro.call(this, call, target)
    return
  }
  const macros = builtIn(this)
  const { root, current_default_locale: locale } = this.build
  const key = JSON.stringify([root, locale, call.postponed_macro, call.strings.sort_direction])
  if (!macros.has(key)) {
    const start = target.length
    expandMacro.call(this, call, target)
    const made = target.splice(start)
    this.configureTokenList(made)
    macros.set(key, made)
  }
  const tokens = entryOf(macros, key)
  const run = new CSL.Token('text', CSL.SINGLETON)
  run.execs.push((engine, ...works) => {
    for (let next = 0; next < tokens.length; ) next = CSL.tokenExec.call(engine, itemAt(tokens, next), ...works)
  })
  target.push(run)
}
