import type { Nodes } from 'mdast'
import type { CompileContext, Handle } from 'mdast-util-from-markdown'

/** What the extensions of mdast do where a token begins: a node is opened. */
export function open(create: () => Nodes): Handle {
  return function (token) {
    this.enter(create(), token)
  }
}

/** Where it ends the node is closed, once it is finished. */
export function close<N>(finish?: (node: N) => void): Handle {
  return function (token) {
    finish?.(top<N>(this))
    this.exit(token)
  }
}

export function top<N>(context: CompileContext): N {
  return context.stack.at(-1) as unknown as N
}
