import type { StoryQuote } from '#data/story/story.ts'

/** What is true of the demonstration's map when its story is written: each number leads to what it counts. */
export interface DemoFacts {
  readonly sites: number
  readonly ties: number
  /** The strongest ties across the border, one each way. */
  readonly toUs: DemoTie
  readonly toFrance: DemoTie
  /** Ties from France to the United States, and back. */
  readonly there: number
  readonly back: number
  readonly mostCited: { readonly id: string; readonly label: string; readonly citedBy: number }
  /** Ties with a hyperlink in the matter of pages. */
  readonly inMatter: number
}

export interface DemoTie {
  readonly source: string
  readonly target: string
  readonly sourceLabel: string
  readonly targetLabel: string
  readonly links: number
  readonly quote: StoryQuote | null
}

/** A story in one language; its steps go with those of the others. */
export interface StoryWords {
  readonly title: string
  readonly steps: readonly { readonly heading: string; readonly text: string }[]
}

/** Ties between two countries, as an address has them. */
export const cell = (row: string, col: string) => ({ cell: 'country', row, col })

export const address = (parts: Readonly<Record<string, string>>): string => new URLSearchParams(parts).toString()
