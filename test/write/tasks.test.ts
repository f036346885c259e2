import { toHtml } from 'hast-util-to-html'
import { expect } from 'vitest'
import type { Block } from '../../src/core/tree.ts'
import { toWordprocessing } from '../../src/write/docx/docx.ts'
import { toHast } from '../../src/write/html/html.ts'
import { context } from '../docx/context.ts'
import { paragraph, text } from '../helpers/nodes.ts'
import { readerTest } from '../helpers/readers.ts'
import { documentOf, pageTexts, printed } from '../pdf/context.ts'

readerTest('pdftotext', 'tasks have the same boxes in every format, and keep their numbers', async () => {
  const tasks = (ordered: boolean): Block => ({
    type: 'list',
    ordered,
    ...(ordered && { start: 3 }),
    spread: false,
    children: [false, true].map((checked) => ({
      type: 'listItem',
      spread: false,
      checked,
      children: [paragraph(text(checked ? 'done' : 'open'))],
    })),
  })
  const document = documentOf(tasks(false), tasks(true))
  const word = (await toWordprocessing(document, context)).get('word/document.xml') as string
  for (const written of [toHtml(toHast(document)), word]) {
    const plain = written.replace(/<style.*?<\/style>|<[^>]*>/gs, '')
    expect(plain.match(/[☐☑☒] (?:open|done)/g)).toEqual(['☐ open', '☑ done', '☐ open', '☑ done'])
  }
  const pages = await pageTexts((await printed(document)).path)
  const boxes = pages.join('\n').match(/(?:\d\. )?[☐☑☒] +(?:open|done)/g)
  expect(boxes?.map((it) => it.replace(/ +/g, ' '))).toEqual(['☐ open', '☑ done', '3. ☐ open', '4. ☑ done'])
})
