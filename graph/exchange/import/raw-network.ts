import type { ToldOfTie } from '#data/records.ts'
import type { Column, Value } from '#data/table/column.ts'

/** A node as its file's format tells of it, before its attributes are understood. */
export interface RawNode {
  readonly id: string
  readonly label: string
  readonly x: number | null
  readonly y: number | null
  readonly size: number | null
  readonly colour: string | null
  /** In the file's order; a name may come several times. */
  readonly attributes: readonly (readonly [name: string, value: Value])[]
  readonly line: number
}

export interface RawEdge {
  readonly source: string
  readonly target: string
  /** As the format's own place for it says, text as it is written; null: it doesn't, and a column may. */
  readonly weight: number | string | null
  readonly directed: boolean
  readonly attributes: readonly (readonly [name: string, value: Value])[]
  readonly line: number
}

/** A tie whose weight was read. */
export interface WeighedEdge extends RawEdge {
  /** Its size; null: not said, so 1. */
  readonly weight: number | null
  /** Its columns that are kept, and its sign where weights have one. */
  readonly told: ToldOfTie
  /** What stands in its place and can't be read; empty when all is well. */
  readonly wrongWeight: string
}

/** How a file that this project wrote names its node columns. */
export interface OwnColumns {
  /** Declarations of the measures, in their order. */
  readonly measures: readonly Column[]
  /** By attribute name: the tag's category. */
  readonly tags: ReadonlyMap<string, string>
}

export interface RawNetwork {
  readonly format: string
  /** Set when this project wrote the file. */
  readonly own: OwnColumns | null
  readonly title: string
  readonly description: string
  readonly lastModified: string
  readonly nodes: readonly RawNode[]
  readonly edges: readonly RawEdge[]
  readonly remarks: readonly string[]
  /** Nodes that are named by ties alone are made, as edge lists want it; 'said': with a remark, since the file declares its nodes. */
  readonly makesNodes: boolean | 'said'
  /** What separates the cells of a table, as that tells how numbers are written; empty for other formats. */
  readonly separator: string
}

/** What a file tells that tells nothing. */
export const emptyNetwork: Omit<RawNetwork, 'format'> = {
  own: null,
  title: '',
  description: '',
  lastModified: '',
  nodes: [],
  edges: [],
  remarks: [],
  makesNodes: false,
  separator: '',
}
