import { getDocument } from '../../src/evidence/import/pdfjs.ts'

interface Tagged {
  readonly role?: string
  readonly id?: string
  readonly children?: readonly Tagged[]
}

/**
 * What part of the text area of each page its notes take, from the structure of a tagged PDF: from the top of the first line
 * of a note to the bottom of the last, over `height`, the height of the area in points.
 */
export async function noteShares(bytes: Uint8Array, height: number): Promise<number[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const shares: number[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const marks = new Set(marksIn((await page.getStructTree()) as Tagged | null, false))
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const open: (string | undefined)[] = []
    const baselines: number[] = []
    let size = 0
    for (const item of items) {
      if ('str' in item) {
        if (item.str.trim() === '' || !open.some((id) => id !== undefined && marks.has(id))) continue
        baselines.push(item.transform[5])
        size = Math.max(size, item.height)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id)
    }
    const span = baselines.length > 0 ? Math.max(...baselines) - Math.min(...baselines) + size * 1.3 : 0
    shares.push(span / height)
  }
  await pdf.destroy()
  return shares
}

/** The pieces of content under a note, at any depth. */
function marksIn(node: Tagged | null, inNote: boolean): string[] {
  if (!node) return []
  if (node.id !== undefined && !node.children) return inNote ? [node.id] : []
  return (node.children ?? []).flatMap((child) => marksIn(child, inNote || node.role === 'Note'))
}
