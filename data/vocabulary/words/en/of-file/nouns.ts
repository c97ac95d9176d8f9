import type { Nouns } from '#data/vocabulary/words/of-file.ts'

/** What a file draws may be people, words or trades: no sites. */
export const nounsOfFileEn: Nouns = { site: 'node', sites: 'nodes', Site: 'Node', Sites: 'Nodes' }
