import { toLru } from '#data/url/lru.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { crawlable } from './crawlable.ts'

/**
 * Under which prefix an archive lists `url` together with all else of its site: the longest prefix of an entity that is crawled, without
 * scheme and `www.` ('medium.com/@name', 'a.example/'). Null: the address is of no such entity, and is asked for alone. O(steps).
 */
export function listedPrefixes(corpus: Corpus): (url: Url) => string | null {
  const rows = corpus.sql<{ lru: string }>(`SELECT lru FROM prefix WHERE entity_id IN (${crawlable})`).all()
  const prefixes = new Set(rows.map(({ lru }) => lru))
  return url => {
    const stems = toLru(url).split('|').slice(0, -1)
    for (let count = stems.length; count > 0; count--) {
      const lru = `${stems.slice(0, count).join('|')}|`
      if (prefixes.has(lru) || prefixes.has(`${lru}h:*|`)) return written(url, stems.slice(0, count))
    }
    return null
  }
}

function written(url: Url, stems: readonly string[]): string {
  const { host, pathname } = new URL(url)
  const steps = stems.filter(stem => stem.startsWith('p:')).length
  const path = pathname
    .split('/')
    .slice(1, 1 + steps)
    .join('/')
  return `${host.replace(/^www\./, '')}/${path}`
}
