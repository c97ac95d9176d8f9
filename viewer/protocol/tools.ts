import type { BorrowedKind } from '#data/vocabulary/borrowed-kinds.ts'
import type { ToolCategory } from '#data/vocabulary/tool-categories.ts'

/** Answer of /api/tools?id=…: the tools that a site uses, with what shows it. */
export interface ToolsData {
  /** Pages read, and those of them of which it is known what they take; with 0 nobody knows what the site uses. */
  readonly pages: number
  readonly known: number
  readonly tools: readonly ToolOfSite[]
}

export interface ToolOfSite {
  readonly name: string
  /** Id of its maker's entity. */
  readonly maker: string
  /** Of the maker; empty: of no one country, or not known. */
  readonly country: string
  readonly category: ToolCategory
  /** Pages that take something of it. */
  readonly pages: number
  /** The first pages with what each takes. */
  readonly shown: readonly ToolSign[]
  /** Public documents that the rows of the table go by. */
  readonly sources: readonly ToolSource[]
}

export interface ToolSource {
  readonly url: string
  /** Day on which somebody read there what shows the tool; '': nobody says so. */
  readonly checked: string
}

export interface ToolSign {
  readonly url: string
  readonly kind: BorrowedKind
  /** Host and beginning of the path, a generator mark, or the name of a cookie. */
  readonly sign: string
}
