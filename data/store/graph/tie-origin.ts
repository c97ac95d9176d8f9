import type { SiteGraph } from '#data/records.ts'

/** Where the ties of the graph come from: hyperlinks of pages, a file that tells none, or both. */
export type TieOrigin = 'hyperlinks' | 'file' | 'both'

/** A tie without a hyperlink was told by a file, which alone knows what its weight counts. */
export function tieOrigin({ edges }: Pick<SiteGraph, 'edges'>): TieOrigin {
  const told = edges.filter(({ links }) => links === 0).length
  if (told === 0) return 'hyperlinks'
  return told === edges.length ? 'file' : 'both'
}
