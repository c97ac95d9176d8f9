import type { EntityId } from '#data/url/brand.ts'
import type { ImportKind } from './choose-kind.ts'

interface Common {
  readonly corpus: string
  readonly kind: ImportKind
  /** What the file was read as: 'GEXF 1.3', 'Hyphe entities' … */
  readonly format: string
  /** False: the corpus had all of it, and was left as it was. */
  readonly changed: boolean
  /** What was altered or left out on the way, one sentence each. */
  readonly remarks: readonly string[]
}

/** What became of a network or a list of entities. */
export interface NetworkReport extends Common {
  readonly kind: 'network' | 'entities'
  readonly isNew: boolean
  readonly entities: {
    readonly read: number
    readonly made: number
    readonly changed: number
    readonly unchanged: number
    /** Left out, as they were forgotten on objection. */
    readonly forgotten: readonly EntityId[]
  }
  /** As the file counts them; and as the corpus does, where http, https and www. are one. */
  readonly prefixes: { readonly read: number; readonly made: number; readonly kept: readonly KeptPrefixLine[] }
  readonly edges: { readonly read: number; readonly made: number; readonly changed: number }
  readonly pages: { readonly read: number; readonly changed: number }
  readonly links: { readonly read: number; readonly made: number }
  /** Measures of sites and positions, from an earlier analysis. */
  readonly values: number
}

/** A prefix that stays with the entity that has it. */
export interface KeptPrefixLine {
  readonly prefix: string
  readonly wantedBy: EntityId
  readonly owner: EntityId
}

/** A row of a table as a person finds it again. */
export interface RowName {
  readonly line: number
  readonly name: string
}

/** What became of a table of attributes. */
export interface AttributesReport extends Common {
  readonly kind: 'attributes'
  readonly rows: number
  readonly matched: { readonly id: number; readonly address: number; readonly name: number }
  /** No entity has their id, address or name. */
  readonly unmatched: readonly RowName[]
  /** Several entities have it. */
  readonly ambiguous: readonly (RowName & { readonly entities: readonly EntityId[] })[]
  readonly tags: number
}

export type ImportReport = NetworkReport | AttributesReport
