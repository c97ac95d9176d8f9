import type { Field, Value } from '#data/table/column.ts'
import type { ExportEdge, ExportModel } from './export-model.ts'
import { fieldsOfFile, withoutCrawl } from './of-file.ts'
import { tieFactsOf } from './relation.ts'
import { reservedNames } from './reserved-names.ts'

/** Prefix of an imported column of ties whose name another column has; taken off again by import. */
export const tiePrefix = 'tie_'

interface ColumnsOfEdges {
  readonly directed: boolean
  /** Besides the ends and the weight. */
  readonly fields: readonly Field<ExportEdge>[]
  /** All of edges.csv. */
  readonly table: readonly Field<ExportEdge>[]
}

/** Returns the columns of the exported edges: those of the relation, then what imported files told of their ties, by name. */
export function columnsOfEdges(model: Pick<ExportModel, 'edges' | 'relation' | 'ties' | 'ofFile'>): ColumnsOfEdges {
  const { directed, fields, table } = factsOf(model)
  const taken = new Set([...reservedNames, ...table.map(({ id }) => id.toLowerCase())])
  const told = toldColumns(model.edges).map(([name, isNumber]) => toldField(name, isNumber, taken))
  return { directed, fields: [...fields, ...told], table: [...table, ...told] }
}

function factsOf(model: Pick<ExportModel, 'edges' | 'relation' | 'ties' | 'ofFile'>): ColumnsOfEdges {
  const { directed, fields, table } = tieFactsOf(model)
  if (!model.ofFile) return { directed, fields, table }
  const weight = (model.relation ?? 'links') === 'links' ? 'told' : 'shared'
  return {
    directed,
    fields: withoutCrawl(fieldsOfFile(fields, weight), model.edges),
    table: fieldsOfFile(table, weight),
  }
}

const plainNumber = /^-?(?:0|[1-9]\d{0,15})(?:\.\d{1,17})?(?:e[+-]?\d{1,3})?$/

/** Each column, and whether every tie has at most one value there, and that a number. */
function toldColumns(edges: readonly ExportEdge[]): readonly (readonly [name: string, isNumber: boolean])[] {
  const numbers = new Map<string, boolean>()
  for (const { told = [] } of edges) {
    const here = new Set<string>()
    for (const [name, value] of told) {
      numbers.set(name, (numbers.get(name) ?? true) && !here.has(name) && plainNumber.test(value))
      here.add(name)
    }
  }
  return [...numbers].sort(([a], [b]) => (a < b ? -1 : 1))
}

function toldField(name: string, isNumber: boolean, taken: ReadonlySet<string>): Field<ExportEdge> {
  const plain = name.toLowerCase()
  const id = taken.has(plain) || plain.startsWith(tiePrefix) ? tiePrefix + name : name
  const valuesOf = ({ told = [] }: ExportEdge) => told.filter(([column]) => column === name).map(([, value]) => value)
  const number = (edge: ExportEdge): Value => {
    const [value] = valuesOf(edge)
    return value === undefined ? null : Number(value)
  }
  return {
    id,
    title: id,
    type: isNumber ? 'number' : 'list',
    unit: '',
    description: `"${name}" of the tie, as the imported file says; several values are separated by |.`,
    read: isNumber ? number : valuesOf,
  }
}
