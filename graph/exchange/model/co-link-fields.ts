import type { ExportEdge } from './export-model.ts'
import type { Field } from '#data/table/column.ts'

/** Columns of a tie between two sites that share something, besides its ends and weight. */
export const coLinkFields: readonly Field<ExportEdge>[] = [
  {
    id: 'cosine',
    title: 'Cosine',
    type: 'number',
    unit: '',
    description:
      'The weight divided by the square root of the product of both degrees (sites citing each, or cited by each), in (0, 1]: size set aside (Salton).',
    read: edge => edge.cosine ?? null,
  },
]

/** The column of an end of a tie without a direction. */
export const endField = (id: 'source' | 'target', title: string, description: string): Field<ExportEdge> => ({
  id,
  title,
  type: 'text',
  unit: '',
  description,
  read: edge => edge[id],
})

/** Columns of edges.csv of such a graph. */
export const coLinkTable: readonly Field<ExportEdge>[] = [
  endField('source', 'Source', 'Id of one of two entities; the tie has no direction, and the smaller id comes first.'),
  endField('target', 'Target', 'Id of the other.'),
  {
    id: 'weight',
    title: 'Weight',
    type: 'integer',
    unit: 'sites',
    description: 'Exported sites that cite both (co-citation), or that both cite (coupling).',
    read: edge => edge.weight,
  },
  ...coLinkFields,
]
