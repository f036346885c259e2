/** A tab leads to the next column of four, counted from the start of its line. */
export const withoutTabs = (code: string) =>
  code.replace(/[^\n]*\t[^\n]*/g, (line) => {
    const [first = '', ...cells] = line.split('\t')
    return cells.reduce((before, cell) => `${before}${' '.repeat(4 - (Array.from(before).length % 4))}${cell}`, first)
  })
