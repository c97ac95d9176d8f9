/** An address as people read it: without scheme, percent signs decoded where they make text. */
export function shortAddress(url: string): string {
  const bare = url.replace(/^https?:\/\//, '').replace(/\/$/, '')
  try {
    return decodeURI(bare)
  } catch {
    return bare
  }
}
