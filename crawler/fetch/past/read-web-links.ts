/** A link of a Link header (RFC 8288) or of an application/link-format document (RFC 6690), as Memento uses both. */
export interface WebLink {
  /** As written. */
  readonly target: string
  /** Relations, in lower case. */
  readonly rels: readonly string[]
  /** The others by name, in lower case. */
  readonly parameters: Readonly<Record<string, string>>
}

const parameter = /\s*;\s*([\w!#$&+.^`|~-]{1,100})(?:\s*=\s*(?:"([^"]*)"|([^\s";,]+)))?/y

/** Reads links in their order; what is no link is passed over. O(length). */
export function readWebLinks(text: string): WebLink[] {
  const links: WebLink[] = []
  for (let begin = text.indexOf('<'); begin !== -1;) {
    const end = text.indexOf('>', begin)
    if (end === -1) break
    const parameters: Record<string, string> = Object.create(null)
    parameter.lastIndex = end + 1
    let at = end + 1
    for (let found = parameter.exec(text); found !== null; found = parameter.exec(text)) {
      const [, name = '', quoted, plain = ''] = found
      parameters[name.toLowerCase()] ??= quoted ?? plain
      at = parameter.lastIndex
    }
    const rels = (parameters['rel'] ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter(rel => rel !== '')
    links.push({ target: text.slice(begin + 1, end).trim(), rels, parameters })
    begin = text.indexOf('<', at)
  }
  return links
}
