import type { BorrowedKind } from '../vocabulary/borrowed-kinds.ts'
import type { ToolCategory } from '../vocabulary/tool-categories.ts'

/** Whose a tool is. */
export interface Tool {
  readonly name: string
  /** Entity of its maker, as an id: 'google.com'. */
  readonly maker: string
  /** Of the maker, ISO 3166-1 alpha-2; empty: of no one country, or not known. */
  readonly country: string
  readonly category: ToolCategory
}

/** By what a tool is known. A borrowing that fits several counts for the one that says most. */
export type ToolPattern =
  /** `host` with '.' before it takes subdomains too; '' is any host, those of the site included. `path` begins the path. */
  | { readonly kinds: readonly BorrowedKind[]; readonly host: string; readonly path: string }
  /** What a generator mark begins with, any case, up to the end of a word. */
  | { readonly generator: string }
  /** Name of a cookie; '*' at its end stands for anything. */
  | { readonly cookie: string }

/** A row of the table of tools. */
export interface Signature extends Tool {
  readonly pattern: ToolPattern
  /** Public document that the row goes by. */
  readonly source: string
  /** Day on which somebody read there what the pattern looks for, ISO 8601; '': nobody says so. Absent in rows that a corpus kept before. */
  readonly checked?: string | undefined
}
