import type { Nouns } from '#data/vocabulary/words/of-file.ts'

/** « Nœud » a le genre de « site » et ne s’élide pas plus que lui. */
export const nounsOfFileFr: Nouns = { site: 'nœud', sites: 'nœuds', Site: 'Nœud', Sites: 'Nœuds' }
