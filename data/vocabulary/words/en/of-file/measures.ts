import { measuresEn } from '../measures.ts'
import { ofFile } from '#data/vocabulary/words/of-file.ts'
import { nounsOfFileEn } from './nouns.ts'

/** The measures of a network that came as a file: nothing is known of what its ties do. */
export const measuresOfFileEn = ofFile(measuresEn, nounsOfFileEn, {
  in_centralisation: {
    description:
      'How far receiving ties is in the hands of one node: 1 for a star, 0 when all are equal. Not defined below two nodes.',
  },
  out_centralisation: {
    description:
      'How far sending ties is in the hands of one node: 1 for a star, 0 when all are equal. Not defined below two nodes.',
  },
  role: {
    description:
      'Number of open paths a→b→c (without a tie from a to c) with this node as b in which, by country, {path}. Empty without a country.',
  },
  role_total: {
    description:
      'Number of open paths a→b→c (without a tie from a to c) among nodes that have the attribute in which {path}.',
  },
  mrqap: {
    description:
      'Difference in the probability of a tie from one node to another {per}, the other predictors of the regression held fixed (MRQAP).',
  },
  predictors: {
    reciprocity: { predictor: 'tie the other way', per: 'when the second has a tie to the first' },
    co_citation: { predictor: 'ties from the same', per: 'per node with ties to both' },
    two_paths: { predictor: 'through a third node', per: 'per node between them on a path of two ties' },
  },
  graph: {
    modularity: {
      description:
        'Directed modularity of the column community, every edge counting 1: how many more ties stay inside communities than degrees alone would have it. Of ties without a direction it is the usual one.',
    },
    mixing: {
      description:
        'Number of edges from nodes of one value to nodes of another: country:FR>US counts ties from French to American nodes. Of an undirected network each tie once, under the value that comes first.',
    },
    assortativity: {
      description:
        'Whether nodes are tied to nodes of their own value more (above 0) or less (below 0) than their degrees alone would have it. 1: only to their own. Not defined when all edges are of one value.',
    },
    assortativity_number: {
      description:
        'Correlation of the amounts at both ends of an edge, among nodes whose amount is known: above 0, nodes are tied to nodes of like amount. Not defined when the ends do not vary.',
    },
    asymmetry: {
      description:
        'Of the edges between two values, those in the direction written minus the opposite ones, divided by both: country:FR>US is 1 when all lead from French to American nodes. Not defined without such edges.',
    },
    edges: {
      description:
        'Number of ordered pairs of different nodes with a tie from the first to the second; of an undirected network, its ties, each once.',
    },
    unread_sites: {
      title: 'Nodes without known ties of their own',
      description:
        'Nodes of which the file says that nobody looked at their own ties. Left out of reciprocity, transitivity, triads and out-centralisation.',
    },
    density: {
      description: 'Edges divided by the number of ordered pairs of different nodes. Not defined below two nodes.',
    },
  },
  site: {
    betweenness: {
      description:
        'Share of the shortest paths between two other nodes that pass through this one. Weights are not distances: every tie is one step. An estimate where betweenness_error is not 0.',
    },
    closeness: {
      description:
        'How few ties lead here from the other nodes, times the share of nodes from which they do. 0: from nowhere.',
    },
    in_degree: { title: 'Ties to it', description: 'Number of analysed nodes with a tie to this one.' },
    out_degree: { title: 'Ties from it', description: 'Number of analysed nodes to which this one has a tie.' },
    foreign_in_share: {
      title: 'Ties from abroad',
      description:
        'Of the nodes with a tie to this one, the share that is of another country, among those whose country is known. Empty without any, or without a country.',
    },
    hub: {
      description:
        'How much this node has ties to nodes that many hubs have ties to. Sums to 1; all 0 in a graph without edges.',
    },
    authority: { description: 'How many ties this node has from hubs. Sums to 1; all 0 in a graph without edges.' },
    pagerank: {
      description:
        'Share of the time that a walker spends here who follows ties by their weight and now and then starts anew anywhere. Sums to 1.',
    },
  },
})
