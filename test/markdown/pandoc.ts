/** What pandoc makes of citations, in the form of `reading.ts`. One process reads all samples. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { letters } from './reading.ts'

interface PandocNode {
  readonly t: string
  readonly c?: unknown
}

/** A reading without the labels of locators: to pandoc’s reader they are words like others. */
export const withoutLabels = (reading: string) => reading.replace(labels, '')
const labels = /\b(?:pp?|chap|chapter|vol|fig|para)\b |(?<=\|)с /g

export async function pandocReadings(samples: readonly string[]): Promise<string[]> {
  const input = samples.map((sample, index) => `# SAMPLE ${index}\n\n${sample}`).join('\n\n')
  const { blocks } = JSON.parse(
    execFileSync('pandoc', ['-f', 'markdown-smart', '-t', 'json'], { input }).toString(),
  ) as { blocks: PandocNode[] }
  const readings: string[][] = []
  for (const block of blocks) {
    const isStart = block.t === 'Header' && words((block.c as unknown[])[2]).startsWith('SAMPLE')
    if (isStart) readings.push([])
    else readings.at(-1)?.push(...citationsIn(block))
  }
  return readings.map((found) => withoutLabels(found.join(' // ')))
}

/** `label=value|rest` of each suffix, by pandoc’s citeproc with a style that prints just that. */
export async function pandocLocators(suffixes: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'briefpack-'))
  try {
    const [csl, library] = [join(folder, 'style.csl'), join(folder, 'library.json')]
    writeFileSync(csl, style)
    writeFileSync(library, '[{"id":"k","type":"book","title":"t"}]')
    const flags = [
      '-f',
      'markdown-smart',
      '--citeproc',
      '--csl',
      csl,
      '--bibliography',
      library,
      '-t',
      'plain',
      '--wrap=none',
    ]
    const input = suffixes.map((suffix) => `[@k${suffix}]`).join('\n\n')
    return execFileSync('pandoc', flags, { input }).toString().trim().split('\n\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const style = `<?xml version="1.0"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
  <citation><layout delimiter=";">
    <group delimiter="="><label variable="locator" plural="never"/><text variable="locator"/></group><text value="|"/>
  </layout></citation>
</style>`

function citationsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(citationsIn)
  if (typeof node !== 'object' || node === null) return []
  const { t, c } = node as PandocNode
  if (t === 'Cite') return [(c as [Citation[]])[0].map(oneOf).join(' ; ')]
  return Object.values(node).flatMap(citationsIn)
}

interface Citation {
  readonly citationId: string
  readonly citationMode: { readonly t: string }
  readonly citationPrefix: unknown
  readonly citationSuffix: unknown
}

function oneOf({ citationId, citationMode, citationPrefix, citationSuffix }: Citation): string {
  return [citationMode.t[0], letters(words(citationPrefix)), citationId, letters(words(citationSuffix))].join('|')
}

function words(node: unknown): string {
  if (Array.isArray(node)) return node.map(words).join('')
  const { t, c } = node as PandocNode
  if (t === 'Str') return String(c)
  if (t === 'Space' || t === 'SoftBreak') return ' '
  if (t === 'Code') return String((c as unknown[])[1])
  if (t === 'Link') return words((c as unknown[])[1])
  return Array.isArray(c) ? words(c.filter((part) => typeof part === 'object')) : ''
}
