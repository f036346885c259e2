import { readFileSync } from 'node:fs'

/** A fenced block of the rule reference: its language, what it is of, its text. */
export interface Block {
  readonly language: string
  readonly of: string
  readonly text: string
}

export interface Example {
  readonly blocks: readonly Block[]
  /** As documented: one finding a line. */
  readonly findings: readonly string[]
}

export interface RuleSection {
  readonly id: string
  /** The line that gives level, summary and norm. */
  readonly claim: string
  readonly fails?: Example | undefined
  readonly passes?: Example | undefined
}

export const referenceFile = 'src/lint/README.md'

/** The rule reference as data. */
export function readReference(text = readFileSync(referenceFile, 'utf8')): {
  base: readonly Block[]
  rules: readonly RuleSection[]
} {
  const [head = '', ...sections] = splitOutsideFences(text)
  return { base: blocksOf(`${head}\n${sections[0] ?? ''}`), rules: sections.slice(1).map(ruleOf) }
}

function ruleOf(section: string): RuleSection {
  const id = section.slice(3, section.indexOf('\n')).trim()
  const claim = section.split('\n').find((line) => line.startsWith('*')) ?? ''
  return { id, claim, fails: exampleAfter('Fails:', section), passes: exampleAfter('Passes:', section) }
}

function exampleAfter(label: string, section: string): Example | undefined {
  const at = section.indexOf(`\n${label}\n`)
  if (at === -1) return undefined
  const end = label === 'Fails:' ? section.indexOf('\nPasses:\n') : section.length
  const blocks = blocksOf(section.slice(at, end === -1 ? section.length : end))
  const findings = blocks.filter(({ language }) => language === 'findings').flatMap(({ text }) => text.split('\n'))
  return {
    blocks: blocks.filter(({ language }) => language !== 'findings'),
    findings: findings.filter((line) => line !== ''),
  }
}

function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w+)(?: (.+))?\n([\s\S]*?)^```$/gm)].map(([, language, of, body]) => ({
    language: language!,
    of: of ?? '',
    text: body!,
  }))
}

function splitOutsideFences(text: string): readonly string[] {
  const parts: string[][] = [[]]
  let isFenced = false
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isFenced = !isFenced
    if (!isFenced && line.startsWith('## ')) parts.push([])
    parts.at(-1)!.push(line)
  }
  return parts.map((lines) => lines.join('\n'))
}
