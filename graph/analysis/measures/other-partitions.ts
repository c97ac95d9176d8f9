import { matchPartitions } from '../communities/match-partitions.ts'
import { numberCommunities } from '../communities/partition.ts'
import { cardWords } from '../card-words.ts'
import type { NodeMeasure } from '../measure.ts'

const shared = {
  kind: 'node',
  type: 'category',
  range: [1, Infinity],
  unit: '',
  weighted: true,
  parameters: {},
} as const

export const communityConsensus: NodeMeasure = {
  ...shared,
  name: 'community_consensus',
  ...cardWords(words => words.site.community_consensus),
  source: 'Lancichinetti & Fortunato 2012, Scientific Reports 2',
  compute: ({ consensus }) => numberCommunities(consensus),
}

export const communityPrevious: NodeMeasure = {
  ...shared,
  name: 'community_previous',
  ...cardWords(words => words.site.community_previous),
  source: 'Palla, Barabási & Vicsek 2007, Nature 446',
  compute: ({ site, community, previous }) =>
    previous.size === 0
      ? new Float64Array(site.nodes.length).fill(NaN)
      : matchPartitions(
          community,
          Uint32Array.from(site.nodes, ({ id }) => previous.get(id) ?? 0),
        ),
}
