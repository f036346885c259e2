/** A paragraph “Term:: what it means” begins with the term in bold, and a dash. */
export function definitionLists() {
  return (tree) => {
    for (const { type, children } of tree.children) {
      const [first] = type === 'paragraph' ? children : []
      const [, term, words] = (first?.type === 'text' && /^([^:]+):: (.*)$/s.exec(first.value)) || []
      if (!term) continue
      const text = (value) => ({ type: 'text', value, position: first.position })
      children.splice(0, 1, { type: 'strong', children: [text(term)] }, text(` — ${words}`))
    }
  }
}
