/** An entry of a list of nodes or ties; what a form nests (data, metadata, attributes) stands beside the rest. */
export interface JsonItem {
  readonly fields: Readonly<Record<string, unknown>>
  readonly line: number
}

/** What the forms of a network in JSON have in common, before ends of ties are understood. */
export interface JsonGraph {
  readonly format: string
  readonly title: string
  readonly description: string
  readonly nodes: readonly JsonItem[]
  readonly edges: readonly JsonItem[]
  /** null: the form or the file doesn't say. */
  readonly directed: boolean | null
  readonly remarks: readonly string[]
}

/** Returns a plain object as a record of its own entries; null for anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const booleanOf = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)
