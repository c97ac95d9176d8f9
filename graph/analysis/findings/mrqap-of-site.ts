import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { type Digraph, tiesAmong } from '../paths/adjacency.ts'
import { type Attribute, attributeOf, attributeOfTexts } from '../attribute.ts'
import type { LeftOut, Mrqap, Predictor } from '../mrqap/mrqap.ts'
import type { Resemblance } from '../mrqap/resemblance.ts'
import { mrqap } from '../mrqap/run-mrqap.ts'
import { type StructureName, structurePredictor } from '../mrqap/structure-terms.ts'
import type { Crew } from '../workers/crew.ts'

/** 1,000, and fewer where a million edges, or pairs with an entry, would make them last minutes. */
const permutationsFor = ({ edgeCount }: Digraph, asked: readonly Predictor[]): number => {
  const entries = asked.reduce((sum, own) => sum + entriesOf(own), edgeCount)
  return Math.max(199, Math.min(1000, Math.round(2e8 / Math.max(1, entries))))
}

function entriesOf(own: Predictor): number {
  if (own.kind === 'matrix') return own.values.length
  return own.kind === 'pairs' ? own.rows.target.length : 0
}

export interface MrqapOptions {
  readonly languages: ReadonlyMap<EntityId, string>
  /** What of the network itself is held fixed. Default: nothing. */
  readonly structure?: readonly StructureName[]
  /** How alike sites are in the words of their pages. Default: not asked. */
  readonly resemblance?: Resemblance | null
  readonly seed: string
  readonly crew: Crew
}

/**
 * Do sites of the same country, kind and language link to each other, pages fetched being equal? A site's language is
 * its tag of that name, else that of its pages. A predictor that is the same for all is left out; one that is unknown of more than half of the
 * sites, or that the others say already, is left out by name. A pair of which one is unknown is missing, not different; so is one that
 * begins in a site not read. With reciprocity both must have been read, with resemblance the texts of both be kept. Never asked of communities: they are made of the ties.
 */
export async function mrqapOfSite(
  site: SiteGraph,
  graph: Digraph,
  { languages, structure = [], resemblance = null, seed, crew }: MrqapOptions,
): Promise<Mrqap | null> {
  const asked = [attributeOf(site, 'country'), attributeOf(site, 'kind'), languageOf(site, languages)].filter(
    tellsApart,
  )
  const attributes = asked.filter(isKnown)
  const terms = graph.undirected ? structure.filter(name => name !== 'reciprocity') : structure
  const isBack = terms.includes('reciprocity')
  const words = wordsOf(site, resemblance)
  const nodes = Uint32Array.from(
    [...site.nodes.keys()].filter(
      node =>
        attributes.every(({ classOf }) => classOf[node]! >= 0) &&
        !(isBack && graph.unread?.[node] === 1) &&
        (words.placeOf === null || words.placeOf[node]! >= 0),
    ),
  )
  const same = attributes
    .map(({ classOf, ...attribute }) => ({ ...attribute, classOf: Int32Array.from(nodes, node => classOf[node]!) }))
    .filter(({ classOf }) => classOf.some(own => own !== classOf[0]))
    .map(({ name, classOf }): Predictor => ({ kind: 'same', name: `same_${name}`, classOf }))
  const ofTies = terms.map(name => structurePredictor(graph, nodes, name))
  const alike = words.placeOf === null ? [] : [likeness(resemblance!, words.placeOf, nodes)]
  if (same.length + ofTies.length + alike.length === 0) return null
  const predictors = [...same, ...pagesOf(site, nodes), ...alike, ...ofTies]
  const among = subgraph(graph, nodes)
  const found = await mrqap({ graph: among, predictors, permutations: permutationsFor(graph, predictors), seed }, crew)
  const unknown = asked
    .filter(attribute => !isKnown(attribute))
    .map(({ name }): LeftOut => ({ name: `same_${name}`, cause: 'unknown', as: '' }))
  return (
    found && {
      ...found,
      leftOut: [...unknown, ...words.leftOut, ...found.leftOut],
      ...(words.placeOf !== null && { similarIn: resemblance!.language }),
    }
  )
}

interface SitesOfWords {
  /** Of each site its place among those compared, -1: nothing is kept of it; null: the words of sites are no part of the regression. */
  readonly placeOf: Int32Array | null
  readonly leftOut: readonly LeftOut[]
}

/** Which sites can be compared by their words: half of all at least, or they are left out, by name. */
function wordsOf(site: SiteGraph, resemblance: Resemblance | null): SitesOfWords {
  if (resemblance === null) return { placeOf: null, leftOut: [] }
  const out = (cause: LeftOut['cause']): SitesOfWords => ({
    placeOf: null,
    leftOut: [{ name: likenessName, cause, as: '' }],
  })
  if (resemblance.cosines === null) return out('many')
  const places = new Map(resemblance.ids.map((id, place) => [id, place]))
  const placeOf = Int32Array.from(site.nodes, ({ id }) => places.get(id) ?? -1)
  return 2 * placeOf.filter(place => place >= 0).length < placeOf.length ? out('unknown') : { placeOf, leftOut: [] }
}

const likenessName = 'similarity'

function likeness({ ids, cosines }: Resemblance, placeOf: Int32Array, nodes: Uint32Array): Predictor {
  const values = new Float32Array(nodes.length ** 2)
  const places = nodes.map(node => placeOf[node]!)
  for (const [row, place] of places.entries())
    for (const [column, other] of places.entries())
      values[row * nodes.length + column] = cosines![place * ids.length + other]!
  return { kind: 'matrix', name: likenessName, values }
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
