/** Directives whose value follows a colon: the word before it is no crawler's name. */
const valued = /^(?:unavailable_after|max-snippet|max-image-preview|max-video-preview)$/

/**
 * Whether meta robots elements or X-Robots-Tag headers ask Toile, or all robots, not to follow the page's links.
 * `metas` are [name, content]; `headers` the header's values, joined with commas or line ends when there were several
 * ('googlebot: nofollow, otherbot: none': a name goes for what follows it, up to the next name).
 */
export function isNofollow(metas: readonly (readonly [string, string])[], headers = ''): boolean {
  const byMeta = metas.some(
    ([name, content]) => (name === 'robots' || name === 'toile') && content.split(/[\s,;]+/).some(forbids),
  )
  return byMeta || headers.split(/[\r\n]+/).some(headerForbids)
}

const forbids = (directive: string): boolean => /^(?:nofollow|none)$/i.test(directive)

function headerForbids(line: string): boolean {
  let isForUs = true
  for (const part of line.split(',')) {
    const [whole, name] = /^\s*([^\s:]+)\s*:/.exec(part) ?? ['']
    if (name !== undefined && valued.test(name.toLowerCase())) continue
    if (name !== undefined) isForUs = /^(?:toile|\*)$/i.test(name)
    if (isForUs && forbids(part.slice(whole.length).trim())) return true
  }
  return false
}
