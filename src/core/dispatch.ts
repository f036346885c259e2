/** One function per node type; leave one out and it does not compile. */
export type Handlers<N extends { type: string }, C, R> = {
  readonly [T in N['type']]: (node: Extract<N, { type: T }>, context: C) => R
}

/** What the handler of `node` gives. A missing one means that a node came where its type says that none can: our bug, so throw. */
export function dispatch<N extends { type: string }, C, R>(handlers: Handlers<N, C, R>, node: N, context: C): R {
  const all: object = handlers
  const handle: ((node: N, context: C) => R) | undefined = Reflect.get(all, node.type)
  if (!handle) throw new Error(`No writer knows a “${node.type}”`)
  return handle(node, context)
}
