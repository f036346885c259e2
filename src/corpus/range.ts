import { isNode, type Range } from 'yaml'
import { must } from '../core/index.ts'

/** Where a node of a text that was parsed stands in it. */
export const rangeOf = (node: unknown): Range => must(isNode(node) ? node.range : undefined)
