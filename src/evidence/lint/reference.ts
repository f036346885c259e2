import type { Example, Rule } from '../../core/index.ts'

/** What `briefpack explain` and `docs/rules.md` say of a rule, in Markdown, without its heading. */
export function ruleSection({ id, severity, summary, norm, reason, fails, findings, passes }: Rule): string {
  const claim = `*${severity}* · ${summary}${norm === undefined ? '' : ` · ${norm}`}`
  const found = fence('findings', findings.map((it) => `${severity} ${id} ${it}\n`).join(''))
  return [claim, reason, 'Fails:', ...blocksOf(fails), found, 'Passes:', ...blocksOf(passes)].join('\n\n')
}

function blocksOf(example: Example): readonly string[] {
  return Object.entries(example).map(([of, text]) =>
    text === null ? fence(`absent ${of}`, '') : fence(`${languageOf(of)} ${of}`, exampleText(text)),
  )
}

/** What an example puts in a record or file: its lines, each with its end. */
export const exampleText = (text: string): string => text.replace(/^\n/, '').replace(/(?<!\n)$/, '\n')

export function fence(info: string, text: string): string {
  return `\`\`\`${info}\n${text}\`\`\``
}

/** A record is YAML, a file is what its extension says, and any other name is that of a template. */
export function languageOf(of: string): string {
  if (of.includes(':')) return 'yaml'
  const extension = /\.(\w+)$/.exec(of)?.[1]
  return { txt: 'text', png: 'text', yaml: 'yaml', hbs: 'markdown' }[extension ?? 'hbs'] ?? extension!
}
