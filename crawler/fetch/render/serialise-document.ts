/**
 * Runs inside a page, in a world of its own that the page can't tamper with: must stand alone. Writes the document as
 * a reader sees it: open shadow roots and slotted content in their places, without scripts, styles and comments. Stops
 * at `maxChars`. Iterative, so that no nesting is too deep.
 */
export function serialiseDocument(maxChars: number): { html: string; isCut: boolean } {
  const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
  const left = new Set('script style noscript template'.split(' '))
  const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const escapeValue = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;')
  const parts: string[] = ['<!doctype html>']
  let size = 0
  const put = (text: string) => {
    parts.push(text)
    size += text.length
  }
  const childrenOf = (element: Element): readonly Node[] => {
    if (element.shadowRoot) return [...element.shadowRoot.childNodes]
    const isSlot = element.localName === 'slot' && 'assignedNodes' in element
    const assigned = isSlot ? (element as HTMLSlotElement).assignedNodes() : []
    return assigned.length > 0 ? assigned : [...element.childNodes]
  }
  // Whatever follows <plaintext> is text, for ever.
  const nameOf = (element: Element) => (element.localName === 'plaintext' ? 'pre' : element.localName)
  const open = (element: Element) => {
    put(`<${nameOf(element)}`)
    for (const { name, value } of element.attributes) {
      // What a page sets as an attribute's name by script can be anything.
      if (/^[^\s"'<>/=]+$/.test(name)) put(` ${name}="${escapeValue(value)}"`)
    }
    put('>')
  }
  const stack: (Node | string)[] = [document.documentElement]
  for (;;) {
    const next = size < maxChars ? stack.pop() : undefined
    if (next === undefined) break
    if (typeof next === 'string') put(next)
    else if (next.nodeType === Node.TEXT_NODE) put(escapeText(next.nodeValue ?? ''))
    else if (next.nodeType === Node.ELEMENT_NODE) {
      const element = next as Element
      const isData = element.localName === 'script' && /ld\+json/.test(element.getAttribute('type') ?? '')
      if (isData)
        put(`<script type="application/ld+json">${(element.textContent ?? '').replace(/<\//g, '<\\/')}</script>`)
      if (left.has(element.localName)) continue
      open(element)
      if (voids.has(element.localName)) continue
      stack.push(`</${nameOf(element)}>`)
      const children = childrenOf(element)
      for (let at = children.length - 1; at >= 0; at -= 1) stack.push(children[at]!)
    }
  }
  return { html: parts.join(''), isCut: stack.length > 0 }
}
