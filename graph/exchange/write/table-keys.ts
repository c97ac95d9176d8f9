interface ForeignKey {
  readonly fields: string
  readonly reference: { readonly resource: string; readonly fields: string }
}

interface Keys {
  readonly primaryKey?: string | readonly string[]
  readonly foreignKeys?: readonly ForeignKey[]
}

const toNodes = (...columns: readonly string[]): readonly ForeignKey[] =>
  columns.map(fields => ({ fields, reference: { resource: 'nodes', fields: 'id' } }))

const keys: Readonly<Record<string, Keys>> = {
  nodes: { primaryKey: 'id' },
  edges: { primaryKey: ['source', 'target'], foreignKeys: toNodes('source', 'target') },
  links: { foreignKeys: toNodes('source', 'target') },
  similar: { primaryKey: ['source', 'target', 'language'], foreignKeys: toNodes('source', 'target') },
  pages: { foreignKeys: toNodes('entity') },
}

/** The columns by which the rows of a table are told apart and joined, as a manifest declares them, where `files` has both. */
export const tableKeys = (table: string, files: ReadonlySet<string>): Keys =>
  files.has('nodes.csv') ? (keys[table] ?? {}) : {}
