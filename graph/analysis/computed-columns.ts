/**
 * Columns that other programs compute of a network and write beside what a study says of its sites. They restate the ties: a test of
 * ties by them finds what they were made of. Names as Gephi (its misspellings included), Gephi Lite, NodeXL, Cytoscape's
 * NetworkAnalyzer, igraph, networkx, Pajek, UCINET, Hyphe and Toile write them, without case, spaces and signs.
 */
const names = `
  degree indegree outdegree degreein degreeout alldegree weighteddegree weightedindegree weightedoutdegree undirecteddegree
  strength instrength outstrength nodestrength degreecentrality indegreecentrality outdegreecentrality degreecentralization
  modularityclass inferredclass statinfclass louvain leiden walktrap infomap communityconsensus communityprevious communitystability
  component components componentid componentnumber strongcompnum strongcomponentnumber weakcomponent connectedcomponent
  eccentricity closeness closenesscentrality closnesscentrality harmonicclosenesscentrality harmonicclosnesscentrality harmoniccentrality
  betweenness betweennesscentrality betweenesscentrality betweennesserror stress stresscentrality
  authority hub hubs authorities authorityscore hubscore pagerank pageranks
  eigencentrality eigenvector eigenvectorcentrality evcent katz katzcentrality bonacichpower
  clustering clusteringcoefficient localclusteringcoefficient transitivity localtransitivity triangles numberoftriangles
  core coreness corenumber kcore kcorenumber constraint burtsconstraint effectivesize participation bridging foreigninshare
  averageshortestpathlength neighborhoodconnectivity radiality topologicalcoefficient numberofdirectededges numberofundirectededges
  partnerofmultiedgednodepairs selfloops issinglenode edgecount reciprocity reciprocatedvertexpairratio`

const computed: ReadonlySet<string> = new Set(names.trim().split(/\s+/))

const simple = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Whether a column of that name is what a program computed of the ties. */
export const isComputed = (name: string): boolean => computed.has(simple(name))

/** Of these, those that sort sites into classes, whose numbers are no amounts. */
export const isPartition = (name: string): boolean =>
  /class|louvain|leiden|walktrap|infomap|community|component|compnum/.test(simple(name))
