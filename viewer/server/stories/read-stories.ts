import type { Corpus } from '#data/store/base/corpus.ts'
import { hyperlinkOf } from '#data/store/stories/save-story.ts'
import { storiesOf } from '#data/store/stories/stories.ts'
import type { Story, StoryQuote } from '#data/story/story.ts'
import type { FoundQuote, StoryData } from '#viewer/protocol/stories.ts'
import { toEvidence } from '../group-evidence.ts'

/** The stories of the corpus, each quote with its hyperlink. */
export const readStories = (corpus: Corpus): StoryData[] => storiesOf(corpus).map(story => withQuotes(corpus, story))

export const withQuotes = (corpus: Corpus, story: Story): StoryData => ({
  story,
  found: story.steps.map(({ quotes }) => quotes.map(quote => foundQuote(corpus, quote))),
})

function foundQuote(corpus: Corpus, quote: StoryQuote): FoundQuote | null {
  const link = hyperlinkOf(corpus, quote)
  return link && { link: toEvidence(link), title: link.pageTitle, language: link.pageLanguage }
}
