import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Digraph } from '../paths/adjacency.ts'
import { type Attribute, attributeOf, attributeOfTexts } from '../attribute.ts'
import type { Mrqap, Predictor } from '../mrqap/mrqap.ts'
import { mrqap } from '../mrqap/run-mrqap.ts'
import type { Crew } from '../workers/crew.ts'

/** 1,000, and fewer where a million edges would make them last minutes. */
const permutationsFor = ({ edgeCount }: Digraph): number =>
  Math.max(199, Math.min(1000, Math.round(2e8 / Math.max(1, edgeCount))))

export interface MrqapOptions {
  readonly languages: ReadonlyMap<EntityId, string>
  readonly seed: string
  readonly crew: Crew
}

/**
 * Do sites of the same country, kind and language link to each other, pages fetched being equal? A site's language is
 * its tag of that name, else that of its pages. A predictor that is the same for all is left out. Never asked of
 * communities: they are made of the ties.
 */
export async function mrqapOfSite(
  site: SiteGraph,
  graph: Digraph,
  { languages, seed, crew }: MrqapOptions,
): Promise<Mrqap | null> {
  const attributes = [attributeOf(site, 'country'), attributeOf(site, 'kind'), languageOf(site, languages)]
  const same = attributes
    .filter(tellsApart)
    .map(({ name, classOf }): Predictor => ({ kind: 'same', name: `same_${name}`, classOf }))
  if (same.length === 0) return null
  const pages = Float64Array.from(site.nodes, ({ pagesFetched }) => Math.log1p(pagesFetched))
  const varies = pages.some(own => own !== pages[0])
  const controls: Predictor[] = [
    { kind: 'sender', name: 'log_pages_source', value: pages },
    { kind: 'receiver', name: 'log_pages_target', value: pages },
  ]
  const predictors = [...same, ...(varies ? controls : [])]
  return mrqap({ graph, predictors, permutations: permutationsFor(graph), seed }, crew)
}

function languageOf(site: SiteGraph, languages: ReadonlyMap<EntityId, string>): Attribute {
  const tagged = attributeOf(site, 'language')
  const texts = site.nodes.map(({ id }, node) => tagged.values[tagged.classOf[node]!] ?? languages.get(id) ?? '')
  return attributeOfTexts('language', texts)
}

const tellsApart = ({ values, classOf }: Attribute): boolean =>
  values.length >= 2 && classOf.filter(own => own >= 0).length > values.length
