import type { SiteEdge } from '#data/records.ts'
import { zones, type Zone } from '#data/vocabulary/zones.ts'
import type { Field } from '#data/table/column.ts'

/** Columns of an edge besides its ends and weight, which every format writes in its own way. */
export const edgeFields: readonly Field<SiteEdge>[] = [
  {
    id: 'links',
    title: 'Hyperlinks',
    type: 'integer',
    unit: 'links',
    description: 'Hyperlinks from source to target: rows of links.csv.',
    read: edge => edge.links,
  },
  {
    id: 'pages',
    title: 'Source pages',
    type: 'integer',
    unit: 'pages',
    description: 'Distinct pages of the source that hold these hyperlinks.',
    read: edge => edge.pages,
  },
  {
    id: 'first_seen',
    title: 'First seen',
    type: 'date',
    unit: 'ISO 8601, UTC',
    description: 'First sighting of any of these hyperlinks.',
    read: edge => edge.firstSeen,
  },
  {
    id: 'last_seen',
    title: 'Last seen',
    type: 'date',
    unit: 'ISO 8601, UTC',
    description: 'Last sighting of any of these hyperlinks.',
    read: edge => edge.lastSeen,
  },
  ...zones.map(zoneField),
]

function zoneField(zone: Zone): Field<SiteEdge> {
  return {
    id: `links_${zone}`,
    title: `Hyperlinks: ${zone}`,
    type: 'integer',
    unit: 'links',
    description: `Those of the hyperlinks that stand in the zone "${zone}" of their page.`,
    read: edge => edge.linksByZone[zone],
  }
}

/** Columns of edges.csv: the ends and the weight, then edgeFields. */
export const edgeTable: readonly Field<SiteEdge>[] = [
  {
    id: 'source',
    title: 'Source',
    type: 'text',
    unit: '',
    description: 'Id of the entity whose pages hold the hyperlinks.',
    read: edge => edge.source,
  },
  {
    id: 'target',
    title: 'Target',
    type: 'text',
    unit: '',
    description: 'Id of the entity that the hyperlinks lead to.',
    read: edge => edge.target,
  },
  {
    id: 'weight',
    title: 'Weight',
    type: 'number',
    unit: '',
    description:
      'Strength of the tie, > 0. By default ("evidence"): distinct source pages with a link outside templates, plus 1 if any template link exists. Of an imported tie without hyperlinks: the weight of its file.',
    read: edge => edge.weight,
  },
  ...edgeFields,
]
