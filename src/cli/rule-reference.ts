import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from './host.ts'

/** Reads the rule reference; gives a rule’s section in it, without its heading. */
export async function ruleReference(): Promise<(rule: string) => string | undefined> {
  const reference = await readFile(join(packageRoot(), 'src', 'lint', 'README.md'), 'utf8')
  return (rule) => {
    const start = new RegExp(`^#+ .*\\b${rule}\\b.*$`, 'm').exec(reference)
    if (!start) return undefined
    const rest = reference.slice(start.index + start[0].length)
    const end = /^#{1,3} /m.exec(rest.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/^#/gm, ' ')))
    return rest.slice(0, end?.index).trim()
  }
}
