import type { Heading, Link } from 'mdast'
import type { DraftNode } from '../../core/index.ts'
import type { Closing } from './close.ts'

export function checkLink(node: Link, closing: Closing): void {
  const { url } = node
  if (/^(?:https?:\/\/[^\s/]|mailto:[^\s]|#[a-z])[^\s\p{Cc}]*$/iu.test(url)) return
  closing.report('link-is-safe', node, `The link to “${url.slice(0, 100)}” is not http, https, mailto or “#id”`, {
    actual: url,
  })
}

/** A string of PDF/A has at most 32,767 bytes (ISO 19005-3, 6.1.13), and most characters take two. */
const longest = 16_000

export function checkLength(
  rule: 'markdown-is-supported' | 'link-is-safe' | 'image-has-alt',
  what: string,
  text: string,
  node: DraftNode,
  closing: Closing,
): void {
  if (text.length <= longest) return
  closing.report(rule, node, `${what} has ${text.length} characters, more than the ${longest} that fit into a PDF`)
}

/** Reports a heading that skips a level. */
export function checkHeading(node: Heading, closing: Closing): void {
  const { depth } = node
  const before = closing.depth
  if (depth > before + 1) {
    const reason =
      before === 0
        ? `The first heading is of level ${depth}, not 1`
        : `A heading of level ${depth} follows a heading of level ${before}`
    closing.report('heading-increments', node, reason, { notes: [`begin it with ${'#'.repeat(before + 1)}`] })
  }
  closing.depth = depth
}
