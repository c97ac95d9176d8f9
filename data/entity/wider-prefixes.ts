import type { Lru } from '../url/brand.ts'

/**
 * Every prefix whose addresses include those of `lru`, itself left out: shorter paths of the host, the host, and the
 * host and its parents with their subdomains. More than could own an address; never fewer.
 */
export function widerPrefixes(lru: Lru): Lru[] {
  const stems = lru.split('|').slice(0, -1)
  const whole = stems.at(-1) === 'h:*'
  const named = whole ? stems.slice(0, -1) : stems
  const hosts = named.filter(stem => stem.startsWith('h:')).length
  const written = (count: number, end = ''): Lru =>
    (named
      .slice(0, count)
      .map(stem => `${stem}|`)
      .join('') + end) as Lru
  const wider: Lru[] = []
  if (!whole) for (let count = named.length - 1; count >= hosts; count -= 1) wider.push(written(count))
  for (let count = whole ? hosts - 1 : hosts; count > 0; count -= 1) wider.push(written(count, 'h:*|'))
  return wider
}
