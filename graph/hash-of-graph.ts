import { createHash } from 'node:crypto'
import type { SiteGraph } from '../data/records.ts'

/** SHA-256 of a graph, hexadecimal: tells whether a corpus still holds the graph that was analysed. */
export const hashOfGraph = (graph: SiteGraph): string =>
  createHash('sha256').update(JSON.stringify(graph)).digest('hex')
