import type { LinkRow, PageRow } from '#data/evidence-rows.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { ToldEdge } from '#data/records.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { GraphValue } from '#data/store/graph/results.ts'
import type { Column, Value } from '#data/table/column.ts'

/** A node as a file tells of it. What the file doesn't say is null, empty, or 0. */
export interface ImportedNode {
  /** The file's own; empty in a table of attributes that names its rows otherwise. */
  readonly id: EntityId
  readonly label: string
  readonly homepage: string
  /** ISO 3166-1 alpha-2 where the file's value is a code or a country's name; else as written ('International'). */
  readonly country: string
  readonly kind: string
  readonly status: Status | null
  readonly prefixes: readonly string[]
  readonly startPages: readonly string[]
  /** As writeDated writes them. */
  readonly datedNames: readonly string[]
  readonly datedPrefixes: readonly string[]
  readonly tags: readonly (readonly [string, string])[]
  readonly pagesFetched: number
  readonly selfLinks: number
  readonly community: number | null
  /** Measures of an earlier analysis, by column id; only in files that this project wrote. */
  readonly values: Readonly<Record<string, Value>>
  readonly x: number | null
  readonly y: number | null
  readonly size: number | null
  /** '#rrggbb' or null. */
  readonly colour: string | null
  readonly line: number
}

export interface ImportedNetwork {
  /**
   * `network`: nodes and ties. `entities`: nodes with addresses, no ties. `attributes`: rows to be joined to entities
   * that are known already, by id, address or name.
   */
  readonly kind: 'network' | 'entities' | 'attributes'
  readonly format: string
  /** This project wrote it. */
  readonly isOwn: boolean
  /** The file in which the nodes' lines stand. */
  readonly nodesFile: string
  readonly title: string
  readonly description: string
  /** ISO 8601, or empty. */
  readonly lastModified: string
  /** Sorted by id; rows of attributes in the file's order. */
  readonly nodes: readonly ImportedNode[]
  /** Simple, directed, without self-loops, sorted by source, then target. */
  readonly edges: readonly ToldEdge[]
  /** Absent: each has its direction. 'undirected': none has, and each stands in both. 'mixed': some do. */
  readonly ties?: 'undirected' | 'mixed'
  /** Declarations of the measures in `values`. */
  readonly nodeColumns: readonly Column[]
  readonly links: readonly LinkRow[]
  readonly pages: readonly PageRow[]
  readonly measures: readonly GraphValue[]
  /** What was changed or left out on the way in, one sentence each. */
  readonly remarks: readonly string[]
}
