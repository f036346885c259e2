/**
 * SVG as the layout may see it: no scripts, no styles that it would misread, nothing that points outside. The figures
 * that the tool draws are like this already; images from a project may hold anything.
 */
const dropped =
  /<(script|style|foreignObject|image|iframe|audio|video|filter|metadata)\b[^>]*?(\/>|>[\s\S]*?<\/\1\s*>)/gi
const handler = /\son[a-z]+\s*=\s*("[^"]*"|'[^']*')/gi
const reference = /\s(?:xlink:)?href\s*=\s*("(?!#)[^"]*"|'(?!#)[^']*')/gi
const prologue = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(\[[^\]]*\])?[^>]*>|<!\[CDATA\[|\]\]>/gi

export function cleanSvg(text: string): string {
  return text.replace(prologue, '').replace(dropped, '').replace(handler, '').replace(reference, '').trim()
}
