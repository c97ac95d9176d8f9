import { coLinkFields, coLinkTable } from './co-link-fields.ts'
import { edgeFields, edgeTable } from './edge-fields.ts'
import type { ExportEdge } from './export-model.ts'
import type { Relation } from '#data/vocabulary/relations.ts'
import type { Field } from '#data/table/column.ts'

/** What the edges of an export are. */
interface RelationFacts {
  /** For `--help`. */
  readonly description: string
  readonly directed: boolean
  /** Columns of an edge besides its ends and weight. */
  readonly fields: readonly Field<ExportEdge>[]
  /** Columns of edges.csv. */
  readonly table: readonly Field<ExportEdge>[]
}

const shared = { directed: false, fields: coLinkFields, table: coLinkTable } as const

export const relationFacts: Readonly<Record<Relation, RelationFacts>> = {
  links: { description: 'who cites whom', directed: true, fields: edgeFields, table: edgeTable },
  'co-citation': { ...shared, description: 'sites that are cited together, weighed by the sites that cite both' },
  coupling: { ...shared, description: 'sites that cite the same, weighed by the sites that both cite' },
}
