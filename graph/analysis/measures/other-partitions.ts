import { matchPartitions } from '../communities/match-partitions.ts'
import { numberCommunities } from '../communities/partition.ts'
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
  title: { en: 'Consensus community', fr: 'Communauté de consensus' },
  description: {
    en: 'Community on which the runs agree: sites that most runs put together, and numbered by size, then by smallest id.',
    fr: 'Communauté sur laquelle les passages s’accordent : sites que la plupart des passages réunissent ; numérotée par taille, puis par plus petit identifiant.',
  },
  source: 'Lancichinetti & Fortunato 2012, Scientific Reports 2',
  compute: ({ consensus }) => numberCommunities(consensus),
}

export const communityPrevious: NodeMeasure = {
  ...shared,
  name: 'community_previous',
  title: { en: 'Community, as numbered before', fr: 'Communauté, numérotée comme avant' },
  description: {
    en: 'The column community under the numbers of the analysis before, matched by the sites they share; new communities have new numbers. Empty in a first analysis.',
    fr: 'La colonne community sous les numéros de l’analyse précédente, appariés par les sites communs ; les nouvelles ont de nouveaux numéros. Vide pour une première analyse.',
  },
  source: 'Palla, Barabási & Vicsek 2007, Nature 446',
  compute: ({ site, community, previous }) =>
    previous.size === 0
      ? new Float64Array(site.nodes.length).fill(NaN)
      : matchPartitions(
          community,
          Uint32Array.from(site.nodes, ({ id }) => previous.get(id) ?? 0),
        ),
}
