import { pageStates, type PageState } from '#data/vocabulary/page-states.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { pinnedPlaces } from '#data/store/curate/pin-entity.ts'
import { entityFacts } from '#data/store/map/entity-facts.ts'
import { entityCrawl, entityNeighbours } from '#data/store/map/map-facts.ts'
import type { EntityData, Neighbour } from '../protocol/entity.ts'

const mostNeighbours = 500

/** What the panel of an entity shows, its neighbours as a wave saw them when one is given; undefined when the corpus has no such entity, or has forgotten it. */
export function readEntityData(corpus: Corpus, id: string, wave?: string): EntityData | undefined {
  const facts = entityFacts(corpus, id)
  if (facts === undefined || facts.forgotten !== '') return undefined
  const asked = { limit: mostNeighbours, ...(wave !== undefined && { wave }) }
  const citedBy = entityNeighbours(corpus, id, 'citedBy', asked)
  const cites = entityNeighbours(corpus, id, 'cites', asked)
  return {
    id: facts.id,
    label: facts.label === '' ? facts.id : facts.label,
    homepage: facts.homepage,
    country: facts.country,
    entityKind: facts.kind,
    status: facts.status,
    source: facts.source,
    note: facts.note,
    prefixes: facts.prefixes.map(({ url }) => url),
    prefixDates: Object.fromEntries(facts.prefixes.map(({ url, from, to }) => [url, { from, to }])),
    pinned: pinnedPlaces(corpus).has(id),
    tags: facts.tags.map(({ category, value }) => [category, value]),
    pages: Object.fromEntries(pageStates.map(state => [state, facts.pages[state] ?? 0])) as Record<PageState, number>,
    ...entityCrawl(corpus, id),
    citedBy: citedBy.first.map(named),
    citedByTotal: citedBy.total,
    cites: cites.first.map(named),
    citesTotal: cites.total,
  }
}

const named = (neighbour: Neighbour): Neighbour => ({
  ...neighbour,
  label: neighbour.label === '' ? neighbour.id : neighbour.label,
})
