/** Answer of /api/studies: what the start page shows. */
export interface StudiesData {
  /** Where the studies lie on this machine. */
  readonly folder: string
  /** The one worked on last first. */
  readonly studies: readonly StudyLine[]
  /** Names of those put away. */
  readonly archived: readonly string[]
  /** The largest file of a network that the page may send. */
  readonly mostNetworkBytes: number
}

/** What a study needs, the most urgent first. */
export const needs = [
  'unreadable',
  'making',
  'at-work',
  'nothing-read',
  'cut-short',
  'paused',
  'empty',
  'not-analysed',
  'changed',
] as const

export type Need = (typeof needs)[number]

export interface StudyLine {
  readonly name: string
  /** Entities that are IN, pages read, waves. */
  readonly sites: number
  readonly pages: number
  readonly waves: number
  /** Last sign of life of its last crawl, milliseconds since 1970; null: never crawled. */
  readonly crawledAt: number | null
  readonly needs: readonly Need[]
  /** Names of the copies beside it, each kept when it was brought up to a newer Toile. */
  readonly kept: readonly string[]
}

/** What the start page asks of /api/studies. */
export type StudiesRequest =
  | { readonly kind: 'create' | 'archive' | 'restore' | 'delete'; readonly name: string }
  | { readonly kind: 'rename' | 'copy'; readonly name: string; readonly to: string }
  | { readonly kind: 'import'; readonly name: string; readonly file: string; readonly base64: string }
  | { readonly kind: 'demo' }

/** Why nothing was done: what the user can mend. */
export type StudiesRefusal = 'name' | 'taken' | 'busy' | 'gone' | 'held' | 'folder' | 'full'

export interface StudiesAnswer {
  readonly refused?: StudiesRefusal
  /** The study as it is called now. */
  readonly name?: string
}
