const quoted = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,]*))\s*(?:,|$)/y

/** The items between the brackets of a list, quotes and backslashes taken off. Linear. */
function bracketedItems(text: string): readonly string[] {
  const items: string[] = []
  quoted.lastIndex = 0
  while (quoted.lastIndex < text.length) {
    const from = quoted.lastIndex
    const match = quoted.exec(text)
    // A quote in the midst of an item: the rest is no list, but it is a text.
    if (!match || quoted.lastIndex === from) return [...items, text.slice(from)]
    items.push((match[1] ?? match[2])?.replace(/\\(.)/g, '$1') ?? match[3]!)
  }
  return items
}

/** The items of a list: `["a, b", c]` and `[a, b]` as Gephi writes it (GEXF 1.3), `a|b` as GEXF 1.2 and graphology do. */
export function listValues(text: string): readonly string[] {
  const trimmed = text.trim()
  const items = /^\[.*\]$/s.test(trimmed) ? bracketedItems(trimmed.slice(1, -1)) : trimmed.split('|')
  return items.map(item => item.trim()).filter(item => item !== '')
}
