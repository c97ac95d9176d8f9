import type { SiteGraph, SiteNode } from '#data/records.ts'
import { zones, type Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'

type Facts = Partial<Omit<SiteNode, 'id'>>

/** Builds a site graph from edges written 'a>b' or 'a>b:3' (a weight), with the facts of some nodes by id. */
export function siteOf(edges: string, facts: Readonly<Record<string, Facts>> = {}): SiteGraph {
  const parsed = edges
    .split(/\s+/)
    .filter(text => text !== '')
    .map(text => /^([^>]+)>([^:]+)(?::(.+))?$/.exec(text)!)
    .map(([, source, target, weight]) => ({ source: source!, target: target!, weight: Number(weight ?? 1) }))
  const ids = new Set([...Object.keys(facts), ...parsed.flatMap(({ source, target }) => [source, target])])
  return {
    nodes: [...ids].sort().map(id => siteNode(id, facts[id])),
    edges: parsed
      .sort((a, b) => (`${a.source}>${a.target}` < `${b.source}>${b.target}` ? -1 : 1))
      .map(({ source, target, weight }) => ({
        source: source as EntityId,
        target: target as EntityId,
        weight,
        links: weight,
        pages: weight,
        firstSeen: '2026-01-01T00:00:00.000Z',
        lastSeen: '2026-01-01T00:00:00.000Z',
        linksByZone: Object.fromEntries(zones.map(zone => [zone, 0])) as Record<Zone, number>,
      })),
  }
}

export function siteNode(id: string, facts: Facts = {}): SiteNode {
  return {
    id: id as EntityId,
    label: id,
    homepage: `https://${id}/`,
    country: '',
    kind: '',
    status: 'IN',
    pagesFetched: 1,
    selfLinks: 0,
    tags: [],
    ...facts,
  }
}
