import type { ExportModel, ExportNode } from '../../model/export-model.ts'
import type { Field, Value } from '#data/table/column.ts'
import { nodeFields } from '../../model/node-fields.ts'
import { stataNames } from '../stata-names.ts'

/** What two sites have in common by an attribute, as a matrix. */
export interface Covariate {
  /** For R: letters, digits and `_` alone. */
  readonly name: string
  /** The column of nodes.csv. */
  readonly attribute: string
  /** `same`: 1 where both have the same value, else 0; `difference`: how far their numbers are apart. */
  readonly kind: 'same' | 'difference'
  /** Null where the value of either is not known. */
  readonly read: (row: number, column: number) => number | null
}

/** Beyond this many values an attribute is a text, and hardly two sites have the same. */
const mostValues = 50

const single = (value: Value): string | number | null => {
  if (typeof value === 'object' && value !== null) return value.length === 1 ? value[0]! : null
  return typeof value === 'boolean' || value === '' ? null : value
}

function covariateOf(field: Field<ExportNode>, nodes: readonly ExportNode[]): Omit<Covariate, 'name'> | null {
  const values = nodes.map(node => single(field.read(node)))
  const known = new Set(values.filter(value => value !== null))
  const kind = field.type === 'integer' || field.type === 'number' ? 'difference' : 'same'
  if (known.size < 2 || (kind === 'same' && known.size > mostValues)) return null
  return {
    attribute: field.id,
    kind,
    read: (row, column) => {
      const [one, other] = [values[row]!, values[column]!]
      if (one === null || other === null) return null
      if (kind === 'same') return one === other ? 1 : 0
      return Math.abs(Number(one) - Number(other))
    },
  }
}

/** Country, kind and tags as matrices, those that tell sites apart. A site with several values of a tag has none here. */
export function covariatesOf(model: ExportModel): readonly Covariate[] {
  const fields = nodeFields(model).filter(({ id, isTag }) => isTag || id === 'country' || id === 'kind')
  const found = fields.map(field => covariateOf(field, model.nodes)).filter(one => one !== null)
  const names = stataNames(found.map(({ kind, attribute }) => `${kind}_${attribute}`))
  return found.map((one, index) => ({ name: names[index]!, ...one }))
}
