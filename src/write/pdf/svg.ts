/**
 * SVG as the layout may see it: no scripts, nothing that points outside, no entities of its own. The figures that the
 * tool draws are like this already; images from a project may hold anything. The layout opens no path either way.
 */
const prologue = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(\[[\s\S]*?\]\s*)?>|<!\[CDATA\[|\]\]>/gi
const dropped = /<(script|foreignObject|image|iframe|audio|video|filter|metadata)\b[^>]*?(\/>|>[\s\S]*?<\/\1\s*>)/gi
const handler = /\son[a-z]+\s*=\s*("[^"]*"|'[^']*')/gi
const outward = /\s(?:[a-z]+:)?href\s*=\s*("(?!#)[^"]*"|'(?!#)[^']*')/gi
const imported = /@import[^;<]*;?/gi
const address = /url\(\s*["']?(?!#)[^)]*\)/gi
const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)[^\s;&<]*;?/gi

export function cleanSvg(text: string): string {
  const patterns = [prologue, dropped, handler, outward, imported, address, entity]
  return patterns.reduce((clean, pattern) => clean.replace(pattern, ''), text).trim()
}
