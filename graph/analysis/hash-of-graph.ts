import { createHash } from 'node:crypto'
import type { SiteGraph } from '#data/records.ts'

/**
 * SHA-256 of a graph, hexadecimal: tells whether a corpus still holds the graph that was analysed. Taken entry by entry:
 * two million edges as one text are more than V8 can hold.
 */
export function hashOfGraph({ nodes, edges, ties }: SiteGraph): string {
  const hash = createHash('sha256')
  // An undirected graph is another one than that of its ties in both directions.
  let held = ties === 'undirected' ? 'undirected\n' : ''
  for (const list of [nodes, edges]) {
    for (const entry of list) {
      held += `${JSON.stringify(entry)}\n`
      if (held.length < 1 << 16) continue
      hash.update(held)
      held = ''
    }
    held += '\n'
  }
  return hash.update(held).digest('hex')
}
