import type { Story, StoryQuote, StoryStep } from '#data/story/story.ts'
import type { EvidenceAnswer } from './evidence.ts'

export type { Story, StoryQuote, StoryStep }

/** Answer of /api/stories: the guided readings of the study, by name. */
export interface StoriesData {
  readonly stories: readonly StoryData[]
}

export interface StoryData {
  /** As it is stored. */
  readonly story: Story
  /** By step, parallel to its quotes: the hyperlink as the evidence has it; null: it is in the corpus no longer. */
  readonly found: readonly (readonly (FoundQuote | null)[])[]
}

export interface FoundQuote {
  readonly link: EvidenceAnswer
  /** Of its page. */
  readonly title: string
  readonly language: string
}
