/** Titles and descriptions of the measures of the graph, by their names; names in braces are filled in. */
export const graphMeasuresEn = {
  transitivity: {
    title: 'Transitivity',
    description:
      'Share of the pairs of ties that meet in a site whose other ends are tied. Direction is ignored; not defined without such pairs.',
  },
  communities: {
    title: 'Communities',
    description:
      'Number of communities of the best partition: groups of two sites or more. Sites alone are counted apart (single_sites).',
  },
  single_sites: {
    title: 'Sites alone',
    description:
      'Number of sites that the best partition puts together with no other: those without ties, and seldom others.',
  },
  modularity: {
    title: 'Modularity',
    description:
      'Directed modularity of the column community, every edge counting 1: how much more links stay inside communities than degrees alone would have it.',
  },
  modularity_weighted: {
    title: 'Weighted modularity',
    description:
      'Directed modularity of the column community with the edges’ weights: the value that the search for communities makes as great as it can.',
  },
  community_nmi: {
    title: 'Agreement of the runs',
    description:
      'Normalised mutual information of two runs of the search, mean over all pairs of runs, among sites with ties. 1: every run gives the same communities.',
  },
  components: {
    title: 'Components',
    description: 'Number of separate parts of the graph; a site without ties is one. Direction is ignored.',
  },
  largest_component: {
    title: 'Largest component',
    description: 'Number of sites in the largest separate part of the graph. Direction is ignored.',
  },
  max_core: {
    title: 'Deepest core',
    description: 'The greatest core number of all sites. Direction is ignored.',
  },
  mixing: {
    title: 'Mixing matrix',
    description:
      'Number of edges from sites of one value to sites of another: country:FR>US counts links from French to American sites. Of an undirected network each tie once, under the value that comes first.',
  },
  assortativity: {
    title: 'Assortativity',
    description:
      'Whether sites link to sites of their own value more (above 0) or less (below 0) than their degrees alone would have it. 1: only to their own. Not defined when all edges are of one value.',
  },
  assortativity_number: {
    title: 'Assortativity of amounts',
    description:
      'Correlation of the amounts at both ends of an edge, among sites whose amount is known: above 0, sites link to sites of like amount. Not defined when the ends do not vary.',
  },
  assortativity_number_error: {
    title: 'Error of the assortativity of amounts',
    description: 'Standard error of assortativity_number by the jackknife: each edge left out in turn.',
  },
  ei_index: {
    title: 'E-I index',
    description:
      'Edges between different values minus edges within one value, divided by both: −1 is closed, 1 is open. country:FR counts the edges to and from French sites only. Not defined without such edges.',
  },
  asymmetry: {
    title: 'Asymmetry',
    description:
      'Of the edges between two values, those in the direction written minus the opposite ones, divided by both: country:FR>US is 1 when only French sites cite American ones. Not defined without such edges.',
  },
  ei_pair: {
    title: 'E-I index of two',
    description: 'E-I index among the sites of two values only. Not defined without edges among them.',
  },
  reciprocity: {
    title: 'Reciprocity',
    description: 'Share of the edges that are answered by the opposite edge. Not defined without edges.',
  },
  rich_club: {
    title: 'Rich club',
    description:
      'Density among the sites with more than k edges in and out (group degree:k). Divide by the mean of the rewired graphs: above 1, they are tied to each other more than their degrees alone would have it.',
  },
  nodes: {
    title: 'Sites',
    description: 'Number of sites analysed.',
  },
  edges: {
    title: 'Edges',
    description:
      'Number of ordered pairs of different sites of which the first links to the second; of an undirected network, its ties, each once.',
  },
  unread_sites: {
    title: 'Sites not read',
    description:
      'Sites of which no page was read: whom they cite is not known. Left out of reciprocity, transitivity, triads and out-centralisation.',
  },
  density: {
    title: 'Density',
    description:
      'Edges divided by the number of ordered pairs of different sites of which the first was read. Not defined below two sites.',
  },
}
