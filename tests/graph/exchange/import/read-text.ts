import { Mistake } from '#data/mistake.ts'
import type { ImportedNetwork } from '#graph/exchange/import/imported-network.ts'
import { readNetwork } from '#graph/exchange/read/read-network.ts'

export const bytes = (text: string) => new TextEncoder().encode(text)

/** Reads `text` as the file `name`. */
export const read = (name: string, text: string) => readNetwork(name, bytes(text))

/** [source, target, weight] of each tie. */
export const ties = ({ edges }: ImportedNetwork) => edges.map(({ source, target, weight }) => [source, target, weight])

export const ids = ({ nodes }: ImportedNetwork) => nodes.map(node => node.id)

/** What reading it says is wrong. */
export function mistakeOf(name: string, text: string): string {
  try {
    read(name, text)
  } catch (error) {
    if (error instanceof Mistake) return error.message
    throw error
  }
  return 'no mistake'
}

/** A GEXF document around `graph`. */
export const gexf = (graph: string, version = '1.2') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/${version}draft" xmlns:viz="http://www.gexf.net/${version}draft/viz" version="${version}">\n${graph}\n</gexf>`
