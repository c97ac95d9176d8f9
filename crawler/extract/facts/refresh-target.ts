/**
 * The address in the content of a meta refresh ('5; url="/new"'), as written; null when it names none, which makes a
 * page reload itself. WHATWG HTML, "Refresh state".
 */
export function refreshTarget(content: string): string | null {
  const match = /^\s*(?:\d[\d.]*|\.[\d.]*)\s*[;,\s]\s*(.*)$/s.exec(content)
  if (match === null) return null
  const rest = match[1]!.replace(/^[;,]?\s*url\s*=\s*/i, '').trim()
  const quote = rest[0]
  if (quote !== '"' && quote !== "'") return rest === '' ? null : rest
  const end = rest.indexOf(quote, 1)
  return rest.slice(1, end === -1 ? undefined : end)
}
