import type { Run } from '../definition.ts'

/** Where a link leads: to a web page, into the file beside this one (ISO 32000-1, 12.6.4.3), or in this document. */
export function targetOf({ link, destination, file }: Run): object {
  if (link !== undefined) return { A: uriAction(link) }
  if (file === undefined) return { Dest: new String(destination) }
  const name = new String(file)
  // No Type, which only embedded files need (7.11.3): PDF/A-3 wants a relationship of whatever has one (ISO 19005-3, 6.8).
  return { A: { S: 'GoToR', F: { F: name, UF: name }, D: new String(destination) } }
}

function uriAction(uri: string): object {
  const ascii = uri.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent)
  return { S: 'URI', URI: new String(ascii) }
}
