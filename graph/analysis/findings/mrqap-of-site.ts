import type { SiteGraph } from '../../../data/records.ts'
import type { Digraph } from '../adjacency.ts'
import { attributeOf } from '../attribute.ts'
import { type Mrqap, mrqap, type Predictor } from '../mrqap.ts'
import type { Crew } from '../workers/crew.ts'

/** 1,000, and fewer where a million edges would make them last minutes. */
const permutationsFor = ({ edgeCount }: Digraph): number =>
  Math.max(199, Math.min(1000, Math.round(2e8 / Math.max(1, edgeCount))))

/**
 * Do sites of the same country, kind and language (a tag) link to each other, pages fetched being equal? A predictor that
 * is the same for all is left out. Never asked of communities: they are made of the ties.
 */
export async function mrqapOfSite(site: SiteGraph, graph: Digraph, seed: string, crew: Crew): Promise<Mrqap | null> {
  const same = ['country', 'kind', 'language'].flatMap((name): Predictor[] => {
    const { values, classOf } = attributeOf(site, name)
    const classified = classOf.filter(own => own >= 0).length
    return values.length < 2 || classified <= values.length ? [] : [{ kind: 'same', name: `same_${name}`, classOf }]
  })
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
