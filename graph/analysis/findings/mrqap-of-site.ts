import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { type Digraph, tiesAmong } from '../paths/adjacency.ts'
import { type Attribute, attributeOf, attributeOfTexts } from '../attribute.ts'
import type { LeftOut, Mrqap, Predictor } from '../mrqap/mrqap.ts'
import { mrqap } from '../mrqap/run-mrqap.ts'
import { type StructureName, structurePredictor } from '../mrqap/structure-terms.ts'
import type { Crew } from '../workers/crew.ts'

/** 1,000, and fewer where a million edges, or pairs with an entry, would make them last minutes. */
const permutationsFor = ({ edgeCount }: Digraph, structure: readonly Predictor[]): number => {
  const entries = structure.reduce((sum, own) => sum + (own.kind === 'pairs' ? own.rows.target.length : 0), edgeCount)
  return Math.max(199, Math.min(1000, Math.round(2e8 / Math.max(1, entries))))
}

export interface MrqapOptions {
  readonly languages: ReadonlyMap<EntityId, string>
  /** What of the network itself is held fixed. Default: nothing. */
  readonly structure?: readonly StructureName[]
  readonly seed: string
  readonly crew: Crew
}

/**
 * Do sites of the same country, kind and language link to each other, pages fetched being equal? A site's language is
 * its tag of that name, else that of its pages. A predictor that is the same for all is left out; one that is unknown of more than half of the
 * sites, or that the others say already, is left out by name. A pair of which one is unknown is missing, not different; so is one that
 * begins in a site not read. With reciprocity both must have been read. Never asked of communities: they are made of the ties.
 */
export async function mrqapOfSite(
  site: SiteGraph,
  graph: Digraph,
  { languages, structure = [], seed, crew }: MrqapOptions,
): Promise<Mrqap | null> {
  const asked = [attributeOf(site, 'country'), attributeOf(site, 'kind'), languageOf(site, languages)].filter(
    tellsApart,
  )
  const attributes = asked.filter(isKnown)
  const terms = graph.undirected ? structure.filter(name => name !== 'reciprocity') : structure
  const isBack = terms.includes('reciprocity')
  const nodes = Uint32Array.from(
    [...site.nodes.keys()].filter(
      node => attributes.every(({ classOf }) => classOf[node]! >= 0) && !(isBack && graph.unread?.[node] === 1),
    ),
  )
  const same = attributes
    .map(({ classOf, ...attribute }) => ({ ...attribute, classOf: Int32Array.from(nodes, node => classOf[node]!) }))
    .filter(({ classOf }) => classOf.some(own => own !== classOf[0]))
    .map(({ name, classOf }): Predictor => ({ kind: 'same', name: `same_${name}`, classOf }))
  const ofTies = terms.map(name => structurePredictor(graph, nodes, name))
  if (same.length + ofTies.length === 0) return null
  const predictors = [...same, ...pagesOf(site, nodes), ...ofTies]
  const among = subgraph(graph, nodes)
  const found = await mrqap({ graph: among, predictors, permutations: permutationsFor(graph, ofTies), seed }, crew)
  const unknown = asked
    .filter(attribute => !isKnown(attribute))
    .map(({ name }): LeftOut => ({ name: `same_${name}`, cause: 'unknown', as: '' }))
  return found && { ...found, leftOut: [...unknown, ...found.leftOut] }
}

/** Of half of the sites at least: else the pairs of a few would speak for all. */
const isKnown = ({ classOf }: Attribute): boolean => 2 * classOf.filter(own => own >= 0).length >= classOf.length

/** Pages fetched of the citing and of the cited site, where they differ. */
function pagesOf(site: SiteGraph, nodes: Uint32Array): Predictor[] {
  const pages = Float64Array.from(nodes, node => Math.log1p(site.nodes[node]!.pagesFetched))
  if (pages.every(own => own === pages[0])) return []
  return [
    { kind: 'sender', name: 'log_pages_source', value: pages },
    { kind: 'receiver', name: 'log_pages_target', value: pages },
  ]
}

function subgraph(graph: Digraph, nodes: Uint32Array): Digraph {
  if (nodes.length === graph.nodeCount) return graph
  const [out, incoming] = [tiesAmong(graph.out, nodes), tiesAmong(graph.in, nodes)]
  const { unread, ...rest } = graph
  const part = { ...rest, nodeCount: nodes.length, edgeCount: out.target.length, out, in: incoming }
  const unreadPart = Uint8Array.from(nodes, node => unread?.[node] ?? 0)
  return unreadPart.includes(1) ? { ...part, unread: unreadPart } : part
}

function languageOf(site: SiteGraph, languages: ReadonlyMap<EntityId, string>): Attribute {
  const tagged = attributeOf(site, 'language')
  const texts = site.nodes.map(({ id }, node) => tagged.values[tagged.classOf[node]!] ?? languages.get(id) ?? '')
  return attributeOfTexts('language', texts)
}

const tellsApart = ({ values, classOf }: Attribute): boolean =>
  values.length >= 2 && classOf.filter(own => own >= 0).length > values.length
