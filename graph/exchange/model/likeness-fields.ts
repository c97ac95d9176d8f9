import { leastJoined, nearestJoined } from '#data/vocabulary/likeness.ts'
import type { Field } from '#data/table/column.ts'
import { endField } from './co-link-fields.ts'
import type { ExportEdge } from './export-model.ts'

/** Columns of a tie between two sites that say the same words, besides its ends and weight. */
export const likenessFields: readonly Field<ExportEdge>[] = [
  {
    id: 'language',
    title: 'Language',
    type: 'text',
    unit: '',
    description:
      'Language of the pages by which both were compared, ISO 639-1; of two languages the one in which they are more alike.',
    read: edge => edge.language ?? null,
  },
]

/** Columns of edges.csv of such a graph. */
export const likenessTable: readonly Field<ExportEdge>[] = [
  endField('source', 'Source', 'Id of one of two entities; the tie has no direction, and the smaller id comes first.'),
  endField('target', 'Target', 'Id of the other.'),
  {
    id: 'weight',
    title: 'Weight',
    type: 'number',
    unit: '',
    description: `Cosine of the weighted words of their own pages, from ${leastJoined} to 1; one of both at least is among the ${nearestJoined} that the other resembles most. See METHOD, Words.`,
    read: edge => edge.weight,
  },
  ...likenessFields,
]
