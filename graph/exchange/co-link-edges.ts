import { noneByZone } from '#data/vocabulary/zones.ts'
import { bibliographicCoupling, coCitation, type CoLink, type Linked } from '../analysis/co-links.ts'
import type { ExportEdge } from './model/export-model.ts'
import type { RelationOfLinks } from '#data/vocabulary/relations.ts'

/** The ties of sites that share something with at least `least` others, by the smaller id, then the other. */
export const coLinkEdges = (graph: Linked, relation: Exclude<RelationOfLinks, 'links'>, least: number): ExportEdge[] =>
  finders[relation](graph, least).map(asEdge)

const finders = { 'co-citation': coCitation, coupling: bibliographicCoupling } as const

const asEdge = ({ one, other, shared, cosine }: CoLink): ExportEdge => ({
  source: one,
  target: other,
  weight: shared,
  cosine,
  links: 0,
  pages: 0,
  firstSeen: '',
  lastSeen: '',
  linksByZone: noneByZone,
})
