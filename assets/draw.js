// Draws SVGs in a process of its own, so that a picture can hold up or end nothing else: a message is a picture, and so is its answer.
const library = await import('@resvg/resvg-js').catch(() => undefined)

process.on('message', ({ svg, width, fontFiles }) => process.send(answer(svg, width, fontFiles)))

function answer(svg, width, fontFiles) {
  if (!library) return {}
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Source Sans 3' }
  try {
    const options = { font, fitTo: { mode: 'width', value: width }, background: '#ffffff' }
    const picture = new library.Resvg(svg, options).render()
    return { drawn: { width: picture.width, height: picture.height, bytes: picture.pixels } }
  } catch {
    return { drawn: 'failed' }
  }
}
