/** Titles and descriptions of the measures of a site, by their names. */
export const siteMeasuresEn = {
  betweenness: {
    title: 'Betweenness',
    description:
      'Share of the shortest paths between two other sites that pass through this one. Weights are not distances: every link is one step. An estimate where betweenness_error is not 0.',
  },
  betweenness_error: {
    title: 'Error of betweenness',
    description: 'Standard error of betweenness where it was estimated from a sample of sources; 0 where it is exact.',
  },
  betweenness_low: {
    title: 'Betweenness, at least',
    description:
      'Lower end of the 95 % interval of betweenness estimated from a sample of sources; empty where it is exact. It held 97 times of 100 for the 20 highest sites, 93 to rank 100, about 75 below, where it is too narrow.',
  },
  betweenness_high: {
    title: 'Betweenness, at most',
    description:
      'Upper end of the same interval: 1.96 standard errors, and three times the greatest share found of a source, divided by the sources, for those that were not drawn.',
  },
  block: {
    title: 'Block',
    description:
      'Block of the degree-corrected stochastic block model of shortest description (analyse --blocks), numbered from 1 by falling size: sites with ties to, and from, the same blocks, whether or not they have any among themselves. Empty without ties, and where no blocks were searched for.',
  },
  bridging: {
    title: 'Bridging of communities',
    description:
      'Participation coefficient: 0 when all ties stay in one community, towards 1 when they are spread evenly over many. Direction is ignored; empty without ties.',
  },
  closeness: {
    title: 'Closeness',
    description:
      'How few links readers of the other sites must follow to come here, times the share of sites from which they can. 0: from nowhere.',
  },
  clustering: {
    title: 'Clustering',
    description:
      'Share of the pairs of this site’s neighbours that are tied themselves. Direction is ignored; empty below two neighbours.',
  },
  community: {
    title: 'Community',
    description:
      'Community in the partition of highest modularity that any run of Louvain or Leiden found (directed, weighted; no move of a single site raises it), numbered by size, then by smallest id. A number that no other site has is a site alone, not a community.',
  },
  community_stability: {
    title: 'Stability of the community',
    description:
      'How often this site is put together again with the members of its community, over all runs of the search: 1 is always.',
  },
  core: {
    title: 'Core',
    description:
      'The greatest k such that this site belongs to a group whose members each have ties with at least k others of it. Direction is ignored.',
  },
  in_degree: {
    title: 'Citing sites',
    description: 'Number of analysed sites that link to this one.',
  },
  out_degree: {
    title: 'Cited sites',
    description: 'Number of analysed sites that this one links to.',
  },
  foreign_in_share: {
    title: 'Cited from abroad',
    description:
      'Share of the sites citing this one that are of another country, among those whose country is known. Empty without any, or without a country.',
  },
  hub: {
    title: 'Hub',
    description: 'How much this site links to sites that many hubs link to. Sums to 1; all 0 in a graph without edges.',
  },
  authority: {
    title: 'Authority',
    description: 'How much this site is cited by hubs. Sums to 1; all 0 in a graph without edges.',
  },
  community_consensus: {
    title: 'Consensus community',
    description:
      'Community on which the runs agree: sites that most runs put together, and numbered by size, then by smallest id.',
  },
  community_previous: {
    title: 'Community, as numbered before',
    description:
      'The column community under the numbers of the analysis before, matched by the sites they share; new communities have new numbers. Empty in a first analysis.',
  },
  pagerank: {
    title: 'PageRank',
    description:
      'Share of the time that a reader spends here who follows links by their weight and now and then starts anew anywhere. Sums to 1.',
  },
  reciprocity: {
    title: 'Reciprocity',
    description:
      'Share of this site’s edges, in and out, that are answered by the opposite edge. Empty for a site without edges.',
  },
  in_strength: {
    title: 'Weight received',
    description: 'Sum of the weights of the edges from other analysed sites to this one.',
  },
  out_strength: {
    title: 'Weight given',
    description: 'Sum of the weights of the edges from this site to other analysed sites.',
  },
}
