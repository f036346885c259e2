import type { Processor } from 'unified'
import { print } from './print.ts'
import { processorWith } from './processor.ts'

/**
 * Markdown as sections have it, for those who know unified: `markdown().use(plugin, options).process(text)`, or `parse`, `run` and
 * `stringify`. The file's `data.language` says in which words locators are written.
 */
export const markdown = processorWith()().use(printed).freeze()

function printed(this: Processor): void {
  this.compiler = print
}
