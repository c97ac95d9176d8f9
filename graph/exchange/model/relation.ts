import { coLinkFields, coLinkTable } from './co-link-fields.ts'
import { edgeFields, edgeTable } from './edge-fields.ts'
import type { ExportEdge, ExportModel } from './export-model.ts'
import { likenessFields, likenessTable } from './likeness-fields.ts'
import { leastJoined, nearestJoined } from '#data/vocabulary/likeness.ts'
import type { Relation } from '#data/vocabulary/relations.ts'
import type { Field } from '#data/table/column.ts'

/** What the edges of an export are. */
interface TieFacts {
  readonly directed: boolean
  /** Columns of an edge besides its ends and weight. */
  readonly fields: readonly Field<ExportEdge>[]
  /** Columns of edges.csv. */
  readonly table: readonly Field<ExportEdge>[]
}

interface RelationFacts extends TieFacts {
  /** For `--help`. */
  readonly description: string
  /** Of a network whose ties a file told. */
  readonly ofFile: string
}

/** As Gephi names the column and its value in tables of ties. */
const typeField: Field<ExportEdge> = {
  id: 'type',
  title: 'Type',
  type: 'text',
  unit: '',
  description: 'Undirected: the tie has no direction, and stands here once.',
  read: () => 'Undirected',
}

/** Columns of ties without directions, each once; the third stays the weight. */
const onceEach = (table: readonly Field<ExportEdge>[]): readonly Field<ExportEdge>[] => [
  ...table.slice(0, 3),
  typeField,
  ...table.slice(3),
]

const shared = { directed: false, fields: coLinkFields, table: onceEach(coLinkTable) } as const

export const relationFacts: Readonly<Record<Relation, RelationFacts>> = {
  links: {
    description: 'who cites whom',
    ofFile: 'ties of the file',
    directed: true,
    fields: edgeFields,
    table: edgeTable,
  },
  'co-citation': {
    ...shared,
    description: 'sites that are cited together, weighed by the sites that cite both',
    ofFile: 'nodes with ties from the same others, weighed by their number',
  },
  coupling: {
    ...shared,
    description: 'sites that cite the same, weighed by the sites that both cite',
    ofFile: 'nodes with ties to the same others, weighed by their number',
  },
  similar: {
    directed: false,
    fields: likenessFields,
    table: onceEach(likenessTable),
    description: `sites whose own pages say the same words (crawl --texts), each with the ${nearestJoined} that it resembles most, weighed by the cosine of their words, from ${leastJoined} on`,
    ofFile: 'nodes that say the same words',
  },
}

/** What the edges of `model` are: those of an undirected network have no direction, whatever they are of. */
export function tieFactsOf({ relation = 'links', ties }: Pick<ExportModel, 'relation' | 'ties'>): TieFacts {
  const facts = relationFacts[relation]
  return ties === 'undirected' && facts.directed ? { ...facts, directed: false, table: onceEach(facts.table) } : facts
}
