/** What a cell may hold; null is an empty cell, a list is written with `|` between its values. */
export type Value = string | number | boolean | null | readonly string[]

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'list'

/** A column as the codebook declares it; measures and tags bring their own. */
export interface Column {
  /** Name in tables: lower case, digits and `_` for ours; a tag keeps its category's name. */
  readonly id: string
  /** Name for people, e.g. in Gephi's data table. */
  readonly title: string
  readonly type: ColumnType
  /** What one unit counts or measures ('links', 'pages'); empty for text and for numbers without a dimension. */
  readonly unit: string
  readonly description: string
  /** It holds the values of a tag. */
  readonly isTag?: true
}

/** A column with the way to its value: every format draws its columns from such a list. */
export interface Field<Row> extends Column {
  readonly read: (row: Row) => Value
}
